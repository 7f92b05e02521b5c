"""The exercise of notebook 00."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def average(values: Tensor) -> Tensor:
    """Return the mean of `values`, a tensor of shape (N,), as a tensor of shape ()."""
    return values.sum() / len(values)


def _average_by_loop(values: Tensor) -> float:
    total = 0.0
    for value in values:
        total += float(value)
    return total / values.numel()


def _average_by_product(values: Tensor) -> Tensor:
    return values @ torch.full_like(values, 1 / len(values))


AVERAGE = Exercise(
    number="0.1",
    title="An average of your own",
    level="build",
    learned="the sum divided by how many there are, for any number of values",
    cases=(
        Case("three values: 2, 4 and 9", (torch.tensor([2.0, 4.0, 9.0]),)),
        Case("four values: 1, 2, 3 and 8", (torch.tensor([1.0, 2.0, 3.0, 8.0]),)),
        Case("a single value: 7", (torch.tensor([7.0]),)),
        Case("a zero among the values: 0, 1 and 5", (torch.tensor([0.0, 1.0, 5.0]),)),
        Case("negative values: −3, −1 and −9", (torch.tensor([-3.0, -1.0, -9.0]),)),
        Case("the whole numbers from 1 to 1001", (torch.arange(1.0, 1002.0),)),
    ),
    reference=average,
    correct=(_average_by_loop, _average_by_product, torch.mean),
    mistakes=(
        Mistake(
            "forgot to divide",
            lambda values: values.sum(),
            "This is the sum. An average lies between the smallest and the largest value.",
        ),
        Mistake(
            "divides by three, whatever the length",
            lambda values: values.sum() / 3,
            "Three is right for three values. What should stand there for four values?",
        ),
        Mistake(
            "divides by one less than the length",
            lambda values: values.sum() / (len(values) - 1),
            "The divisor is one too small. What does it become for a single value?",
        ),
        Mistake(
            "rounds down",
            lambda values: values.sum() // len(values),
            "The result is rounded down to a whole number. An average may lie between two "
            "whole numbers: that of 1 and 2 is 1.5.",
        ),
        Mistake(
            "does not count zeros",
            lambda values: values.sum() / values.count_nonzero(),
            "A zero is a value like any other: it adds nothing to the sum, but it counts.",
        ),
        Mistake(
            "returns the median",
            lambda values: values.median(),
            "This is the value in the middle of the sorted list, the median. It does not "
            "notice how far out the largest value lies; an average does.",
        ),
    ),
)
