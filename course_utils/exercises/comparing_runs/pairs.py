"""Exercise 17.1 of notebook 17: an interval for paired differences."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.comparing_runs import pairs_mistakes, solutions


def _by_hand(with_: Tensor, without: Tensor, factor: float) -> tuple[Tensor, Tensor]:
    gains = with_ - without
    mean = gains.sum() / len(gains)
    variance = ((gains - mean) ** 2).sum() / (len(gains) - 1)
    return mean, factor * (variance / len(gains)).sqrt()


def _by_numpy(with_: Tensor, without: Tensor, factor: float) -> list[float]:
    gains = (with_ - without).numpy()
    return [gains.mean(), factor * gains.std(ddof=1) / math.sqrt(gains.size)]


WITH = torch.tensor([0.92, 0.90, 0.95, 0.93])
WITHOUT = torch.tensor([0.90, 0.89, 0.94, 0.90])
LOSSES = torch.tensor([0.31, 0.44, 0.29, 0.52, 0.35, 0.40, 0.61, 0.33, 0.47])
PLACES = torch.arange(4)
SIXTEEN = torch.linspace(-3.0, 12.0, 16).flip(0)
HIGHER = LOSSES + torch.tensor([0.20, 0.11, 0.25, 0.02, 0.16, -0.05, 0.31, 0.22, 0.09])

FOUR, NINE = 3.182, 2.306  # Student's factors

Gain = Callable[[Tensor, Tensor, float], tuple[float, float]]


def _first(answer: Gain, with_: Tensor, without: Tensor, factor: float) -> float:
    mean, _ = answer(with_, without, factor)
    return mean


def _second(answer: Gain, with_: Tensor, without: Tensor, factor: float) -> str:
    """Say how large the second number is, in standard errors of the mean."""
    _, width = answer(with_, without, factor)
    gains = (with_ - without).double()
    return f"{float(width) / gains.std().item() * len(gains) ** 0.5:.3g} standard errors"


def _after(answer: Gain, gain: float, both: float) -> str:
    """Say what becomes of the second number when a gain, or both scores of a pair, change."""
    widths = [
        float(
            answer(WITH + more * gain + more * both * PLACES, WITHOUT + more * both * PLACES, FOUR)[
                1
            ]
        )
        for more in (0.0, 1.0)
    ]
    same = abs(widths[1] - widths[0]) < 1e-4
    return f"the second number {'stays as it was' if same else 'changes'}"


PAIRED_GAIN = Exercise(
    number="17.1",
    name="paired_gain",
    title="An interval for paired differences",
    level="build",
    hints=(
        "Section 17.3 says what comes first: subtract, pair by pair. After that there is one "
        "tensor of N differences, and the scores themselves are no longer needed.",
        "The first number is the mean of the differences. For the second, the end of section 17.3 "
        "has the standard error of a mean. Here it is that of the differences.",
        "With `differences = with_ - without`, one standard error is `differences.std()` divided "
        "by the root of how many there are, `len(differences) ** 0.5`. Return the mean, and behind "
        "it `factor` of those.",
    ),
    learned="subtract pair by pair first: what both members of a pair share cancels",
    cases=(
        Case(
            "four accuracies each, all four better: the first number", (WITH, WITHOUT, FOUR), _first
        ),
        Case(
            "nine losses each, most of them lower: the first number", (LOSSES, HIGHER, NINE), _first
        ),
        Case("the second number for the four accuracies", (WITH, WITHOUT, FOUR), _second),
        Case("the second number for the nine losses", (LOSSES, HIGHER, NINE), _second),
        Case(
            "the second number for sixteen pairs, far apart from each other",
            (SIXTEEN + torch.linspace(0.1, 0.9, 16) ** 2, SIXTEEN, 2.131),
            _second,
        ),
        Case("every gain larger by 0.2: the second number", (0.2, 0.0), _after),
        Case("every gain smaller by 0.2: the second number", (-0.2, 0.0), _after),
        Case("both scores larger, by 0, 0.5, 1, 1.5 in pairs 1 to 4", (0.0, 0.5), _after),
        Case("both scores larger, by 0, 3, 6, 9 in pairs 1 to 4", (0.0, 3.0), _after),
        Case(
            "every pair differs by 1: both numbers",
            (torch.tensor([2.0, 5.0]), torch.tensor([1.0, 4.0]), 12.706),
        ),
        Case("nine losses each: both numbers", (LOSSES, HIGHER, NINE)),
    ),
    reference=solutions.paired_gain,
    correct=(_by_hand, _by_numpy),
    mistakes=pairs_mistakes.MISTAKES,
)
