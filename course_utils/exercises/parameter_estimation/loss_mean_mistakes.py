"""Known mistakes of exercise 1.5 in how the costs of several examples become one loss."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake


def _good(delta: Tensor) -> Tensor:
    return torch.sqrt(1 + delta**2) - 1


MEAN_MISTAKES = (
    Mistake(
        "a cost per example",
        lambda y_hat, y: (y_hat - y).abs(),
        "The cost of each example is there; one number for all of them is still to be made.",
    ),
    Mistake(
        "divides by the largest miss",
        lambda y_hat, y: ((y_hat - y) / (y_hat - y).abs().max()).square().mean(),
        "The misses are divided by the largest among them: 0/0 if all are right, and a single miss "
        "always costs the same.",
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
        lambda y_hat, y: _good(y_hat - y).sum(),
        "This is a sum, so it grows with the number of examples, however good they are. To divide "
        "by a fixed number does not help.",
    ),
    Mistake(
        "the largest of good costs",
        lambda y_hat, y: _good(y_hat - y).max(),
        "This is the largest cost of all: the worst example alone decides. Every example counts.",
    ),
    Mistake(
        "the median of good costs",
        lambda y_hat, y: _good(y_hat - y).median(),
        "The median forgives too much: fewer than half of the predictions may be off by any "
        "amount, and it still calls them perfect. Let every example count.",
    ),
    Mistake(
        "the worst one left out",
        lambda y_hat, y: _good(y_hat - y).sort().values[: max(1, len(y) - 1)].mean(),
        "The worst example is left out: it may be off by any amount, and costs nothing. Forgiving "
        "is not forgetting; let every example count.",
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
        "scaled by all targets",
        lambda y_hat, y: _good(y_hat - y).mean() / (1 + y.std(correction=0)),
        "The loss of several is less than the mean of theirs: something from all examples goes "
        "into the cost of each miss. Each miss should have its cost by itself.",
    ),
)
