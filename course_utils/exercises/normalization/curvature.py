"""Exercises 2.1 and 2.2 of notebook 02: from a curvature to a learning rate."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.hessians import with_ones
from course_utils.exercises.normalization.rate_mistakes import RATE_MISTAKES
from course_utils.exercises.normalization.stability_mistakes import STABILITY_MISTAKES

RATES = Exercise(
    number="2.1",
    name="how_many_and_fastest",
    title="Four learning rates",
    level="read",
    hints=(
        "Section 2.6: each step multiplies the distance along a direction by 1 − ηλ, rate times "
        "curvature. Between −1 and 1 the distance shrinks. Here are two directions, so each rate "
        "has two such factors.",
        "First the count: the steep direction decides which rates converge. Then take those that "
        "do, and work out both factors of each. After many epochs the slower of the two "
        "directions is all that is left.",
        "At 0.01 the factors are 1 − 0.01·50 = 0.5 and 1 − 0.01·0.5 = 0.995, so in the end each "
        "epoch leaves 0.995 of the distance. Do the same for the other three rates. A minus in "
        "front of a factor does not count here.",
    ),
    learned="the steep direction sets the limit, 2/50; below it the gentle one sets the pace",
    cases=(
        Case("curvatures 50 and 0.5: how many rates converge, and the fastest in the long run"),
    ),
    reference=solutions.how_many_and_fastest,
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
    return torch.stack(solutions.stability(X))


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
    name="stability",
    title="How fast, and how long",
    level="build",
    hints=(
        "Section 2.5 does it for a single feature: `columns` builds A, and `curvatures` takes the "
        "eigenvalues of the Hessian that belongs to it. Sections 2.6 and 2.7 make the limit and κ "
        "of them. Only A is new here.",
        "A has the columns of `X` and one more, ones, of shape `(N, 1)`. Then the Hessian is "
        "2/N·AᵀA. `torch.linalg.eigvalsh` returns its eigenvalues, the smallest first, one for "
        "each parameter.",
        "The first line: `A = torch.cat([X, torch.ones(len(X), 1, dtype=X.dtype)], dim=1)`. Of "
        "the eigenvalues the last, `eigenvalues[-1]`, is the steepest curvature, and the first is "
        "the gentlest. Return limit and κ with a comma between them.",
    ),
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
    reference=solutions.stability,
    correct=(_by_singular_values, _by_autograd, _stacked, _in_numpy),
    mistakes=STABILITY_MISTAKES,
    rtol=1e-3,
)
