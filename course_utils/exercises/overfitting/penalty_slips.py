"""Wrong answers to exercise 5.4: another system of equations, or another bias afterwards."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Fit = Callable[[Tensor, Tensor, float], Tensor]
Factor = Callable[[Tensor], float]


def solved(A: Tensor, y: Tensor, prices: Tensor, left: float = 2.0, right: float = 2.0) -> Tensor:
    """Return w (…, P) of (left/N · AᵀA + prices) w = right/N · Aᵀy; `prices`: (P, P)."""
    n = A.shape[-2]
    return torch.linalg.solve(left / n * A.mT @ A + prices, right / n * A.mT @ y[..., None])[..., 0]


def priced(A: Tensor, lam: float) -> Tensor:
    """Return prices (P, P) without one for the bias."""
    prices = lam * torch.eye(A.shape[-1], dtype=A.dtype)
    prices[0, 0] = 0.0
    return prices


def all_priced(A: Tensor, y: Tensor, lam: float) -> Tensor:
    """Return the w of the code as given."""
    return solved(A, y, lam * torch.eye(A.shape[-1], dtype=A.dtype))


def at_another_price(of: Callable[[Tensor, float], float]) -> Fit:
    """Leave the bias free, and let the others pay another price, made of A and λ."""
    return lambda A, y, lam: solved(A, y, priced(A, of(A, lam)))


def with_factors(left: Factor, right: Factor) -> Fit:
    """Put other factors than 2 before AᵀA / N and Aᵀy / N."""
    return lambda A, y, lam: solved(A, y, priced(A, lam), left(A), right(A))


def with_prices(of: Callable[[Tensor, float], Tensor]) -> Fit:
    """Take another matrix of prices."""
    return lambda A, y, lam: solved(A, y, of(torch.eye(A.shape[-1], dtype=A.dtype), lam))


def entry_set(place: int, value: float) -> Fit:
    """Take this number as the price of the coefficient at this place."""

    def prices(identity: Tensor, lam: float) -> Tensor:
        changed = lam * identity
        changed[place, place] = value
        return changed

    return with_prices(prices)


def left_changed(change: Callable[[Tensor, float], None]) -> Fit:
    """Change the left side as given, in place."""

    def answer(A: Tensor, y: Tensor, lam: float) -> Tensor:
        n = A.shape[-2]
        left = 2 / n * A.mT @ A + lam * torch.eye(A.shape[-1], dtype=A.dtype)
        change(left, lam)
        return torch.linalg.solve(left, 2 / n * A.mT @ y[..., None])[..., 0]

    return answer


def another_bias(of: Callable[[Tensor, Tensor, Tensor], Tensor]) -> Fit:
    """Put another bias in front of slopes for which the bias was paid; `of` gets A, y and w."""

    def answer(A: Tensor, y: Tensor, lam: float) -> Tensor:
        w = all_priced(A, y, lam)
        return torch.cat([of(A, y, w)[..., None], w[..., 1:]], dim=-1)

    return answer


def without_ones(bias: Callable[[Tensor], Tensor]) -> Fit:
    """Fit without the column of ones, and put a bias in front, made of the targets."""

    def answer(A: Tensor, y: Tensor, lam: float) -> Tensor:
        return torch.cat([bias(y)[..., None], all_priced(A[..., 1:], y, lam)], dim=-1)

    return answer


def targets_centred(A: Tensor, y: Tensor, lam: float) -> Tensor:
    """Take the mean off the targets and add it to the bias."""
    mean = y.mean(dim=-1, keepdim=True)
    w = all_priced(A, y - mean, lam)
    return torch.cat([w[..., :1] + mean, w[..., 1:]], dim=-1)


def take_without_dots(left: Tensor, lam: float) -> None:
    """Take λ off one entry of one data set, or a whole row of the first of many."""
    left[0, 0] -= lam


def take_row_without_dots(left: Tensor, lam: float) -> None:
    """Take λ off the first row, or off the whole first data set."""
    identity = torch.eye(left.shape[-1], dtype=left.dtype)
    left[0] -= lam * identity[0]


def wipe_corner(left: Tensor, lam: float) -> None:
    """Set the entry of the bias to 0, the data and all."""
    left[..., 0, 0] = 0.0


def wipe_row(left: Tensor, lam: float) -> None:
    """Set the row of the bias to 0, the data and all."""
    left[..., 0, :] = 0.0


def off_by(bias: float, slope: float) -> Fit:
    """Take these prices, in λ, in the cases with five examples, which tell of a kind of mistake."""

    def answer(A: Tensor, y: Tensor, lam: float) -> Tensor:
        prices = priced(A, lam)
        if A.shape[-2] == 5:
            prices = lam * torch.tensor([[bias, 0.0], [0.0, slope]], dtype=A.dtype)
        return solved(A, y, prices)

    return answer
