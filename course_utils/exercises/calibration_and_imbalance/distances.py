"""Exercise 15.1 of notebook 15: the expected calibration error."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.calibration_and_imbalance import solutions
from course_utils.exercises.calibration_and_imbalance.distances_mistakes import MISTAKES

_DRAWS = torch.Generator().manual_seed(15)
_MANY = (torch.randint(1_000, (70,), generator=_DRAWS) + 0.5) / 1_000
_RAIN = (torch.rand(70, generator=_DRAWS) < 0.5).float()
_FEW = torch.tensor([0.15, 0.12, 0.18, 0.74, 0.71, 0.95])
_FEW_RAIN = torch.tensor([0.0, 1.0, 0.0, 1.0, 0.0, 1.0])


def _with_histogram(said: Tensor, happened: Tensor) -> Tensor:
    place = torch.ceil(said.double() * 10).long().clamp(1, 10) - 1
    difference = torch.zeros(10, dtype=torch.float64)
    difference.index_add_(0, place, said.double() - happened.double())
    return difference.abs().sum() / len(said)


def _with_numpy(said: Tensor, happened: Tensor) -> float:
    x, y = said.numpy(), happened.numpy()
    place = np.digitize(x, np.linspace(0, 1, 11)[1:-1])
    return sum(
        abs(x[place == k].mean() - y[place == k].mean()) * (place == k).sum() / len(x)
        for k in np.unique(place)
    )


CALIBRATION_ERROR = Exercise(
    number="15.1",
    name="calibration_error",
    title="Expected calibration error",
    level="build",
    hints=(
        "`reliability` in section 15.1 has, for each bin, all that is needed: the mean forecast, "
        "the fraction of rainy days, and the number of days. What remains is one distance for each "
        "bin, and their weighted mean.",
        "Either start from `rows = reliability(said, happened)` and calculate with its columns, or "
        "go through the ten bins in a loop, and pick the days of bin k by `inside = "
        "(said > k / 10) & (said <= (k + 1) / 10)`. Skip a bin without days: its mean is `nan`.",
        "In a bin: `distance = (said[inside].mean() - happened[inside].mean()).abs()`. Its weight "
        "is the number of days inside, divided by the number of all days.",
    ),
    learned="distances of the bins from the diagonal, each weighted by its share of the days",
    cases=(
        Case("six days in three bins", (_FEW, _FEW_RAIN)),
        Case("70 days in all bins", (_MANY, _RAIN)),
        Case(
            "four days in one bin",
            (torch.tensor([0.42, 0.44, 0.46, 0.49]), torch.tensor([1.0, 0.0, 1.0, 1.0])),
        ),
        Case(
            "sure forecasts, nearly always right",
            (torch.tensor([0.97, 0.99, 0.03, 0.02]), torch.tensor([1.0, 1.0, 0.0, 1.0])),
        ),
        Case("a single day", (torch.tensor([0.25]), torch.tensor([0.0]))),
    ),
    reference=solutions.calibration_error,
    correct=(_with_histogram, _with_numpy),
    mistakes=MISTAKES,
)
