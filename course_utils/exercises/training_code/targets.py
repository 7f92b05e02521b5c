"""Exercise 11.8 of notebook 11: standardised targets on the wavy line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils import data
from course_utils.exercises import Case, Exercise, Mistake

Model = Callable[[Tensor], Tensor]
Fit = Callable[[Tensor, Tensor], Model]
InUnits = Callable[[Fit, Tensor, Tensor, Tensor], Tensor]


def in_units(fit: Fit, X_train: Tensor, y_train: Tensor, X_new: Tensor) -> Tensor:
    """Return predictions for X_new in the units of y_train; `fit` sees standardised columns.

    `fit(X, y)` trains a model and returns it. All tensors are columns, (N, 1).
    """
    return _in_units(fit, X_train, y_train, X_new)


def _in_units(
    fit: Fit,
    X_train: Tensor,
    y_train: Tensor,
    X_new: Tensor,
    *,
    shift: bool = True,
    scale: bool = True,
    undo: str = "both",
    x_scaled: bool = True,
    x_new: str = "train",
    correction: int = 1,
) -> Tensor:
    mean = y_train.mean() if shift else torch.zeros(())
    std = y_train.std(correction=correction) if scale else torch.ones(())

    def scaled(X: Tensor, by: Tensor) -> Tensor:
        if not x_scaled:
            return X
        spread = by.std(correction=correction) if len(by) > 1 else torch.nan  # as std, unwarned
        return (X - by.mean()) / spread

    model = fit(scaled(X_train, X_train), (y_train - mean) / std)
    by = {"train": X_train, "new": X_new}
    outputs = model(scaled(X_new, by[x_new]) if x_new in by else X_new)
    return {
        "both": outputs * std + mean,
        "scale": outputs * std,
        "shift": outputs + mean,
        "none": outputs,
        "turned": (outputs + mean) * std,
    }[undo]


def _with(**changes: Any) -> InUnits:
    return lambda *given: _in_units(*given, **changes)


def _by_rows(fit: Fit, X_train: Tensor, y_train: Tensor, X_new: Tensor) -> Tensor:
    both = torch.cat([X_train, y_train], dim=1)
    (x_mean, mean), (x_std, std) = both.mean(dim=0), both.std(dim=0)
    model = fit((X_train - x_mean) / x_std, (y_train - mean) / std)
    return torch.cat([mean + std * model((x[None] - x_mean) / x_std) for x in X_new])


def _fit_cubic(X: Tensor, y: Tensor) -> Model:
    """Least squares with a cubic; like a network in a short run it does not leave −4 to 4."""

    def powers(X: Tensor) -> Tensor:
        return X.double() ** torch.arange(4)

    w = torch.linalg.lstsq(powers(X), y.double(), driver="gelsd").solution
    return lambda X: (powers(X) @ w).clamp(-4, 4).float()


def _points(factor: float, shift: float) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(1)
    X_train, y_train = data.wavy_line(60, generator=generator)
    return X_train, factor * y_train + shift, torch.tensor([[1.0], [4.0], [12.0], [19.0]])


def _given_to_fit(answer: InUnits, factor: float, shift: float, which: int) -> str:
    """Mean and standard deviation of what `fit` is given, x or y."""
    seen: list[Tensor] = []

    def fit(*columns: Tensor) -> Model:
        seen.append(columns[which])
        return _fit_cubic(*columns)

    answer(fit, *_points(factor, shift))
    if not seen:
        return "nothing: `fit` is not called"
    return f"mean {abs(seen[-1].mean().item()):.1f}, standard deviation {seen[-1].std().item():.1f}"


def _predictions(answer: InUnits, factor: float, shift: float) -> Tensor:
    return (answer(_fit_cubic, *_points(factor, shift)) - shift) / factor


def _alone(answer: InUnits) -> Tensor:
    X_train, y_train, X_new = _points(1.0, 0.0)
    return answer(_fit_cubic, X_train, y_train, X_new[2:3])


IN_UNITS = Exercise(
    number="11.8",
    title="Targets in any unit",
    level="build",
    learned="standardised targets make one learning rate serve every unit; undo it at the end",
    cases=(
        Case("the y that `fit` is given", (1000.0, 0.0, 1), _given_to_fit),
        Case("the x that `fit` is given", (1.0, 0.0, 0), _given_to_fit),
        Case("four new points, the targets as they are", (1.0, 0.0), _predictions),
        Case("targets a thousand times larger", (1000.0, 0.0), _predictions),
        Case("1,000 added to the targets", (1.0, 1000.0), _predictions),
        Case("one new point by itself", (), _alone),
    ),
    reference=in_units,
    correct=(_by_rows, _with(correction=0)),
    mistakes=(
        Mistake(
            "targets as they are",
            _with(shift=False, scale=False),
            "`fit` is given the targets as they come, so its learning rate would have to suit "
            "their unit. What should be done to y_train first?",
        ),
        Mistake(
            "nothing is scaled",
            _with(shift=False, scale=False, x_scaled=False),
            "Neither x nor y is standardised before `fit` sees them. Begin with the training data: "
            "which two numbers of each column do you need?",
        ),
        Mistake(
            "x as it is",
            _with(x_scaled=False),
            "The targets are in order. x still runs from 0 to 20 when `fit` sees it.",
        ),
        Mistake(
            "new points as they are",
            _with(x_new="raw"),
            "Trained on standardised x, asked about x as it comes. What has to happen to X_new?",
        ),
        Mistake(
            "new points on a scale of their own",
            _with(x_new="new"),
            "A point that comes by itself has no spread. Whose mean and standard deviation should "
            "X_new be scaled by?",
        ),
        Mistake(
            "not undone",
            _with(undo="none"),
            "The model may have learned well, but its answers are still standardised. In which "
            "unit are they wanted?",
        ),
        Mistake(
            "only shifted",
            _with(scale=False),
            "The targets have a mean of 0 now, but their spread still depends on the unit. What "
            "else belongs to standardising?",
        ),
        Mistake(
            "only scaled",
            _with(shift=False),
            "The targets have a spread of 1 now, but are they centred? What else belongs to "
            "standardising?",
        ),
        Mistake(
            "the mean is not added back",
            _with(undo="scale"),
            "The shape is right, at the wrong height: one half of the undoing is missing.",
        ),
        Mistake(
            "the spread is not given back",
            _with(undo="shift"),
            "The height is right, the ups and downs are not: one half of the undoing is missing.",
        ),
        Mistake(
            "undone in the wrong order",
            _with(undo="turned"),
            "Both halves of the undoing are there, in the wrong order: what was done last is "
            "undone first.",
        ),
    ),
    rtol=0.01,  # whether a standard deviation divides by N or N − 1 is left open
    atol=0.05,
)
