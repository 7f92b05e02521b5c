"""Exercise 1.5 of notebook 01: the gradient by the chain rule."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def gradient(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
    """Return (dℓ/dw, dℓ/db) of the mean squared error, shape (2,), for t_u and t_c of shape (N,).

    Chain rule: dℓ/dŷ = 2(ŷ − y)/N per example, times dŷ/dw = t_u or dŷ/db = 1, then summed.
    """
    dloss_dyhat = 2 * (w * t_u + b - t_c) / len(t_u)
    return torch.stack([(dloss_dyhat * t_u).sum(), dloss_dyhat.sum()])


def _gradient_by_autograd(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
    params = torch.tensor([float(w), float(b)], requires_grad=True)
    ((params[0] * t_u + params[1] - t_c) ** 2).mean().backward()
    assert params.grad is not None
    return params.grad


def _gradient_by_matrix(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
    A = torch.stack([t_u, torch.ones_like(t_u)], dim=1)
    return 2 / len(t_u) * A.T @ (A @ torch.tensor([float(w), float(b)]) - t_c)


# Three readings of the thermometer, and a line without noise.
_READINGS = torch.tensor([35.7, 55.9, 58.2])
_CELSIUS = torch.tensor([0.5, 14.0, 15.0])
_MANY = torch.linspace(-4, 9, 1000)

GRADIENT = Exercise(
    number="1.5",
    title="A gradient that is too short",
    level="change",
    learned="the loss is a mean, so its gradient is divided by N: once, and not twice",
    cases=(
        Case(
            "t_u = (1, 2), t_c = (0, 0), w = 1, b = 0",
            (torch.tensor([1.0, 2.0]), torch.zeros(2), 1.0, 0.0),
        ),
        Case("three readings of the thermometer, w = 1, b = 0", (_READINGS, _CELSIUS, 1.0, 0.0)),
        Case("the same readings, w = −0.5, b = 30", (_READINGS, _CELSIUS, -0.5, 30.0)),
        Case(
            "a single example: t_u = 3, t_c = 10, w = 2, b = 1",
            (torch.tensor([3.0]), torch.tensor([10.0]), 2.0, 1.0),
        ),
        Case("a thousand examples, w = 0.25, b = −3", (_MANY, 2 * _MANY + 1, 0.25, -3.0)),
        Case(
            "a thousand examples that the line fits exactly: both slopes are 0",
            (_MANY, 2 * _MANY + 1, 2.0, 1.0),
        ),
    ),
    reference=gradient,
    correct=(
        _gradient_by_autograd,
        _gradient_by_matrix,
        lambda t_u, t_c, w, b: (
            2 * torch.stack([((w * t_u + b - t_c) * t_u).mean(), (w * t_u + b - t_c).mean()])
        ),
    ),
    mistakes=(
        Mistake("averages twice", lambda *args: gradient(*args) / len(args[0]), given=True),
        Mistake(
            "mended for w only",
            lambda *args: gradient(*args) / torch.tensor([1.0, len(args[0])]),
            "The slope for w is right now. Read the line for b in the same way.",
        ),
        Mistake(
            "mended for b only",
            lambda *args: gradient(*args) / torch.tensor([len(args[0]), 1.0]),
            "The slope for b is right now. Read the line for w in the same way.",
        ),
        Mistake(
            "never divides by N",
            lambda *args: gradient(*args) * len(args[0]),
            "Now N is missing altogether: the loss is a mean, so one division by N has to stay.",
        ),
        Mistake(
            "multiplies by a fixed 11",
            lambda *args: gradient(*args) * 11 / len(args[0]),
            "One division by N too many, and then times 11: that cancels for eleven days only. "
            "Find the two places that divide by N, and do without one of them.",
        ),
        Mistake(
            "divides by a fixed 11",
            lambda *args: gradient(*args) * len(args[0]) / 11,
            "You divide by 11, which is right for eleven days only. The loss is a mean over as "
            "many days as there are.",
        ),
        Mistake(
            "a fixed 11 for one of the two divisions",
            lambda *args: gradient(*args) / 11,
            "The 11 holds for eleven days only, and it does not undo the second division: a mean "
            "divides as well.",
        ),
        Mistake(
            "sign reversed",
            lambda *args: -gradient(*args),
            "Right length, opposite direction. When a prediction is too high and rises further, "
            "does the loss grow or shrink?",
        ),
        Mistake(
            "factor 2 missing",
            lambda *args: gradient(*args) / 2,
            "Half of what is wanted. What is the derivative of Δ² with respect to Δ?",
        ),
        Mistake(
            "order b, w",
            lambda *args: gradient(*args).flip(0),
            "Both numbers are right, but they have changed places: w comes first.",
        ),
    ),
)
