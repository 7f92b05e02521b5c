"""Exercise 4.2 of notebook 04: descent with momentum, from start to end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest import mock

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import saying
from course_utils.exercises.optimizers import solutions
from course_utils.exercises.optimizers.astray import STEPS, in_steps
from course_utils.exercises.optimizers.balls import Gradient
from course_utils.exercises.optimizers.momentum_mistakes import MISTAKES


def _rate_inside(
    gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int
) -> Tensor:
    params, move = start.clone(), torch.zeros_like(start)
    for _ in range(num_steps):
        move = mu * move - lr * gradient_of(params)
        params += move
    return params


def _by_places(
    gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int
) -> Tensor:
    before = now = start
    for _ in range(num_steps):
        before, now = now, now - lr * gradient_of(now) + mu * (now - before)
    return now


def _bowl(params: Tensor) -> Tensor:
    return params * torch.linspace(1, 10, len(params))


def _tools(answer: Callable, *inputs: Any) -> str:
    """Say whether an optimizer of PyTorch's is made."""
    plain, made = torch.optim.Optimizer.__init__, []

    def noted(self: Any, *args: Any, **kwargs: Any) -> None:
        made.append(self)
        plain(self, *args, **kwargs)

    with mock.patch.object(torch.optim.Optimizer, "__init__", noted):
        answer(*inputs)
    by_itself = getattr(answer, "tools", "your own lines")
    return "an optimizer of torch.optim" if made else by_itself


_START = torch.tensor([1.0, -2.0])


def _so_many(num_steps: int, lr: float) -> tuple[Any, ...]:
    return _bowl, torch.tensor([0.5, -1.0, 2.0]), lr, 0.7, num_steps


MOMENTUM = Exercise(
    number="4.2",
    name="descend_with_momentum",
    title="Descent with momentum",
    level="build",
    hints=(
        "Section 4.6 has the two formulas of one step: the velocity keeps a share μ of itself and "
        "gains the gradient; then the parameters move against it. Write both in a loop over the "
        "steps.",
        "Two things change from step to step, the parameters and the velocity. Give each a value "
        "before the loop. The parameters begin at `start`. The ball is at rest then: which "
        "velocity is that, in the shape of `start`?",
        "Before the loop: `params, velocity = start, torch.zeros_like(start)`. In each step first "
        "the new velocity, from `gradient_of(params)`, then the new parameters. Use `=` for "
        "`params` and not `-=`, or `start` changes too.",
    ),
    learned="a velocity that forgets slowly: one line more than plain descent, and a memory",
    cases=(
        Case("one step: the first velocity is the first gradient", (_bowl, _START, 0.05, 0.9, 1)),
        Case("two steps with μ = 0.9, lr = 0.05", (_bowl, _START, 0.05, 0.9, 2)),
        Case("no step: the start comes back", (_bowl, _START, 0.05, 0.9, 0)),
        Case("μ = 0 is plain descent: five steps", (_bowl, _START, 0.05, 0.0, 5)),
        Case("6 steps with μ = 0.5, lr = 0.03", (_bowl, _START, 0.03, 0.5, 6)),
        Case(
            "five parameters on a constant slope, 20 steps",
            (torch.ones_like, torch.linspace(0, 2, 5), 0.1, 0.9, 20),
        ),
        Case(
            "step after step: the first, the second, the fifth",
            (),
            lambda answer: in_steps(answer, solutions.descend_with_momentum, _so_many),
        ),
        Case("what takes the steps", (_bowl, _START, 0.05, 0.9, 2), _tools),
    ),
    reference=solutions.descend_with_momentum,
    correct=(_rate_inside, _by_places),
    mistakes=(
        *MISTAKES,
        *(saying(solutions.descend_with_momentum, place, hint) for place, hint in STEPS.items()),
    ),
)
