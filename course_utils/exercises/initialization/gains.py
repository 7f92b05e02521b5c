"""Exercise 7.4 of notebook 07: the gain that an activation needs, by averaging."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.initialization import gains_mistakes, solutions
from course_utils.exercises.initialization.gains_properties import CASES
from course_utils.exercises.initialization.gains_slips import FURTHER, Activation
from course_utils.exercises.initialization.grid import exact_gain


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
    off = max(abs(float(answer(each)) / exact_gain(each) - 1) for each in activations)
    if off <= 0.01:
        return "all within 1 %"
    return "off by 1 to 10 %" if off < 0.1 else "off by more than 10 %"


GAIN_OF = Exercise(
    number="7.4",
    name="gain_of",
    title="The gain of an activation",
    level="build",
    hints=(
        "Section 7.6 did this for ReLU on paper: half of the mean square is left, and g is √2. For "
        "another activation measure what is left of the mean square, then find the g that makes up "
        "for it.",
        "First E[φ(ζ)²], a single number: draw many numbers from the bell curve with "
        "`torch.randn`, put them through the activation, square, and take the mean. The "
        "loop of `forward_theory` in section 7.4 does nearly that. Then solve the equation of the "
        "task for g.",
        "First line: `zeta = torch.randn(1_000_000)`. The second puts "
        "`activation(zeta).square().mean()` into `mean_square`. Which g makes g² times "
        "`mean_square` equal to 1?",
    ),
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
    reference=solutions.gain_of,
    correct=(_by_chance, _by_middle_of_many),
    mistakes=gains_mistakes.MISTAKES,
    rtol=0.01,
)
