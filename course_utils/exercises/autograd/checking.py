"""Exercise 3.7 of notebook 03: does a claimed gradient agree with measured slopes?"""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.autograd import solutions
from course_utils.exercises.autograd.astray import in_measuring
from course_utils.exercises.autograd.checking_mistakes import MISTAKES
from course_utils.exercises.autograd.measuring import (
    E_,
    Function,
    bowl,
    close,
    gentle,
    hidden,
    judging,
    lifted,
    measured_gradient,
    mixed,
    steep,
    steep_and_flat,
    valley,
    vector,
)
from course_utils.exercises.families import saying


def _with_isclose(f: Function, point: Tensor, gradient: Tensor) -> Tensor:
    return torch.isclose(measured_gradient(f, point, 1e-6), gradient, rtol=1e-3, atol=5e-5).all()


def _one_by_one(f: Function, point: Tensor, gradient: Tensor) -> bool:
    for i in range(len(point)):
        up, down = point.clone(), point.clone()
        up[i] += 1e-4
        down[i] -= 1e-4
        slope = float(f(up) - f(down)) / 2e-4
        if not abs(slope - gradient[i].item()) <= 1e-3 * max(abs(slope), 1e-2):
            return False
    return True


_AT = vector(0.7, -1.0, 1.9)
_RIGHT = vector(-2 * E_**1.4, E_**1.4, 3 * 1.9**2)  # of `mixed` at _AT
_TOP = vector(0.3, 1.0)
_SLOPES = vector(float(1e6 * torch.cos(10 * _TOP)[0]), 1.0)  # of `steep` at _TOP
_THREE = vector(0.3, 1.7, 2.1)
_RIGHT_ONES = (
    (mixed, _AT, _RIGHT),
    (bowl, vector(3), vector(5.8)),
    (valley, vector(1, 1), vector(0, 0)),
    (steep, _TOP, _SLOPES),
    (steep_and_flat, vector(math.pi / 10, 1), vector(-1e6, 0)),
    (lifted, vector(1), vector(0.0125)),
)

# Of the measuring we speak first: with poor slopes no tolerance helps.
_MEASURING = {
    "several at once": "Right with a single parameter. With more, several of them move at once "
    "here, and their slopes mix: move one entry at a time, and put it back.",
    "one side": "You evaluate `f` at the point and on one side of it. Here that is not exact "
    "enough: move the entry up and down, as section 3.1 does.",
    "far away": "The slopes that you measure are off, because δ is too large: the curvature "
    "changes between the two points. Which δ was best in section 3.1?",
    "too near": "The slopes that you measure are off, because δ is too small: the difference is in "
    "the last digits of the two values. Which δ was best in section 3.1?",
}

GRADIENT_IS_RIGHT = Exercise(
    number="3.7",
    name="gradient_is_right",
    title="A check you can trust",
    level="build",
    hints=(
        "Section 3.1 measures one slope. Here each entry of `point` has a slope of its own: move "
        "this entry alone up and down by a small δ, and divide the difference of the two values of "
        "`f` by 2δ.",
        "For entry i take `step = torch.zeros_like(point)` and `step[i] = 1e-5`, and evaluate `f` "
        "at `point + step` and `point - step`. Then look at the difference from `gradient[i]`. How "
        "much does `gradcheck` allow for a slope of a million, and how much for a slope of 0?",
        "It allows 1e-5, and on top of it a thousandth of the size of the measured slope. Sizes "
        "are `.abs()`. Compare with `<=`, which is False for `nan`, and ask whether that holds for "
        "all entries.",
    ),
    learned="measure every entry on its own; near 0 allow an absolute error, elsewhere a relative",
    cases=(
        Case("a right gradient of exp(2·p0)·p1 + p2³", (mixed, _AT, _RIGHT)),
        Case("exp(2·p0)·p1 + p2³, all signs wrong", (mixed, _AT, -_RIGHT)),
        Case(
            "exp(2·p0)·p1 + p2³, the last entry 1 % too large",
            (mixed, _AT, _RIGHT * vector(1, 1, 1.01)),
        ),
        Case(
            "exp(2·p0)·p1 + p2³, the first entry 1 % too large",
            (mixed, _AT, _RIGHT * vector(1.01, 1, 1)),
        ),
        Case("exp(2·p0)·p1 + p2³, two entries exchanged", (mixed, _AT, _RIGHT[[0, 2, 1]])),
        Case(
            "exp(2·p0)·p1 + p2³, 0 in place of the last entry",
            (mixed, _AT, _RIGHT * vector(1, 1, 0)),
        ),
        Case(
            "exp(2·p0)·p1 + p2³, nan in place of one entry",
            (mixed, _AT, _RIGHT * vector(1, float("nan"), 1)),
        ),
        Case(
            "a right gradient of 0, of Σ (exp(p) − e·p) at (1, 1)",
            (valley, vector(1, 1), vector(0, 0)),
        ),
        Case(
            "Σ (exp(p) − e·p) at (1, 1), 0.5 in place of one 0",
            (valley, vector(1, 1), vector(0, 0.5)),
        ),
        Case(
            "a right gradient of 1e5·sin(10·p0) + p1²/2 at (0.3, 1): about a million, and 1",
            (steep, _TOP, _SLOPES),
        ),
        Case(
            "1e5·sin(10·p0) + p1²/2 at (0.3, 1), 1.5 in place of the slope 1",
            (steep, _TOP, _SLOPES + vector(0, 0.5)),
        ),
        Case(
            "a right gradient with a slope of minus a million and one of 0",
            (steep_and_flat, vector(math.pi / 10, 1), vector(-1e6, 0)),
        ),
        Case("a right slope of (p − 0.1)² at 3", (bowl, vector(3), vector(5.8))),
        Case(
            "(p − 0.1)² at 3, the slope 1 % too small",
            (bowl, vector(3), vector(5.8 * 0.99)),
        ),
        Case(
            "p²/160 at 1, the slope of 0.0125 claimed 1 % too large",
            (gentle, vector(1), vector(0.012625)),
        ),
        Case(
            "a right slope of 0.0125, of p²/160 + 100,000 at 1", (lifted, vector(1), vector(0.0125))
        ),
        Case("a right gradient of Σ p · p.detach()", (hidden, _THREE, 2 * _THREE)),
        Case("the gradient that autograd finds for Σ p · p.detach()", (hidden, _THREE, _THREE)),
        Case(
            "where `f` is evaluated to measure a slope",
            (),
            lambda answer: in_measuring(answer, _RIGHT_ONES),
        ),
    ),
    reference=solutions.gradient_is_right,
    correct=(_one_by_one, _with_isclose, judging(close(1e-3, 1e-6))),
    mistakes=(
        *(saying(solutions.gradient_is_right, *it) for it in _MEASURING.items()),
        *MISTAKES,
    ),
)
