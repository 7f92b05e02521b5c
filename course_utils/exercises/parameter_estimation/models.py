"""Exercise 1.2 of notebook 01: a model with a bend."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation.model_mistakes import MISTAKES


def quadratic_model(t_u: Tensor, w2: float, w1: float, b: float) -> Tensor:
    """Return w2·t_u² + w1·t_u + b for readings `t_u` of shape (N,)."""
    return w2 * t_u**2 + w1 * t_u + b


def _by_numpy(t_u: Tensor, w2: float, w1: float, b: float) -> np.ndarray:
    return np.polyval([w2, w1, b], t_u.double().numpy())


def _by_one(t_u: Tensor, w2: float, w1: float, b: float) -> Tensor:
    return torch.tensor([w2 * t * t + w1 * t + b for t in t_u.tolist()])


QUADRATIC_MODEL = Exercise(
    number="1.2",
    title="A model with a bend",
    level="change",
    learned="a model is a function of data and parameters; one more term is one more parameter",
    cases=(
        Case(
            "readings 1, 2, 3 with w2 = 2, w1 = 3, b = 4",
            (torch.tensor([1.0, 2.0, 3.0]), 2.0, 3.0, 4.0),
        ),
        Case(
            "a single reading 35.7 with w2 = 0.01, w1 = 0.2, b = −5",
            (torch.tensor([35.7]), 0.01, 0.2, -5.0),
        ),
        Case(
            "w2 = 0 leaves a straight line: readings −2, 0, 5 with w1 = −1.5, b = 0.5",
            (torch.tensor([-2.0, 0.0, 5.0]), 0.0, -1.5, 0.5),
        ),
        Case(
            "five readings from −10 to 80 with w2 = −0.5, w1 = 0.25, b = 1",
            (torch.tensor([-10.0, -2.5, 0.0, 41.3, 80.0]), -0.5, 0.25, 1.0),
        ),
    ),
    reference=quadratic_model,
    correct=(
        lambda t_u, w2, w1, b: (w2 * t_u + w1) * t_u + b,
        lambda t_u, w2, w1, b: torch.stack([t_u * t_u, t_u], dim=1) @ torch.tensor([w2, w1]) + b,
        lambda t_u, w2, w1, b: w2 * t_u.pow(2) + w1 * t_u + b,
        _by_numpy,
        _by_one,
    ),
    mistakes=MISTAKES,
)
