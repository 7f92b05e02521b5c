"""A line fitted to z-scores, with a place for each slip: what the mistakes of 2.6 are made of."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Scaler = tuple[Tensor, Tensor]  # what is taken off, and what it is divided by


def predict(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return predictions for `x_new`, (M,), in the unit of `y`, of a line fitted to z-scores.

    `x` and `y`, (N,), are standardised (with N); gradient descent on the mean squared error starts
    at w = 0, b = 0.
    """
    w, b = descend(z(x, x), z(y, y), lr, num_epochs)
    return unscale(w * z(x_new, x) + b, y)


def z(values: Tensor, seen: Tensor) -> Tensor:
    """Return `values` as z-scores, by the mean and standard deviation (with N) of `seen`."""
    return (values - seen.mean()) / seen.std(correction=0)


def unscale(z: Tensor, seen: Tensor) -> Tensor:
    """Return what has the z-scores `z`, by the mean and standard deviation of `seen`."""
    return z * seen.std(correction=0) + seen.mean()


def descend(
    x: Tensor, y: Tensor, lr: float, num_epochs: int, start: tuple[float, float] = (0.0, 0.0)
) -> tuple[Tensor, Tensor]:
    """Return w and b after `num_epochs` steps of gradient descent on the mean squared error."""
    w, b = torch.tensor(start)
    for _ in range(num_epochs):
        misses = w * x + b - y
        w, b = w - lr * 2 * (misses * x).mean(), b - lr * 2 * misses.mean()
    return w, b


def with_steps(
    change: Callable[[Tensor, float, int], tuple[float, int]],
) -> Callable[..., Tensor]:
    """Return an answer to 2.6 with another lr and another number of epochs."""
    return lambda x, y, x_new, lr, num_epochs: predict(x, y, x_new, *change(x, lr, num_epochs))


def undone(undo: Callable[[Tensor, Tensor, Tensor], Tensor]) -> Callable[..., Tensor]:
    """Return an answer to 2.6 in which `undo` makes predictions of z, x and y."""

    def answer(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
        w, b = descend(z(x, x), z(y, y), lr, num_epochs)
        return undo(w * z(x_new, x) + b, x, y)

    return answer


def with_new(change: Callable[[Tensor, Tensor, Tensor], Tensor]) -> Callable[..., Tensor]:
    """Return an answer to 2.6 in which `change` makes the model's input of x_new, x and y."""

    def answer(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
        w, b = descend(z(x, x), z(y, y), lr, num_epochs)
        return unscale(w * change(x_new, x, y) + b, y)

    return answer


def scaled(x_by: Callable[[Tensor, Tensor], Scaler]) -> Callable[..., Tensor]:
    """Return an answer to 2.6 that scales x and x_new by another `x_by`, made of both."""

    def answer(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
        center, scale = x_by(x, x_new)
        w, b = descend((x - center) / scale, z(y, y), lr, num_epochs)
        return unscale(w * (x_new - center) / scale + b, y)

    return answer
