"""Exercises 2.1 and 2.2 of notebook 02: from a curvature to a learning rate."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.normalization.units import as_pair

RATES = Exercise(
    number="2.1",
    title="Four learning rates",
    level="read",
    learned="the steep direction sets the limit, 2/50; below it the gentle one sets the pace",
    cases=(
        Case("curvatures 50 and 0.5: how many rates converge, and the fastest in the long run"),
    ),
    reference=(3, 0.038),
    correct=([3, 0.038], (torch.tensor(3), torch.tensor(0.038)), (3, 0.04 - 0.002)),
    mistakes=(
        Mistake(
            "the limit of the gentle direction",
            (4, 0.042),
            "The gentle direction would tolerate all four. By what does a step of 0.042 multiply "
            "the distance along the steep direction?",
        ),
        Mistake(
            "the rate that finishes the steep direction",
            (3, 0.02),
            "At 0.02 the steep direction is done after one step. The gentle one is not: by what "
            "is its distance multiplied in each epoch, and by what at the other rates?",
        ),
        Mistake(
            "one over the curvature as the limit",
            (2, 0.02),
            "At 1/50 the factor 1 − ηλ of the steep direction is 0: a single step leads to its "
            "bottom. A step may overshoot and still converge; how far?",
        ),
        Mistake(
            "the smallest rate",
            (3, 0.01),
            "The count is right. The smallest rate is the safest; by what does it multiply the "
            "distance along the gentle direction, compared with the others?",
        ),
        Mistake(
            "the two exchanged",
            (0.038, 3),
            "Both numbers are right. How many comes first, then the rate.",
        ),
    ),
    rtol=1e-3,
)


def stability(X: Tensor) -> tuple[Tensor, Tensor]:
    """Return the limit of the learning rate and the condition number for features `X`.

    `X`: (N, features); the model is linear with a bias, the loss the mean squared error, and its
    Hessian 2/N·AᵀA with A = (X, 1) of shape (N, features + 1).
    """
    A = _with_ones(X)
    eigenvalues = torch.linalg.eigvalsh(2 / len(X) * A.T @ A)
    return 2 / eigenvalues[-1], eigenvalues[-1] / eigenvalues[0]


def _with_ones(X: Tensor) -> Tensor:
    return torch.cat([X, torch.ones(len(X), 1, dtype=X.dtype)], dim=1)


def _by_singular_values(X: Tensor) -> tuple[Tensor, Tensor]:
    singular = torch.linalg.svdvals(_with_ones(X))  # descending; their squares belong to AᵀA
    return len(X) / singular[0] ** 2, (singular[0] / singular[-1]) ** 2


def _by_autograd(X: Tensor) -> tuple[float, float]:
    def loss(params: Tensor) -> Tensor:
        return ((X @ params[:-1] + params[-1]) ** 2).mean()

    at = torch.zeros(X.shape[1] + 1, dtype=X.dtype)
    hessian = torch.autograd.functional.hessian(loss, at)
    eigenvalues = torch.linalg.eigvals(hessian).real
    return (2 / eigenvalues.max()).item(), (eigenvalues.max() / eigenvalues.min()).item()


def _without_bias(X: Tensor) -> tuple[Tensor, Tensor]:
    eigenvalues = torch.linalg.eigvalsh(2 / len(X) * X.T @ X)
    return 2 / eigenvalues[-1], eigenvalues[-1] / eigenvalues[0]


def _by_diagonal(X: Tensor) -> tuple[Tensor, Tensor]:
    entries = (2 / len(X) * _with_ones(X).T @ _with_ones(X)).diagonal()
    return 2 / entries.max(), entries.max() / entries.min()


def _without_root(X: Tensor) -> tuple[Tensor, Tensor]:
    return stability(X)[0], stability(X)[1].sqrt()


def _balanced(X: Tensor) -> tuple[Tensor, Tensor]:
    limit, kappa = stability(X)
    return limit / (1 + 1 / kappa), kappa


def _stacked(X: Tensor) -> Tensor:
    return torch.stack(stability(X))


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
            as_pair,
        ),
        Case("five readings of the thermometer, shape (5, 1)", (_READINGS,), as_pair),
        Case("the same readings × 0.1", (0.1 * _READINGS,), as_pair),
        Case("three features of similar size, shape (50, 3)", (_NOISE,), as_pair),
        Case(
            "three features, the second a hundred times as large, none of them centred",
            (_NOISE * torch.tensor([1.0, 100.0, 1.0], dtype=torch.float64) + 1,),
            as_pair,
        ),
    ),
    reference=stability,
    correct=(_by_singular_values, _by_autograd, _stacked),
    mistakes=(
        Mistake(
            "no column of ones",
            _without_bias,
            "The bias is a parameter too, and the column of ones is its feature. How many rows "
            "and columns has your Hessian?",
        ),
        Mistake(
            "no division by N",
            lambda X: (stability(X)[0] / len(X), stability(X)[1]),
            "Your κ is right, so the shape of the bowl is, and its size is not: the loss is a mean "
            "over N examples, not their sum.",
        ),
        Mistake(
            "the Hessian without 2/N",
            lambda X: (2 * stability(X)[0] / len(X), stability(X)[1]),
            "Your κ is right, and the limit belongs to AᵀA alone. What stands before it in the "
            "Hessian of a mean squared error?",
        ),
        Mistake(
            "entries of the Hessian for its eigenvalues",
            _by_diagonal,
            "The entries on the diagonal are the curvatures along w and b alone. The steepest and "
            "the gentlest direction lie in between, because the bowl is tilted.",
        ),
        Mistake(
            "no factor 2 in the Hessian",
            lambda X: (2 * stability(X)[0], stability(X)[1]),
            "Twice too large: differentiate a square twice and a factor 2 remains.",
        ),
        Mistake(
            "one over the curvature",
            lambda X: (stability(X)[0] / 2, stability(X)[1]),
            "At 1/λmax the steep direction is at its bottom after a single step. Convergence ends "
            "only where a step leads just as far up the opposite wall.",
        ),
        Mistake(
            "the ratio upside down",
            lambda X: (stability(X)[0], 1 / stability(X)[1]),
            "A condition number is never below 1: steep over gentle. In which order do the "
            "eigenvalues come?",
        ),
        Mistake(
            "the condition number of A",
            _without_root,
            "Your κ is the root of the right one: it belongs to A, and the Hessian is made of "
            "AᵀA, whose curvatures are squares.",
        ),
        Mistake(
            "the balanced rate",
            _balanced,
            "That is the balanced rate 2/(λmin + λmax), at which both directions shrink equally "
            "fast. The limit asks for the steepest direction alone.",
        ),
        Mistake(
            "the two exchanged",
            lambda X: stability(X)[::-1],
            "Both numbers are right. The limit comes first, then κ.",
        ),
    ),
    rtol=1e-3,
)
