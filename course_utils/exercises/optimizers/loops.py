"""Exercise 4.1 of notebook 04: a loop whose optimizer moves nothing."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Pair = tuple[float, float]


def fit(x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int) -> Tensor:
    """Return (w, b), shape (2,), after gradient descent on the mean squared error of w·x + b.

    `x` and `y` have shape (N,); `start` is a pair of numbers.
    """
    return _fit(x, y, start, lr, num_epochs, "forward backward update clear")


def _fit(x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int, order: str) -> Tensor:
    """Return (w, b) after epochs whose operations come in the given order."""
    params = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=lr)
    for _ in range(num_epochs):
        for operation in order.split():
            if operation == "backward":
                ((params[0] * x + params[1] - y) ** 2).mean().backward()
            elif operation == "update":
                optimizer.step()
            elif operation == "clear":
                optimizer.zero_grad()
    return params.detach()


def _in_order(order: str) -> Callable[..., Tensor]:
    return lambda x, y, start, lr, num_epochs: _fit(x, y, start, lr, num_epochs, order)


def _fit_by_hand(x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int) -> Tensor:
    w, b = start
    for _ in range(num_epochs):
        errors = w * x + b - y
        w, b = w - lr * float(2 * (errors * x).mean()), b - lr * float(2 * errors.mean())
    return torch.tensor([w, b])


_X = torch.linspace(-2, 3, 11)

FIT_TO_MEND = Exercise(
    number="4.1",
    title="An optimizer that moves nothing",
    level="change",
    learned="the optimizer is built for the tensors that are used, and each round ends with clear",
    cases=(
        Case(
            "a single step on two points, (1, 2) and (2, 0): start (1, 0), lr = 0.1",
            (torch.tensor([1.0, 2.0]), torch.tensor([2.0, 0.0]), (1.0, 0.0), 0.1, 1),
        ),
        Case("no step at all: the start comes back", (_X, 3 * _X - 1, (1.0, 2.0), 0.1, 0)),
        Case("three steps towards 3x − 1 from (1, 2)", (_X, 3 * _X - 1, (1.0, 2.0), 0.05, 3)),
        Case("200 steps towards 3x − 1 from (−4, 5)", (_X, 3 * _X - 1, (-4.0, 5.0), 0.1, 200)),
    ),
    reference=fit,
    correct=(
        _fit_by_hand,
        _in_order("clear forward backward update"),
    ),
    mistakes=(
        Mistake(
            "as it was given",
            lambda x, y, start, lr, num_epochs: torch.tensor(start),
            given=True,
        ),
        Mistake(
            "clears once, before the loop",
            _in_order("forward backward update"),
            "The parameters move now, but the gradients of all epochs pile up, because clearing "
            "happens only once. Each iteration consists of five operations.",
        ),
        Mistake(
            "starts at zero",
            lambda x, y, start, lr, num_epochs: fit(x, y, (0.0, 0.0), lr, num_epochs),
            "Everything moves, but from (0, 0): `start` is not used any more.",
        ),
        Mistake(
            "updates before it has a gradient",
            _in_order("forward update clear backward"),
            "Every update comes one epoch late: in the first one there is no gradient yet when "
            "`step` is called, and the last gradient is never used.",
        ),
        Mistake(
            "updates twice",
            _in_order("forward backward update update clear"),
            "Each epoch moves twice along the same gradient. One backward, one update.",
        ),
    ),
    rtol=1e-3,
    seconds=10.0,  # the first use of an optimizer loads a good part of torch
)
