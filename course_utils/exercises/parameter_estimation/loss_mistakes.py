"""The known mistakes of exercise 1.5: losses that lack one of the wanted properties.

Where a mistake is a slip beside a well-chosen cost, it lacks one property and no more: it then
explains every answer that lacks this one, whatever else it lacks. What lacks two at once comes
first.
"""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation.loss_mean_mistakes import MEAN_MISTAKES
from course_utils.exercises.parameter_estimation.loss_side_mistakes import (
    ONE_SIDED_MISTAKES,
    SIDE_MISTAKES,
)


def _good(delta: Tensor) -> Tensor:
    """Return a well-chosen cost of each miss: round at 0, straight far out."""
    return torch.sqrt(1 + delta**2) - 1


MISTAKES = (
    Mistake(
        "an if for all misses",
        lambda y_hat, y: (y_hat - y) ** 2 if (y_hat - y).abs() < 1 else (y_hat - y).abs(),
        "An `if` asks one question, and there is one for each miss here. `torch.where` takes from "
        "one of two tensors, entry by entry.",
    ),
    *SIDE_MISTAKES,
    *MEAN_MISTAKES,
    Mistake(
        "divides by the target",
        lambda y_hat, y: (_good(y_hat - y) / y.abs()).mean(),
        "The miss is divided by its target, and a target may be 0. A miss of 1 should cost the "
        "same wherever it happens.",
    ),
    Mistake(
        "the logarithm of the miss",
        lambda y_hat, y: torch.log((y_hat - y) ** 2).mean(),
        "A logarithm alone has no lowest point: it falls without end towards 0, where it should "
        "be 0.",
    ),
    Mistake(
        "not zero at zero",
        lambda y_hat, y: torch.sqrt(1 + (y_hat - y) ** 2).mean(),
        "Even perfect predictions cost something. Shift the curve so that its lowest point is 0.",
    ),
    Mistake(
        "below zero at zero",
        lambda y_hat, y: torch.sqrt(1 + (y_hat - y) ** 2).mean() - 2,
        "Perfect predictions cost less than nothing: the curve has been shifted too far down.",
    ),
    Mistake(
        "counts all misses",
        lambda y_hat, y: (y_hat != y).float().mean(),
        "This counts misses and does not ask how large they are, so hardly a step is ever "
        "rewarded. Let the cost grow with the miss.",
    ),
    Mistake(
        "counts misses above a threshold",
        lambda y_hat, y: ((y_hat - y).abs() > 1).float().mean(),
        "This counts the large misses, and a small one costs nothing. Then nothing says in which "
        "direction a prediction gets better: let the cost grow with the miss from 0 on.",
    ),
    Mistake(
        "large misses cost nothing",
        lambda y_hat, y: torch.where((y_hat - y).abs() < 1, (y_hat - y) ** 2, 0 * y).mean(),
        "A large miss costs nothing at all: forgiving is not forgetting. Let the cost go on from "
        "where the small misses end.",
    ),
    Mistake(
        "small misses cost nothing",
        lambda y_hat, y: torch.relu((y_hat - y).abs() - 0.01).mean(),
        "There is a zone around 0 in which a miss costs nothing. Let the cost grow from 0 on.",
    ),
    Mistake(
        "the logarithm of cosh, which overflows",
        lambda y_hat, y: torch.log(torch.cosh(y_hat - y)).mean(),
        "For a miss of 1,000 the loss is not finite: something on the way has left the range of "
        "its numbers, as cosh does in float32 from 90 on. Far out, log(cosh(d)) is |d| − log 2; "
        "`torch.logaddexp` computes it without the detour.",
    ),
    Mistake(
        "turns back",
        lambda y_hat, y: ((y_hat - y) ** 2 / (1 + (y_hat - y) ** 4)).mean(),
        "Some larger misses cost less than smaller ones: does the curve turn back somewhere, or go "
        "in waves? Draw it, from 0 to 100.",
    ),
    Mistake(
        "a corner, and flat far out",
        lambda y_hat, y: torch.clamp((y_hat - y).abs(), max=10).mean(),
        "Near 0 there is the corner of |Δ|, and far out the curve is flat: the loop cannot see "
        "there which way to go. Make it round at 0, and let it go on rising.",
    ),
    Mistake(
        "flat far out",
        lambda y_hat, y: torch.clamp((y_hat - y) ** 2, max=100).mean(),
        "Far out the curve is flat, or so nearly flat that the numbers no longer tell. There the "
        "slope is 0, and the loop cannot see which way to go. Let the cost go on rising.",
    ),
    Mistake(
        "too gentle far out",
        lambda y_hat, y: torch.log1p((y_hat - y) ** 2).mean(),
        "Far out its curve bends downwards (it is not convex), so there may be a second valley to "
        "get caught in. Let it go on in a straight line, or nearly so.",
    ),
    Mistake(
        "the two halves exchanged",
        lambda y_hat, y: torch.maximum((y_hat - y).abs(), (y_hat - y) ** 2).mean(),
        "Near 0 there is a corner, and far out a square: the two halves have changed places.",
    ),
    Mistake(
        "a size and a square together",
        lambda y_hat, y: ((y_hat - y).abs() + (y_hat - y) ** 2).mean(),
        "Far out the square still rules the sum, and near 0 the size does, with its corner. Which "
        "of them should rule where?",
    ),
    Mistake(
        "the mean squared error",
        lambda y_hat, y: ((y_hat - y) ** 2).mean(),
        "This is the loss we had: twice the miss, four times the cost. It is good near 0; look "
        "for a function that goes on straight from there, or more gently.",
    ),
    Mistake(
        "a high power",
        lambda y_hat, y: ((y_hat - y) ** 4).mean(),
        "Far out this grows even faster than the square, so an outlier counts for more than "
        "before. Look for what grows more slowly.",
    ),
    Mistake(
        "bends too late",
        lambda y_hat, y: torch.nn.functional.huber_loss(y_hat, y, delta=45.0),
        "Nearly: from 40 to 80 the cost still grows a bit too fast. Does a straight part begin too "
        "late, or is a power too high?",
    ),
    *ONE_SIDED_MISTAKES,
    Mistake(
        "a new corner where the halves meet",
        lambda y_hat, y: torch.minimum((y_hat - y).abs(), (y_hat - y) ** 2).mean(),
        "A square near 0 and a straight part far out, but where the two meet there is a new corner "
        "or a jump. Draw both. At 1 the square has the slope 2: the straight part should go on "
        "from there at the same height, and with the same slope.",
    ),
    Mistake(
        "the mean absolute error",
        lambda y_hat, y: (y_hat - y).abs().mean(),
        "It forgives, but it keeps the corner: down to 0, half the miss costs half as much. Look "
        "for a function that begins like a square and ends like a size.",
    ),
    Mistake(
        "the logarithm of one plus the size",
        lambda y_hat, y: torch.log1p((y_hat - y).abs()).mean(),
        "It forgives more than the size does, but near 0 it is the size, corner and all. What "
        "could you put in, in place of the size, that is round?",
    ),
    Mistake(
        "the root of the size",
        lambda y_hat, y: (y_hat - y).abs().sqrt().mean(),
        "It forgives, but at 0 it has a point that is sharper than the corner of |Δ|. Let it begin "
        "like a square, which is round there.",
    ),
    Mistake(
        "a power between one and two",
        lambda y_hat, y: ((y_hat - y).abs() ** 1.5).mean(),
        "One power for all misses, between a size and a square: not round enough at 0, and too "
        "steep far out. Let the curve change from one to the other.",
    ),
    Mistake(
        "a power not far above one",
        lambda y_hat, y: ((y_hat - y).abs() ** 1.3).mean(),
        "It forgives, but it is not yet round enough at 0: there it should begin like a square, or "
        "nearly so.",
    ),
)
