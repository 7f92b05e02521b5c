"""Wrong answers to exercise 9.3: other things dropped together, another factor, another source."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Generator, Tensor

Dropout = Callable[[Tensor, float, Generator], Tensor]


def masked(
    X: Tensor, p: float, generator: Generator | None, shape: tuple[int, ...] | torch.Size
) -> Tensor:
    """Return X times a mask of this shape, not rescaled."""
    return X * (torch.rand(shape, generator=generator) >= p).to(X.device)


def rows(X: Tensor, p: float, generator: Generator | None) -> Tensor:
    """Drop rows as one should, without rescaling."""
    return masked(X, p, generator, (*X.shape[:2], 1))


def sharing(*axes: int) -> Dropout:
    """Share a coin along these axes, and rescale."""

    def answer(X: Tensor, p: float, generator: Generator) -> Tensor:
        shape = tuple(1 if axis in axes else size for axis, size in enumerate(X.shape))
        return masked(X, p, generator, shape) / (1 - p)

    return answer


def scaled(factor: Callable[[float], float]) -> Dropout:
    """Drop the right rows, and multiply by this factor of p."""
    return lambda X, p, generator: rows(X, p, generator) * factor(p)


def by_chance(X: Tensor, p: float, generator: Generator) -> Tensor:
    """Divide by the share of rows that happened to survive."""
    after = rows(X, p, generator)
    return after / (after != 0).float().mean()


def equally_many(X: Tensor, p: float, generator: Generator) -> Tensor:
    """Drop a share of p in each image."""
    images = X / (1 - p)
    for image in images:
        order = torch.randperm(len(image), generator=generator)
        image[order[: round(p * len(image))]] = 0
    return images


def one_row(X: Tensor, p: float, generator: Generator) -> Tensor:
    """Drop one row of some images."""
    keep = torch.ones(*X.shape[:2], 1)
    row = torch.randint(X.shape[1], (len(X),), generator=generator)
    keep[torch.arange(len(X)), row, 0] = (torch.rand(len(X), generator=generator) >= p).float()
    return X * keep / (1 - p)


def rows_and_columns(X: Tensor, p: float, generator: Generator) -> Tensor:
    """Drop rows, and then columns."""
    return masked(rows(X, p, generator), p, generator, (len(X), 1, X.shape[2])) / (1 - p)


def normal(X: Tensor, p: float, generator: Generator) -> Tensor:
    """Draw normal numbers."""
    return X * (torch.randn(*X.shape[:2], 1, generator=generator) >= p) / (1 - p)
