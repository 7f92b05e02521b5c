"""Exercise 10.5 of notebook 10: how far the mean of a batch strays."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def spread_of_mean(values: Tensor, batch_size: int) -> float:
    """Return the standard deviation of the mean of a batch of `values`, (N,), not replaced."""
    left = (len(values) - batch_size) / (len(values) - 1)
    return math.sqrt(values.double().var(correction=0).item() / batch_size * left)


def _by_sample_variance(values: Tensor, batch_size: int) -> Tensor:
    # With N − 1 below the bar the factor is the plain share of what was not drawn.
    return (values.var() / batch_size * (1 - batch_size / len(values))).sqrt()


def _by_hand(values: Tensor, batch_size: int) -> Tensor:
    away = values - values.mean()
    left = (len(values) - batch_size) / (len(values) - 1)
    return away.square().mean().sqrt() / batch_size**0.5 * left**0.5


def _with_replacement(values: Tensor, batch_size: int) -> float:
    return values.double().std(correction=0).item() / math.sqrt(batch_size)


def _factor(values: Tensor, batch_size: int, correction: int) -> float:
    """Return the root of what is left over, N − B, by N − correction."""
    return math.sqrt((len(values) - batch_size) / (len(values) - correction))


FIVE = torch.tensor([1.0, 2.0, 4.0, 8.0, 16.0])
TEN = torch.tensor([0.5, -1.0, 2.0, 3.5, 0.0, 7.0, -2.5, 1.0, 4.0, 10.0])

SPREAD = Exercise(
    number="10.5",
    title="The spread of a batch's mean",
    level="build",
    learned="σ / √B times √((N − B) / (N − 1)): nothing is left to chance at B = N",
    cases=(
        Case("5 values, B = 2", (FIVE, 2)),
        Case("5 values, B = 1", (FIVE, 1)),
        Case("5 values, B = 5", (FIVE, 5)),
        Case("10 values, B = 4", (TEN, 4)),
        Case("2 values, B = 1", (TEN[:2], 1)),
        Case("3 equal values, B = 2", (torch.full((3,), 0.5), 2)),
    ),
    reference=spread_of_mean,
    correct=(_by_sample_variance, _by_hand),
    mistakes=(
        Mistake(
            "with replacement",
            _with_replacement,
            "This is σ / √B, with replacement. At B = N it should be 0: what does each draw "
            "change about the next?",
        ),
        Mistake(
            "with replacement, by N − 1",
            lambda values, batch_size: values.double().std().item() / math.sqrt(batch_size),
            "This is the formula with replacement, and `std()` divides by N − 1, where all N are "
            "known. At B = N the result should be 0: which factor is missing?",
        ),
        Mistake(
            "the variance",
            lambda values, batch_size: spread_of_mean(values, batch_size) ** 2,
            "This is the variance. What turns it into a standard deviation?",
        ),
        Mistake(
            "divides by B",
            lambda values, batch_size: spread_of_mean(values, batch_size) / math.sqrt(batch_size),
            "Too small for every B above 1. Variances of a mean shrink with 1/B: how do standard "
            "deviations shrink?",
        ),
        Mistake(
            "both with N − 1",
            lambda values, batch_size: (
                values.double().std().item()
                / math.sqrt(batch_size)
                * _factor(values, batch_size, 1)
            ),
            "A little too large, most for few values. `std()` divides by N − 1, and the factor "
            "does so too: which of them belongs to the mean squared distance over all N?",
        ),
        Mistake(
            "both with N",
            lambda values, batch_size: (
                _with_replacement(values, batch_size) * _factor(values, batch_size, 0)
            ),
            "A little too small. At B = 1 nothing has been drawn before, so the factor should be "
            "1: which numbers stand above and below the bar?",
        ),
        Mistake(
            "factor without its root",
            lambda values, batch_size: (
                _with_replacement(values, batch_size) * _factor(values, batch_size, 1) ** 2
            ),
            "The factor was applied to the standard deviation as it would be to the variance. "
            "What belongs around it?",
        ),
        Mistake(
            "of one value",
            lambda values, batch_size: values.double().std(correction=0).item(),
            "This is the spread of single values; the batch size has no influence. How does the "
            "mean of B of them stray?",
        ),
        Mistake(
            "of the sum",
            lambda values, batch_size: batch_size * spread_of_mean(values, batch_size),
            "This is the spread of the sum of a batch. Divide to get its mean.",
        ),
    ),
)
