"""Exercise 1.6 of notebook 01: a loss of one's own, judged by its properties."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation_loss_mistakes import MISTAKES

_Loss = Callable[[Tensor, Tensor], Any]


def forgiving_loss(y_hat: Tensor, y: Tensor) -> Tensor:
    """Return the mean of √(1 + Δ²) − 1 over the misses Δ of `y_hat` for targets `y`, both (N,).

    Source: P. Charbonnier et al., Two deterministic half-quadratic regularization algorithms
    for computed imaging, ICIP 1994 (known since as pseudo-Huber loss).
    """
    return (torch.sqrt(1 + (y_hat - y) ** 2) - 1).mean()


def _by_loop(y_hat: Tensor, y: Tensor) -> float:
    sizes = (y_hat - y).abs().tolist()
    return sum(size**2 if size < 1 else 2 * size - 1 for size in sizes) / len(sizes)


def _size(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    loss = loss_fn(y_hat, y)
    if isinstance(loss, list | tuple):
        return f"a {type(loss).__name__} of {len(loss)} entries"
    if isinstance(loss, Tensor) and loss.ndim:
        return f"a tensor of shape {tuple(loss.shape)}"
    float(loss)  # raises where it is no number at all
    return "one number"


def _about_one_number(question: Callable[..., str]) -> Callable[..., str]:
    """Return a question that is put to a loss only if that is one number."""

    def ask(loss_fn: _Loss, y_hat: Tensor, y: Tensor, *others: Tensor) -> str:
        size = _size(loss_fn, y_hat, y)
        return question(loss_fn, y_hat, y, *others) if size == "one number" else size

    return ask


@_about_one_number
def _sign(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    loss = float(loss_fn(y_hat, y))
    if not math.isfinite(loss):
        return f"{loss}, which is not finite"
    if abs(loss) < 1e-6:
        return "zero"
    return "a positive number" if loss > 0 else "a negative number"


@_about_one_number
def _when_doubled(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    once = float(loss_fn(y_hat, y))
    twice = float(loss_fn(torch.cat([y_hat, y_hat]), torch.cat([y, y])))
    if math.isclose(once, twice, rel_tol=1e-4):
        return "the same loss"
    return f"a loss {twice / once:.1f} times as large" if once else "another loss"


@_about_one_number
def _far_out(loss_fn: _Loss, y_hat: Tensor, y: Tensor, y_hat_worse: Tensor) -> str:
    near, far = float(loss_fn(y_hat, y)), float(loss_fn(y_hat_worse, y))
    if not (near > 0 and math.isfinite(far)):
        return f"{far:g} against {near:g}"
    return "at most 3 times as much" if far <= 3.001 * near else f"{far / near:.1f} times as much"


@_about_one_number
def _at_the_bottom(loss_fn: _Loss, y_hat: Tensor, y: Tensor, y_hat_worse: Tensor) -> str:
    near, far = float(loss_fn(y_hat, y)), float(loss_fn(y_hat_worse, y))
    if not (near > 0 and math.isfinite(far)):
        return f"{far:g} against {near:g}"
    # Rounding in float32 moves √(1 + Δ²) − 1 by 0.1 percent here: far less than the gap to 4.
    if far >= 2.99 * near:
        return "at least 3 times as much"
    return f"{far / near:.1f} times as much ({far:.2g} against {near:.2g})"


_Y = torch.tensor([3.0, -1.0, 0.5])
_ZEROS = torch.zeros(2)

FORGIVING_LOSS = Exercise(
    number="1.6",
    title="A loss that forgives",
    level="build",
    learned="a loss is a choice: yours is round at the bottom, and no outlier rules it",
    cases=(
        Case("three predictions, one loss for all of them", (_Y + 1, _Y), _size),
        Case("all predictions are right: what is the loss?", (_Y, _Y), _sign),
        Case("every prediction is 20 too high: what is the loss?", (_Y + 20, _Y), _sign),
        Case("every prediction is 20 too low: what is the loss?", (_Y - 20, _Y), _sign),
        Case(
            "one prediction is 20 too high, one 20 too low, one right: what is the loss?",
            (_Y + torch.tensor([20.0, -20.0, 0.0]), _Y),
            _sign,
        ),
        Case(
            "two predictions are right, one is 0.3 too low: what is the loss?",
            (_Y - torch.tensor([0.0, 0.3, 0.0]), _Y),
            _sign,
        ),
        Case(
            "every example is shown twice: what becomes of the loss?",
            (_Y + torch.tensor([1.0, -4.0, 0.0]), _Y),
            _when_doubled,
        ),
        # Not 100: cosh leaves the range of float32 at 90, and log cosh is a good answer.
        Case(
            "one prediction is right, one misses by 80: what does that cost, against 40?",
            (torch.tensor([0.0, 40.0]), _ZEROS, torch.tensor([0.0, 80.0])),
            _far_out,
        ),
        Case(
            "one prediction is right, one misses by 0.04: what does that cost, against 0.02?",
            (torch.tensor([0.0, 0.02]), _ZEROS, torch.tensor([0.0, 0.04])),
            _at_the_bottom,
        ),
    ),
    reference=forgiving_loss,
    correct=(
        _by_loop,
        F.huber_loss,
        torch.nn.SmoothL1Loss(),
        lambda y_hat, y: F.huber_loss(y_hat, y, delta=0.1),
        lambda y_hat, y: F.huber_loss(y_hat, y, delta=10.0),
        lambda y_hat, y: torch.log(torch.cosh(y_hat - y)).mean(),
        lambda y_hat, y: torch.log1p((y_hat - y) ** 2).mean(),
    ),
    mistakes=MISTAKES,
)
