"""Exercise 7.4 of notebook 07: the gain that an activation needs, by averaging."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise, Mistake

Activation = Callable[[Tensor], Tensor]

_ZETA = torch.linspace(-8, 8, 2001, dtype=torch.float64)
_SHARE = torch.softmax(-(_ZETA**2) / 2, dim=0)


def gain_of(activation: Activation) -> float:
    """Return g with g² · E[φ(ζ)²] = 1, where ζ is normal with mean 0 and deviation 1."""
    return 1 / math.sqrt(_mean(activation(_ZETA) ** 2))


def _mean(values: Tensor) -> float:
    return (_SHARE * values).sum().item()


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


GAIN_OF = Exercise(
    number="7.4",
    title="The gain of an activation",
    level="build",
    learned="what an activation takes from the mean square, the weights have to give back",
    cases=(
        Case("nothing between the layers: the identity", (_identity,)),
        Case("ReLU", (torch.relu,)),
        Case("tanh", (torch.tanh,)),
        Case("leaky ReLU with slope 0.3", (_leaky,)),
        Case("the sigmoid, which is never negative", (torch.sigmoid,)),
    ),
    reference=gain_of,
    correct=(_by_chance, _by_middle_of_many),
    mistakes=(
        Mistake(
            "no root",
            lambda activation: 1 / _mean(activation(_ZETA) ** 2),
            "This is g². The gain multiplies the standard deviation.",
        ),
        Mistake(
            "upside down",
            lambda activation: math.sqrt(_mean(activation(_ZETA) ** 2)),
            "This is what the activation leaves over. What must the weights do to make up for it?",
        ),
        Mistake(
            "the mean square itself",
            lambda activation: _mean(activation(_ZETA) ** 2),
            "This is E[φ(ζ)²], the half in the case of ReLU. Which g makes the product 1?",
        ),
        Mistake(
            "the variance of the output",
            lambda activation: (
                1 / math.sqrt(_mean(activation(_ZETA) ** 2) - _mean(activation(_ZETA)) ** 2)
            ),
            "For tanh this is right, for ReLU it is not: its outputs do not have mean 0. Does the "
            "next layer need their variance, or their mean square?",
        ),
        Mistake(
            "all places of the grid count alike",
            lambda activation: 1 / math.sqrt((activation(_ZETA) ** 2).mean().item()),
            "Here a ζ near 8 counts as much as one near 0. A normal number is hardly ever near 8.",
        ),
        Mistake(
            "averages once more",
            lambda activation: 1 / math.sqrt((_SHARE * activation(_ZETA) ** 2).mean().item()),
            "The shares add up to 1, so the sum of share times square is the average already. "
            "Here it was divided once more, by the number of places.",
        ),
        Mistake(
            "uniform between 0 and 1",
            lambda activation: (
                1 / math.sqrt((activation(torch.linspace(0, 1, 2001)) ** 2).mean().item())
            ),
            "Even the identity does not get a gain of 1. `rand` is uniform from 0 to 1; which "
            "function draws normal numbers?",
        ),
        Mistake(
            "uniform between −1 and 1",
            lambda activation: (
                1 / math.sqrt((activation(torch.linspace(-1, 1, 2001)) ** 2).mean().item())
            ),
            "Even the identity does not get a gain of 1: these inputs do not have variance 1.",
        ),
        Mistake(
            "the mean size",
            lambda activation: 1 / _mean(activation(_ZETA).abs()),
            "This averages the size of the outputs; squares were asked for, and a root at the end.",
        ),
        Mistake(
            "squares before the activation",
            lambda activation: 1 / math.sqrt(_mean(activation(_ZETA**2))),
            "Here ζ is squared first and the activation comes second. What is squared in E[φ(ζ)²]?",
        ),
        Mistake(
            "the slope",
            lambda activation: 1 / math.sqrt(_mean(_slope(activation) ** 2)),
            "This is the gain for the way back: it averages the square of the slope. Here the "
            "outputs are wanted.",
        ),
    ),
    rtol=0.01,
)


def _slope(activation: Activation) -> Tensor:
    return (activation(_ZETA + 1e-4) - activation(_ZETA - 1e-4)) / 2e-4
