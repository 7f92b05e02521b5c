"""Wrong ways to a log-sum-exp, for exercise 13.5 of notebook 13."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises.floating_point.solutions import log_sum_exp


def naive(logits: Tensor) -> Tensor:
    """Take the formula as it stands."""
    return logits.exp().sum(dim=1).log()


def one_shift(logits: Tensor) -> Tensor:
    """Shift all rows alike."""
    return logits.max() + (logits - logits.max()).exp().sum(dim=1).log()


def shifted_by(shift: Tensor, logits: Tensor) -> Tensor:
    """Shift each row by a number of its own."""
    return shift + (logits - shift[:, None]).exp().sum(dim=1).log()


def shifted(logits: Tensor) -> Tensor:
    """Return logits of which the largest in each row is 0."""
    return logits - logits.max(dim=1, keepdim=True).values


def in_place(logits: Tensor) -> Tensor:
    """Write into the given logits."""
    largest = logits.max(dim=1).values
    logits -= largest[:, None]
    return largest + logits.exp().sum(dim=1).log()


def largest(logits: Tensor) -> Tensor:
    """Return the largest logit of each row."""
    return logits.max(dim=1).values


def log_of_sum(logits: Tensor) -> Tensor:
    """Return the logarithm of the sum for shifted logits, without the shift."""
    return shifted(logits).exp().sum(dim=1).log()


def patched(logits: Tensor) -> Tensor:
    """Put the largest logit in the place of what is not finite."""
    plain = naive(logits)
    return torch.where(plain.isfinite(), plain, largest(logits))


def columns_then_rows(logits: Tensor) -> Tensor:
    """Shift by the largest of each column, and add up rows."""
    top = logits.max(dim=0).values
    summed = (logits - top).exp().sum(dim=1).log()
    return summed + (top if len(top) == len(summed) else top.max())


def row_for_a_column(logits: Tensor) -> Tensor:
    """Take a row of largest logits off where a column is needed."""
    return largest(logits) + (logits - largest(logits)).exp().sum(dim=1).log()


def without_the_largest(logits: Tensor) -> Tensor:
    """Leave the largest logit out of the sum."""
    rest = shifted(logits).exp().sum(dim=1) - 1
    return largest(logits) + rest.log()


def cut_off(logits: Tensor) -> Tensor:
    """Cut large logits off in the case in which only this is asked, and be right elsewhere."""
    return log_sum_exp(logits.clamp(max=80) if logits.shape == (1, 2) else logits)
