"""Exercise 1.2 of notebook 01: a model with a bend."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.model_mistakes import MISTAKES


def _by_numpy(t_u: Tensor, w2: float, w1: float, b: float) -> np.ndarray:
    return np.polyval([w2, w1, b], t_u.double().numpy())


def _by_one(t_u: Tensor, w2: float, w1: float, b: float) -> Tensor:
    return torch.tensor([w2 * t * t + w1 * t + b for t in t_u.tolist()])


QUADRATIC_MODEL = Exercise(
    number="1.2",
    name="quadratic_model",
    title="A model with a bend",
    level="change",
    hints=(
        "Section 1.3 has the model without a bend: a formula, and `linear_model`, which is that "
        "formula in Python. Write this formula in the same way.",
        "The formula has three terms. Two of them are those of `linear_model`, with `w1` in the "
        "place of `w`. The new one is a parameter times the square of the reading; `mse_loss` in "
        "section 1.4 shows how Python writes a square.",
        "The function needs a single line in place of the `...`. It begins with `return w2 * "
        "t_u**2 + `, and two terms are still to come.",
    ),
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
    reference=solutions.quadratic_model,
    correct=(
        lambda t_u, w2, w1, b: (w2 * t_u + w1) * t_u + b,
        lambda t_u, w2, w1, b: torch.stack([t_u * t_u, t_u], dim=1) @ torch.tensor([w2, w1]) + b,
        lambda t_u, w2, w1, b: w2 * t_u.pow(2) + w1 * t_u + b,
        _by_numpy,
        _by_one,
    ),
    mistakes=MISTAKES,
)
