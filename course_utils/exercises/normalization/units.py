"""Exercise 2.3 of notebook 02: parameters learned on z-scores, carried back to raw units."""

from __future__ import annotations

from fractions import Fraction

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.unit_mistakes import MISTAKES

Number = float | Tensor


def _through_two_points(
    w_z: Number, b_z: Number, mean: Number, std: Number
) -> tuple[Number, Number]:
    # The line goes through (mean, b_z) and through (mean + std, b_z + w_z).
    slope = ((b_z + w_z) - b_z) / ((mean + std) - mean)
    return slope, b_z - slope * mean


def _by_predicting(w_z: Number, b_z: Number, mean: Number, std: Number) -> tuple[Number, Number]:
    at_zero = w_z * (0 - mean) / std + b_z
    return w_z * (1 - mean) / std + b_z - at_zero, at_zero


def _stacked(w_z: Number, b_z: Number, mean: Number, std: Number) -> Tensor:
    return torch.tensor(solutions.to_raw_units(w_z, b_z, mean, std))


def _exactly(w_z: float, b_z: float, mean: float, std: float) -> list[Fraction]:
    w = Fraction(w_z) / Fraction(std)
    return [w, Fraction(b_z) - w * Fraction(mean)]


TO_RAW_UNITS = Exercise(
    number="2.3",
    name="to_raw_units",
    title="Back to the units on the dial",
    level="change",
    hints=(
        "Section 2.3 shows it for tenths. The model is written with the reading in it, and "
        "compared with w·t_u + b. For z-scores the same, on paper: put (t_u − mean)/std where z "
        "stands.",
        "Multiply out, so that three terms stand side by side. What t_u is multiplied by is the "
        "weight. What stands without t_u is the bias, and two terms belong to it.",
        "The three terms are w_z·t_u/std, −w_z·mean/std and b_z. Only the first has t_u in it. "
        "Return the weight, a comma, and the bias.",
    ),
    learned="the slope is divided by the scale, and the shift moves into the bias",
    cases=(
        Case("w_z = 6, b_z = 10, mean = 0, std = 2", (6.0, 10.0, 0.0, 2.0)),
        Case("w_z = 6, b_z = 10, mean = 50, std = 2", (6.0, 10.0, 50.0, 2.0)),
        Case("w_z = −1.5, b_z = 0, mean = −4, std = 0.25", (-1.5, 0.0, -4.0, 0.25)),
        Case(
            "w_z = 0, so the line is level: b_z = 7, mean = 3, std = 5",
            (0.0, 7.0, 3.0, 5.0),
        ),
        Case(
            "w_z = 8.614, b_z = 10.5, mean = 51.8, std = 16.05, as for the thermometer",
            (8.614, 10.5, 51.8, 16.05),
        ),
        Case("std = 1: only a shift; w_z = 2, b_z = 1, mean = 10", (2.0, 1.0, 10.0, 1.0)),
    ),
    reference=solutions.to_raw_units,
    correct=(_through_two_points, _by_predicting, _stacked, _exactly),
    mistakes=MISTAKES,
)
