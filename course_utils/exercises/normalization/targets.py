"""Exercise 2.6 of notebook 02: training on scaled targets, predicting in the unit of y."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.target_mistakes import MISTAKES
from course_utils.exercises.normalization.z_lines import descend, predict, unscale, z


def _with_autograd(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    params = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        ((params[0] * z(x, x) + params[1] - z(y, y)) ** 2).mean().backward()
        optimizer.step()
    return unscale(params[0] * z(x_new, x) + params[1], y)


def _mapped_back(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = descend(z(x, x), z(y, y), lr, num_epochs)
    slope = w * y.std(correction=0) / x.std(correction=0)
    return slope * (x_new - x.mean()) + unscale(b, y)


def _in_numpy(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> np.ndarray:
    x_seen, y_seen, new = (tensor.double().numpy() for tensor in (x, y, x_new))
    z_x, z_y = (x_seen - x_seen.mean()) / x_seen.std(), (y_seen - y_seen.mean()) / y_seen.std()
    w = 0.0  # b stays at 0, since the z-scores of y have the mean 0
    for _ in range(num_epochs):
        w -= lr * 2 * ((w * z_x - z_y) * z_x).mean()
    return (w * (new - x_seen.mean()) / x_seen.std()) * y_seen.std() + y_seen.mean()


_GENERATOR = torch.Generator().manual_seed(26)
_X = 20 * torch.rand(200, generator=_GENERATOR)
_WAVY = _X + 2 * torch.sin(_X) + torch.randn(200, generator=_GENERATOR)
_PLACES = torch.tensor([0.0, 5.0, 12.5, 20.0])
_READINGS = torch.tensor([35.7, 55.9, 58.2, 81.9, 56.3, 48.9])
_CELSIUS = torch.tensor([0.5, 14.0, 15.0, 28.0, 11.0, 8.0])

SCALED_TARGETS = Exercise(
    number="2.6",
    name="predict_by_z_scores",
    title="There and back",
    level="build",
    hints=(
        "The parts are there: the scaler in section 2.10, gradient and loop in section 2.1. Put "
        "them in a row. Scale `x` and `y`, train on the z-scores, scale `x_new`, predict, and "
        "turn the predictions back into the unit of `y`.",
        "Use two scalers, `scaling.StandardScaler().fit(x)` and the same for `y`. `transform` "
        "gives z-scores, and `inverse_transform` leads back to the old unit. Which of the two "
        "scalers do the predictions need?",
        "Start at `w, b = 0.0, 0.0`. A round of the loop begins with `misses = w * z_x + b - "
        "z_y`. The slope for `w` is `2 * (misses * z_x).mean()`, that for `b` the same without "
        "`z_x`. After the loop, `x_new` is scaled.",
    ),
    learned="scale inputs and targets for training, and undo it for whoever reads the prediction",
    cases=(
        Case(
            "no epoch at all: the model knows only the mean of y",
            (_X, _WAVY, _PLACES, 0.1, 0),
        ),
        Case("one epoch on the wavy line, lr = 0.1", (_X, _WAVY, _PLACES, 0.1, 1)),
        Case("the wavy line, lr = 0.25, 50 epochs", (_X, _WAVY, _PLACES, 0.25, 50)),
        Case(
            "six days of the thermometer, lr = 0.4, 30 epochs, readings 32 and 50",
            (_READINGS, _CELSIUS, torch.tensor([32.0, 50.0]), 0.4, 30),
        ),
        Case(
            "a single new place, x = 3, after 5 epochs with lr = 0.05",
            (_X, _WAVY, torch.tensor([3.0]), 0.05, 5),
        ),
    ),
    reference=solutions.predict_by_z_scores,
    correct=(predict, _with_autograd, _mapped_back, _in_numpy),
    mistakes=MISTAKES,
    rtol=1e-3,
)
