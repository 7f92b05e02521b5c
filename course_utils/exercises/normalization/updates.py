"""Exercise 2.4 of notebook 02: z-scores, a single update, and the way back to raw units."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.update_mistakes import MISTAKES


def _by_least_squares(x: Tensor, y: Tensor) -> Tensor:
    A = torch.stack([x, torch.ones_like(x)], dim=1)
    return torch.linalg.lstsq(A, y).solution


def _from_another_start(x: Tensor, y: Tensor) -> tuple[Tensor, Tensor]:
    z = (x - x.mean()) / x.std(correction=0)
    misses = 3.0 * z - 7.0 - y
    w_z = 3.0 - 0.5 * 2 * (misses * z).mean()
    b_z = -7.0 - 0.5 * 2 * misses.mean()
    return w_z / x.std(correction=0), b_z - w_z * x.mean() / x.std(correction=0)


def _with_numpy(x: Tensor, y: Tensor) -> list[float]:
    slope, intercept = np.polyfit(x.numpy(), y.numpy(), 1)
    return [float(slope), float(intercept)]


_READINGS = torch.tensor([35.7, 55.9, 58.2, 81.9, 21.8], dtype=torch.float64)
_TEMPERATURES = torch.tensor([0.5, 14.0, 15.0, 28.0, -4.0], dtype=torch.float64)
_LEVEL = torch.tensor([3.0, 1.0, 1.0, 3.0], dtype=torch.float64)
_STEPS = torch.tensor([-3.0, -1.0, 1.0, 3.0], dtype=torch.float64)

ONE_UPDATE = Exercise(
    number="2.4",
    name="one_update",
    title="One update",
    level="build",
    hints=(
        "Section 2.8 has all the parts: z-scores of the readings, their two curvatures, and the "
        "learning rate at which both factors are 0. Exercise 2.3 leads back to raw readings.",
        "Three steps. First mean, standard deviation (divided by N) and z. Then one update from "
        "w_z = 1, b_z = 0, where the misses are z − y: which rate belongs to two curvatures of 2? "
        "Last the line over raw readings.",
        "At the start the slopes are 2·((z − y)·z).mean() and 2·(z − y).mean(), and the rate is "
        "0.5. The means of z·z and z are 1 and 0. So the update gives w_z = (z·y).mean() and "
        "b_z = y.mean(). What is left is `to_raw_units`.",
    ),
    learned="z-scores make this bowl round, and one step at the right rate leads to its bottom",
    cases=(
        Case(
            "four readings with mean 0, and targets 2·x + 1",
            (_STEPS, 2 * _STEPS + 1),
        ),
        Case("five readings of the thermometer", (_READINGS, _TEMPERATURES)),
        Case("a line that falls, far from 0", (_STEPS + 100, 250 - 2 * (_STEPS + 100))),
        Case("targets that do not rise or fall", (_STEPS + 5, _LEVEL)),
        Case("readings of a thousandth", (_READINGS / 1000, _TEMPERATURES)),
    ),
    reference=solutions.one_update,
    correct=(_by_least_squares, _from_another_start, _with_numpy),
    mistakes=MISTAKES,
    rtol=1e-4,
    atol=1e-6,
)
