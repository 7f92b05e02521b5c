"""Exercise 7.4 of notebook 07: the gain that an activation needs, by averaging."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.initialization import gains_mistakes
from course_utils.exercises.initialization.gains_properties import CASES
from course_utils.exercises.initialization.gains_slips import (
    FURTHER,
    Activation,
    gain_of,
)


def _by_chance(activation: Activation) -> Tensor:
    draws = torch.randn(1_000_000, generator=torch.Generator().manual_seed(5))
    return activation(draws).square().mean().rsqrt()


def _by_middle_of_many(activation: Activation) -> float:
    chance = torch.linspace(0, 1, 200_002, dtype=torch.float64)[1:-1]
    return float(1 / activation(torch.special.ndtri(chance)).pow(2).mean().sqrt())


def _identity(z: Tensor) -> Tensor:
    return z


def _leaky(z: Tensor) -> Tensor:
    return F.leaky_relu(z, 0.3)


def _how_near(answer: Callable[[Activation], float], *activations: Activation) -> str:
    """Say in words how far off the gains of these activations are at most."""
    off = max(abs(float(answer(each)) / gain_of(each) - 1) for each in activations)
    if off <= 0.01:
        return "all within 1 %"
    return "off by 1 to 10 %" if off < 0.1 else "off by more than 10 %"


GAIN_OF = Exercise(
    number="7.4",
    title="The gain of an activation",
    level="build",
    learned="what an activation takes from the mean square, the weights have to give back",
    cases=(
        Case("ReLU", (torch.relu,)),
        Case("nothing between the layers: the identity", (_identity,)),
        Case("tanh", (torch.tanh,)),
        Case("leaky ReLU with slope 0.3", (_leaky,)),
        Case("the sigmoid, which is never negative", (torch.sigmoid,)),
        *CASES,
        Case("three more: steep ReLU, tanh moved by 1, the size of z", FURTHER, _how_near),
    ),
    reference=gain_of,
    correct=(_by_chance, _by_middle_of_many),
    mistakes=gains_mistakes.MISTAKES,
    rtol=0.01,
)
