"""The known mistakes of exercise 1.6: losses that lack one of the wanted properties."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake


def _square_or_size(delta: Tensor) -> Tensor:
    # The mistake: any negative miss is below 1, however large.
    return torch.where(delta < 1, delta**2, delta)


MISTAKES = (
    Mistake(
        "the mean of the signed misses",
        lambda y_hat, y: (y_hat - y).mean(),
        "Misses in opposite directions cancel. The cost should depend on how far off a "
        "prediction is, not on which side.",
    ),
    Mistake(
        "the size of the mean miss",
        lambda y_hat, y: (y_hat - y).mean().abs(),
        "Misses in opposite directions have cancelled before the size is taken. Make each miss "
        "positive first.",
    ),
    Mistake(
        "the mean squared error",
        lambda y_hat, y: ((y_hat - y) ** 2).mean(),
        "This is the loss we had: twice the miss, four times the cost. It is good near 0; look "
        "for a function that goes on straight from there, or more gently.",
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
        "It forgives more than the size does, but it has the same corner at 0: what goes into "
        "the logarithm has one. What could you put there that is round?",
    ),
    Mistake(
        "the root of the mean squared error",
        lambda y_hat, y: ((y_hat - y) ** 2).mean().sqrt(),
        "A root at the end undoes the square: for a single miss its size is left, with its "
        "corner. Whatever bends the cost has to act on each miss, before the mean.",
    ),
    Mistake(
        "bent after the mean",
        lambda y_hat, y: torch.sqrt(1 + ((y_hat - y) ** 2).mean()) - 1,
        "For a single miss the cost is well chosen; for several it is not the mean of theirs. "
        "Whatever bends the cost has to act on each miss, before the mean.",
    ),
    Mistake(
        "forgives predictions that are too high",
        lambda y_hat, y: _square_or_size(y_hat - y).mean(),
        "It forgives only on one side: what is Δ when the prediction is too low?",
    ),
    Mistake(
        "forgives predictions that are too low",
        lambda y_hat, y: _square_or_size(y - y_hat).mean(),
        "It forgives only on one side: which sign has your difference when the prediction is too "
        "high?",
    ),
    Mistake(
        "not zero at zero",
        lambda y_hat, y: torch.sqrt(1 + (y_hat - y) ** 2).mean(),
        "Even perfect predictions cost something. Shift the curve so that its lowest point is 0.",
    ),
    Mistake(
        "the sum of sizes",
        lambda y_hat, y: (y_hat - y).abs().sum(),
        "This is a sum of sizes. It grows with the number of examples, however good they are; "
        "and it has the corner of |Δ|.",
    ),
    Mistake(
        "the sum of squares",
        lambda y_hat, y: ((y_hat - y) ** 2).sum(),
        "This is a sum of squares. It grows with the number of examples, however good they are; "
        "and it listens to large misses above all others.",
    ),
    Mistake(
        "the sum of a good cost",
        lambda y_hat, y: (torch.sqrt(1 + (y_hat - y) ** 2) - 1).sum(),
        "The cost of each miss is well chosen. But this is a sum, so it grows with the number of "
        "examples, however good they are.",
    ),
    Mistake(
        "a cost per example",
        lambda y_hat, y: (y_hat - y).abs(),
        "The cost of each example is there; one number for all of them is still to be made.",
    ),
    Mistake(
        "counts misses above a threshold",
        lambda y_hat, y: ((y_hat - y).abs() > 1).float().mean(),
        "This counts the large misses, and a small one costs nothing. Then nothing says in which "
        "direction a prediction gets better: let the cost grow with the miss from 0 on.",
    ),
    Mistake(
        "counts all misses",
        lambda y_hat, y: (y_hat != y).float().mean(),
        "This counts misses and does not ask how large they are, so hardly a step is ever "
        "rewarded. Let the cost grow with the miss.",
    ),
    Mistake(
        "the median miss",
        lambda y_hat, y: (y_hat - y).abs().median(),
        "The median forgives too much: fewer than half of the predictions may be off by any "
        "amount, and it still calls them perfect. Let every example count.",
    ),
)
