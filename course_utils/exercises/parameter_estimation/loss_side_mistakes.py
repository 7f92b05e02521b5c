"""Known mistakes of exercise 1.5 in which the side counts on which a prediction errs."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake


def _good(delta: Tensor) -> Tensor:
    return torch.sqrt(1 + delta**2) - 1


def _square_or_size(delta: Tensor) -> Tensor:
    # The mistake: any negative miss is below 1, however large.
    return torch.where(delta < 1, delta**2, 2 * delta - 1)


def _steep(delta: Tensor) -> Tensor:
    return torch.where(delta > 0, torch.cosh(delta) - 1, _good(delta))


SIDE_MISTAKES = (
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
        "a good cost of the mean miss",
        lambda y_hat, y: _good((y_hat - y).mean()),
        "Misses in opposite directions have cancelled, because their mean came first. Let each "
        "miss have its cost, then take the mean.",
    ),
    Mistake(
        "a good cost of the sum of misses",
        lambda y_hat, y: _good((y_hat - y).sum()),
        "Misses in opposite directions have cancelled, because they were added first. Let each "
        "miss have its cost, then take the mean.",
    ),
    Mistake(
        "the logarithm of one plus the signed miss",
        lambda y_hat, y: torch.log1p(y_hat - y).mean(),
        "A logarithm of what may be negative is nan: what goes into it when the prediction is too "
        "low?",
    ),
    Mistake(
        "negative",
        lambda y_hat, y: -_good(y_hat - y).mean(),
        "The sign is turned around: a miss earns something here. Descent would make it larger and "
        "larger.",
    ),
    Mistake(
        "too low costs nothing",
        lambda y_hat, y: _good(torch.relu(y_hat - y)).mean(),
        "This sees one side only: a prediction that is too low costs nothing.",
    ),
    Mistake(
        "too high costs nothing",
        lambda y_hat, y: _good(torch.relu(y - y_hat)).mean(),
        "This sees one side only: a prediction that is too high costs nothing.",
    ),
)

# After the mistakes of both sides, which an answer may have as well.
ONE_SIDED_MISTAKES = (
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
        "steep for predictions that are too high",
        lambda y_hat, y: _steep(y_hat - y).mean(),
        "It forgives only on one side: a prediction that is too high costs far more than one that "
        "is too low.",
    ),
    Mistake(
        "steep for predictions that are too low",
        lambda y_hat, y: _steep(y - y_hat).mean(),
        "It forgives only on one side: a prediction that is too low costs far more than one that "
        "is too high.",
    ),
)
