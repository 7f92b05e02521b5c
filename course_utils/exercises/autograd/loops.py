"""Loops that train, and loops that go wrong, for exercise 3.6 of notebook 03."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor, Tensor], Tensor]


def fit(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return (w, b), shape (2,), after `num_epochs` steps of gradient descent from w = 1, b = 0.

    The loss is the mean squared error of `model(x, w, b)` against `y`, all (N,).
    """
    return fit_with(model, x, y, lr, num_epochs)


def fit_with(
    model: Model,
    x: Tensor,
    y: Tensor,
    lr: float,
    num_epochs: int,
    clear: bool = True,
    mean: Callable[[Tensor], Tensor] = torch.mean,
) -> Tensor:
    """Return what `fit` returns, with clearing left out or another mean where asked."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        if clear:
            params.grad = None
        mean((model(x, params[0], params[1]) - y) ** 2).backward()
        with torch.no_grad():
            assert params.grad is not None
            params -= lr * params.grad
    return params.detach()


def fit_with_optimizer(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what `fit` returns, by an optimizer and two separate leaves."""
    w, b = (torch.tensor(start, requires_grad=True) for start in (1.0, 0.0))
    optimizer = torch.optim.SGD([w, b], lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        ((model(x, w, b) - y) ** 2).mean().backward()
        optimizer.step()
    return torch.stack([w, b]).detach()


def fit_by_grad(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what `fit` returns, by torch.autograd.grad."""
    params = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        params.requires_grad_()
        loss = ((model(x, *params) - y) ** 2).mean()
        params = (params - lr * torch.autograd.grad(loss, params)[0]).detach()
    return params


def fit_by_renaming(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Update with = inside no_grad: the new tensor requires no gradient."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        ((model(x, *params) - y) ** 2).mean().backward()
        with torch.no_grad():
            assert params.grad is not None
            params = params - lr * params.grad
    return params


def fit_without_no_grad(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Update in place, and let PyTorch record it."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        ((model(x, *params) - y) ** 2).mean().backward()
        assert params.grad is not None
        params -= lr * params.grad
    return params


def fit_leaving_the_graph(model: Model, x: Tensor, y: Tensor, lr: float, num: int) -> Tensor:
    """Update with = and no no_grad: the parameters are a leaf no longer."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch's, about the gradient of what is not a leaf
        for _ in range(num):
            ((model(x, *params) - y) ** 2).mean().backward()
            params = params - lr * params.grad  # type: ignore[operator]
    return params


def fit_unmarked(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Call backward, though nobody asked for gradients."""
    params = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        ((model(x, *params) - y) ** 2).mean().backward()
    return params


def fit_clearing_early(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Clear the gradient before it is used."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    for _ in range(num_epochs):
        ((model(x, *params) - y) ** 2).mean().backward()
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


def fit_a_line(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Ignore the model and fit a straight line."""
    return fit(lambda x, w, b: w * x + b, x, y, lr, num_epochs)


def fit_with_history(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return the right numbers as a tensor that still requires a gradient."""
    return fit(model, x, y, lr, num_epochs).requires_grad_()


def fit_with_one_loss(model: Model, x: Tensor, y: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Compute the loss once, before the loop."""
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    loss = ((model(x, *params) - y) ** 2).mean()
    for _ in range(num_epochs):
        params.grad = None
        loss.backward(retain_graph=True)
        with torch.no_grad():
            assert params.grad is not None
            params -= lr * params.grad
    return params.detach()
