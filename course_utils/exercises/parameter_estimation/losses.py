"""Exercise 1.6 of notebook 01: a loss of one's own, judged by its properties."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation.loss_mistakes import MISTAKES

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
def _of_several(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    together = float(loss_fn(y_hat, y))
    alone = [float(loss_fn(y_hat[i : i + 1], y[i : i + 1])) for i in range(len(y))]
    # Tight, because a bend that comes too late may show in the cost of the smallest miss only.
    if math.isclose(together, sum(alone) / len(alone), rel_tol=2e-5):
        return "the mean of their losses"
    if math.isclose(together, sum(alone), rel_tol=2e-5):
        return "the sum of their losses"
    more = together > sum(alone) / len(alone)
    return f"{'more' if more else 'less'} than the mean of their losses"


@_about_one_number
def _far_out(loss_fn: _Loss, y_hat: Tensor, y: Tensor, y_hat_worse: Tensor) -> str:
    near, far = float(loss_fn(y_hat, y)), float(loss_fn(y_hat_worse, y))
    if not (near > 0 and math.isfinite(far)):
        return f"{far:g} against {near:g}"
    return "at most 3 times as much" if far <= 3.001 * near else f"{far / near:.2f} times as much"


@_about_one_number
def _at_the_bottom(loss_fn: _Loss, *predictions: Tensor) -> str:
    single = _growth(loss_fn, *predictions)
    # Rounding in float32 may be to blame. An answer that mixes types cannot be asked again.
    with contextlib.suppress(RuntimeError):
        double = _growth(loss_fn, *(tensor.double() for tensor in predictions))
        return double if double == _ROUND else single
    return single


_ROUND = "at least 3 times as much"


def _growth(loss_fn: _Loss, y_hat: Tensor, y: Tensor, y_hat_worse: Tensor) -> str:
    near, far = float(loss_fn(y_hat, y)), float(loss_fn(y_hat_worse, y))
    if not (near > 0 and math.isfinite(far)):
        return f"{far:g} against {near:g}"
    # √(1 + Δ²) − 1 is rounded by 0.1 percent here: far less than the gap to 4.
    return (
        _ROUND
        if far >= 2.99 * near
        else f"{far / near:.2f} times as much ({far:.2g} against {near:.2g})"
    )


_Y = torch.tensor([3.0, -1.0, 0.5])

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
        # Not 100: cosh leaves the range of float32 at 90, and log cosh is a good answer.
        Case(
            "three predictions miss by 0.02, −0.5 and 80: what is their loss, against the losses "
            "of each of them alone?",
            (_Y + torch.tensor([0.02, -0.5, 80.0]), _Y),
            _of_several,
        ),
        *(
            Case(
                f"one prediction is {far:g} {side}: what does that cost, against {near:g}?",
                (sign * torch.tensor([near]), torch.zeros(1), sign * torch.tensor([far])),
                question,
            )
            for near, far, question in ((40.0, 80.0, _far_out), (0.02, 0.04, _at_the_bottom))
            for sign, side in ((1, "too high"), (-1, "too low"))
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
