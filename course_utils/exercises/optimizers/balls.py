"""Balls that roll as the momentum of exercise 4.2 of notebook 04, or in another way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Gradient = Callable[[Tensor], Tensor]
State = tuple[Tensor, Tensor]  # parameters and velocity
Step = Callable[[State, Gradient, float, float], State]  # of the state, gradient_of, lr and mu


def ball(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
    """Return parameters and velocity after one step."""
    params, velocity = state
    velocity = mu * velocity + gradient_of(params)
    return params - lr * velocity, velocity


def rolling(
    step: Step = ball,
    first: Callable[[Tensor, Gradient], Tensor] = lambda start, gradient_of: torch.zeros_like(
        start
    ),
    num: Callable[[int], int] = lambda num_steps: num_steps,
    begin: Callable[[Tensor], Tensor] = torch.clone,
    result: Callable[[Tensor, Tensor], Any] = lambda params, velocity: params,
) -> Callable[..., Any]:
    """Return a descent that is right but for what is handed in.

    `first` is the velocity at the start, `num` the number of steps, `begin` the parameters at the
    start, and `result` what is returned of parameters and velocity.
    """

    def descend(gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int) -> Any:
        state = begin(start), first(start, gradient_of)
        for _ in range(num(num_steps)):
            state = step(state, gradient_of, lr, mu)
        return result(*state)

    return descend


def with_velocity(
    velocity_of: Callable[[Tensor, Tensor, float, float], Tensor],
) -> Callable[..., Any]:
    """Return a descent whose new velocity is a function of (old velocity, gradient, mu, lr)."""

    def step(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
        params, velocity = state
        velocity = velocity_of(velocity, gradient_of(params), mu, lr)
        return params - lr * velocity, velocity

    return rolling(step)


def nesterov(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
    """Move by the gradient and by the new velocity."""
    params, velocity = state
    grad = gradient_of(params)
    velocity = mu * velocity + grad
    return params - lr * (grad + mu * velocity), velocity


def ahead(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
    """Ask for the gradient where the old velocity would lead."""
    params, velocity = state
    velocity = mu * velocity + gradient_of(params - lr * mu * velocity)
    return params - lr * velocity, velocity


def late(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
    """Move by the velocity of the step before."""
    params, velocity = state
    return params - lr * velocity, mu * velocity + gradient_of(params)


def late_and_fresh(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
    """Move first, and then ask for the gradient at the new place."""
    params, velocity = state
    params = params - lr * velocity
    return params, mu * velocity + gradient_of(params)


def twice(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
    """Move by the velocity, and by the gradient once more."""
    params, velocity = ball(state, gradient_of, lr, mu)
    return params - lr * gradient_of(state[0]), velocity


def by_squares(state: State, gradient_of: Gradient, lr: float, mu: float) -> State:
    """Divide by a root of a mean square, as RMSProp does."""
    params, squares = state
    grad = gradient_of(params)
    squares = mu * squares + (1 - mu) * grad**2
    return params - lr * grad / (squares.sqrt() + 1e-8), squares


def at_the_start(
    gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int
) -> Tensor:
    """Use the gradient at the start in each step."""
    return rolling()(lambda params: gradient_of(start), start, lr, mu, num_steps)


def in_place(gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int) -> Tensor:
    """Write into the caller's tensor."""
    velocity = torch.zeros_like(start)
    for _ in range(num_steps):
        velocity = mu * velocity + gradient_of(start)
        start -= lr * velocity
    return start


def by_optimizer(gradient_of: Gradient, start: Tensor, lr: float, mu: float, num_steps: int) -> Any:
    """Stand for an answer whose steps torch.optim takes, without the import, which takes long."""
    return rolling()(gradient_of, start, lr, mu, num_steps)


by_optimizer.tools = "an optimizer of torch.optim"  # type: ignore[attr-defined]
