"""Exercise 1.7 of notebook 01: gradient descent from start to end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def fit(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return (w, b), shape (2,), after `num_epochs` steps of gradient descent from w = 1, b = 0.

    `t_u` and `t_c` have shape (N,); the loss is the mean squared error of w·t_u + b.
    """
    return _descend(t_u, t_c, lr, num_epochs, start=(1.0, 0.0))


def _descend(
    t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int, start: tuple[float, float]
) -> Tensor:
    params = torch.tensor(start)
    for _ in range(num_epochs):
        params = params - lr * _gradient(t_u, t_c, params)
    return params


def _gradient(t_u: Tensor, t_c: Tensor, params: Tensor) -> Tensor:
    dloss_dyhat = 2 * (params[0] * t_u + params[1] - t_c) / len(t_u)
    return torch.stack([(dloss_dyhat * t_u).sum(), dloss_dyhat.sum()])


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


def _fit_one_after_the_other(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    params = torch.tensor([1.0, 0.0])
    for _ in range(num_epochs):
        for i in (0, 1):
            params[i] = params[i] - lr * _gradient(t_u, t_c, params)[i]
    return params


def _fit_at_the_start(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    start = torch.tensor([1.0, 0.0])
    return start - num_epochs * lr * _gradient(t_u, t_c, start)


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
    title="Downhill from start to end",
    level="build",
    learned="forward, loss, gradient, update, and again: a machine that learns from examples",
    # Two steps at least, so that `return` inside the loop shows; and few enough steps that a loop
    # that diverges stays within float32, where it is still recognised.
    cases=(
        Case(
            "two runs that differ in t_u and t_c only: what does the second one return?",
            (_READINGS, _CELSIUS, _X, 3 * _X - 1, 0.01, 2),
            _with_other_data,
        ),
        Case(
            "two steps: t_u = (1, 2), t_c = (0, 0), lr = 0.1",
            (torch.tensor([1.0, 2.0]), torch.zeros(2), 0.1, 2),
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
    reference=fit,
    correct=(_fit_with_optimizer, _fit_with_floats),
    mistakes=(
        Mistake(
            "goes uphill",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, -lr, num_epochs),
            "The loss rises from step to step: the gradient points uphill, and we want to go the "
            "other way.",
        ),
        Mistake(
            "starts at (0, 0)",
            lambda t_u, t_c, lr, num_epochs: _descend(t_u, t_c, lr, num_epochs, (0.0, 0.0)),
            "The steps are right, but they begin at (0, 0). The task names another start.",
        ),
        Mistake(
            "updates w before it computes b's gradient",
            _fit_one_after_the_other,
            "The slope for b is taken at the new w. Both slopes belong to the same place: "
            "compute the two first, then step.",
        ),
        Mistake(
            "averages twice",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr / len(t_u), num_epochs),
            "The direction is right and every step is N times too short: is there a second "
            "division by N?",
        ),
        Mistake(
            "never divides by N",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr * len(t_u), num_epochs),
            "The direction is right and every step is N times too long: the loss is a mean.",
        ),
        Mistake(
            "divides by a fixed 11",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr * len(t_u) / 11, num_epochs),
            "You divide by 11, which is right for eleven days only. The loss is a mean over as "
            "many examples as there are.",
        ),
        Mistake(
            "slopes at the start",
            _fit_at_the_start,
            "Every step is alike, because its slopes are those at the start. They belong to the "
            "w and b that the step before has led to.",
        ),
        Mistake(
            "factor 2 missing",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr / 2, num_epochs),
            "The direction is right and every step is half as long as it should be. Look at the "
            "derivative of the square.",
        ),
        Mistake(
            "one step too few",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr, num_epochs - 1),
            "One step is missing at one end of the loop. With num_epochs = 2, how many does it "
            "take?",
        ),
        Mistake(
            "one step too many",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr, num_epochs + 1),
            "One step too many. With num_epochs = 2, how many does the loop take?",
        ),
        Mistake(
            "a single step",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr, 1),
            "Only the first step is taken. A `return` ends the function at once, also in the "
            "middle of a loop.",
        ),
        Mistake(
            "no step",
            lambda t_u, t_c, lr, num_epochs: torch.tensor([1.0, 0.0]),
            "This is still the start: no step has reached w and b. Does the loop give its new "
            "values to the names that you return?",
        ),
        Mistake(
            "returns b, w",
            lambda t_u, t_c, lr, num_epochs: fit(t_u, t_c, lr, num_epochs).flip(0),
            "Both numbers are right, but they have changed places: w comes first.",
        ),
    ),
    rtol=1e-3,  # forty rounded steps: float32 and float64 drift apart
    seconds=10.0,  # the first use of an optimizer loads a good part of torch
)
