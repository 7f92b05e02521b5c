"""`only_x` of section 11.20, and the answer of exercise 11.8 with one thing done otherwise."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import torch
from torch import Tensor

Model = Callable[[Tensor], Tensor]
Fit = Callable[[Tensor, Tensor], Model]
InUnits = Callable[[Fit, Tensor, Tensor, Tensor], Tensor]
Part = Callable[[Any], Any]


def only_x(fit: Fit, X_train: Tensor, y_train: Tensor, X_new: Tensor) -> Tensor:
    """Return predictions (M, 1) for X_new (M, 1) from standardised x, as section 11.20 does.

    `fit(X, y)` trains a model on columns (N, 1) and returns it; y keeps its unit.
    """
    mean, std = X_train.mean(), X_train.std()
    return fit((X_train - mean) / std, y_train)((X_new - mean) / std)


def altered(
    *,
    x: Part = lambda n: (n.X_train - n.x_mean) / n.x_std,
    y: Part = lambda n: (n.y_train - n.y_mean) / n.y_std,
    new: Part = lambda n: (n.X_new - n.x_mean) / n.x_std,
    undo: Part = lambda n: n.outputs * n.y_std + n.y_mean,
    correction: int = 1,
) -> InUnits:
    """Return the answer in which one of four steps is made of the numbers `n` in another way."""

    def answer(fit: Fit, X_train: Tensor, y_train: Tensor, X_new: Tensor) -> Tensor:
        n = SimpleNamespace(X_train=X_train, y_train=y_train, X_new=X_new)
        n.x_mean, n.x_std = X_train.mean(), X_train.std(correction=correction)
        n.y_mean, n.y_std = y_train.mean(), y_train.std(correction=correction)
        n.model = fit(x(n), y(n))
        n.outputs = n.model(new(n))
        result: Tensor = undo(n)
        return result

    return answer


def row_by_row(fit: Fit, X_train: Tensor, y_train: Tensor, X_new: Tensor) -> Tensor:
    """Return predictions that are made one after the other."""
    both = torch.cat([X_train, y_train], dim=1)
    (x_mean, mean), (x_std, std) = both.mean(dim=0), both.std(dim=0)
    model = fit((X_train - x_mean) / x_std, (y_train - mean) / std)
    return torch.cat([mean + std * model((x[None] - x_mean) / x_std) for x in X_new])


def by_itself(n: Any) -> Tensor:
    """Return new points by their own mean and standard deviation; nan for one, as `std` gives."""
    if len(n.X_new) == 1:
        return torch.full_like(n.X_new, torch.nan)
    result: Tensor = (n.X_new - n.X_new.mean()) / n.X_new.std()
    return result
