"""Exercise 4.2 of notebook 04: descent with momentum, from start to end."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Gradient = Callable[[Tensor], Tensor]


def momentum(gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int) -> Tensor:
    """Return the parameters, (P,), after `num_steps` steps with momentum `mu` from `start`."""
    params, velocity = start, torch.zeros_like(start)
    for _ in range(num_steps):
        velocity = mu * velocity + gradient_of(params)
        params = params - lr * velocity
    return params


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


def _nesterov(gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int) -> Tensor:
    params, velocity = start, torch.zeros_like(start)
    for _ in range(num_steps):
        grad = gradient_of(params)
        velocity = mu * velocity + grad
        params = params - lr * (grad + mu * velocity)
    return params


def _velocity_late(
    gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int
) -> Tensor:
    params, velocity = start, torch.zeros_like(start)
    for _ in range(num_steps):
        grad = gradient_of(params)
        params = params - lr * velocity
        velocity = mu * velocity + grad
    return params


def _in_place(gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int) -> Tensor:
    velocity = torch.zeros_like(start)
    for _ in range(num_steps):
        velocity = mu * velocity + gradient_of(start)
        start -= lr * velocity
    return start


def _bowl(params: Tensor) -> Tensor:
    return params * torch.linspace(1, 10, len(params))


_START = torch.tensor([1.0, -2.0])

MOMENTUM = Exercise(
    number="4.2",
    title="Descent with momentum",
    level="build",
    learned="a velocity that forgets slowly: one line more than plain descent, and a memory",
    cases=(
        Case("one step: the first velocity is the first gradient", (_bowl, _START, 0.05, 0.9, 1)),
        Case("two steps with μ = 0.9, lr = 0.05", (_bowl, _START, 0.05, 0.9, 2)),
        Case("no step: the start comes back", (_bowl, _START, 0.05, 0.9, 0)),
        Case("μ = 0 is plain descent: five steps", (_bowl, _START, 0.05, 0.0, 5)),
        Case("50 steps with μ = 0.5", (_bowl, _START, 0.1, 0.5, 50)),
        Case(
            "five parameters on a constant slope, 20 steps",
            (torch.ones_like, torch.zeros(5), 0.1, 0.9, 20),
        ),
    ),
    reference=momentum,
    correct=(_rate_inside, _by_places),
    mistakes=(
        Mistake(
            "plain descent",
            lambda gradient_of, start, lr, mu, num_steps: momentum(
                gradient_of, start, lr, 0.0, num_steps
            ),
            "This is plain descent: the velocity of the step before has no effect. Is it set to "
            "zero, or overwritten, inside the loop?",
        ),
        Mistake(
            "weighs the gradient with 1 − μ",
            lambda gradient_of, start, lr, mu, num_steps: momentum(
                gradient_of, start, lr * (1 - mu), mu, num_steps
            ),
            "Every step is too short by the factor 1 − μ: here a new gradient enters the velocity "
            "in full.",
        ),
        Mistake(
            "looks ahead",
            _nesterov,
            "This is Nesterov's step, which looks ahead. The ball of this exercise does not: it "
            "moves by the velocity alone.",
        ),
        Mistake(
            "moves before the velocity is up to date",
            _velocity_late,
            "The parameters move by the velocity of the step before, so the first step goes "
            "nowhere. Update the velocity first.",
        ),
        Mistake(
            "writes into start",
            _in_place,
            "`start -= …` writes into the caller's tensor. Give the parameters a tensor of their "
            "own.",
        ),
        Mistake(
            "goes uphill",
            lambda gradient_of, start, lr, mu, num_steps: momentum(
                gradient_of, start, -lr, mu, num_steps
            ),
            "The parameters run away: the gradient points uphill, and we want to go the other way.",
        ),
    ),
)
