"""What goes wrong in exercise 13.6 of notebook 13, and what to ask then."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.floating_point.solutions import descend

Gradient = Callable[[Tensor], Tensor]


def _given(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    w = w.bfloat16()
    for _ in range(num_steps):
        w = w - gradient(w) / 128
    return w


def _rounded_back(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    return _given(w, gradient, num_steps).float()


def _rounded_each_time(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    for _ in range(num_steps):
        w = (w.float() - gradient(w.bfloat16()).float() / 128).bfloat16()
    return w


def _rounded_and_stored_wide(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    for _ in range(num_steps):
        w = (w - gradient(w.bfloat16()) / 128).bfloat16().float()
    return w


def _wide(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    for _ in range(num_steps):
        w = w - gradient(w) / 128
    return w


def _added_apart(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    change = torch.zeros_like(w).bfloat16()
    for _ in range(num_steps):
        change = change - gradient((w + change).bfloat16()) / 128
    return w + change


def _gradient_of_the_start(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    rounded = w.bfloat16()
    for _ in range(num_steps):
        w = w - gradient(rounded) / 128
    return w


def _never_rounded_again(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    rounded, wide = w.bfloat16(), w
    for _ in range(num_steps):
        step = gradient(rounded) / 128
        rounded, wide = rounded - step, wide - step
    return wide


def _starts_rounded(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    return descend(w.bfloat16().float(), gradient, num_steps)


def _in_float16(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    w = w.half()
    for _ in range(num_steps):
        w = w - gradient(w) / 128
    return w


def _in_place(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    for _ in range(num_steps):
        w -= gradient(w.bfloat16()).float() / 128
    return w


MISTAKES = (
    Mistake("as it was given", _given, given=True),
    Mistake(
        "rounded back in each step",
        _rounded_back,
        "The result is `float32` now, but the weights are rounded after each step, or the updates "
        "before they arrive. Which weights have to last from step to step?",
    ),
    Mistake(
        "rounded after each step",
        _rounded_each_time,
        "The update is added to wide weights, and then the sum is rounded: the update is lost in "
        "that line. Does the rounded sum have to last until the next step?",
    ),
    Mistake(
        "rounded after each step, stored wide",
        _rounded_and_stored_wide,
        "The update arrives in wide weights, and is lost when these are rounded after the step. "
        "What needs the rounded ones, and for how long?",
    ),
    Mistake(
        "everything wide",
        _wide,
        "The updates arrive. But the gradient gets float32 now, and the products would be wide "
        "again: round what it is given.",
    ),
    Mistake(
        "rounded at the end",
        lambda w, gradient, num_steps: descend(w, gradient, num_steps).bfloat16(),
        "The updates arrived in the wide weights, and then the result was rounded. Return the wide "
        "ones.",
    ),
    Mistake(
        "rounded at the start",
        _starts_rounded,
        "The updates arrive, but the weights start rounded: with no step at all 0.3 comes back as "
        "another number.",
    ),
    Mistake(
        "added up apart, rounded",
        _added_apart,
        "The updates are added up apart from the weights, in a sum that is rounded itself. It "
        "takes them only as long as it is small. Which type should it have?",
    ),
    Mistake(
        "the gradient of the start",
        _gradient_of_the_start,
        "The gradient gets the weights of the start in each step. Round the new ones for it.",
    ),
    Mistake(
        "two copies",
        _never_rounded_again,
        "The wide weights are right to take the updates, but the gradient is asked at weights that "
        "have lost them. Round the wide ones anew in each step.",
    ),
    Mistake(
        "float16",
        _in_float16,
        "float16 has three binary digits more, and loses the same updates beside larger weights. "
        "Besides, the gradient should get bfloat16.",
    ),
    Mistake(
        "uphill",
        lambda w, gradient, num_steps: descend(w, lambda v: -gradient(v), num_steps),
        "The weights move uphill: the update is to be subtracted.",
    ),
    Mistake(
        "one step",
        lambda w, gradient, num_steps: descend(w, gradient, min(num_steps, 1)),
        "Only one step is made: is the `return` inside the loop?",
    ),
    Mistake(
        "no rate",
        lambda w, gradient, num_steps: descend(w, lambda v: 128 * gradient(v), num_steps),
        "The steps are 128 times as long as they were.",
    ),
    Mistake(
        "writes into w",
        _in_place,
        "The caller's w has taken the steps. Work on a copy, or write `w = w - …`.",
    ),
)
