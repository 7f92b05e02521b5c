"""Exercise 1.7 of notebook 01: gradient descent from start to end."""

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
    w, b = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        dloss_dyhat = 2 * (w * t_u + b - t_c) / len(t_u)
        w, b = w - lr * (dloss_dyhat * t_u).sum(), b - lr * dloss_dyhat.sum()
    return torch.stack([w, b])


def _fit_with_optimizer(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        ((params[0] * t_u + params[1] - t_c) ** 2).mean().backward()
        optimizer.step()
    return params


def _fit_with_floats(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = 1.0, 0.0
    for _ in range(num_epochs):
        delta = w * t_u + b - t_c
        slope_w, slope_b = float(2 * (delta * t_u).mean()), float(2 * delta.mean())
        w, b = w - lr * slope_w, b - lr * slope_b
    return torch.tensor([w, b])


def _fit_in_numpy(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> np.ndarray:
    A = np.stack([t_u.double().numpy(), np.ones(len(t_u))], axis=1)
    params = np.array([1.0, 0.0])
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
        return "another w and b"
    return "the same w and b, whatever t_u and t_c are"


def _numbers(params: Any) -> Tensor:
    return torch.stack([torch.as_tensor(param).detach().double() for param in params])


_X = torch.linspace(-2, 3, 11)
_READINGS = torch.tensor([3.57, 5.59, 5.82, 8.19])
_CELSIUS = torch.tensor([0.5, 14.0, 15.0, 28.0])

FIT = Exercise(
    number="1.7",
    name="fit",
    title="Downhill from start to end",
    level="build",
    hints=(
        "Read `train` in section 1.9 once more, then look away. The four operations are the same "
        "here. The list of losses, the path and the test for `inf` are not asked for.",
        "Start with `w, b = 1.0, 0.0`. Each round of the loop needs the misses, then the two "
        "slopes of section 1.7, then the update. Work out both slopes before you move `w` or `b`.",
        "A round begins with `dloss_dyhat = 2 * (w * t_u + b - t_c) / len(t_c)`. Then come `dw` "
        "and `db`, each the sum of a product, and the update of section 1.9. After the loop, "
        "`torch.tensor` makes a tensor of both parameters.",
    ),
    learned="forward, loss, gradient, update, and again: a machine that learns from examples",
    # Sizes and steps differ, so that one cannot stand in for the other. Two steps at least, so that
    # `return` inside the loop shows; and few enough steps that a loop that diverges stays within
    # float32, where it is still recognised.
    cases=(
        Case(
            "two runs that differ in t_u and t_c only: what does the second one return?",
            (_READINGS, _CELSIUS, _X, 3 * _X - 1, 0.01, 2),
            _with_other_data,
        ),
        Case(
            "two steps: t_u = (1, 2, 3), t_c = (0, 0, 1), lr = 0.1",
            (torch.tensor([1.0, 2.0, 3.0]), torch.tensor([0.0, 0.0, 1.0]), 0.1, 2),
        ),
        Case(
            "a single example: t_u = 2, t_c = 5, lr = 0.05, three steps",
            (torch.tensor([2.0]), torch.tensor([5.0]), 0.05, 3),
        ),
        Case(
            "four readings of the thermometer × 0.1, lr = 0.01, 20 steps",
            (_READINGS, _CELSIUS, 0.01, 20),
        ),
        Case("eleven points on the line 3x − 1, lr = 0.1, 40 steps", (_X, 3 * _X - 1, 0.1, 40)),
    ),
    reference=solutions.fit,
    correct=(_fit_with_tensors, _fit_with_optimizer, _fit_with_floats, _fit_in_numpy),
    mistakes=MISTAKES,
    rtol=1e-3,  # forty rounded steps: float32 and float64 drift apart
)
