"""Means, standard deviations and z-scores: what the mistakes of 2.3 and 2.5 are made of."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

Pair = tuple[Tensor, Tensor]


def moments(seen: Tensor) -> Pair:
    """Return mean and standard deviation (with N) of each feature of `seen`, (N, features)."""
    return seen.mean(dim=0), seen.std(dim=0, correction=0)


def z(X: Tensor, seen: Tensor) -> Tensor:
    """Return `X` as z-scores, by the mean and standard deviation of `seen`."""
    mean, std = moments(seen)
    return (X - mean) / std


def both(X_train: Tensor, X_val: Tensor, mean: Tensor, std: Tensor) -> Pair:
    """Return both sets with `mean` taken off, divided by `std`."""
    return (X_train - mean) / std, (X_val - mean) / std


def of_each(change: Callable[[Tensor, Tensor, Tensor], Tensor]) -> Callable[[Tensor, Tensor], Pair]:
    """Return an answer to 2.3: `change` of X, mean and std, those of training, for both sets."""

    def answer(X_train: Tensor, X_val: Tensor) -> Pair:
        mean, std = moments(X_train)
        return change(X_train, mean, std), change(X_val, mean, std)

    return answer
