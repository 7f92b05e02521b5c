"""Exercise 1.6 of notebook 01: gradient descent from start to end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.fit_mistakes import MISTAKES


def _fit_with_tensors(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    w2, w1, b = torch.tensor([0.0, 1.0, 0.0])
    for _ in range(num_epochs):
        d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_u)
        dw2, dw1, db = (d * t_u**2).sum(), (d * t_u).sum(), d.sum()
        w2, w1, b = w2 - lr * dw2, w1 - lr * dw1, b - lr * db
    return torch.stack([w2, w1, b])


def _fit_with_optimizer(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    params = torch.tensor([0.0, 1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        ((params[0] * t_u**2 + params[1] * t_u + params[2] - t_c) ** 2).mean().backward()
        optimizer.step()
    return params


def _fit_in_numpy(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> np.ndarray:
    A = np.vander(t_u.double().numpy(), 3)  # the columns t_u², t_u and 1
    params = np.array([0.0, 1.0, 0.0])
    for _ in range(num_epochs):
        params -= lr * 2 / len(t_u) * A.T @ (A @ params - t_c.numpy())
    return params


def _with_other_data(answer: Callable[..., Any], *inputs: Any) -> str:
    """Say whether an answer depends on t_u and t_c, which come twice, with lr and num_epochs."""
    t_u, t_c, other_u, other_c, lr, num_epochs = inputs
    one, other = answer(t_u, t_c, lr, num_epochs), answer(other_u, other_c, lr, num_epochs)
    if one is None or not torch.allclose(
        _numbers(one), _numbers(other), rtol=1e-4, atol=1e-6, equal_nan=True
    ):
        return "other parameters"
    return "the same parameters, whatever t_u and t_c are"


def _numbers(params: Any) -> Tensor:
    return torch.stack([torch.as_tensor(param).detach().double() for param in params])


_X = torch.linspace(-2, 3, 11)
_READINGS = torch.tensor([3.57, 5.59, 5.82, 8.19])
_CELSIUS = torch.tensor([0.5, 14.0, 15.0, 28.0])
_BEND = _X**2 + 3 * _X - 1

FIT = Exercise(
    number="1.6",
    name="fit",
    title="Downhill from start to end",
    level="build",
    hints=(
        "Read `train` in section 1.8 once more, then look away. The four operations are the same "
        "here. The list of losses, the path and the test for `inf` are not asked for. What changes "
        "with the model is the prediction and the gradient.",
        "Start with `w2, w1, b = 0.0, 1.0, 0.0`. Each round of the loop needs the predictions, "
        "then the three slopes of exercise 1.4, then the update. Work out all slopes before you "
        "move a parameter.",
        "A round begins with `dloss_dyhat = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c)`. "
        "Then come `dw2`, `dw1` and `db`, each a sum, and the update of section 1.8. After the "
        "loop, `torch.tensor` makes a tensor of the three.",
    ),
    learned='the loop that learns; on our thermometer take t_u / 100: solution("1.6") says why',
    # Sizes and steps differ, so that one cannot stand in for the other. Two steps at least, so that
    # `return` inside the loop shows; and few enough steps that a loop that diverges stays within
    # float32, where it is still recognised.
    cases=(
        Case(
            "two steps: t_u = (1, 2, 3), t_c = (0, 0, 1), lr = 0.01",
            (torch.tensor([1.0, 2.0, 3.0]), torch.tensor([0.0, 0.0, 1.0]), 0.01, 2),
        ),
        Case(
            "two runs that differ in t_u and t_c only: what does the second one return?",
            (_READINGS, _CELSIUS, _X, _BEND, 3e-4, 2),
            _with_other_data,
        ),
        Case(
            "a single example: t_u = 2, t_c = 5, lr = 0.02, three steps",
            (torch.tensor([2.0]), torch.tensor([5.0]), 0.02, 3),
        ),
        Case(
            "four readings of the thermometer × 0.1, lr = 3e-4, 8 steps",
            (_READINGS, _CELSIUS, 3e-4, 8),
        ),
        Case("eleven points on x² + 3x − 1, lr = 0.02, 15 steps", (_X, _BEND, 0.02, 15)),
    ),
    reference=solutions.fit,
    correct=(_fit_with_tensors, _fit_with_optimizer, _fit_in_numpy),
    mistakes=MISTAKES,
    rtol=1e-3,  # rounded steps: float32 and float64 drift apart
)
