"""Mistakes of exercise 3.7 of notebook 03: poor measuring, and wrong ideas of what agrees."""

from __future__ import annotations

from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.measuring import Function, close, judging, measured_gradient


def _all_at_once(f: Function, point: Tensor) -> Tensor:
    return ((f(point + 1e-5) - f(point - 1e-5)) / 2e-5).expand(len(point))


TOLERANCES = (
    Mistake(
        "an absolute tolerance",
        judging(close(0.0, 1e-6)),
        "The right gradient with a slope of a million is rejected: what is allowed must grow "
        "with the slope.",
    ),
    Mistake(
        "a wide absolute tolerance",
        judging(close(0.0, 1e-3)),
        "The same tolerance for all slopes is too strict for a million and too wide for 0.01. "
        "Let it grow with the slope.",
    ),
    Mistake(
        "a large floor",
        judging(close(1e-3, 1e-3)),
        "In a small slope an error of one per cent passes: the absolute part of what you allow is "
        "too large.",
    ),
    Mistake(
        "a relative tolerance",
        judging(close(1e-3, 0.0)),
        "A right slope of 0 is rejected: a share of 0 is 0, and what is measured there is not "
        "quite 0. How large an absolute error do you allow?",
    ),
    Mistake(
        "the usual tolerances",
        judging(close(1e-5, 1e-8)),
        "A right slope of 0 beside a slope of a million is rejected. What is measured there is not "
        "quite 0: allow a larger absolute error. (By itself `allclose` allows 1e-8.)",
    ),
    Mistake(
        "a wide tolerance",
        judging(close(0.1, 1e-5)),
        "An error of one per cent passes: allow a smaller share of the slope.",
    ),
    Mistake(
        "a wide relative tolerance",
        judging(close(0.1, 0.0)),
        "An error of one per cent passes, and a right slope of 0 does not. Look at both parts of "
        "what is allowed.",
    ),
    Mistake(
        "one per cent",
        judging(close(0.01, 1e-6)),
        "An error of one per cent is just allowed: `gradcheck` allows a tenth of that.",
    ),
    Mistake(
        "one per cent and no floor",
        judging(close(0.01, 0.0)),
        "An error of one per cent is just allowed, and a slope of 0 is rejected: allow a smaller "
        "share, and a small absolute error.",
    ),
    Mistake(
        "moves all at once",
        judging(close(1e-3, 1e-5), _all_at_once),
        "Right with a single parameter. With more, several of them move at once here: move one "
        "entry at a time, and put it back.",
    ),
    Mistake(
        "a delta of 0.1",
        judging(close(1e-3, 1e-5), lambda f, point: measured_gradient(f, point, 0.1)),
        "With so large a δ the curvature changes between the two points: what does section 3.1 "
        "say?",
    ),
    Mistake(
        "a delta of 1e-7",
        judging(close(1e-3, 1e-5), lambda f, point: measured_gradient(f, point, 1e-7)),
        "A right slope is rejected where the value of f is large: it is stored to so many digits, "
        "and with so small a δ the difference is in the last of them. Take a larger δ.",
    ),
    Mistake(
        "a delta of 1e-12",
        judging(close(1e-3, 1e-5), lambda f, point: measured_gradient(f, point, 1e-12)),
        "A right gradient is rejected where the values of f are large: with so small a δ the "
        "difference is mostly rounding. What does section 3.1 say?",
    ),
)
