"""The mean that exercise 12.1 asks for in other ways, on the right device and on others."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises.scaling_out import solutions

Mean = Callable[[Tensor], Tensor]


def moved(X: Tensor) -> Tensor:
    """Return the mean (features,) of X (N, features), the weights moved to X."""
    weights = torch.arange(1, len(X) + 1).to(X)
    return weights @ X / weights.sum()


def grown_from_x(X: Tensor) -> Tensor:
    """Return the same, the weights grown out of X."""
    weights = torch.ones_like(X).cumsum(dim=0)
    return (weights * X).sum(dim=0) / weights[:, 0].sum()


def on_the_cpu(X: Tensor) -> Tensor:
    """Return the same, the weights on the CPU."""
    weights = torch.arange(1.0, len(X) + 1)
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def all_to_the_cpu(X: Tensor) -> Tensor:
    """Return the same, computed on the CPU."""
    return solutions.recent_mean(X.cpu()).to(X.device)


def on_a_gpu_by_name(X: Tensor) -> Tensor:
    """Return the same, the weights on one GPU."""
    weights = torch.arange(1.0, len(X) + 1, device="cuda:99")
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def with_a_loop(X: Tensor) -> Tensor:
    """Return the same after all entries of a column were read."""
    total = sum((i + 1) * float(entry) for i, entry in enumerate(X[:, 0]))
    weights = torch.arange(1.0, len(X) + 1, device=X.device)
    return solutions.recent_mean(X) + 0 * total * weights[0]


def moved_in_vain(X: Tensor) -> Tensor:
    """Return the same, the weights moved and the copy not kept."""
    weights = torch.arange(1.0, len(X) + 1)
    weights.to(X.device)
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def weighted(weights: Callable[[Tensor], Tensor], by: Callable[[Tensor], Tensor]) -> Mean:
    """Return a mean with changed weights and divisor."""

    def answer(X: Tensor) -> Tensor:
        chosen = weights(torch.arange(1.0, len(X) + 1, device=X.device))
        return (chosen[:, None] * X).sum(dim=0) / by(chosen)

    return answer


def at_home(X: Tensor) -> Tensor:
    """Return the same, the weights on the CPU by name."""
    weights = torch.arange(1.0, len(X) + 1, device="cpu")
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def weights_to_the_cpu(X: Tensor) -> Tensor:
    """Return the same, the weights moved to the CPU, as by `.to(device)` of the notebook."""
    weights = torch.arange(1.0, len(X) + 1).to("cpu")
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def to_a_gpu_if_there_is_one(X: Tensor) -> Tensor:
    """Return the same, the weights on a GPU where the machine has one, wherever X is."""
    weights = torch.arange(1.0, len(X) + 1)
    weights = weights.cuda() if torch.cuda.is_available() else weights
    return (weights[:, None] * X).sum(dim=0) / weights.sum()
