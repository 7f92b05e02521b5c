"""Limit and κ taken from another matrix or other numbers: what the mistakes of 2.2 are made of."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Numbers = tuple[Tensor, Tensor]


def with_ones(X: Tensor) -> Tensor:
    """Return features `X` and a column of ones beside them, (N, features + 1)."""
    return torch.cat([X, torch.ones(len(X), 1, dtype=X.dtype)], dim=1)


def from_matrix(matrix: Callable[[Tensor], Tensor]) -> Callable[[Tensor], Numbers]:
    """Return an answer that takes limit and κ from the eigenvalues of another matrix."""

    def answer(X: Tensor) -> Numbers:
        eigenvalues = torch.linalg.eigvalsh(matrix(X))
        return 2 / eigenvalues[-1], eigenvalues[-1] / eigenvalues[0]

    return answer


def from_eigenvalues(numbers: Callable[[Tensor], Numbers]) -> Callable[[Tensor], Numbers]:
    """Return an answer that makes other numbers of the right eigenvalues, in ascending order."""
    return lambda X: numbers(torch.linalg.eigvalsh(2 / len(X) * with_ones(X).T @ with_ones(X)))


def hessian(A: Tensor) -> Tensor:
    """Return 2/N·AᵀA for A of shape (N, parameters)."""
    return 2 / len(A) * A.T @ A
