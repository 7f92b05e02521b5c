"""The questions that exercise 1.5 puts to a loss, and what it says of the answers, in words.

The words are coarse on purpose: losses that lack the same property get the same ones.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

from torch import Tensor

_Loss = Callable[[Tensor, Tensor], Any]

ALWAYS = "yes, always"
SMOOTH = "no"


def size(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    """Return "one number", or what came in its place."""
    loss = loss_fn(y_hat, y)
    if isinstance(loss, list | tuple):
        return f"a {type(loss).__name__} of {len(loss)} entries"
    if getattr(loss, "ndim", 0):
        return f"a tensor of shape {tuple(loss.shape)}"
    float(loss)  # raises where it is no number at all
    return "one number"


def _about_one_number(question: Callable[..., str]) -> Callable[..., str]:
    """Return a question that is put to a loss only if that is one number."""

    def ask(loss_fn: _Loss, y_hat: Tensor, y: Tensor, *others: Tensor) -> str:
        found = size(loss_fn, y_hat, y)
        return question(loss_fn, y_hat, y, *others) if found == "one number" else found

    return ask


@_about_one_number
def sign(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    """Return whether a loss is zero, positive or negative."""
    loss = float(loss_fn(y_hat, y))
    if not math.isfinite(loss):
        return f"{loss}, which is not finite"
    if abs(loss) < 1e-6:
        return "zero"
    return "a positive number" if loss > 0 else "a negative number"


@_about_one_number
def finite(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    """Return whether a loss is finite, or what it is otherwise."""
    loss = float(loss_fn(y_hat, y))
    return "a finite number" if math.isfinite(loss) else f"{loss}, which is not finite"


@_about_one_number
def of_several(loss_fn: _Loss, y_hat: Tensor, y: Tensor) -> str:
    """Return what the loss of several examples is to the losses of each alone."""
    together = float(loss_fn(y_hat, y))
    alone = [float(loss_fn(y_hat[i : i + 1], y[i : i + 1])) for i in range(len(y))]
    # Tight, because a bend that comes too late may show in the cost of the smallest miss only.
    for value, tolerance, words in (
        (sum(alone) / len(alone), 2e-5, "the mean of their losses"),
        (sum(alone), 2e-5, "the sum of their losses"),
        (max(alone), 1e-6, "the largest of their losses"),
        (sorted(alone)[len(alone) // 2], 1e-6, "the one in the middle of their losses"),
    ):
        if math.isclose(together, value, rel_tol=tolerance):
            return words
    more = together > sum(alone) / len(alone)
    return f"{'more' if more else 'less'} than the mean of their losses"


def _costs(loss_fn: _Loss, *predictions: Tensor) -> list[float]:
    """Return what predictions cost for the target at the first place, each a tensor."""
    y, *y_hats = predictions
    return [float(loss_fn(y_hat, y)) for y_hat in y_hats]


def _ratio_is_off(near: float, far: float) -> str:
    if not (math.isfinite(near) and math.isfinite(far)):
        return "no finite number"
    if near <= 0:
        return f"the smaller miss costs {'nothing' if near == 0 else 'less than nothing'}"
    return ""


@_about_one_number
def far_out(loss_fn: _Loss, y_hat: Tensor, y: Tensor, y_hat_worse: Tensor) -> str:
    """Return how much more a large miss costs than half of it."""
    near, far = _costs(loss_fn, y, y_hat, y_hat_worse)
    if off := _ratio_is_off(near, far):
        return off
    if far < 1.7999 * near:
        return "less than 1.8 times as much"
    if far <= 2.5001 * near:
        return "between 1.8 and 2.5 times as much"
    if far < 3.98 * near:
        return "between 2.5 and 4 times as much"
    return "4 times as much" if far < 4.02 * near else "more than 4 times as much"


def _as_double(question: Callable[..., str], right: str) -> Callable[..., str]:
    """Return a question that is asked in double precision first.

    Rounding in float32 may be to blame for a cost near 0. An answer that mixes types cannot be
    asked in double precision.
    """

    def ask(loss_fn: _Loss, *predictions: Tensor) -> str:
        single = question(loss_fn, *predictions)
        try:
            double = question(loss_fn, *(tensor.double() for tensor in predictions))
        except RuntimeError:
            return single
        return double if double == right else single

    return ask


def _growth(loss_fn: _Loss, y_hat: Tensor, y: Tensor, y_hat_worse: Tensor) -> str:
    near, far = _costs(loss_fn, y, y_hat, y_hat_worse)
    if off := _ratio_is_off(near, far):
        return off
    # √(1 + Δ²) − 1 is rounded by 0.1 percent here: far less than the gap to 4.
    if far >= 2.99 * near:
        return "at least 3 times as much"
    if far > 2.2 * near:
        return "between 2.2 and 3 times as much"
    if far > 2.005 * near:
        return "a little more than twice as much"
    if far > 1.995 * near:
        return "twice as much"
    if far > 1.9 * near:
        return "nearly twice as much"
    return "less than twice as much" if far > 1.02 * near else "no more than that"


at_the_bottom = _about_one_number(_as_double(_growth, "at least 3 times as much"))


def _costs_alone(loss_fn: _Loss, y_hats: Tensor, ys: Tensor) -> list[float]:
    """Return what each of these misses costs by itself."""
    return [float(loss_fn(y_hats[i : i + 1], ys[i : i + 1])) for i in range(len(ys))]


def _of_misses_alone(question: Callable[..., str], right: str) -> Callable[..., str]:
    """Return a question about misses that a loss gets one by one, where it makes a number of one.

    It is asked in single and in double precision, as by `_as_double`.
    """
    asked = _as_double(question, right)

    def ask(loss_fn: _Loss, y_hats: Tensor, ys: Tensor) -> str:
        found = size(loss_fn, y_hats[:1], ys[:1])
        return asked(loss_fn, y_hats, ys) if found == "one number" else found

    return ask


def _orders(loss_fn: _Loss, y_hats: Tensor, ys: Tensor) -> str:
    """Say whether each of these misses, larger than the one before, also costs more than it."""
    costs = _costs_alone(loss_fn, y_hats, ys)
    if not all(math.isfinite(cost) for cost in costs):
        return "not all of them are finite"
    if costs[0] <= 0:
        return f"the smallest of them costs {'nothing' if costs[0] == 0 else 'less than nothing'}"
    # What rounding takes from a cost that stays level is no fall.
    falls = [one > other * (1 + 1e-5) for one, other in itertools.pairwise(costs)]
    if any(falls):
        return "no, some of them cost less"
    level = [one >= other for one, other in itertools.pairwise(costs)]
    return "no, some of them cost the same" if any(level) else ALWAYS


always_more = _of_misses_alone(_orders, ALWAYS)


def _slopes_jump(loss_fn: _Loss, y_hats: Tensor, ys: Tensor) -> str:
    """Say whether the cost of misses, a few percent apart, has a corner or a jump.

    Only of a cost that rises all the way: other questions tell of a curve that is flat or falls.
    """
    sizes = (y_hats - ys).abs().tolist()
    costs = _costs_alone(loss_fn, y_hats, ys)
    slopes = [(costs[i + 1] - costs[i]) / (sizes[i + 1] - sizes[i]) for i in range(len(costs) - 1)]
    if not all(0 < slope < math.inf for slope in slopes):
        return SMOOTH
    # A corner may lie within a piece: then the pieces before and after it tell.
    around = zip(slopes, slopes[2:], strict=False)
    jumps = any(abs(after - before) > 0.3 * max(before, after) for before, after in around)
    return "yes, there is a corner or a jump" if jumps else SMOOTH


corner = _of_misses_alone(_slopes_jump, SMOOTH)
