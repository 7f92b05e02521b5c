"""The exercise of notebook 00."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.start_here import solutions
from course_utils.exercises.start_here.mistakes import MISTAKES


def _average_by_loop(values: Tensor) -> float:
    total = 0.0
    for value in values:
        total += float(value)
    return total / values.numel()


def _average_by_product(values: Tensor) -> Tensor:
    return values @ torch.full_like(values, 1 / len(values))


def _average_in_numpy(values: Tensor) -> np.floating:
    return values.double().numpy().sum() / np.int64(values.shape[0])


AVERAGE = Exercise(
    number="0.1",
    name="average",
    title="An average of your own",
    level="build",
    hints=(
        "The average of 2, 4 and 9 is 5. Work that out on paper, and write down which two numbers "
        "you divide: each of them is one call in Python.",
        "Section 0.4 says what a tensor is. `values.sum()` adds all its entries, and `len(values)` "
        "counts them.",
        "The function needs a single line, which begins with `return`, in place of the `...`.",
    ),
    learned="the sum divided by how many there are, for any number of values",
    cases=(
        Case("three values: 2, 4 and 9", (torch.tensor([2.0, 4.0, 9.0]),)),
        Case("four values: 3, 1, 8 and 2", (torch.tensor([3.0, 1.0, 8.0, 2.0]),)),
        Case("a single value: 7", (torch.tensor([7.0]),)),
        Case(
            "a zero among the values: 5, 1, 0, 2 and 6",
            (torch.tensor([5.0, 1.0, 0.0, 2.0, 6.0]),),
        ),
        Case("negative values: −3, −1 and −9", (torch.tensor([-3.0, -1.0, -9.0]),)),
        Case(
            "fractions, and two that are equal: 2.75, 0.5, 0.5 and 1.5",
            (torch.tensor([2.75, 0.5, 0.5, 1.5]),),
        ),
        Case("the whole numbers from 1 to 101", (torch.arange(1.0, 102.0),)),
    ),
    reference=solutions.average,
    correct=(_average_by_loop, _average_by_product, _average_in_numpy, torch.mean),
    mistakes=MISTAKES,
)
