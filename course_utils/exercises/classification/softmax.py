"""Exercises 8.1 and 8.2 of notebook 08: a softmax that does not overflow, and odds."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def softmax(logits: Tensor) -> Tensor:
    """Return probabilities of the same shape, (…, C), that add up to 1 along the last axis."""
    positive = (logits - logits.amax(dim=-1, keepdim=True)).exp()
    return positive / positive.sum(dim=-1, keepdim=True)


def _naive(logits: Tensor, dim: int = -1) -> Tensor:
    return logits.exp() / logits.exp().sum(dim=dim, keepdim=True)


def _shifted(logits: Tensor, largest: Tensor) -> Tensor:
    return _naive(logits - largest)


def _without_keepdim(logits: Tensor) -> Tensor:
    positive = (logits - logits.amax(dim=-1, keepdim=True)).exp()
    return positive / positive.sum(dim=-1)


def _over_all(logits: Tensor) -> Tensor:
    positive = (logits - logits.max()).exp()
    return positive / positive.sum()


_TINY = -1000.0
STABLE_SOFTMAX = Exercise(
    number="8.1",
    title="A stable softmax",
    level="build",
    learned="subtract the largest logit of each row: same probabilities, no overflow",
    cases=(
        Case("three logits, (3, 4, 1)", (torch.tensor([3.0, 4.0, 1.0]),)),
        Case("a batch of two rows, (2, 3)", (torch.tensor([[3.0, 4.0, 1.0], [-3.0, -4.0, -1.0]]),)),
        Case("logits (1000, 1001)", (torch.tensor([1000.0, 1001.0]),)),
        Case("logits (−1000, −1001)", (torch.tensor([_TINY, _TINY - 1]),)),
        Case("logits (0, 0, 1000)", (torch.tensor([0.0, 0.0, 1000.0]),)),
        Case(
            "two rows, one large and one small: (1000, 999) and (0, 1)",
            (torch.tensor([[1000.0, 999.0], [0.0, 1.0]]),),
        ),
        Case(
            "logits of shape (2, 2, 3)",
            (torch.tensor([[[1.0, 2, 3], [0, 0, 0]], [[5, 1, 1], [-1, 0, 2]]]),),
        ),
    ),
    reference=softmax,
    correct=(
        lambda logits: (logits - torch.logsumexp(logits, dim=-1, keepdim=True)).exp(),
        lambda logits: torch.softmax(logits.double(), dim=-1),
        torch.nn.Softmax(dim=-1),
    ),
    mistakes=(
        Mistake(
            "not stable",
            _naive,
            "The formula is right. e to the 1000 is infinite in float32, e to the −1000 is zero: "
            "what may be subtracted from all logits of a row without changing the result?",
        ),
        Mistake(
            "subtracts the mean",
            lambda logits: _shifted(logits, logits.mean(dim=-1, keepdim=True)),
            "The mean goes a long way, but a logit far above it still overflows. After which shift "
            "is no exponential larger than 1?",
        ),
        Mistake(
            "the largest has lost an axis",
            lambda logits: _shifted(logits, logits.amax(dim=-1)),
            "Right for one row. For a (2, 3) batch the largest logits have shape (2,), which does "
            "not line up with the rows. What keeps the axis, with size 1?",
        ),
        Mistake(
            "subtracts the largest of all rows",
            lambda logits: _shifted(logits, logits.max()),
            "One large row now pushes the others to zero. Each row needs a largest logit of its "
            "own: over which axis, and with which shape?",
        ),
        Mistake(
            "along the first axis",
            lambda logits: torch.softmax(logits, dim=0),
            "Here the columns add up to 1. Which axis holds the classes?",
        ),
        Mistake(
            "along the second axis",
            lambda logits: torch.softmax(logits, dim=1),
            "Axis 1 is the last one only if there are two. How is the last axis named, however "
            "many there are?",
        ),
        Mistake(
            "one sum for all rows",
            _over_all,
            "All rows together add up to 1. Which axis should the sum run over?",
        ),
        Mistake(
            "the sum has lost an axis",
            _without_keepdim,
            "The sum of a (2, 3) batch has shape (2,), and that is stretched over the wrong axis, "
            "or over none. What keeps the summed axis, with size 1?",
        ),
        Mistake(
            "no exponential",
            lambda logits: logits / logits.sum(dim=-1, keepdim=True),
            "The entries add up to 1, but some may be negative. What makes every logit positive "
            "first?",
        ),
        Mistake(
            "not divided by the sum",
            lambda logits: (logits - logits.amax(dim=-1, keepdim=True)).exp(),
            "Stable and positive, and the largest is always 1. What is left to do, so that a row "
            "adds up to 1?",
        ),
        Mistake(
            "the logarithm",
            lambda logits: torch.log_softmax(logits, dim=-1),
            "These are the logarithms of the probabilities. Are probabilities ever negative?",
        ),
        Mistake(
            "a sigmoid for each class",
            torch.sigmoid,
            "A sigmoid looks at one logit alone, so a row need not add up to 1. What makes the "
            "logits of a row compete?",
        ),
    ),
)

CAT = Exercise(
    number="8.2",
    title="The odds of cat",
    level="read",
    learned="adding ln 3 to a logit multiplies its odds by 3, not its probability",
    cases=(Case("probability 1/4, then the logit rises by ln 3: what is it now?"),),
    reference=0.5,
    correct=(3 / 6, torch.tensor(0.5)),
    mistakes=(
        Mistake(
            "three times the probability",
            0.75,
            "This multiplies the probability by 3, and another rise would lead beyond 1. Odds are "
            "multiplied: what are the odds of 1/4?",
        ),
        Mistake(
            "the logit added to the probability",
            0.25 + math.log(3),
            "A probability above 1? The ln 3 is added to the logit. What does that do to e^z?",
        ),
        Mistake(
            "unchanged",
            0.25,
            "Only a rise of all four logits would leave everything as it was.",
        ),
        Mistake(
            "the odds",
            1.0,
            "1 is the new value of the odds, 3 to 3. Which probability has these odds?",
        ),
        Mistake(
            "against one other animal",
            0.9,
            "Are the odds of a quarter 3 to 1, or 1 to 3?",
        ),
        Mistake(
            "odds of one to four",
            3 / 7,
            "A probability of 1/4 is not odds of 1 to 4: how many parts do the others have "
            "together?",
        ),
        Mistake(
            "fewer",
            0.1,
            "The logit rises, so the probability should not fall. In which direction go the odds?",
        ),
    ),
    rtol=1e-3,
)
