"""The known mistakes of exercise 10.5: another factor, another root, another spread."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Mistake


def _sigma(values: Tensor) -> float:
    return values.double().std(correction=0).item()


def _with_replacement(values: Tensor, batch_size: int) -> float:
    return _sigma(values) / math.sqrt(batch_size)


def _factor(values: Tensor, batch_size: int, correction: int) -> float:
    """Return the root of what is left over, N − B, by N − correction."""
    return math.sqrt((len(values) - batch_size) / (len(values) - correction))


def _spread(values: Tensor, batch_size: int) -> float:
    return _with_replacement(values, batch_size) * _factor(values, batch_size, 1)


def _bar_too_short(values: Tensor, batch_size: int) -> float:
    left = (len(values) - batch_size) / len(values) - 1
    return math.sqrt(values.double().var(correction=0).item() / batch_size * left)


MISTAKES: tuple[Mistake, ...] = (
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
        lambda values, batch_size: _spread(values, batch_size) ** 2,
        "This is the variance. What turns it into a standard deviation?",
    ),
    Mistake(
        "divides by B",
        lambda values, batch_size: _spread(values, batch_size) / math.sqrt(batch_size),
        "Too small for every B above 1. Variances of a mean shrink with 1/B: how do standard "
        "deviations shrink?",
    ),
    Mistake(
        "both with N − 1",
        lambda values, batch_size: (
            values.double().std().item() / math.sqrt(batch_size) * _factor(values, batch_size, 1)
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
        lambda values, batch_size: batch_size * _spread(values, batch_size),
        "This is the spread of the sum of a batch. Divide to get its mean.",
    ),
    Mistake(
        "factor upside down",
        lambda values, batch_size: (
            _with_replacement(values, batch_size)
            * math.sqrt((len(values) - 1) / max(len(values) - batch_size, 1e-300))
        ),
        "The factor is upside down. Should a batch that is not replaced stray more or less?",
    ),
    Mistake(
        "by N below the root",
        lambda values, batch_size: _sigma(values) / math.sqrt(len(values)),
        "Divided by √N. How many values does a batch hold?",
    ),
    Mistake(
        "by N below the root, with the factor",
        lambda values, batch_size: (
            _sigma(values) / math.sqrt(len(values)) * _factor(values, batch_size, 1)
        ),
        "The factor is there, but σ was divided by √N. How many values does a batch hold?",
    ),
    Mistake(
        "the factor alone",
        lambda values, batch_size: _sigma(values) * _factor(values, batch_size, 1),
        "The factor is applied to the spread of single values. What makes the mean of B values "
        "stray less than one of them?",
    ),
    Mistake(
        "by B without a root",
        lambda values, batch_size: _sigma(values) / batch_size,
        "Divided by B itself, and the factor for draws without replacement is missing. How do "
        "standard deviations shrink?",
    ),
    Mistake(
        "by the root of B − 1",
        lambda values, batch_size: (
            _sigma(values) / math.sqrt(max(batch_size - 1, 1)) * _factor(values, batch_size, 1)
        ),
        "Divided by √(B − 1). How many values does the mean of a batch divide by?",
    ),
    Mistake(
        "the first batch's own spread",
        lambda values, batch_size: values[:batch_size].double().std(correction=0),
        "This is the spread inside one batch. Asked is how far the means of many batches stray.",
    ),
    Mistake(
        "the means of these batches alone",
        lambda values, batch_size: torch.stack(
            [part.double().mean() for part in values.split(batch_size)]
        ).std(correction=0),
        "These are the means of the batches in one order of the values. Asked is the spread over "
        "all batches that could be drawn.",
    ),
    Mistake(
        "the range",
        lambda values, batch_size: (
            (values.max() - values.min()).item()
            / math.sqrt(batch_size)
            * _factor(values, batch_size, 1)
        ),
        "This begins with the range, the largest minus the smallest. The task says: the root of "
        "the mean squared distance.",
    ),
    Mistake(
        "one more than is left",
        lambda values, batch_size: (
            _with_replacement(values, batch_size)
            * math.sqrt((len(values) - batch_size + 1) / len(values))
        ),
        "At B = N the result should be 0: how many values are left when B have been drawn?",
    ),
    Mistake(
        "the mean",
        lambda values, batch_size: values.double().mean(),
        "This is the mean of all values. How far do the means of batches stray from it?",
    ),
    Mistake(
        "mean distances",
        lambda values, batch_size: (
            (values.double() - values.double().mean()).abs().mean().item()
            / math.sqrt(batch_size)
            * _factor(values, batch_size, 1)
        ),
        "This begins with the mean distance. The task says: the root of the mean squared distance.",
    ),
    Mistake(
        "distances from zero",
        lambda values, batch_size: (
            values.double().square().mean().sqrt().item()
            / math.sqrt(batch_size)
            * _factor(values, batch_size, 1)
        ),
        "These are distances from zero. From what should they be measured?",
    ),
    Mistake(
        "a bar that ends too early",
        _bar_too_short,
        "A root of a negative number: `/` binds more strongly than `−`. What belongs in brackets?",
    ),
)
