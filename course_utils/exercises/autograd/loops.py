"""Loops that train, and loops that go wrong, for exercise 3.6 of notebook 03."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Model = Callable[..., Tensor]
Params = list[Tensor]


def mean_squared(y_hat: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error."""
    return ((y_hat - y) ** 2).mean()


def fit_with(
    model: Model,
    start: Params,
    x: Tensor,
    y: Tensor,
    lr: float,
    num_epochs: int,
    loss_fn: Callable[[Tensor, Tensor], Tensor] = mean_squared,
    begin: Callable[[Params], Params] = lambda start: start,
    call: Callable[[Model, Tensor, Params], Tensor] = lambda model, x, params: model(x, *params),
    kept: Callable[[int, int], float] = lambda place, num: 0.0,
    move: Callable[[Tensor, Params, int, float, int], Tensor] = (
        lambda param, grads, place, lr, epoch: param - lr * grads[place]
    ),
    result: Callable[[Params, Params, Tensor], Any] = lambda params, grads, loss: params,
) -> Any:
    """Return what an answer to 3.6 returns, right but for what is handed in.

    `kept(place, num)` is how much of the gradient of this parameter is left over from one epoch to
    the next, `move` gives a new parameter from (old, gradients, place, lr, epoch), `result` what is
    returned.
    """
    params = [param.detach().clone() for param in begin(start)]
    grads, loss = [torch.zeros_like(param) for param in params], torch.tensor(0.0)
    for epoch in range(num_epochs):
        leaves = [param.clone().requires_grad_() for param in params]
        loss = loss_fn(call(model, x, leaves), y)
        new = torch.autograd.grad(loss, leaves)
        grads = [kept(i, len(new)) * grads[i] + grad for i, grad in enumerate(new)]
        params = [move(param, grads, i, lr, epoch) for i, param in enumerate(params)]
    return result(params, grads, loss) if num_epochs else params


def fitting(**changes: Any) -> Callable[..., Any]:
    """Return `fit_with` with these changes."""
    return lambda *args: fit_with(*args, **changes)


def fit_with_optimizer(
    model: Model, start: Params, x: Tensor, y: Tensor, lr: float, num_epochs: int
) -> Params:
    """Return what an answer to 3.6 returns, by an optimizer."""
    params = [param.clone().requires_grad_() for param in start]
    optimizer = torch.optim.SGD(params, lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        mean_squared(model(x, *params), y).backward()
        optimizer.step()
    return [param.detach() for param in params]


def fit_with_adam(
    model: Model, start: Params, x: Tensor, y: Tensor, lr: float, num_epochs: int
) -> Any:
    """Take the steps of Adam, by its formulas: the import of an optimizer takes long."""
    m = [torch.zeros_like(param) for param in start]
    s = [torch.zeros_like(param) for param in start]

    def move(param: Tensor, grads: Params, place: int, lr: float, epoch: int) -> Tensor:
        m[place] = 0.9 * m[place] + 0.1 * grads[place]
        s[place] = 0.999 * s[place] + 0.001 * grads[place] ** 2
        root = (s[place] / (1 - 0.999 ** (epoch + 1))).sqrt() + 1e-8
        return param - lr * m[place] / (1 - 0.9 ** (epoch + 1)) / root

    return fit_with(model, start, x, y, lr, num_epochs, move=move)


def clear(params: Params) -> None:
    """Clear the gradients."""
    for param in params:
        param.grad = None


def going_wrong(
    update: Callable[[Params, float], Params],
    loss_of: Callable[[Model, Tensor, Tensor, Params], Tensor] = (
        lambda model, x, y, params: mean_squared(model(x, *params), y)
    ),
    marked: bool = True,
    before: Callable[[Params], None] = clear,
) -> Callable[..., Params]:
    """Return a loop with PyTorch's own `backward` and this update, which may raise."""

    def answer(
        model: Model, start: Params, x: Tensor, y: Tensor, lr: float, num_epochs: int
    ) -> Params:
        params = [param.detach().clone().requires_grad_(marked) for param in start]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # PyTorch's, about the gradient of what is not a leaf
            for _ in range(num_epochs):
                before(params)
                loss_of(model, x, y, params).backward()
                params = update(params, lr)
        return [param.detach() for param in params]

    return answer


def by_step(params: Params, lr: float) -> Params:
    """Update in place, inside of no_grad."""
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad  # type: ignore[operator]
    return params


def by_renaming(params: Params, lr: float) -> Params:
    """Update with = inside no_grad: the new tensors require no gradient."""
    with torch.no_grad():
        return [param - lr * param.grad for param in params]  # type: ignore[operator]


def by_recording(params: Params, lr: float) -> Params:
    """Update in place, and let PyTorch record it."""
    for param in params:
        param -= lr * param.grad  # type: ignore[operator]
    return params


def by_leaving_the_graph(params: Params, lr: float) -> Params:
    """Update with = and no no_grad: the parameters are leaves no longer."""
    return [param - lr * param.grad for param in params]  # type: ignore[operator]


def by_clearing_early(params: Params, lr: float) -> Params:
    """Clear the gradients before they are used."""
    clear(params)
    return by_step(params, lr)


def fit_with_one_loss(retain_graph: bool) -> Callable[..., Params]:
    """Return a loop that computes the loss once, before it begins."""

    def answer(
        model: Model, start: Params, x: Tensor, y: Tensor, lr: float, num_epochs: int
    ) -> Params:
        params = [param.detach().clone().requires_grad_() for param in start]
        loss = mean_squared(model(x, *params), y)
        for _ in range(num_epochs):
            clear(params)
            loss.backward(retain_graph=retain_graph)
            by_step(params, lr)
        return [param.detach() for param in params]

    return answer
