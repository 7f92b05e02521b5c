"""Descent on a straight line, with a torch.optim object or by formulas, for exercise 4.1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Pair = tuple[float, float]
Fit = Callable[..., Tensor]


def fit_by_optimizer(
    x: Tensor,
    y: Tensor,
    start: Pair,
    lr: float,
    num_epochs: int,
    order: str,
    kind: Any = torch.optim.SGD,
) -> Tensor:
    """Return (w, b) after epochs whose operations come in the given order."""
    params = torch.tensor(start, requires_grad=True)
    optimizer = kind([params], lr=lr)
    for _ in range(num_epochs):
        for operation in order.split():
            if operation == "backward":
                ((params[0] * x + params[1] - y) ** 2).mean().backward()
            elif operation == "update":
                optimizer.step()
            elif operation == "clear":
                optimizer.zero_grad()
    return params.detach()


def in_order(order: str, kind: Any = torch.optim.SGD) -> Fit:
    """Return a fit whose operations come in this order."""
    return lambda x, y, start, lr, num: fit_by_optimizer(x, y, start, lr, num, order, kind)


def mean_squared(w: Tensor, b: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error of w·x + b."""
    return ((w * x + b - y) ** 2).mean()


def fitting(
    loss_fn: Callable[[Tensor, Tensor, Tensor, Tensor], Tensor] = mean_squared,
    start_at: Callable[[Pair], Pair] = lambda start: start,
    num: Callable[[int], int] = lambda num_epochs: num_epochs,
    move: tuple[float, float] = (1.0, 1.0),
    anew: bool = True,
    result: Callable[[Tensor, Any, Any], Any] = lambda params, grad, loss: params,
) -> Fit:
    """Return a fit that is right but for what is handed in.

    `move` says how far w and b move along the gradient; `anew=False` takes the gradient at the
    start in every epoch; `result` makes what is returned of (parameters, gradient, loss).
    """

    def fit(x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int) -> Any:
        params = place = torch.tensor(start_at(start))
        grad = loss = None
        for _ in range(num(num_epochs)):
            leaf = (params if anew else place).clone().requires_grad_()
            loss = loss_fn(leaf[0], leaf[1], x, y)
            (grad,) = torch.autograd.grad(loss, leaf)
            params = params - lr * torch.tensor(move) * grad
        return result(params, grad, loss) if num_epochs else params

    return fit


def raising(build: Callable[[Tensor], Any]) -> Fit:
    """Return a fit that fails in `build`, or at backward if that returns a loss."""

    def fit(x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int) -> Any:
        params = torch.tensor(start, requires_grad=True)
        built = build(params)
        for _ in range(num_epochs):
            built.backward()
        return params.detach()

    return fit
