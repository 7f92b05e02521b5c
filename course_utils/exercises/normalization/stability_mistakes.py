"""The known mistakes of exercise 2.2: first those of the matrix, then those of the numbers."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.hessians import (
    Numbers,
    from_eigenvalues,
    from_matrix,
    hessian,
    with_ones,
)
from course_utils.exercises.normalization.limit_mistakes import LIMIT_MISTAKES


def _standardised(X: Tensor) -> Tensor:
    return (X - X.mean(dim=0)) / X.std(dim=0, correction=0)


def _by_diagonal(X: Tensor) -> Numbers:
    entries = hessian(with_ones(X)).diagonal()
    return 2 / entries.max(), entries.max() / entries.min()


def _by_singular_values(X: Tensor) -> Numbers:
    singular = torch.linalg.svdvals(with_ones(X))
    return 2 / singular[0], singular[0] / singular[-1]


STABILITY_MISTAKES = (
    Mistake(
        "no column of ones",
        from_matrix(lambda X: hessian(X)),
        "The bias is a parameter too, and the column of ones is its feature. How many rows "
        "and columns has your Hessian?",
    ),
    Mistake(
        "zeros for ones",
        from_matrix(lambda X: hessian(torch.cat([X, 0 * X[:, :1]], dim=1))),
        "A column of zeros belongs to a parameter that moves no prediction. What does the bias do "
        "to each prediction, when it grows by 1?",
    ),
    Mistake(
        "ones below the readings",
        from_matrix(
            lambda X: (
                2
                / len(X)
                * torch.cat([X, torch.ones(len(X), 1)]).T
                @ torch.cat([X, torch.ones(len(X), 1)])
            )
        ),
        "The ones stand below the readings, as further examples. They are a column beside them.",
    ),
    Mistake(
        "centred first",
        from_matrix(lambda X: hessian(with_ones(X - X.mean(dim=0)))),
        "These are the numbers of centred features. They should be those of X as it is.",
    ),
    Mistake(
        "standardised first",
        from_matrix(lambda X: hessian(with_ones(_standardised(X)))),
        "These are the numbers of standardised features. They should be those of X as it is.",
    ),
    Mistake(
        "the covariances",
        from_matrix(lambda X: torch.cov(X.T).reshape(X.shape[1], -1)),
        "These are covariances: centred, and without a column of ones for the bias. The Hessian is "
        "made of A as it is.",
    ),
    Mistake(
        "rows for columns",
        from_matrix(lambda X: 2 / len(X) * with_ones(X) @ with_ones(X).T),
        "The smallest eigenvalue is 0, but for rounding. How many rows has your Hessian: one for "
        "each parameter, or one for each example?",
    ),
    Mistake(
        "entries of the Hessian for its eigenvalues",
        _by_diagonal,
        "The entries on the diagonal are the curvatures along w and b alone. The steepest and "
        "the gentlest direction lie in between, because the bowl is tilted.",
    ),
    Mistake(
        "singular values of A for curvatures",
        _by_singular_values,
        "These are singular values of A, taken as curvatures. The curvatures are those of the "
        "Hessian, which is made of AᵀA.",
    ),
    Mistake(
        "sorted the wrong way round",
        from_eigenvalues(lambda lam: (2 / lam[0], lam[0] / lam[-1])),
        "Limit and κ both come from the other end: in which order do the eigenvalues come?",
    ),
    Mistake(
        "two directions only",
        from_eigenvalues(lambda lam: (2 / lam[1], lam[1] / lam[0])),
        "There are as many directions as parameters, and here the second is taken for the "
        "steepest. Where do you find the steepest, however many there are?",
    ),
    *LIMIT_MISTAKES,
)
