"""The known mistakes of exercise 8.1: in the sum, in the function, and those of the shift."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from course_utils.exercises import Mistake
from course_utils.exercises.classification.softmax_shifts import SHIFTS, largest, naive


def _along(logits: Tensor, dim: int) -> Tensor:
    return naive(logits - largest(logits, dim), dim=dim)


def _without_keepdim(logits: Tensor) -> Tensor:
    positive = (logits - largest(logits)).exp()
    return positive / positive.sum(dim=-1)


def _over_all(logits: Tensor) -> Tensor:
    positive = (logits - logits.max()).exp()
    return positive / positive.sum()


def _rows_in_a_loop(logits: Tensor) -> Tensor:
    return torch.stack([_along(row, -1) for row in logits])


def _without_exponential(logits: Tensor, shift: Tensor | float = 0.0) -> Tensor:
    return (logits - shift) / (logits - shift).sum(dim=-1, keepdim=True)


_SUMS: tuple[Mistake, ...] = (
    Mistake(
        "along the first axis",
        lambda logits: _along(logits, 0),
        "Here the columns add up to 1. Which axis holds the classes?",
    ),
    Mistake(
        "the sum along the first axis",
        lambda logits: naive(logits - largest(logits), dim=0),
        "The largest is taken along one axis and the sum along another. Along which axis should a "
        "result add up to 1?",
    ),
    Mistake(
        "along the second axis",
        lambda logits: _along(logits, 1),
        "Axis 1 is the last one only if there are two. How is the last axis named, however many "
        "there are?",
    ),
    Mistake(
        "along the second axis, if there is one",
        lambda logits: _along(logits, min(1, logits.dim() - 1)),
        "Right with one axis and with two. With three the classes lie along the last one: how is "
        "it named, however many there are?",
    ),
    Mistake(
        "rows in a loop",
        _rows_in_a_loop,
        "A loop over the first axis takes the single logits for rows where there is only one axis. "
        "How is the last axis named, however many there are?",
    ),
    Mistake(
        "one sum for all rows",
        _over_all,
        "All rows together add up to 1. Which axis should the sum run over?",
    ),
    Mistake(
        "one sum for all rows, each with its shift",
        lambda logits: (logits - largest(logits)).exp() / (logits - largest(logits)).exp().sum(),
        "Each row has its own shift, but all rows share one sum. What should add up to 1?",
    ),
    Mistake(
        "the sum has lost an axis",
        _without_keepdim,
        "The sum of a (2, 3) batch has shape (2,), and that is stretched over the wrong axis, or "
        "over none. What keeps the summed axis, with size 1?",
    ),
    Mistake(
        "the mean below the bar",
        lambda logits: logits.shape[-1] * _along(logits, -1),
        "Each row adds up to the number of classes. What stands below the bar, a sum or a mean?",
    ),
    Mistake(
        "a length below the bar",
        lambda logits: functional.normalize((logits - largest(logits)).exp(), dim=-1),
        "Divided by the root of the sum of squares, so the squares of a row add up to 1. What "
        "should?",
    ),
    Mistake(
        "not divided by the sum",
        lambda logits: (logits - largest(logits)).exp(),
        "Stable and positive, and the largest is always 1. What is left to do, so that a row adds "
        "up to 1?",
    ),
)

_FUNCTIONS: tuple[tuple[str, Callable[[Tensor], Tensor], str], ...] = (
    (
        "no exponential",
        _without_exponential,
        "The entries add up to 1, but some may be negative. What makes every logit positive first?",
    ),
    (
        "shifted, but no exponential",
        lambda logits: _without_exponential(logits, largest(logits)),
        "After the shift the largest logit is 0, and here its probability is 0 too. What makes "
        "every logit positive before the division?",
    ),
    (
        "the logarithm",
        lambda logits: logits - torch.logsumexp(logits, dim=-1, keepdim=True),
        "These are the logarithms of the probabilities. Are probabilities ever negative?",
    ),
    (
        "a sigmoid for each class",
        torch.sigmoid,
        "A sigmoid looks at one logit alone, so a row need not add up to 1. What makes the logits "
        "of a row compete?",
    ),
    (
        "sigmoids divided by their sum",
        lambda logits: torch.sigmoid(logits) / torch.sigmoid(logits).sum(dim=-1, keepdim=True),
        "Divided by its sum, but it is the sigmoid that was made positive numbers with. Which "
        "function does softmax use?",
    ),
    (
        "the wrong sign",
        lambda logits: _along(-logits, -1),
        "The smallest logit gets the largest probability. Is there a sign too many?",
    ),
    (
        "to base 2",
        lambda logits: _along(logits * torch.tensor(2.0).log(), -1),
        "These are powers of 2. Which base does softmax have?",
    ),
    (
        "squares",
        lambda logits: logits.square() / logits.square().sum(dim=-1, keepdim=True),
        "Squares are positive too, but a logit of −4 then counts as much as one of 4. Which "
        "function is positive and always rises?",
    ),
    (
        "only the largest",
        lambda logits: functional.one_hot(logits.argmax(dim=-1), logits.shape[-1]).float(),
        "All goes to the largest logit, as a hard decision does. Should the others not keep a "
        "share?",
    ),
)

MISTAKES: tuple[Mistake, ...] = (
    *SHIFTS,
    *_SUMS,
    *(Mistake(name, answer, hint) for name, answer, hint in _FUNCTIONS),
    Mistake(
        "the ready-made one",
        lambda logits: torch.softmax(logits, dim=-1),
        "The numbers are right. But this is the function that you are asked to build: what does it "
        "do inside?",
    ),
)
