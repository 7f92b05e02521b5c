"""Means, standard deviations and z-scores: what the mistakes of 2.6 are made of."""

from __future__ import annotations

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
