"""Exercise 7.7 of notebook 07: the log-sum-exp of each row, for logits of any size."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def log_sum_exp(logits: Tensor) -> Tensor:
    """Return log Σⱼ exp(zⱼ) for each row of `logits`, (N, C) to (N,), without overflow."""
    largest = logits.max(dim=1).values
    return largest + torch.exp(logits - largest[:, None]).sum(dim=1).log()


def _row_by_row(logits: Tensor) -> Tensor:
    return torch.stack([row.max() + (row - row.max()).exp().sum().log() for row in logits])


def _naive(logits: Tensor) -> Tensor:
    return logits.exp().sum(dim=1).log()


def _one_shift(logits: Tensor) -> Tensor:
    return logits.max() + (logits - logits.max()).exp().sum(dim=1).log()


def _shifted_by(shift: Tensor, logits: Tensor) -> Tensor:
    return shift + (logits - shift[:, None]).exp().sum(dim=1).log()


def _shifted(logits: Tensor) -> Tensor:
    return logits - logits.max(dim=1, keepdim=True).values


def _in_place(logits: Tensor) -> Tensor:
    largest = logits.max(dim=1).values
    logits -= largest[:, None]
    return largest + logits.exp().sum(dim=1).log()


_SMALL = torch.tensor([[1.0, 2.0, 0.0], [0.5, 0.5, 0.5]])
_LARGE = torch.tensor([[1000.0, 1001.0, 999.0], [-1000.0, -1002.0, -1000.0]])
_WIDE = torch.tensor([[-200.0, 0.0, 150.0, 150.0], [90.0, 89.0, -300.0, 0.0]])

LOG_SUM_EXP = Exercise(
    number="7.7",
    title="Log-sum-exp",
    level="build",
    learned="take the largest logit of each row off, and put it back at the end",
    cases=(
        Case("two rows of small logits", (_SMALL,)),
        Case("one row around 1000, one around −1000", (_LARGE,)),
        Case("a gap of hundreds within a row", (_WIDE,)),
        Case("one row, a gap of 120", (torch.tensor([[-60.0, 60.0, 60.0]]),)),
        Case("three rows, one class: the logit itself", (torch.tensor([[7.0], [-300.0], [0.0]]),)),
        Case("three rows of three classes", (torch.eye(3) * 5 - 2,)),
    ),
    reference=log_sum_exp,
    correct=(lambda logits: torch.logsumexp(logits, dim=1), _row_by_row),
    mistakes=(
        Mistake(
            "no shift",
            _naive,
            "Small logits come out right. At 1000 the exponential overflows, at −1000 all terms "
            "become 0.",
        ),
        Mistake(
            "one shift for the whole batch",
            _one_shift,
            "The shift is the largest logit of the whole batch. What does that do to a row around "
            "−1000?",
        ),
        Mistake(
            "does not put the shift back",
            lambda logits: log_sum_exp(logits) - logits.max(dim=1).values,
            "The sum is that of the shifted logits. What has to be added to its logarithm?",
        ),
        Mistake(
            "takes the shift off twice",
            lambda logits: log_sum_exp(logits) - 2 * logits.max(dim=1).values,
            "The largest logit was taken off before the exponential; afterwards it has to be put "
            "back, and here it is taken off once more.",
        ),
        Mistake(
            "shifts by the mean",
            lambda logits: _shifted_by(logits.mean(dim=1), logits),
            "The shift is the mean of the row, and a logit far above the mean still overflows.",
        ),
        Mistake(
            "shifts by the smallest",
            lambda logits: _shifted_by(logits.min(dim=1).values, logits),
            "The smallest logit became 0, so all others are positive, and may be large.",
        ),
        Mistake(
            "over the examples",
            lambda logits: log_sum_exp(logits.T),
            "The sum ran down the columns, over the examples. It should run over the classes of "
            "one example.",
        ),
        Mistake(
            "the largest logit alone",
            lambda logits: logits.max(dim=1).values,
            "This is the largest logit, a first approximation. The other terms of the sum are "
            "missing.",
        ),
        Mistake(
            "a column",
            lambda logits: log_sum_exp(logits)[:, None],
            "The numbers are right, in a column of shape (N, 1). `keepdim=True` keeps an axis that "
            "is not wanted in the result.",
        ),
        Mistake(
            "a column plus a row",
            lambda logits: logits.max(dim=1, keepdim=True).values + log_sum_exp(_shifted(logits)),
            "A column of shape (N, 1) plus a row of shape (N,) gives (N, N). `keepdim` has to be "
            "the same for both.",
        ),
        Mistake(
            "a mean for the sum",
            lambda logits: log_sum_exp(logits) - math.log(logits.shape[1]),
            "This is the logarithm of the mean of the exponentials; the sum was asked for.",
        ),
        Mistake(
            "forgets the logarithm",
            lambda logits: logits.max(dim=1).values + _shifted(logits).exp().sum(dim=1),
            "The largest logit was added to the sum itself. What happens to the sum first?",
        ),
        Mistake(
            "the sum over everything",
            lambda logits: log_sum_exp(logits.reshape(1, -1))[0],
            "This is one number for the whole batch. Each row should get its own.",
        ),
        Mistake(
            "log-softmax",
            lambda logits: torch.log_softmax(logits, dim=1),
            "This is the logarithm of softmax, one number for each logit. Its subtrahend was asked "
            "for.",
        ),
        Mistake(
            "writes into logits",
            _in_place,
            "`logits -= …` writes into the caller's tensor. Make a new one.",
        ),
    ),
)
