"""Exercises 4.3 and 4.5 of notebook 04: Adam's first step, and groups of parameters."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.optim import SGD, Optimizer

from course_utils.exercises import Case, Exercise, Mistake

FIRST_STEP_OF_ADAM = Exercise(
    number="4.3",
    title="The first step of Adam",
    level="read",
    learned="the first step has length lr in every parameter, whatever the gradient",
    cases=(Case("w = 1, b = 0, gradient (4517.30, −0.02), lr = 0.1: where after one step?"),),
    reference=(0.9, 0.1),
    correct=([0.9, 0.1], (torch.tensor(0.9), torch.tensor(0.1))),
    mistakes=(
        Mistake(
            "a step of plain descent",
            (1 - 451.73, 0.002),
            "This is plain descent. Adam divides by the root of the mean square: what becomes of "
            "the size of the gradient?",
        ),
        Mistake(
            "goes uphill",
            (1.1, -0.1),
            "The length is right, the direction is not: a positive slope moves a parameter down.",
        ),
        Mistake(
            "both parameters go down",
            (0.9, -0.1),
            "The sign is all that is left of the gradient. What is the sign of −0.02?",
        ),
        Mistake(
            "the step alone",
            (-0.1, 0.1),
            "This is the step. Where does it lead from w = 1 and b = 0?",
        ),
        Mistake(
            "without bias correction",
            (1 - 0.1 * 0.1 / math.sqrt(0.001), 0.1 * 0.1 / math.sqrt(0.001)),
            "This is the step without bias correction, 0.1 / √0.001 times lr. Divide both means "
            "by what they lack after one step.",
        ),
        Mistake(
            "a first step of RMSProp",
            (0.0, 1.0),
            "This is what RMSProp does: ten times the learning rate. Adam corrects for the start "
            "at zero.",
        ),
        Mistake(
            "corrects only the mean of squares",
            (0.99, 0.01),
            "Only s was corrected. After one step m is a tenth of the gradient; divide it by "
            "1 − β₁ as well.",
        ),
    ),
    rtol=1e-3,
)


Pair = tuple[float, float]


def make_sgd(w: Tensor, b: Tensor, lr: float) -> Optimizer:
    """Return an SGD optimizer with the rate `lr` for `w` and ten times that for `b`."""
    return SGD([{"params": [w], "lr": lr}, {"params": [b], "lr": 10 * lr}], lr=lr)


def _made_later(w: Tensor, b: Tensor, lr: float) -> Optimizer:
    optimizer = SGD([w], lr=lr)
    optimizer.add_param_group({"params": b, "lr": 10 * lr})
    return optimizer


def _edited(w: Tensor, b: Tensor, lr: float) -> Optimizer:
    optimizer = SGD([{"params": w}, {"params": b}], lr=lr)
    optimizer.param_groups[1]["lr"] *= 10
    return optimizer


def _two_steps(make: Callable[..., Optimizer], lr: float, slope_w: float, slope_b: float) -> Pair:
    """Return where two steps along constant slopes lead from w = 1, b = 0."""
    w, b = torch.tensor(1.0, requires_grad=True), torch.tensor(0.0, requires_grad=True)
    optimizer = make(w, b, lr)
    for _ in range(2):
        w.grad, b.grad = torch.tensor(slope_w), torch.tensor(slope_b)
        optimizer.step()
    return w.item(), b.item()


GROUPS = Exercise(
    number="4.5",
    title="Ten times the rate for the bias",
    level="change",
    learned="param_groups is a list, and each group may have a rate of its own",
    cases=(
        Case("two steps with lr = 0.1 along the slopes (1, 1)", (0.1, 1.0, 1.0), _two_steps),
        Case("two steps with lr = 0.01 along (3, −2)", (0.01, 3.0, -2.0), _two_steps),
    ),
    reference=make_sgd,
    correct=(_made_later, _edited),
    mistakes=(
        Mistake("one rate for both", lambda w, b, lr: SGD([w, b], lr=lr), given=True),
        Mistake(
            "ten times for w",
            lambda w, b, lr: make_sgd(b, w, lr),
            "The groups have changed places: it is b that should learn faster.",
        ),
        Mistake(
            "ten times for both",
            lambda w, b, lr: SGD([w, b], lr=10 * lr),
            "Now both are ten times as fast. Two groups, two rates.",
        ),
        Mistake(
            "b is left out",
            lambda w, b, lr: SGD([w], lr=lr),
            "b does not move at all: the optimizer was never given it.",
        ),
        Mistake(
            "w ten times slower",
            lambda w, b, lr: SGD([{"params": [w], "lr": lr / 10}, {"params": [b]}], lr=lr),
            "The ratio is right, but w's rate should stay lr, and b's become larger.",
        ),
        Mistake(
            "no rate for w",
            lambda w, b, lr: SGD([{"params": [w]}, {"params": [b], "lr": 10 * lr}]),
            "b is right. The group of w names no rate and there is no common one, so PyTorch takes "
            "its own default, 0.001.",
        ),
        Mistake(
            "a number in place of lr",
            lambda w, b, lr: make_sgd(w, b, 0.1),
            "This is right for lr = 0.1 only: the rates should follow the argument lr.",
        ),
    ),
    seconds=10.0,  # the first use of an optimizer loads a good part of torch
)
