"""What has to hold for a gain, for exercise 7.4 of notebook 07.

Each property is a case of its own, with mistakes that break it and nothing else: whatever breaks
it gets the hint.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Mistake
from course_utils.exercises.initialization.gains_slips import Activation
from course_utils.exercises.initialization.grid import exact_gain

Gain = Callable[[Activation], float]


def _line(z: Tensor) -> Tensor:
    return 1.0 * z


def _half(z: Tensor) -> Tensor:
    return torch.relu(z) / 2


def _mirrored(z: Tensor) -> Tensor:
    return -torch.relu(z)


# Activations of which one property alone is asked.
LINE, HALF, MIRRORED = _line, _half, _mirrored


def broken(activation: Activation, gain: float) -> Gain:
    """Return the solution, except that one activation gets this gain."""
    return lambda phi: gain if phi is activation else exact_gain(phi)


def _of_the_line(answer: Gain, line: Activation) -> str:
    gain = float(answer(line))
    if abs(gain - 1) <= 0.05 or gain < 0:
        return "about 1" if gain > 0 else "below 0"
    return "more than 1" if gain > 1 else "less than 1"


def _half_as_much(answer: Gain, half: Activation) -> str:
    ratio = float(answer(half)) / float(answer(torch.relu))
    names = {
        2.0: "twice the gain",
        4.0: "four times the gain",
        0.5: "half the gain",
        1.0: "the same",
    }
    return next((name for one, name in names.items() if abs(ratio / one - 1) < 0.02), "another one")


def _other_sign(answer: Gain, mirrored: Activation) -> str:
    ratio = float(answer(mirrored)) / float(answer(torch.relu))
    return "the same gain" if abs(ratio - 1) < 0.05 else "another gain"


CASES = (
    Case("about the identity", (LINE,), _of_the_line),
    Case("half of ReLU, against ReLU", (HALF,), _half_as_much),
    Case("minus ReLU, against ReLU", (MIRRORED,), _other_sign),
)

PROPERTIES = (
    Mistake(
        "a square in proportion",
        broken(HALF, 4 * math.sqrt(2)),
        "Half the outputs need twice the gain, and here they get four times as much: is a root "
        "missing?",
    ),
    Mistake(
        "outputs half as large, gain half as large",
        broken(HALF, math.sqrt(2) / 2),
        "The smaller the outputs, the smaller this gain. Which way should it go?",
    ),
    Mistake(
        "another size, the same gain",
        broken(HALF, math.sqrt(2)),
        "Outputs half as large get the same gain here. What should the gain make up for?",
    ),
    Mistake(
        "the sign matters",
        broken(MIRRORED, 1e6),
        "With all outputs negative the gain is another one. What is squared in E[φ(ζ)²]?",
    ),
    Mistake(
        "too much for the identity",
        broken(LINE, 9.0),
        "Even the identity gets more than 1 here, and it neither takes nor adds anything.",
    ),
    Mistake(
        "too little for the identity",
        broken(LINE, 0.1),
        "Even the identity gets less than 1 here, and it neither takes nor adds anything.",
    ),
)
