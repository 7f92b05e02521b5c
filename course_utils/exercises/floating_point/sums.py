"""Exercise 13.3 of notebook 13: a sum that carries along what rounding has lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.floating_point import solutions
from course_utils.exercises.floating_point.sums_mistakes import MISTAKES

Sum = Callable[[Tensor], Any]
LARGE = 1e16


def _arrived(answer: Sum, x: Tensor, base: float) -> str:
    """Say in words how many of a thousand ones have arrived on top of a number."""
    got = float(answer(x)) - base
    if got == 1_000:
        return "all of the ones"
    if got == 0:
        return "none of the ones"
    return "some of the ones" if 0 < got < 1_000 else "something else than ones"


def _fractions_arrived(answer: Sum, x: Tensor) -> str:
    """Say in words whether a thousand times 0.6 have arrived on top of 1e16, where the gap is 2."""
    return "all of them" if float(answer(x)) - LARGE == 600 else "not all of them"


def _last_digit(answer: Sum, x: Tensor) -> str:
    """Say in words how far ten thousand tenths are from 1,000, where the gap is 1e-13."""
    off = abs(float(answer(x)) - 1_000)
    if off < 1e-12:
        return "right to the last digit"
    return f"off by {off:.1e}" if off < 1 else "far off"


def _collected(x: Tensor) -> float:
    total, lost = 0.0, 0.0
    for number in x.tolist():
        new_total = total + number
        lost += number - (new_total - total)
        total = new_total
    return total + lost


def _in_tensors(x: Tensor) -> Tensor:
    total = lost = torch.zeros((), dtype=x.dtype)
    for number in x:
        term = number - lost
        new_total = total + term
        lost = (new_total - total) - term  # Kahan's own sign
        total = new_total
    return total


_TENTHS = torch.full((10_000,), 0.1, dtype=torch.float64)
_ONES = torch.ones(1_000, dtype=torch.float64)
_TOP = torch.tensor([LARGE], dtype=torch.float64)
# With ones, parts of 31 make 1,000 by luck: on top of 1e16 the 31 are rounded to 32.
_FRACTIONS = torch.full((1_000,), 0.6, dtype=torch.float64)
# Kahan's loop loses the 1 here and makes 0. An exact sum makes 1, and so does Neumaier's.
_BEYOND = torch.tensor([1.0, 1e100, -1e100], dtype=torch.float64)

CAREFUL_SUM = Exercise(
    number="13.3",
    name="careful_sum",
    title="A careful sum",
    level="build",
    hints=(
        "Begin with the plain loop: `total = 0.0`, and for each number `total = total + number`. "
        "With 1e16 and then 1, what is `total` after the second round, and how much is missing?",
        "You need the total before and after an addition, so give them two names. By how much has "
        "the total changed? How much should it have changed? A second variable, 0 at first, "
        "carries the difference into the next round.",
        "In each round: `term = number + lost`, then `new_total = total + term`. Next comes the "
        "new `lost`: `term`, minus the change of the total. Then the new total becomes the total.",
    ),
    learned="what an addition loses can be computed, and carried along",
    cases=(
        Case("three small numbers", (torch.tensor([0.5, -2.0, 3.25], dtype=torch.float64),)),
        Case("1e16 and a thousand ones", (torch.cat([_TOP, _ONES]), LARGE), _arrived),
        Case("1e16, a thousand ones, −1e16", (torch.cat([_TOP, _ONES, -_TOP]), 0.0), _arrived),
        Case("ten thousand times 0.1", (_TENTHS,), _last_digit),
        Case("1e16 and a thousand times 0.6", (torch.cat([_TOP, _FRACTIONS]),), _fractions_arrived),
        Case("1, 1e100 and −1e100, which make 0 in this way", (_BEYOND,)),
        Case("one number", (torch.tensor([2.5], dtype=torch.float64),)),
    ),
    reference=solutions.careful_sum,
    correct=(_collected, _in_tensors),
    mistakes=MISTAKES,
    rtol=1e-9,
    atol=1e-9,
)
