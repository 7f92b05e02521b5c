"""Exercise 10.5 of notebook 10: how far the mean of a batch strays."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.batching import solutions
from course_utils.exercises.batching.spread_mistakes import MISTAKES


def _by_sample_variance(values: Tensor, batch_size: int) -> Tensor:
    # With N − 1 below the bar the factor is the plain share of what was not drawn.
    return (values.var() / batch_size * (1 - batch_size / len(values))).sqrt()


def _by_hand(values: Tensor, batch_size: int) -> Tensor:
    away = values - values.mean()
    left = (len(values) - batch_size) / (len(values) - 1)
    return away.square().mean().sqrt() / batch_size**0.5 * left**0.5


def _by_all_pairs(values: Tensor, batch_size: int) -> Any:
    """Use that two values of a batch are correlated by −1 / (N − 1)."""
    variance = np.var(values.double().numpy())
    covariance = -variance / (len(values) - 1)
    return np.sqrt((variance + (batch_size - 1) * covariance) / batch_size)


FIVE = torch.tensor([1.0, 2.0, 4.0, 8.0, 16.0])
TEN = torch.tensor([0.5, -1.0, 2.0, 3.5, 0.0, 7.0, -2.5, 1.0, 4.0, 10.0])
THIRTY = (torch.arange(30.0) * 1.7).sin() * 3 + 0.7

SPREAD = Exercise(
    number="10.5",
    name="spread_of_mean",
    title="The spread of a batch's mean",
    level="build",
    hints=(
        "Section 10.8 has the formula for gradients, drawn without replacement. Here a single "
        "number takes the place of each gradient. Read the sentence in which σ² is explained: what "
        "is it for `values`?",
        "Three steps. σ² is the mean, over all values, of their squared distance from the mean of "
        "`values`. Then σ² / B, times (N − B) / (N − 1). The root comes last, over all of it.",
        "`variance = (values - values.mean()).square().mean()`, and "
        "`left = (len(values) - batch_size) / (len(values) - 1)`. Put these two and the batch size "
        "together, and take the root.",
    ),
    learned="σ / √B times √((N − B) / (N − 1)): nothing is left to chance at B = N",
    cases=(
        Case("5 values, B = 2", (FIVE, 2)),
        Case("5 values, B = 1", (FIVE, 1)),
        Case("5 values, B = 5", (FIVE, 5)),
        Case("10 values, B = 4", (TEN, 4)),
        Case("2 values, B = 1", (TEN[:2], 1)),
        Case("30 values, B = 7", (THIRTY, 7)),
        Case("3 equal values, B = 2", (torch.full((3,), 0.5), 2)),
    ),
    reference=solutions.spread_of_mean,
    correct=(_by_sample_variance, _by_hand, _by_all_pairs),
    mistakes=MISTAKES,
)
