"""Exercise 1.4 of notebook 01: the chain rule for a model with a bend."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.gradient_mistakes import MISTAKES


def _by_autograd(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> Tensor:
    params = torch.tensor([w2, w1, b], requires_grad=True)
    ((params[0] * t_u**2 + params[1] * t_u + params[2] - t_c) ** 2).mean().backward()
    assert params.grad is not None
    return params.grad


def _by_matrix(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> Tensor:
    A = torch.stack([t_u**2, t_u, torch.ones_like(t_u)], dim=1)
    return 2 / len(t_u) * A.T @ (A @ torch.tensor([w2, w1, b]) - t_c)


def _by_loop(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> np.ndarray:
    slopes = np.zeros(3)
    for t, celsius in zip(t_u.tolist(), t_c.tolist(), strict=True):
        slopes += 2 * (w2 * t**2 + w1 * t + b - celsius) / len(t_u) * np.array([t**2, t, 1])
    return slopes


def _by_means(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> Tensor:
    misses = w2 * t_u**2 + w1 * t_u + b - t_c
    return torch.stack([(misses * t_u.pow(power)).mean() for power in (2, 1, 0)]) * 2


_READINGS = torch.tensor([3.57, 5.59, 5.82])  # three readings of the thermometer × 0.1
_CELSIUS = torch.tensor([0.5, 14.0, 15.0])
_MANY = torch.linspace(-2, 3, 100)

QUADRATIC_GRADIENT = Exercise(
    number="1.4",
    name="quadratic_gradient",
    title="The gradient of a bend",
    level="change",
    hints=(
        "Section 1.6 does this for two parameters. Which of its formulas have to change when the "
        "model gets a third one, and which do not?",
        "The first factor of the chain, `dloss_dyhat`, changes in one place: the prediction. For "
        "the second factor ask three times: when this parameter grows by 1, by how much does the "
        "prediction for the reading `t_u` grow?",
        "Copy `gradient` from section 1.6. Replace the prediction by `w2 * t_u**2 + w1 * t_u + b`. "
        "Then stack three sums of products: the slopes for `w1` and `b` are those of the straight "
        "line, and the slope for `w2` comes first.",
    ),
    learned="a new term in the model is a new second factor in the chain, and nothing else",
    cases=(
        Case(
            "t_u = (1, 2, 4), t_c = (0, 0, 0), w2 = 2, w1 = 0.5, b = −3",
            (torch.tensor([1.0, 2.0, 4.0]), torch.zeros(3), 2.0, 0.5, -3.0),
        ),
        Case(
            "three readings × 0.1, w2 = 0.5, w1 = −1, b = 2",
            (_READINGS, _CELSIUS, 0.5, -1.0, 2.0),
        ),
        Case(
            "a straight line, w2 = 0, w1 = 1, b = 4, over the same readings",
            (_READINGS, _CELSIUS, 0.0, 1.0, 4.0),
        ),
        Case(
            "a single example: t_u = 3, t_c = 10, w2 = −1, w1 = 2, b = 1",
            (torch.tensor([3.0]), torch.tensor([10.0]), -1.0, 2.0, 1.0),
        ),
        Case(
            "a hundred examples, w2 = 0.25, w1 = −1.5, b = 0.75",
            (_MANY, 2 * _MANY**2 + 1, 0.25, -1.5, 0.75),
        ),
        Case(
            "a hundred examples that the curve fits exactly: all three slopes are 0",
            (_MANY, 2 * _MANY**2 - _MANY + 1, 2.0, -1.0, 1.0),
        ),
    ),
    reference=solutions.quadratic_gradient,
    correct=(_by_autograd, _by_loop, _by_matrix, _by_means),
    mistakes=MISTAKES,
    atol=1e-5,  # a hundred terms that cancel
)
