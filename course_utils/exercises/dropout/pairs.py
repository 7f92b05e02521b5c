"""Exercises 9.2 and 9.4 of notebook 09: the spread of a dropped sum, and paired differences."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

SPREAD_OF_A_SUM = Exercise(
    number="9.2",
    title="The spread of a dropped sum",
    level="read",
    learned="the variances p / (1 − p) · h² add up; the standard deviation is their root",
    cases=(Case("h = (3, 4), p = 0.2: the standard deviation of h′₁ + h′₂?"),),
    reference=2.5,
    correct=(5 / 2, torch.tensor(2.5), math.sqrt(0.25 * 9 + 0.25 * 16)),
    mistakes=(
        Mistake(
            "the variance",
            6.25,
            "This is the variance of the sum. Which unit would it have, and what is asked for?",
        ),
        Mistake(
            "adds standard deviations",
            3.5,
            "Here the two standard deviations were added, as if one coin decided for both units. "
            "What adds up when the coins are independent?",
        ),
        Mistake(
            "without the scaling",
            2.0,
            "This is the spread without the division by 1 − p. The survivors of (3, 4) are larger "
            "than 3 and 4.",
        ),
        Mistake(
            "the expectation",
            7.0,
            "This is where the sum lies on average. How far does it stray from there?",
        ),
        Mistake(
            "p the other way round",
            10.0,
            "The fraction stands on its head: what must the spread become as p goes to 0?",
        ),
        Mistake(
            "the fraction outside the root",
            1.25,
            "The fraction p / (1 − p) belongs to the variance. What becomes of it when the root "
            "is taken?",
        ),
        Mistake(
            "forgets the denominator",
            math.sqrt(0.2 * 25),
            "Something is missing below the fraction bar: as p goes to 1 the spread must grow "
            "without bound.",
        ),
        Mistake(
            "forgets the squares",
            math.sqrt(0.25 * 7),
            "The variance of a unit grows with the square of its value: twice the value, twice "
            "the spread, four times the variance.",
        ),
        Mistake(
            "forgets the numerator",
            math.sqrt(25 / 0.8),
            "Something is missing above the fraction bar. Try p = 0 in your formula: no unit is "
            "dropped, and what spread comes out?",
        ),
    ),
    rtol=1e-3,
)


def paired_gain(with_: Tensor, without: Tensor) -> tuple[float, float]:
    """Return the mean difference and two standard errors of it, for pairs of scores, each (N,)."""
    differences = (with_ - without).double()
    half_width = 2 * differences.std() / len(differences) ** 0.5
    return differences.mean().item(), half_width.item()


def _by_hand(with_: Tensor, without: Tensor) -> tuple[Tensor, Tensor]:
    gains = with_ - without
    mean = gains.sum() / len(gains)
    variance = ((gains - mean) ** 2).sum() / (len(gains) - 1)
    return mean, 2 * (variance / len(gains)).sqrt()


def _by_numpy(with_: Tensor, without: Tensor) -> list[float]:
    gains = (with_ - without).numpy()
    return [gains.mean(), 2 * gains.std(ddof=1) / math.sqrt(gains.size)]


def _gain(with_: Tensor, without: Tensor, width: Tensor) -> tuple[float, float]:
    return (with_ - without).mean().item(), width.item()


def _unpaired(with_: Tensor, without: Tensor) -> tuple[float, float]:
    width = 2 * ((with_.var() + without.var()) / len(with_)).sqrt()
    return _gain(with_, without, width)


WITH = torch.tensor([0.92, 0.90, 0.95, 0.93])
WITHOUT = torch.tensor([0.90, 0.89, 0.94, 0.90])
LOSSES = torch.tensor([0.31, 0.44, 0.29, 0.52, 0.35, 0.40, 0.61, 0.33, 0.47])
HIGHER = LOSSES + torch.tensor([0.20, 0.11, 0.25, 0.02, 0.16, -0.05, 0.31, 0.22, 0.09])

PAIRED_GAIN = Exercise(
    number="9.4",
    title="An interval for paired differences",
    level="build",
    learned="subtract pair by pair first: what both members of a pair share cancels",
    cases=(
        Case("four accuracies each, all four better", (WITH, WITHOUT)),
        Case("nine losses each, most of them lower", (LOSSES, HIGHER)),
        Case("every pair differs by 1", (torch.tensor([2.0, 5.0]), torch.tensor([1.0, 4.0]))),
    ),
    reference=paired_gain,
    correct=(_by_hand, _by_numpy),
    mistakes=(
        Mistake(
            "not paired",
            _unpaired,
            "The mean is right. The interval comes from the spreads of the two sets, each by "
            "itself; take the spread of the differences.",
        ),
        Mistake(
            "one standard error",
            lambda a, b: _gain(a, b, (a - b).std() / len(a) ** 0.5),
            "The interval is half as wide as asked for: one standard error in place of two.",
        ),
        Mistake(
            "standard deviation",
            lambda a, b: _gain(a, b, 2 * (a - b).std()),
            "This says how far single pairs stray. How far does the mean of N of them stray?",
        ),
        Mistake(
            "variance in place of its root",
            lambda a, b: _gain(a, b, 2 * (a - b).var() / len(a) ** 0.5),
            "The mean is right. The width was made from the variance, which has the square of the "
            "unit: what is missing?",
        ),
        Mistake(
            "divides by N",
            lambda a, b: _gain(a, b, 2 * (a - b).std() / len(a)),
            "The standard error falls more slowly with the number of pairs: four times the pairs "
            "halve it.",
        ),
        Mistake(
            "without minus with",
            lambda a, b: paired_gain(b, a),
            "The sign is turned round: the gain is with minus without.",
        ),
        Mistake(
            "population formula",
            lambda a, b: _gain(a, b, 2 * (a - b).std(correction=0) / len(a) ** 0.5),
            "The interval is a little too narrow: the standard deviation was taken with N below "
            "the bar. Their own mean was subtracted, which leaves N − 1 free differences.",
        ),
        Mistake(
            "both ends",
            lambda a, b: (
                paired_gain(a, b)[0] - paired_gain(a, b)[1],
                paired_gain(a, b)[0] + paired_gain(a, b)[1],
            ),
            "These are the two ends of the interval. Asked for are its middle and half its width.",
        ),
        Mistake(
            "one error of each",
            lambda a, b: _gain(a, b, 2 * (a.std() - b.std()).abs() / len(a) ** 0.5),
            "Here two standard deviations were subtracted. Subtract the scores first, pair by "
            "pair, and measure the spread of what comes out.",
        ),
    ),
)
