"""Exercise 3.5 of notebook 03: the gradient of a big batch from small ones."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.autograd.accumulating import (
    accumulated,
    accumulating,
    at_a_time,
    by_small_matrices,
    by_summing,
    with_loss,
)
from course_utils.exercises.autograd.astray import in_batches
from course_utils.exercises.autograd.batch_mistakes import MISTAKES
from course_utils.exercises.families import saying


def accumulate(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    """Return the gradient of the mean squared error over all N examples, shape (2,).

    `t_u`, `t_c`: (N,); `params`: (w, b), shape (2,). Batch means are weighted by their share.
    """
    return accumulated(t_u, t_c, params, batch_size)  # type: ignore[return-value]


_X = torch.linspace(-2, 3, 11)
_Y = 3 * _X - 1 + torch.tensor([0.4, -0.3, 0.1, 0.0, 0.5, -0.2, 0.3, -0.6, 0.2, 0.1, -0.4])
_START = torch.tensor([1.0, 0.5])

ACCUMULATE = Exercise(
    number="3.5",
    title="Small batches, one gradient",
    level="change",
    learned="each batch mean counts by its share of the examples, and then the gradients add up",
    cases=(
        Case("4 examples in batches of 2, w = 1, b = 0.5", (_X[:4], _Y[:4], _START, 2)),
        Case("11 examples in batches of 4, 4 and 3", (_X, _Y, _START, 4)),
        Case("11 examples in batches of 5, 5 and 1", (_X, _Y, torch.tensor([-2.0, 7.0]), 5)),
        Case("11 examples one by one", (_X, _Y, _START, 1)),
        Case("11 examples and room for 100", (_X, _Y, _START, 100)),
        Case("how many of 11 examples are computed at a time", (_X, _Y, _START, 4), at_a_time),
        Case("how many of 11 examples are computed at a time", (_X, _Y, _START, 3), at_a_time),
        Case(
            "6 examples: in one batch, in equal batches, in unequal batches",
            (),
            lambda answer: in_batches(answer, accumulate),
        ),
    ),
    reference=accumulate,
    correct=(
        by_summing,
        by_small_matrices,
        with_loss(lambda squares, n, b: squares.mean() * len(squares) / n),
        accumulating(loss=lambda squares, n, b: squares.sum(), finish=lambda g, b, n: g / n),
    ),
    mistakes=(
        *MISTAKES,
        saying(
            accumulate,
            "one batch",
            "Already with a single batch that holds all examples the gradient is another one: what "
            "has become of the loss?",
        ),
        saying(
            accumulate,
            "length of one batch",
            "Already with a single batch that holds all examples the gradient has another length: "
            "by what is the sum of the squares divided?",
        ),
        saying(
            accumulate,
            "equal batches",
            "A single batch that holds all examples is fine, several are not: how are they put "
            "together?",
        ),
        saying(
            accumulate,
            "a smaller batch",
            "Batches of equal size are fine. It goes wrong where the last one is smaller: how much "
            "does each batch count?",
        ),
    ),
)
