"""Wrong answers to exercise 5.3: descent with another pull, other slopes or another result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Fit = Callable[..., Any]
Pull = Callable[[Tensor, float], Any]
Slope = Callable[[Tensor, Tensor], Tensor]


def slope_of_w(X: Tensor, miss: Tensor) -> Tensor:
    """Return the gradient of the mean squared error, (features,)."""
    return 2 / len(miss) * X.T @ miss


def slope_of_b(X: Tensor, miss: Tensor) -> Tensor:
    """Return the derivative of the mean squared error by the bias."""
    return 2 * miss.mean()


def pull(w: Tensor, lam: float) -> Tensor:
    """Return the gradient of the penalty, λw."""
    return lam * w


def no_pull(b: Tensor, lam: float) -> Tensor:
    """Return 0: the bias has no penalty."""
    return 0.0 * b


def descending(
    *,
    pull_w: Pull = pull,
    pull_b: Pull = no_pull,
    slope_w: Slope = slope_of_w,
    slope_b: Slope = slope_of_b,
    sign: float = 1.0,
    one_by_one: bool = False,
    anew: bool = True,
    num: Callable[[int], int] = lambda num_epochs: num_epochs,
    start: Callable[[Tensor, Tensor], tuple[Tensor, Tensor]] = lambda w, b: (w, b),
    rate: Callable[[float], float] = lambda lr: lr,
    result: Callable[[Tensor, Tensor], Any] = lambda w, b: (w, b),
) -> Fit:
    """Return an answer that is right but for what is handed in.

    `one_by_one`: the bias is moved with the w that has moved already; `anew=False`: the slopes at
    the start serve all epochs.
    """

    def answer(
        X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
    ) -> Any:
        w, b = start(w, b)
        miss = X @ w + b - y
        for _ in range(num(num_epochs)):
            miss = X @ w + b - y if anew else miss
            new_w = w - sign * rate(lr) * (slope_w(X, miss) + pull_w(w, lam))
            miss = X @ new_w + b - y if one_by_one else miss
            b = b - sign * rate(lr) * (slope_b(X, miss) + pull_b(b, lam))
            w = new_w
        return result(w, b)

    return answer


def with_another_pull(of: Callable[[Tensor, float], float]) -> Fit:
    """Return a right answer that gets another λ, made of X and λ."""
    return lambda X, y, w, b, lr, lam, num: descending()(X, y, w, b, lr, of(X, lam), num)


def shrinking(where: str, share: Callable[[float, float], float] = lambda lr, lam: lr * lam) -> Fit:
    """Return an answer that multiplies w by 1 − share at another time, or by another share.

    `where`: "before" the miss is computed, "beside" the step, "after" it, at the "end" of all.
    """

    def answer(
        X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
    ) -> tuple[Tensor, Tensor]:
        left = 1 - share(lr, lam)
        for _ in range(num_epochs):
            w = left * w if where == "before" else w
            miss = X @ w + b - y
            w = left * w if where == "beside" else w
            w, b = w - lr * slope_of_w(X, miss), b - lr * slope_of_b(X, miss)
            w = left * w if where == "after" else w
        return (left * w if where == "end" else w), b

    return answer


def returning_inside(
    X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
) -> Any:
    """Return after the first epoch; without any nothing comes back."""
    return descending()(X, y, w, b, lr, lam, 1) if num_epochs else None


def returning_the_loss(
    X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
) -> Tensor:
    """Return the mean squared error at the end in place of the parameters."""
    w, b = descending()(X, y, w, b, lr, lam, num_epochs)
    return ((X @ w + b - y) ** 2).mean()


def with_adam(
    X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
) -> tuple[Tensor, Tensor]:
    """Take Adam's steps."""
    w, b = w.clone().requires_grad_(), b.clone().requires_grad_()
    groups: list[dict[str, Any]] = [{"params": [w], "weight_decay": lam}, {"params": [b]}]
    optimizer = torch.optim.Adam(groups, lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        ((X @ w + b - y) ** 2).mean().backward()
        optimizer.step()
    return w.detach(), b.detach()
