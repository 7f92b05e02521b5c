"""Exercise 4.1 of notebook 04: a loop whose optimizer moves nothing."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import saying
from course_utils.exercises.optimizers import solutions
from course_utils.exercises.optimizers.astray import STEPS, in_steps
from course_utils.exercises.optimizers.half_mended import (
    CLEARS_AND_MOVES_NOTHING,
    clears_and_moves_nothing,
)
from course_utils.exercises.optimizers.loop_mistakes import MISTAKES
from course_utils.exercises.optimizers.stepping import Pair, in_order


def _fit_by_hand(x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int) -> Tensor:
    w, b = start
    for _ in range(num_epochs):
        errors = w * x + b - y
        w, b = w - lr * float(2 * (errors * x).mean()), b - lr * float(2 * errors.mean())
    return torch.tensor([w, b])


_X = torch.linspace(-2, 3, 7)


def _so_many(num_epochs: int, lr: float) -> tuple[Any, ...]:
    return _X, torch.cos(_X), (0.5, -1.0), lr, num_epochs


def _in_rounds(answer: Any) -> tuple[str, str]:
    """Say whether an answer clears in each round and yet moves nothing; the given one does not."""
    return clears_and_moves_nothing(answer, *_so_many(5, 0.03))


FIT_TO_MEND = Exercise(
    number="4.1",
    name="fit_to_mend",
    title="An optimizer that moves nothing",
    level="change",
    hints=(
        "The optimizer moves the tensors that it was given. Follow the name `params` from line to "
        "line: which tensor does the optimizer hold, and with which tensor is the loss computed?",
        "Section 4.1 names the five operations of one iteration. Look for each of them inside the "
        "loop: forward and loss share a line. Which one is missing there?",
        "Make `params` only once, from `start`, and only then build the optimizer for it. The line "
        "that clears goes into the loop. Which place does it have among the five operations?",
    ),
    learned="the optimizer is built for the tensors that are used, and each round ends with clear",
    cases=(
        Case(
            "a single step on two points, (1, 2) and (2, 0): start (1, 0), lr = 0.1",
            (torch.tensor([1.0, 2.0]), torch.tensor([2.0, 0.0]), (1.0, 0.0), 0.1, 1),
        ),
        Case("no step at all: the start comes back", (_X, 3 * _X - 1, (1.0, 2.0), 0.1, 0)),
        Case("three steps towards 3x − 1 from (1, 2)", (_X, 3 * _X - 1, (1.0, 2.0), 0.05, 3)),
        Case("8 steps towards 3x − 1 from (−4, 5)", (_X, 3 * _X - 1, (-4.0, 5.0), 0.08, 8)),
        Case("five rounds: what is cleared, and what moves", (), _in_rounds),
        Case(
            "step after step: the first, the second, the fifth",
            (),
            lambda answer: in_steps(answer, solutions.fit_to_mend, _so_many),
        ),
    ),
    reference=solutions.fit_to_mend,
    correct=(_fit_by_hand, in_order("clear forward backward update")),
    mistakes=(
        *MISTAKES,
        CLEARS_AND_MOVES_NOTHING,
        *(saying(solutions.fit_to_mend, place, hint) for place, hint in STEPS.items()),
    ),
    rtol=1e-3,
)
