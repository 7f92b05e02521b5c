"""Exercise 5.4 of notebook 05: least squares with a penalty that leaves the bias alone."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def ridge(A: Tensor, y: Tensor, lam: float) -> Tensor:
    """Return the w that minimises mean squared error + λ/2 · (sum of squares without the first).

    `A`: (…, N, P), its first column ones; `y`: (…, N); the result is (…, P).
    Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning (2009), 3.4.1.
    """
    prices = torch.full((A.shape[-1],), float(lam), dtype=A.dtype)
    prices[0] = 0.0
    return _solve(A, y, prices)


def _solve(A: Tensor, y: Tensor, prices: Tensor, scale: float = 2.0) -> Tensor:
    factor = scale / A.shape[-2]
    left = factor * A.mT @ A + torch.diag(prices)
    return torch.linalg.solve(left, factor * A.mT @ y[..., None])[..., 0]


def _priced_too(A: Tensor, y: Tensor, lam: float) -> Tensor:
    return _solve(A, y, torch.full((A.shape[-1],), float(lam), dtype=A.dtype))


def _last_is_free(A: Tensor, y: Tensor, lam: float) -> Tensor:
    prices = torch.full((A.shape[-1],), float(lam), dtype=A.dtype)
    prices[-1] = 0.0
    return _solve(A, y, prices)


def _first_set_to(value: float) -> Callable[[Tensor, Tensor, float], Tensor]:
    def answer(A: Tensor, y: Tensor, lam: float) -> Tensor:
        prices = torch.full((A.shape[-1],), float(lam), dtype=A.dtype)
        prices[0] = value
        return _solve(A, y, prices)

    return answer


def _bias_erased(A: Tensor, y: Tensor, lam: float) -> Tensor:
    w = _priced_too(A, y, lam)
    return torch.cat([torch.zeros_like(w[..., :1]), w[..., 1:]], dim=-1)


def _mean_as_bias(A: Tensor, y: Tensor, lam: float) -> Tensor:
    w = _priced_too(A, y, lam)
    return torch.cat([y.mean(dim=-1, keepdim=True), w[..., 1:]], dim=-1)


def _targets_centred(A: Tensor, y: Tensor, lam: float) -> Tensor:
    mean = y.mean(dim=-1, keepdim=True)
    w = _priced_too(A, y - mean, lam)
    return torch.cat([w[..., :1] + mean, w[..., 1:]], dim=-1)


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


def _ones_and(*columns: list[float]) -> Tensor:
    return torch.tensor([[1.0] * len(columns[0]), *columns], dtype=torch.float64).T


_DRAWN = torch.randn(3, 8, 4, generator=torch.Generator().manual_seed(54), dtype=torch.float64)
_MANY = torch.cat([torch.ones(3, 8, 1, dtype=torch.float64), _DRAWN[..., 1:]], dim=-1)
_TARGETS = 2.0 + _DRAWN.sum(dim=-1)
_LINE = _ones_and([0.0, 1.0, 2.0, 3.0])
_HIGH = torch.tensor([10.0, 12.0, 14.0, 16.0], dtype=torch.float64)


def _after_a_shift(answer: Callable[..., Tensor], A: Tensor, y: Tensor, lam: float) -> Tensor:
    """Return how the coefficients change when 100 is added to every target."""
    return answer(A, y + 100, lam) - answer(A, y, lam)


FREE_BIAS = Exercise(
    number="5.4",
    title="The bias is free",
    level="change",
    learned="the penalty prices the slopes; the bias says how high the data lies, and is free",
    cases=(
        Case("x = 0, 1, 2, 3, y = 10 + 2x, λ = 1", (_LINE, _HIGH, 1.0)),
        Case("the same with λ = 0", (_LINE, _HIGH, 0.0)),
        Case("the same with λ = 1,000,000: nothing but the mean is left", (_LINE, _HIGH, 1e6)),
        Case("8 examples, 4 coefficients, λ = 0.5", (_MANY[0], _TARGETS[0], 0.5)),
        Case("three such data sets at once, λ = 0.1", (_MANY, _TARGETS, 0.1)),
        Case(
            "what changes when 100 is added to every y, λ = 2",
            (_MANY[1], _TARGETS[1], 2.0),
            _after_a_shift,
        ),
    ),
    reference=ridge,
    correct=(_by_centring, _by_a_mask),
    mistakes=(
        Mistake("the bias has a price", _priced_too, given=True),
        Mistake(
            "no price at all",
            lambda A, y, lam: ridge(A, y, 0.0),
            "This is least squares without any penalty. Only one of the prices should be zero.",
        ),
        Mistake(
            "the last coefficient is free",
            _last_is_free,
            "One price is zero, but it is not that of the bias. Which column of A holds the ones?",
        ),
        Mistake(
            "a price of 1 for the bias",
            _first_set_to(1.0),
            "The bias has a price of its own now, and it is not zero. What is the least it can "
            "cost?",
        ),
        Mistake(
            "bias erased afterwards",
            _bias_erased,
            "The bias comes out as zero. It should cost nothing, which is not the same as being "
            "nothing.",
        ),
        Mistake(
            "the mean of the targets as bias",
            _mean_as_bias,
            "Your bias is the mean of the targets. That is where the data lies at the mean of the "
            "features; where does the first coefficient say how high it lies?",
        ),
        Mistake(
            "only the targets are centred",
            _targets_centred,
            "You take the mean off the targets and add it again. That frees the bias only if the "
            "features have mean 0 as well. There is a shorter way: which price is too much?",
        ),
        Mistake(
            "half the price",
            lambda A, y, lam: ridge(A, y, lam / 2),
            "The bias is free now. The others pay half of what they should: the gradient of "
            "λ/2 · w² is λw.",
        ),
        Mistake(
            "double the price",
            lambda A, y, lam: ridge(A, y, 2 * lam),
            "The bias is free now. The others pay twice what they should. Is there a factor 2 on "
            "both sides of the data's part?",
        ),
        Mistake(
            "N times too cheap",
            lambda A, y, lam: ridge(A, y, 2 * lam / A.shape[-2]),
            "The bias is free, but the others pay less the more examples there are. The factor "
            "2/N belongs to the data alone.",
        ),
    ),
)
