"""Gradient descent on a line, with a place for each slip: what the mistakes of 1.7 are made of."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Slopes = Callable[[Tensor, Tensor, Tensor], Tensor]  # of d = dℓ/dŷ, t_u and (w, b)


def descend(
    t_u: Tensor,
    t_c: Tensor,
    lr: float,
    num_epochs: int,
    *,
    start: tuple[float, float] = (1.0, 0.0),
    slopes: Slopes | None = None,
) -> Tensor:
    """Return (w, b), shape (2,), after `num_epochs` steps from `start` along minus `slopes`."""
    params = torch.tensor(start)
    for _ in range(num_epochs):
        d = 2 * (params[0] * t_u + params[1] - t_c) / len(t_u)
        params = params - lr * (slopes or right_slopes)(d, t_u, params)
    return params


def right_slopes(d: Tensor, t_u: Tensor, params: Tensor) -> Tensor:
    """Return dℓ/dw and dℓ/db, shape (2,)."""
    return torch.stack([(d * t_u).sum(), d.sum()])


def slopes_at(t_u: Tensor, t_c: Tensor, w: Tensor | float, b: Tensor | float) -> Tensor:
    """Return dℓ/dw and dℓ/db of the mean squared error at (w, b), shape (2,)."""
    return right_slopes(2 * (w * t_u + b - t_c) / len(t_u), t_u, torch.zeros(2))


def with_slopes(slopes: Slopes) -> Callable[..., Tensor]:
    """Return an answer to 1.7 that goes along other slopes."""
    return lambda *args: descend(*args, slopes=slopes)


def one_after_the_other(first: int) -> Callable[..., Tensor]:
    """Return an answer that moves one parameter before it computes the other's slope."""

    def answer(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
        params = torch.tensor([1.0, 0.0])
        for _ in range(num_epochs):
            for i in (first, 1 - first):
                params[i] = params[i] - lr * slopes_at(t_u, t_c, *params)[i]
        return params

    return answer


def adding_up(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of a `.grad` that is never set back to 0."""
    params, grad = torch.tensor([1.0, 0.0]), torch.zeros(2)
    for _ in range(num_epochs):
        grad = grad + slopes_at(t_u, t_c, *params)
        params = params - lr * grad
    return params


def by_example(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of a step after each example."""
    params = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        for i in range(len(t_u)):
            params = params - lr * slopes_at(t_u[i : i + 1], t_c[i : i + 1], *params)
    return params


def ever_shorter(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of steps with lr, lr/2, lr/3 and so on."""
    params = torch.tensor([1.0, 0.0])
    for epoch in range(num_epochs):
        params = params - lr / (epoch + 1) * slopes_at(t_u, t_c, *params)
    return params


def without_what_was(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of w = −lr·slope, without the w before."""
    params = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        params = -lr * slopes_at(t_u, t_c, *params)
    return params


def last_slopes(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return the slopes that the last step was made of."""
    return slopes_at(t_u, t_c, *descend(t_u, t_c, lr, num_epochs - 1))


def last_loss(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return the loss after the last step."""
    w, b = descend(t_u, t_c, lr, num_epochs)
    return ((w * t_u + b - t_c) ** 2).mean()
