"""Exercise 2.4 of notebook 02: parameters learned on z-scores, carried back to raw units."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Number = float | Tensor


def to_raw_units(w_z: Number, b_z: Number, mean: Number, std: Number) -> tuple[Number, Number]:
    """Return (w, b) with w·t + b = w_z·(t - mean)/std + b_z for every reading t."""
    return w_z / std, b_z - w_z * mean / std


def _through_two_points(
    w_z: Number, b_z: Number, mean: Number, std: Number
) -> tuple[Number, Number]:
    # The line goes through (mean, b_z) and through (mean + std, b_z + w_z).
    slope = ((b_z + w_z) - b_z) / ((mean + std) - mean)
    return slope, b_z - slope * mean


def _by_predicting(w_z: Number, b_z: Number, mean: Number, std: Number) -> tuple[Number, Number]:
    at_zero = w_z * (0 - mean) / std + b_z
    return w_z * (1 - mean) / std + b_z - at_zero, at_zero


def as_pair(answer: Callable[..., Any], *inputs: Any) -> Any:
    """Return the outcome of `answer` with a tensor of shape (2,) taken for a tuple."""
    found = answer(*inputs)
    return tuple(found) if isinstance(found, Tensor) and found.shape == (2,) else found


def _stacked(w_z: Number, b_z: Number, mean: Number, std: Number) -> Tensor:
    return torch.tensor(to_raw_units(w_z, b_z, mean, std))


TO_RAW_UNITS = Exercise(
    number="2.4",
    title="Back to the units on the dial",
    level="change",
    learned="the slope is divided by the scale, and the shift moves into the bias",
    cases=(
        Case("w_z = 6, b_z = 10, mean = 0, std = 2", (6.0, 10.0, 0.0, 2.0), as_pair),
        Case("w_z = 6, b_z = 10, mean = 50, std = 2", (6.0, 10.0, 50.0, 2.0), as_pair),
        Case("w_z = −1.5, b_z = 0, mean = −4, std = 0.25", (-1.5, 0.0, -4.0, 0.25), as_pair),
        Case(
            "w_z = 0, so the line is level: b_z = 7, mean = 3, std = 5",
            (0.0, 7.0, 3.0, 5.0),
            as_pair,
        ),
        Case("std = 1: only a shift; w_z = 2, b_z = 1, mean = 10", (2.0, 1.0, 10.0, 1.0), as_pair),
    ),
    reference=to_raw_units,
    correct=(_through_two_points, _by_predicting, _stacked),
    mistakes=(
        Mistake(
            "leaves the bias as it was",
            lambda w_z, b_z, mean, std: (w_z / std, b_z),
            "The weight is right. The bias was learned for z = 0, and that is a reading equal to "
            "the mean, not a reading of 0.",
        ),
        Mistake(
            "multiplies instead of dividing",
            lambda w_z, b_z, mean, std: (w_z * std, b_z - w_z * mean * std),
            "z is the reading divided by std, so one unit of the reading is only 1/std of a unit "
            "of z.",
        ),
        Mistake(
            "adds the shift",
            lambda w_z, b_z, mean, std: (w_z / std, b_z + w_z * mean / std),
            "The sign of the shift is wrong: multiply out w_z·(t − mean)/std.",
        ),
        Mistake(
            "forgets that the shift is scaled too",
            lambda w_z, b_z, mean, std: (w_z / std, b_z - w_z * mean),
            "In (t − mean)/std the mean is divided by std as well.",
        ),
        Mistake(
            "subtracts the mean alone",
            lambda w_z, b_z, mean, std: (w_z / std, b_z - mean),
            "The mean is a reading and b_z a temperature; they cannot be subtracted from one "
            "another. What turns a reading into a temperature?",
        ),
        Mistake(
            "divides all of the bias by the scale",
            lambda w_z, b_z, mean, std: (w_z / std, (b_z - w_z * mean) / std),
            "The weight is right. b_z is a temperature already and is not divided by std; only "
            "the term with the mean is.",
        ),
        Mistake(
            "turns z into readings the wrong way round",
            lambda w_z, b_z, mean, std: (w_z * std, b_z + w_z * mean),
            "That would be right for t = (z − mean)/std, the rule turned round. Put "
            "z = (t − mean)/std into w_z·z + b_z and multiply out.",
        ),
        Mistake(
            "bias first",
            lambda w_z, b_z, mean, std: (b_z - w_z * mean / std, w_z / std),
            "Both numbers are right. The weight comes first, then the bias.",
        ),
    ),
)
