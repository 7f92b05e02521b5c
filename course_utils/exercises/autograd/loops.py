"""Loops that train, and loops that go wrong, for exercise 3.6 of notebook 03."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor, Tensor], Tensor]


def fit(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return (w, b), shape (2,), after `num_epochs` steps of gradient descent from w = 1, b = 0.

    The loss is the mean squared error of `model(x, w, b)` against `y`, all (N,).
    """
    return fit_with(model, x, y, lr, num_epochs)


def mean_squared(y_hat: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error."""
    return ((y_hat - y) ** 2).mean()


def fit_with(
    model: Model,
    x: Tensor,
    y: Tensor,
    lr: float,
    num_epochs: int,
    loss_fn: Callable[[Tensor, Tensor], Tensor] = mean_squared,
    start: tuple[float, float] = (1.0, 0.0),
    kept: tuple[float, float] = (0.0, 0.0),
    move: Callable[[Tensor, Tensor, float, int], Tensor] = lambda p, grad, lr, epoch: p - lr * grad,
    result: Callable[[Tensor, Tensor, Tensor], Tensor] = lambda params, grad, loss: params,
) -> Tensor:
    """Return what `fit` returns, right but for what is handed in.

    `kept` is how much of the gradients of w and of b is left over from one epoch to the next,
    `move` gives new parameters from (old, gradient, lr, epoch), `result` what is returned.
    """
    params, grad, loss = torch.tensor(start), torch.zeros(2), torch.tensor(0.0)
    for epoch in range(num_epochs):
        leaf = params.clone().requires_grad_()
        loss = loss_fn(model(x, leaf[0], leaf[1]), y)
        grad = torch.tensor(kept) * grad + torch.autograd.grad(loss, leaf)[0]
        params = move(params, grad, lr, epoch)
    return result(params, grad, loss) if num_epochs else params


def fitting(**changes: Any) -> Callable[..., Tensor]:
    """Return `fit_with` with these changes."""
    return lambda *args: fit_with(*args, **changes)


def fit_with_optimizer(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what `fit` returns, by an optimizer and two separate leaves."""
    w, b = (torch.tensor(start, requires_grad=True) for start in (1.0, 0.0))
    optimizer = torch.optim.SGD([w, b], lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        mean_squared(model(x, w, b), y).backward()
        optimizer.step()
    return torch.stack([w, b]).detach()


def fit_with_adam(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Take the steps of Adam, by its formulas: the import of an optimizer takes long."""
    m = s = torch.zeros(2)

    def move(params: Tensor, grad: Tensor, lr: float, epoch: int) -> Tensor:
        nonlocal m, s
        m, s = 0.9 * m + 0.1 * grad, 0.999 * s + 0.001 * grad**2
        root = (s / (1 - 0.999 ** (epoch + 1))).sqrt() + 1e-8
        return params - lr * m / (1 - 0.9 ** (epoch + 1)) / root

    return fit_with(model, x, y, lr, num_epochs, move=move)


def fit_by_renaming(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Update with = inside no_grad: the new tensor requires no gradient."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        mean_squared(model(x, params[0], params[1]), y).backward()
        with torch.no_grad():
            assert params.grad is not None
            params = params - lr * params.grad
    return params


def fit_without_no_grad(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Update in place, and let PyTorch record it."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        mean_squared(model(x, params[0], params[1]), y).backward()
        assert params.grad is not None
        params -= lr * params.grad
    return params


def fit_leaving_the_graph(model: Model, x: Tensor, y: Tensor, lr: float, num: int) -> Tensor:
    """Update with = and no no_grad: the parameters are a leaf no longer."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch's, about the gradient of what is not a leaf
        for _ in range(num):
            mean_squared(model(x, params[0], params[1]), y).backward()
            params = params - lr * params.grad  # type: ignore[operator]
    return params


def fit_unmarked(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Call backward, though nobody asked for gradients."""
    params = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        mean_squared(model(x, params[0], params[1]), y).backward()
    return params


def fit_with_numbers(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Hand plain numbers to the model."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        mean_squared(model(x, *params.tolist()), y).backward()
    return params


def fit_one_by_one(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Call backward on a loss for each example."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        ((model(x, params[0], params[1]) - y) ** 2).backward()
    return params.detach()


def fit_with_one_argument(model: Any, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Hand both parameters to the model in one tensor."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        params = model(x, params)
    return params.detach()


def fit_clearing_early(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Clear the gradient before it is used."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        mean_squared(model(x, params[0], params[1]), y).backward()
        params.grad = None
        with torch.no_grad():
            params -= lr * params.grad  # type: ignore[operator]
    return params


def fit_by_hand(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Take predictions from the model and the derivative from the straight line."""
    params = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        slope = 2 * (model(x, params[0], params[1]) - y) / len(y)
        params = params - lr * torch.stack([(slope * x).sum(), slope.sum()])
    return params


def fit_with_one_loss(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Compute the loss once, before the loop."""
    return _one_loss(model, x, y, lr, num_epochs, retain_graph=True)


def fit_walking_twice(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Compute the loss once, before the loop, and do not keep its graph."""
    return _one_loss(model, x, y, lr, num_epochs, retain_graph=False)


def _one_loss(
    model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int, retain_graph: bool
) -> Tensor:
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    loss = mean_squared(model(x, params[0], params[1]), y)
    for _ in range(num_epochs):
        params.grad = None
        loss.backward(retain_graph=retain_graph)
        with torch.no_grad():
            assert params.grad is not None
            params -= lr * params.grad
    return params.detach()
