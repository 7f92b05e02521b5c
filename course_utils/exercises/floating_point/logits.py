"""Exercise 13.5 of notebook 13: the log-sum-exp of each row, for logits of any size."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.floating_point import logits_mistakes, solutions
from course_utils.exercises.floating_point.logits_properties import CASES


def _row_by_row(logits: Tensor) -> Tensor:
    return torch.stack([row.max() + (row - row.max()).exp().sum().log() for row in logits])


def _larger_for_larger(answer: Callable[[Tensor], Any], logits: Tensor) -> str:
    """Say in words whether two rows that differ in their largest logit get different results."""
    first, second = (float(answer(row[None])[0]) for row in logits)
    if not math.isfinite(first) or not math.isfinite(second):
        return "inf or nan"
    if min(first, second) < 50:
        return "far less than the largest"
    if first == second:
        return "both get the same"
    return "the larger gets more" if second > first else "the larger gets less"


_SMALL = torch.tensor([[1.0, 2.0, 0.0], [0.5, 0.5, 0.5]])
_LARGE = torch.tensor([[1000.0, 1001.0, 999.0], [-1000.0, -1002.0, -1000.0]])
_WIDE = torch.tensor([[-200.0, 0.0, 150.0, 150.0], [90.0, 89.0, -300.0, 0.0]])

LOG_SUM_EXP = Exercise(
    number="13.5",
    name="log_sum_exp",
    title="Log-sum-exp",
    level="build",
    hints=(
        "Section 13.5 has the formula: log Σ exp(z) = m + log Σ exp(z − m), with m the largest "
        "logit. In a batch each row has an m of its own. Write it for a single row on paper first.",
        "`logits.max(dim=1).values` holds the largest of each row, `(N,)`. To take it off a whole "
        "row it must be a column: `largest[:, None]` has the shape `(N, 1)`. Then come `exp`, "
        "`sum(dim=1)` and `log`, in this order.",
        "First lines: `largest = logits.max(dim=1).values` and `shifted = logits - largest[:, "
        "None]`. Take the logarithm of the sum of the exponentials of `shifted`, and put back what "
        "was taken off.",
    ),
    learned="take the largest logit of each row off, and put it back at the end",
    cases=(
        Case("two rows of small logits", (_SMALL,)),
        Case("one row around 1000, one around −1000", (_LARGE,)),
        Case("a gap of hundreds within a row", (_WIDE,)),
        Case("one row, a gap of 120", (torch.tensor([[-60.0, 60.0, 60.0]]),)),
        Case("three rows, one class: the logit itself", (torch.tensor([[7.0], [-300.0], [0.0]]),)),
        Case("one row that ends in 90", (torch.tensor([[0.0, 1.0, 90.0]]),)),
        Case(
            "two rows, their largest logits 200 and 300",
            (torch.tensor([[200.0, 0.0], [300.0, 0.0]]),),
            _larger_for_larger,
        ),
        *CASES,
        Case("three rows of three classes", (torch.eye(3) * 5 - 2,)),
    ),
    reference=solutions.log_sum_exp,
    correct=(lambda logits: torch.logsumexp(logits, dim=1), _row_by_row),
    mistakes=logits_mistakes.MISTAKES,
)
