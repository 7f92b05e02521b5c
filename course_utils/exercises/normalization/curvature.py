"""Exercises 2.1 and 2.2 of notebook 02: from a curvature to a learning rate."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization.hessians import stability, with_ones
from course_utils.exercises.normalization.rate_mistakes import RATE_MISTAKES
from course_utils.exercises.normalization.stability_mistakes import STABILITY_MISTAKES

RATES = Exercise(
    number="2.1",
    title="Four learning rates",
    level="read",
    learned="the steep direction sets the limit, 2/50; below it the gentle one sets the pace",
    cases=(
        Case("curvatures 50 and 0.5: how many rates converge, and the fastest in the long run"),
    ),
    reference=(3, 0.038),
    correct=([3, 0.038], (3.0, 0.038), (torch.tensor(3), torch.tensor(0.038)), (3, 0.04 - 0.002)),
    mistakes=RATE_MISTAKES,
    rtol=1e-3,
)


def _by_singular_values(X: Tensor) -> tuple[Tensor, Tensor]:
    singular = torch.linalg.svdvals(with_ones(X))  # descending; their squares belong to AᵀA
    return len(X) / singular[0] ** 2, (singular[0] / singular[-1]) ** 2


def _by_autograd(X: Tensor) -> tuple[float, float]:
    def loss(params: Tensor) -> Tensor:
        return ((X @ params[:-1] + params[-1]) ** 2).mean()

    at = torch.zeros(X.shape[1] + 1, dtype=X.dtype)
    hessian = torch.autograd.functional.hessian(loss, at)
    eigenvalues = torch.linalg.eigvals(hessian).real
    return (2 / eigenvalues.max()).item(), (eigenvalues.max() / eigenvalues.min()).item()


def _stacked(X: Tensor) -> Tensor:
    return torch.stack(stability(X))


def _in_numpy(X: Tensor) -> np.ndarray:
    A = np.hstack([X.double().numpy(), np.ones((len(X), 1))])
    eigenvalues = np.linalg.eigvalsh(2 / len(X) * A.T @ A)
    return np.array([2 / eigenvalues[-1], eigenvalues[-1] / eigenvalues[0]])


def _pair(answer: Callable[..., Any], X: Tensor) -> Any:
    """Return the limit and κ as Python numbers; a κ that is rounding and no more is infinite."""
    found = answer(X)
    if not isinstance(found, Tensor | np.ndarray | tuple | list) or len(found) != 2:
        return found
    # Eigenvalues may come as complex numbers, without an imaginary part.
    limit, kappa = (float(getattr(number, "real", number)) for number in found)
    return limit, math.inf if not -1 < kappa < 1e10 else kappa


_GENERATOR = torch.Generator().manual_seed(20)
_NOISE = torch.randn(50, 3, generator=_GENERATOR, dtype=torch.float64)
_READINGS = torch.tensor([[35.7], [55.9], [58.2], [81.9], [21.8]], dtype=torch.float64)

STABILITY = Exercise(
    number="2.2",
    title="How fast, and how long",
    level="build",
    learned="H = 2/N·AᵀA holds it all: 2/λmax says how fast you may go, κ how long it takes",
    cases=(
        Case(
            "one feature, −1 and 1: both curvatures are 2",
            (torch.tensor([[-1.0], [1.0]], dtype=torch.float64),),
            _pair,
        ),
        Case("five readings of the thermometer, shape (5, 1)", (_READINGS,), _pair),
        Case("the same readings × 0.1", (0.1 * _READINGS,), _pair),
        Case("three features of similar size, shape (50, 3)", (_NOISE,), _pair),
        Case(
            "three features, the second a hundred times as large, none of them centred",
            (_NOISE * torch.tensor([1.0, 100.0, 1.0], dtype=torch.float64) + 1,),
            _pair,
        ),
    ),
    reference=stability,
    correct=(_by_singular_values, _by_autograd, _stacked, _in_numpy),
    mistakes=STABILITY_MISTAKES,
    rtol=1e-3,
)
