"""Exercise 6.4 of notebook 06: three ReLU units that make a tent."""

from __future__ import annotations

from typing import Any

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.neural_networks import solutions, tent_mistakes
from course_utils.exercises.neural_networks.tent_mistakes import MIRRORED

FORM = "three units of three numbers"


def _rows(answer: Any) -> list[list[float]]:
    return [[float(number) for number in unit] for unit in answer]


def _form(answer: Any) -> str:
    """Say in words what the answer is made of."""
    try:
        rows = _rows(answer)
    except (TypeError, ValueError):
        return f"{len(answer)} entries, and not all of them are units of three numbers"
    if any(len(row) != 3 for row in rows):
        return f"{len(rows)} units, and not each of three numbers"
    return FORM if len(rows) == 3 else f"{len(rows)} units of three numbers"


def _height(answer: Any, x: float) -> float | str:
    """Return what the network of these units gives at x."""
    if _form(answer).split(" of ")[-1] != "three numbers":
        return "nothing, for want of three numbers for each unit"
    return sum(v * max(0.0, w * x + b) for w, b, v in _rows(answer))


def _at(x: float, where: str) -> Case:
    return Case(f"the height at x = {x:g}, {where}", (x,), _height)


TENT = Exercise(
    number="6.4",
    name="tent",
    title="A tent by hand",
    level="build",
    hints=(
        "Section 6.5 says where the corner of a ReLU unit stands: at x = −b/w. The tent has three "
        "corners, and there are three units. Which unit makes which corner?",
        "Take w = 1 in all three units. The first then climbs from its corner on, by v for each "
        "step of 1. Go on from left to right. A unit that has begun to climb does not stop: what "
        "must the next one do to the slope?",
        "The first unit is (1, −2, 1): flat up to x = 2, then the slope 1. At x = 3 the slope has "
        "to change from 1 to −1, and at x = 4 from −1 to 0. The third number of a unit is the "
        "change of the slope at its corner.",
    ),
    learned="each ReLU unit is one corner: −b/w says where, v · |w| by how much the slope changes",
    cases=(
        Case("what the answer is made of", (), _form),
        _at(2.5, "half way up"),
        _at(3.0, "the tip"),
        _at(2.0, "the left foot"),
        _at(1.25, "left of the tent"),
        _at(0.4, "further to the left"),
        _at(-3.0, "far to the left"),
        _at(3.5, "half way down"),
        _at(4.0, "the right foot"),
        _at(5.0, "right of the tent"),
        _at(10.0, "far to the right"),
    ),
    reference=solutions.tent,
    correct=(
        [[2, -4, 0.5], [0.5, -1.5, -4], [1, -4, 1]],
        MIRRORED,
        [torch.tensor([1.0, -4.0, 1.0]), (1, -3, -2), (1, -2, 1)],
    ),
    mistakes=tent_mistakes.MISTAKES,
)
