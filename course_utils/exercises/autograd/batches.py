"""Exercise 3.4 of notebook 03: the gradient of a big batch from small ones."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.autograd import solutions
from course_utils.exercises.autograd.accumulating import (
    accumulating,
    at_a_time,
    by_small_matrices,
    by_summing,
    with_loss,
)
from course_utils.exercises.autograd.astray import in_batches
from course_utils.exercises.autograd.batch_mistakes import MISTAKES
from course_utils.exercises.families import saying

_X = torch.linspace(-2, 3, 11)
_Y = 3 * _X - 1 + torch.tensor([0.4, -0.3, 0.1, 0.0, 0.5, -0.2, 0.3, -0.6, 0.2, 0.1, -0.4])
_START = torch.tensor([1.0, 0.5])

ACCUMULATE = Exercise(
    number="3.4",
    name="accumulate_to_mend",
    title="Small batches, one gradient",
    level="change",
    hints=(
        "Gradients add up, batch after batch; that is wanted here. Take four squares in batches of "
        "three and one. What is their mean, and what do you get by adding the means of the two "
        "batches?",
        "The mean over all examples is one sum of N squares, divided by N. A batch holds a few of "
        "these squares. By which number does `.mean()` divide them, and by which should they be "
        "divided?",
        "Only the line that computes `loss` has to change. Keep `.mean()`, and multiply it by the "
        "share of this batch: its own length, `len(batch_u)`, over the number of all examples. The "
        "last batch may be shorter than `batch_size`.",
    ),
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
            lambda answer: in_batches(answer, solutions.accumulate_to_mend),
        ),
    ),
    reference=solutions.accumulate_to_mend,
    correct=(
        by_summing,
        by_small_matrices,
        with_loss(lambda squares, n, b: squares.mean() * len(squares) / n),
        accumulating(loss=lambda squares, n, b: squares.sum(), finish=lambda g, b, n: g / n),
    ),
    mistakes=(
        *MISTAKES,
        saying(
            solutions.accumulate_to_mend,
            "one batch",
            "Already with a single batch that holds all examples the gradient is another one: what "
            "has become of the loss?",
        ),
        saying(
            solutions.accumulate_to_mend,
            "length of one batch",
            "Already with a single batch that holds all examples the gradient has another length: "
            "by what is the sum of the squares divided?",
        ),
        saying(
            solutions.accumulate_to_mend,
            "equal batches",
            "A single batch that holds all examples is fine, several are not: how are they put "
            "together?",
        ),
        saying(
            solutions.accumulate_to_mend,
            "a smaller batch",
            "Batches of equal size are fine. It goes wrong where the last one is smaller: how much "
            "does each batch count?",
        ),
    ),
)
