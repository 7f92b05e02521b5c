"""The known mistakes of exercise 1.5."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation.gradient_entry_mistakes import ENTRY_MISTAKES
from course_utils.exercises.parameter_estimation.solutions import mended_gradient


def _misses(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
    return w * t_u + b - t_c


def _both(t_u: Tensor, for_w: Tensor, for_b: Tensor) -> Tensor:
    return torch.stack([for_w, for_b]) / len(t_u)


def _loss(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
    return (_misses(t_u, t_c, w, b) ** 2).mean()


MISTAKES = (
    Mistake("averages twice", lambda *args: mended_gradient(*args) / len(args[0]), given=True),
    Mistake(
        "mended for w only",
        lambda *args: mended_gradient(*args) / torch.tensor([1.0, len(args[0])]),
        "The slope for w is right now. Read the line for b in the same way.",
    ),
    Mistake(
        "mended for b only",
        lambda *args: mended_gradient(*args) / torch.tensor([len(args[0]), 1.0]),
        "The slope for b is right now. Read the line for w in the same way.",
    ),
    Mistake(
        "never divides by N",
        lambda *args: mended_gradient(*args) * len(args[0]),
        "Now N is missing altogether: the loss is a mean, so one division by N has to stay.",
    ),
    Mistake(
        "multiplies by a fixed 11",
        lambda *args: mended_gradient(*args) * 11 / len(args[0]),
        "One division by N too many, and then times 11: that cancels for eleven days only. "
        "Find the two places that divide by N, and do without one of them.",
    ),
    Mistake(
        "divides by a fixed 11",
        lambda *args: mended_gradient(*args) * len(args[0]) / 11,
        "You divide by 11, which is right for eleven days only. The loss is a mean over as "
        "many days as there are.",
    ),
    Mistake(
        "a fixed 11 for one of the two divisions",
        lambda *args: mended_gradient(*args) / 11,
        "The 11 holds for eleven days only, and it does not undo the second division: a mean "
        "divides as well.",
    ),
    Mistake(
        "sign reversed",
        lambda *args: -mended_gradient(*args),
        "Right length, opposite direction. When a prediction is too high and rises further, "
        "does the loss grow or shrink?",
    ),
    Mistake(
        "factor 2 missing",
        lambda *args: mended_gradient(*args) / 2,
        "Half of what is wanted. What is the derivative of Δ² with respect to Δ?",
    ),
    Mistake(
        "order b, w",
        lambda *args: mended_gradient(*args).flip(0),
        "Both numbers are right, but they have changed places: w comes first.",
    ),
    *ENTRY_MISTAKES,
    Mistake(
        "multiplies by N once too often",
        lambda *args: mended_gradient(*args) * len(args[0]) ** 2,
        "Far too long: the N that was to go has come in on the other side, and more than once.",
    ),
    Mistake(
        "averages three times",
        lambda *args: mended_gradient(*args) / len(args[0]) ** 2,
        "Now there is a third division by N. One should be left.",
    ),
    Mistake(
        "factor 2 twice",
        lambda *args: 2 * mended_gradient(*args),
        "Twice what is wanted: the 2 of the square's derivative is needed once.",
    ),
    Mistake(
        "one of the examples forgotten in the mean",
        lambda *args: mended_gradient(*args) * len(args[0]) / max(len(args[0]) - 1, 1),
        "The divisor is one too small: a mean divides by how many examples there are.",
    ),
    Mistake(
        "signs lost",
        lambda *args: (
            torch.stack(
                [
                    (_misses(*args) * args[0]).abs().mean(),
                    _misses(*args).abs().mean(),
                ]
            )
            * 2
        ),
        "The effects have lost their signs before they are added: those in opposite directions "
        "should cancel.",
    ),
    Mistake(
        "squares in the chain",
        lambda *args: _both(
            args[0], (_misses(*args) ** 2 * args[0]).sum(), (_misses(*args) ** 2).sum()
        ),
        "The first factor is the miss squared. It should say how fast Δ² changes with Δ, its "
        "derivative.",
    ),
    Mistake(
        "squares in the chain, and a 2",
        lambda *args: _both(
            args[0], 2 * (_misses(*args) ** 2 * args[0]).sum(), 2 * (_misses(*args) ** 2).sum()
        ),
        "The 2 is there, and the miss is still squared. How fast does Δ² change with Δ?",
    ),
    Mistake(
        "the slope of sizes",
        lambda *args: _both(
            args[0], (_misses(*args).sign() * args[0]).sum(), _misses(*args).sign().sum()
        ),
        "This is the slope of the mean of sizes |Δ|: it knows signs only. The loss here is the "
        "mean of squares.",
    ),
    Mistake(
        "the loss",
        _loss,
        "This is the loss itself. How fast does it change with w, and how fast with b?",
    ),
    Mistake(
        "measured ahead",
        lambda t_u, t_c, w, b: torch.stack(
            [
                (_loss(t_u.double(), t_c, w + 0.1, b) - _loss(t_u.double(), t_c, w, b)) / 0.1,
                (_loss(t_u.double(), t_c, w, b + 0.1) - _loss(t_u.double(), t_c, w, b)) / 0.1,
            ]
        ),
        "This is measured, and on one side only. The chain rule gives the slopes exactly.",
    ),
    Mistake(
        "one row for each example",
        lambda *args: torch.stack([_misses(*args) * args[0], _misses(*args)]) * 2 / len(args[0]),
        "This is the effect of each example. They act together: two numbers are asked for.",
    ),
)
