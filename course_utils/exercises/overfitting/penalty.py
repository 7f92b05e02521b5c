"""Exercise 5.4 of notebook 05: least squares with a penalty that leaves the bias alone."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.overfitting import penalty_mistakes, solutions


def _by_centring(A: Tensor, y: Tensor, lam: float) -> Tensor:
    rest, num = A[..., 1:], A.shape[-2]
    mean_x, mean_y = rest.mean(dim=-2, keepdim=True), y.mean(dim=-1, keepdim=True)
    X, target = rest - mean_x, y - mean_y
    left = X.mT @ X + lam * num / 2 * torch.eye(rest.shape[-1], dtype=A.dtype)
    w = torch.linalg.solve(left, X.mT @ target[..., None])
    return torch.cat([mean_y - (mean_x @ w)[..., 0], w[..., 0]], dim=-1)


def _by_a_mask(A: Tensor, y: Tensor, lam: float) -> Tensor:
    identity = torch.eye(A.shape[-1], dtype=A.dtype)
    identity[0] = 0
    left = A.mT @ A + A.shape[-2] * lam / 2 * identity
    return torch.linalg.solve(left, (A.mT @ y[..., None])).squeeze(-1)


def _by_numpy(A: Tensor, y: Tensor, lam: float) -> np.ndarray:
    features, targets, num = A.numpy(), y.numpy(), A.shape[-2]
    prices = lam * np.diag([0.0] + [1.0] * (A.shape[-1] - 1))
    left = 2 / num * np.einsum("...np,...nq->...pq", features, features) + prices
    right = 2 / num * np.einsum("...np,...n->...p", features, targets)
    return np.linalg.solve(left, right[..., None])[..., 0]


def _ones_and(*columns: list[float]) -> Tensor:
    return torch.tensor([[1.0] * len(columns[0]), *columns], dtype=torch.float64).T


_DRAWN = torch.randn(3, 11, 4, generator=torch.Generator().manual_seed(54), dtype=torch.float64)
_MANY = torch.cat([torch.ones(3, 11, 1, dtype=torch.float64), _DRAWN[..., 1:]], dim=-1)
_TARGETS = 2.0 + _DRAWN.sum(dim=-1)
_ODD = torch.tensor([-5.0, -3.0, -1.0, 1.0, 3.0, 5.0], dtype=torch.float64)
_CENTRED = _ones_and(_ODD.tolist())
_FIVE = _ones_and([-2.0, -1.0, 0.0, 1.0, 2.0])
_LINE = _ones_and([0.0, 1.0, 2.0, 3.0])
_HIGH = torch.tensor([10.0, 12.0, 14.0, 16.0], dtype=torch.float64)


def _paid(answer: Callable[..., Tensor], A: Tensor, y: Tensor, lam: float) -> str:
    """Say which prices lead to these two coefficients, for a feature of mean 0."""
    bias, slope = answer(A, y, lam).tolist()
    x, size = A[:, 1], 2 / len(y)
    pays = [
        round(size * ((column @ y) / w - column @ column).item(), 2) + 0.0 if w else math.inf
        for column, w in ((A[:, 0], bias), (x, slope))
    ]
    return f"it is as if the bias paid {pays[0]:g} and the slope {pays[1]:g}"


def _in_words(answer: Callable[..., Tensor], A: Tensor, y: Tensor, lam: float) -> str:
    """Say whether bias and slope are too small or too large, for a feature of mean 0."""
    wanted, got = solutions.ridge(A, y, lam).tolist(), answer(A, y, lam).tolist()
    words = [
        "right" if abs(w - g) < 1e-3 else f"too {'small' if g < w else 'large'}"
        for w, g in zip(wanted, got, strict=True)
    ]
    return f"the bias is {words[0]}, the slope is {words[1]}"


def _after_a_shift(answer: Callable[..., Tensor], A: Tensor, y: Tensor, lam: float) -> Tensor:
    """Return how the coefficients change when 10 is added to every target, to four decimals."""
    change = torch.as_tensor(answer(A, y + 10, lam)) - torch.as_tensor(answer(A, y, lam))
    return change.round(decimals=4) + 0.0  # no -0.0


FREE_BIAS = Exercise(
    number="5.4",
    name="ridge",
    title="The bias is free",
    level="change",
    hints=(
        "Section 5.11 says why the bias is left out of the penalty. Which line of the function "
        "says what each coefficient costs? Run `2 * torch.eye(3)` to see such a matrix of prices.",
        "`prices` has λ on its diagonal, one for each coefficient, in the order of the columns of "
        "`A`. Change the one that belongs to the bias, and leave the others as they are.",
        "Insert a line before `left` is computed. It begins with `prices[0, 0] =`. Which number "
        "follows?",
    ),
    learned="the penalty prices the slopes; the bias says how high the data lies, and is free",
    cases=(
        Case("x = −5, −3, −1, 1, 3, 5, y = 10 + 2x, λ = 3", (_CENTRED, 10 + 2 * _ODD, 3.0), _paid),
        Case("x = 0, 1, 2, 3, y = 10 + 2x, λ = 1", (_LINE, _HIGH, 1.0)),
        Case("the same with λ = 0", (_LINE, _HIGH, 0.0)),
        Case("the same with λ = 1,000,000: nothing but the mean is left", (_LINE, _HIGH, 1e6)),
        Case("11 examples, 4 coefficients, λ = 0.5", (_MANY[0], _TARGETS[0], 0.5)),
        Case("three such data sets at once, λ = 2", (_MANY, _TARGETS, 2.0)),
        Case(
            "x = −2, −1, 0, 1, 2, y = 5 + 3x, λ = 2", (_FIVE, 5 + 3 * _FIVE[:, 1], 2.0), _in_words
        ),
        Case("the same with y = 2 + 7x, λ = 4", (_FIVE, 2 + 7 * _FIVE[:, 1], 4.0), _in_words),
        Case(
            "what changes when 10 is added to every y, λ = 2",
            (_MANY[1], _TARGETS[1], 2.0),
            _after_a_shift,
        ),
    ),
    reference=solutions.ridge,
    correct=(_by_centring, _by_a_mask, _by_numpy),
    mistakes=penalty_mistakes.MISTAKES,
)
