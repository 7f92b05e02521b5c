"""Exercise 11.8 of notebook 11: standardised targets on the wavy line."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from course_utils import data
from course_utils.exercises import Case, Exercise
from course_utils.exercises.training_code import solutions
from course_utils.exercises.training_code.unit_mistakes import MISTAKES
from course_utils.exercises.training_code.units import InUnits, Model, altered, row_by_row


def fit_line_by_line(X: Tensor, y: Tensor) -> Model:
    """Join the points by straight lines, and go on beyond the last two; any scale suits it."""
    order = X[:, 0].argsort()
    xs, ys = X[order, 0].double(), y[order, 0].double()

    def model(X: Tensor) -> Tensor:
        at = X[:, 0].double()
        right = torch.searchsorted(xs, at.contiguous()).clamp(1, len(xs) - 1)
        left = right - 1
        share = (at - xs[left]) / (xs[right] - xs[left])
        return (ys[left] + share * (ys[right] - ys[left]))[:, None].float()

    return model


def _points(factor: float = 1.0, shift: float = 0.0, num_new: int = 4) -> tuple[Any, ...]:
    generator = torch.Generator().manual_seed(1)
    X_train, y_train = data.wavy_line(60, generator=generator)
    X_new = torch.tensor([[1.0], [4.0], [12.0], [19.0]])
    return (
        fit_line_by_line,
        X_train,
        factor * y_train + shift,
        X_new[2:3] if num_new == 1 else X_new,
    )


def _given_to_fit(answer: InUnits, factor: float, shift: float, which: int) -> str:
    """What `fit` is given, x or y: mean and standard deviation in words."""
    seen: list[Tensor] = []

    def fit(*columns: Tensor) -> Model:
        seen.append(columns[which])
        return fit_line_by_line(*columns)

    _, *points = _points(factor, shift)
    answer(fit, *points)
    if not seen:
        return "nothing: `fit` is not called"
    mean, std = seen[-1].double().mean().item(), seen[-1].double().std().item()
    if seen[-1].shape != points[which].shape:
        return "another shape than the column has"
    means = "mean 0" if abs(mean) < 0.02 else "another mean than 0"
    stds = "standard deviation 1" if abs(std - 1) < 0.02 else "another standard deviation than 1"
    return f"{means}, {stds}"


IN_UNITS = Exercise(
    number="11.8",
    name="in_units",
    title="Targets in any unit",
    level="build",
    hints=(
        "`only_x` in section 11.20 scales x, for the training and for the new points. The targets "
        "need the same, and one thing more: a network that has learned scaled targets also "
        "answers in them.",
        "Take two numbers of `y_train` first, `.mean()` and `.std()`. Give `fit` the targets "
        "minus the one, divided by the other. You may call `only_x` for that: it hands on "
        "whatever targets it gets.",
        "Call the two numbers `mean` and `std`. In `only_x(fit, X_train, …, X_new)` the scaled "
        "targets stand in the place of the dots. What comes back is still scaled: undo both "
        "steps, the last one first.",
    ),
    learned="standardised targets make one learning rate serve every unit; undo it at the end",
    cases=(
        Case("the y that `fit` is given", (1000.0, 0.0, 1), _given_to_fit),
        Case("the x that `fit` is given", (1.0, 0.0, 0), _given_to_fit),
        Case("four new points, the targets as they are", _points()),
        Case("targets a hundred times larger", _points(100.0)),
        Case("200 taken off the targets", _points(1.0, -200.0)),
        Case("one new point by itself", _points(num_new=1)),
    ),
    reference=solutions.in_units,
    correct=(row_by_row, altered(correction=0)),
    mistakes=MISTAKES,
)
