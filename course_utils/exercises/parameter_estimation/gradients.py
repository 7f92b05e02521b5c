"""Exercise 1.5 of notebook 01: the gradient by the chain rule."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.gradient_mistakes import MISTAKES


def _gradient_by_autograd(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
    params = torch.tensor([float(w), float(b)], requires_grad=True)
    ((params[0] * t_u + params[1] - t_c) ** 2).mean().backward()
    assert params.grad is not None
    return params.grad


def _gradient_by_matrix(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
    A = torch.stack([t_u, torch.ones_like(t_u)], dim=1)
    return 2 / len(t_u) * A.T @ (A @ torch.tensor([float(w), float(b)]) - t_c)


def _gradient_by_loop(t_u: Tensor, t_c: Tensor, w: float, b: float) -> np.ndarray:
    slopes = np.zeros(2)
    for reading, celsius in zip(t_u.tolist(), t_c.tolist(), strict=True):
        slopes += 2 * (w * reading + b - celsius) / len(t_u) * np.array([reading, 1])
    return slopes


# Three readings of the thermometer, and a line without noise.
_READINGS = torch.tensor([35.7, 55.9, 58.2])
_CELSIUS = torch.tensor([0.5, 14.0, 15.0])
_MANY = torch.linspace(-4, 9, 100)

GRADIENT = Exercise(
    number="1.5",
    name="mended_gradient",
    title="A gradient that is too short",
    level="change",
    hints=(
        "Section 1.12 has measured what is wrong: the direction is right, and the length is 11 "
        "times too short. There are 11 days. Which parts of this code know how many days there "
        "are?",
        "Two operations here divide by the number of days. One of them does not look like a "
        "division. Section 1.9 says in words how the effects of all days come together.",
        "`dloss_dyhat` is right: the 1/N of the loss belongs there. Put the last line of "
        "`gradient` in section 1.9 beside the last line here, and compare them word by word.",
    ),
    learned="the loss is a mean, so its gradient is divided by N: once, and not twice",
    cases=(
        Case(
            "t_u = (1, 2, 6), t_c = (0, 0, 0), w = 1, b = 0",
            (torch.tensor([1.0, 2.0, 6.0]), torch.zeros(3), 1.0, 0.0),
        ),
        Case("three readings of the thermometer, w = 1, b = 0", (_READINGS, _CELSIUS, 1.0, 0.0)),
        Case("the same readings, w = −0.5, b = 30", (_READINGS, _CELSIUS, -0.5, 30.0)),
        Case(
            "a single example: t_u = 3, t_c = 10, w = 2, b = 1",
            (torch.tensor([3.0]), torch.tensor([10.0]), 2.0, 1.0),
        ),
        Case("a hundred examples, w = 0.25, b = −3", (_MANY, 2 * _MANY + 1, 0.25, -3.0)),
        Case(
            "a hundred examples that the line fits exactly: both slopes are 0",
            (_MANY, 2 * _MANY + 1, 2.0, 1.0),
        ),
    ),
    reference=solutions.mended_gradient,
    correct=(
        _gradient_by_autograd,
        _gradient_by_loop,
        _gradient_by_matrix,
        lambda t_u, t_c, w, b: (
            2 * torch.stack([((w * t_u + b - t_c) * t_u).mean(), (w * t_u + b - t_c).mean()])
        ),
    ),
    mistakes=MISTAKES,
)
