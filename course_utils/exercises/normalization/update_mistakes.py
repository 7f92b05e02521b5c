"""The known mistakes of exercise 2.4: in the scaling, in the update, and on the way back."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.solutions import one_update

Line = tuple[Tensor, Tensor]


def _scaled(
    shift: Callable[[Tensor], Tensor], scale: Callable[[Tensor], Tensor]
) -> Callable[[Tensor, Tensor], Line]:
    """Return an answer that updates once at 0.5, on (x − shift) / scale."""

    def answer(x: Tensor, y: Tensor) -> Line:
        scaled = (x - shift(x)) / scale(x)
        misses = scaled - y
        w, b = 1 - (misses * scaled).mean(), -misses.mean()
        return w / scale(x), b - w * shift(x) / scale(x)

    return answer


def _start(x: Tensor, y: Tensor) -> Line:
    """Return the line of w_z = 1, b_z = 0 over raw readings."""
    return 1 / x.std(correction=0), -x.mean() / x.std(correction=0)


def _part(share: float) -> Callable[[Tensor, Tensor], Line]:
    """Return an answer that goes this share of the way to the bottom; 1 is right."""

    def answer(x: Tensor, y: Tensor) -> Line:
        (w_0, b_0), (w, b) = _start(x, y), one_update(x, y)
        return w_0 + share * (w - w_0), b_0 + share * (b - b_0)

    return answer


def _on_z(x: Tensor, y: Tensor) -> Line:
    z = (x - x.mean()) / x.std(correction=0)
    return (z * y).mean(), y.mean()


def _sum_for_mean(x: Tensor, y: Tensor) -> Line:
    return _part(len(x))(x, y)


def _targets_scaled(x: Tensor, y: Tensor) -> Line:
    z_y = (y - y.mean()) / y.std(correction=0)
    return one_update(x, z_y)


def _misses_of_zero(x: Tensor, y: Tensor) -> Line:
    std = x.std(correction=0)
    w_z = 1 + ((x - x.mean()) / std * y).mean()
    return w_z / std, y.mean() - w_z * x.mean() / std


def _zero(x: Tensor) -> Tensor:
    return torch.zeros((), dtype=x.dtype)


def _one(x: Tensor) -> Tensor:
    return torch.ones((), dtype=x.dtype)


_TOO_SHORT = (
    "The line has gone half of the way: the update was half as long as it should be. Is the 2 of "
    "the gradient in it, and is the rate the one at which 1 − ηλ is 0?"
)

MISTAKES = (
    Mistake(
        "on z-scores",
        _on_z,
        "The update is done. These parameters belong to z: lead them back to raw readings.",
    ),
    Mistake(
        "the bias not led back",
        lambda x, y: (one_update(x, y)[0], y.mean()),
        "The weight is right. The bias was learned for z = 0, and that is a reading equal to the "
        "mean: see exercise 2.3.",
    ),
    Mistake(
        "the weight not led back",
        lambda x, y: (_on_z(x, y)[0], one_update(x, y)[1]),
        "The bias is right. The weight is the rise for one unit of z, not for one of the reading.",
    ),
    Mistake(
        "the shift added",
        lambda x, y: (one_update(x, y)[0], y.mean() + one_update(x, y)[0] * x.mean()),
        "The weight is right. In the bias the sign of the shift is wrong: multiply out "
        "w_z·(x − mean)/std.",
    ),
    Mistake("half of the way", _part(0.5), _TOO_SHORT),
    Mistake(
        "at the limit",
        _part(2.0),
        "The update was twice as long as it should be: at a rate of 1, the limit, it leads as far "
        "up the opposite wall. At which rate is 1 − ηλ equal to 0?",
    ),
    Mistake(
        "uphill",
        _part(-1.0),
        "The update went uphill: its sign is turned around. An update takes rate times slope away, "
        "and a miss is prediction minus target, here z − y.",
    ),
    Mistake(
        "a small rate",
        _part(0.02),
        "The line has gone a fiftieth of the way, as at a rate of 0.01. Which rate leads to the "
        "bottom in one update, when both curvatures are 2?",
    ),
    Mistake(
        "a rate of a tenth",
        _part(0.2),
        "The line has gone a fifth of the way, as at a rate of 0.1. Which rate leads to the "
        "bottom in one update, when both curvatures are 2?",
    ),
    Mistake(
        "a sum for a mean",
        _sum_for_mean,
        "The update is N times as long as it should be: the loss is a mean over the examples, not "
        "their sum.",
    ),
    Mistake(
        "N − 1",
        _scaled(lambda x: x.mean(), lambda x: x.std()),
        "Nearly. This standard deviation divides by N − 1, so the curvature for w is not quite 2, "
        "and one update not quite enough. Look for `correction` in section 2.8.",
    ),
    Mistake(
        "only centred",
        _scaled(lambda x: x.mean(), _one),
        "The readings are centred, and not divided by their standard deviation: at 0.5 the two "
        "directions do not both arrive.",
    ),
    Mistake(
        "only scaled",
        _scaled(_zero, lambda x: x.std(correction=0)),
        "The readings are divided by their standard deviation, and not centred: the valley is "
        "tilted.",
    ),
    Mistake(
        "raw readings",
        _scaled(_zero, _one),
        "This is one update on the readings as they are. Standardise them first.",
    ),
    Mistake(
        "min–max",
        _scaled(lambda x: x.min(), lambda x: x.max() - x.min()),
        "These readings were scaled by min–max. The bowl is not round then, and one update is not "
        "enough.",
    ),
    Mistake(
        "targets scaled",
        _targets_scaled,
        "The targets have been standardised, too. They should stay as they are, or the line be "
        "led back to their unit.",
    ),
    Mistake(
        "bias first",
        lambda x, y: one_update(x, y)[::-1],
        "Both numbers are right. The weight comes first, then the bias.",
    ),
    Mistake(
        "the misses of w_z = 0",
        _misses_of_zero,
        "The bias is right before it is led back. The weight is too large by 1: at w_z = 1 the "
        "predictions are z and not 0, so the misses are z − y.",
    ),
    Mistake(
        "the start",
        _start,
        "This is the start. One update from there is asked for.",
    ),
    Mistake(
        "zeros",
        lambda x, y: (_zero(x), _zero(x)),
        "Both are 0. Start at w_z = 1, b_z = 0, and make one update from there.",
    ),
)
