"""The known mistakes of exercise 8.1 in the shift: by the wrong logits, or by none."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake


def naive(logits: Tensor, dim: int = -1) -> Tensor:
    """Return the softmax along an axis, without any shift."""
    return logits.exp() / logits.exp().sum(dim=dim, keepdim=True)


def largest(logits: Tensor, dim: int = -1) -> Tensor:
    """Return the largest logits along an axis, which stays with size 1."""
    return logits.amax(dim=dim, keepdim=True)


SHIFTS: tuple[Mistake, ...] = (
    Mistake(
        "not stable",
        naive,
        "e to the 1000 is too large for a float, and e to the −1000 is zero. What may be "
        "subtracted from all logits of a row, to prevent this without changing the result?",
    ),
    Mistake(
        "subtracts the mean",
        lambda logits: naive(logits - logits.mean(dim=-1, keepdim=True)),
        "This shift goes a long way, but a logit far above it still overflows. After which shift "
        "is no exponential larger than 1?",
    ),
    Mistake(
        "subtracts the mean of all rows",
        lambda logits: naive(logits - logits.mean()),
        "The mean of all rows is subtracted from each, and large logits still overflow. Which "
        "logit of its own row should be at zero?",
    ),
    Mistake(
        "subtracts the largest size",
        lambda logits: naive(logits - largest(logits.abs())),
        "For (−1000, −1001) this shift pushes every logit far below zero. Where should the "
        "largest logit be after it?",
    ),
    Mistake(
        "the largest is added",
        lambda logits: naive(logits + largest(logits)),
        "After this shift the large logits are larger still. In which direction should they move?",
    ),
    Mistake(
        "divides by the largest",
        lambda logits: naive(logits / largest(logits)),
        "Only the differences between the logits of a row count, and a division changes them. "
        "Which step leaves them as they are?",
    ),
    Mistake(
        "always shifts by 1000",
        lambda logits: naive(logits - 1000.0),
        "A fixed shift helps some rows, and makes all of another row zero. From which number "
        "of the row can it be taken?",
    ),
    Mistake(
        "shift above the bar only",
        lambda logits: (logits - largest(logits)).exp() / logits.exp().sum(dim=-1, keepdim=True),
        "The shift is above the bar and not below it, so it does not cancel. Which logits should "
        "the sum see?",
    ),
    Mistake(
        "shift below the bar only",
        lambda logits: logits.exp() / (logits - largest(logits)).exp().sum(dim=-1, keepdim=True),
        "The shift is below the bar and not above it, so it does not cancel. Which logits should "
        "the exponential see?",
    ),
    Mistake(
        "limits on both sides",
        lambda logits: naive(logits.clamp(-80, 80)),
        "With limits 1000 and 1001 become the same logit. Should (1000, 1001) not give the same "
        "probabilities as (0, 1)?",
    ),
    Mistake(
        "a limit above",
        lambda logits: naive(logits.clamp(max=80)),
        "A limit makes 1000 and 1001 the same logit, and does not help −1000. What may change all "
        "logits of a row and keeps their differences?",
    ),
    Mistake(
        "nan replaced",
        lambda logits: torch.nan_to_num(naive(logits)),
        "A nan that is replaced by a number hides the overflow. Does each row still add up to 1?",
    ),
    Mistake(
        "the pair of max",
        lambda logits: naive(logits - logits.max(dim=-1, keepdim=True)),
        "`max` with an axis returns two things, the largest values and their places. Which of the "
        "two is to be subtracted?",
    ),
    Mistake(
        "the largest has lost an axis",
        lambda logits: naive(logits - logits.amax(dim=-1)),
        "Right for one row. For a (2, 3) batch the largest logits have shape (2,), which does not "
        "line up with the rows. What keeps the axis, with size 1?",
    ),
    Mistake(
        "subtracts the largest of all rows",
        lambda logits: naive(logits - logits.max()),
        "One large row now pushes the others to zero. Each row needs a largest logit of its own: "
        "over which axis, and with which shape?",
    ),
    Mistake(
        "the largest along the first axis",
        lambda logits: naive(logits - logits.amax(dim=0)),
        "The largest of a column is subtracted, so the logits of a row are shifted by different "
        "numbers. Along which axis do they lie?",
    ),
)
