"""The average that exercise 12.4 asks for in other ways, and the plain one."""

from __future__ import annotations

import torch
from torch import Tensor


def average(gradients: Tensor, sizes: Tensor) -> Tensor:
    """Return the gradient (params,) of a batch from those of its shares (workers, params).

    `sizes` (workers,) are the numbers of examples; an empty share counts nothing, even if nan.
    """
    shares = (sizes / sizes.sum())[:, None]
    return torch.where(sizes[:, None] > 0, shares * gradients, 0.0).sum(dim=0)


def by_loop(gradients: Tensor, sizes: Tensor) -> Tensor:
    """Return the same, share by share."""
    total = torch.zeros(gradients.shape[1])
    for gradient, size in zip(gradients, sizes.tolist(), strict=True):
        if size:
            total = total + size * gradient
    return total / sizes.sum()


def plain_mean(gradients: Tensor, sizes: Tensor) -> Tensor:
    """Return the plain mean of the rows of shares that are not empty."""
    return gradients[sizes > 0].mean(dim=0)
