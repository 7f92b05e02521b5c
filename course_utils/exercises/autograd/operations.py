"""Exercise 3.3 of notebook 03: a new operation with its local slope."""

from __future__ import annotations

import math
from collections.abc import Callable
from numbers import Real
from typing import Any

from course_utils.exercises import Case, Exercise
from course_utils.exercises.autograd import solutions
from course_utils.exercises.autograd.astray import in_sines
from course_utils.exercises.autograd.nodes import Scalar, backward
from course_utils.exercises.autograd.sines import sine_with
from course_utils.exercises.autograd.slopes import MISTAKES
from course_utils.exercises.families import saying


def _by_exponentials(x: Any) -> Scalar:
    # Euler: e^(ix) = cos x + i sin x
    turned = complex(math.cos(x.val), math.sin(x.val))
    return Scalar(turned.imag, ([x, turned.real],))  # type: ignore[arg-type]


def _value_and_slope(
    answer: Callable, place: float, times: int = 1
) -> tuple[float, float] | str | None:
    """Return the value and the gradient by x of sin x, or of sin sin x, at this place."""
    x = Scalar(place)
    y: Any = x
    for _ in range(times):
        result = answer(y)
        if result is None:
            return None
        if said := _amiss(result, y):
            return said
        y = result
    backward(y)
    return float(y.val), float(x.grad)


def _amiss(y: Any, x: Any) -> str:
    """Say what is wrong with the form of a node that should have come from `x`, if anything."""
    if not hasattr(y, "parents") or not hasattr(y, "val"):
        return "something that is no Scalar"
    if not isinstance(y.parents, tuple | list) or not all(
        isinstance(pair, tuple | list) and len(pair) == 2 for pair in y.parents
    ):
        return "parents without slopes"
    if not y.parents:
        return "no parents"
    if not all(hasattr(parent, "parents") for parent, _ in y.parents):
        return "a parent that is no Scalar"
    if not all(isinstance(slope, Real) or hasattr(slope, "item") for _, slope in y.parents):
        return "a slope that is no number"
    return "" if all(parent is x for parent, _ in y.parents) else "another parent than x"


SINE = Exercise(
    number="3.3",
    name="sine",
    title="A new operation",
    level="build",
    hints=(
        "Section 3.3 says what a result has to know: its value, and for each operand the pair "
        "(operand, local slope). A sine has a single operand. What is its value, and what does "
        "calculus say about its slope?",
        "The derivative of sin x is cos x. `math.sin` and `math.cos` take plain numbers, and the "
        "number inside `x` is `x.val`.",
        "Return a new `Scalar` with two arguments: the value, and the tuple of all pairs. With one "
        "pair that tuple is written `((x, slope),)`; mind the comma behind the pair. For `slope` "
        "put the cosine.",
    ),
    learned="a value, a parent and a local slope: an operation needs no more to be differentiated",
    cases=(
        Case("value and gradient of sin x at x = 1", (1.0,), _value_and_slope),
        Case("value and gradient of sin x at x = 0", (0.0,), _value_and_slope),
        Case("value and gradient of sin x at x = −2.5", (-2.5,), _value_and_slope),
        Case("value and gradient of sin x at its top, x = π/2", (math.pi / 2,), _value_and_slope),
        Case("value and gradient of sin(sin x) at x = 1", (1.0, 2), _value_and_slope),
        Case("first the value of a sine, then its slope", (), in_sines),
    ),
    reference=solutions.sine,
    correct=(
        _by_exponentials,
        sine_with(lambda v: math.sin(v + math.pi / 2)),
        sine_with(math.cos, lambda v: math.cos(v - math.pi / 2)),
    ),
    mistakes=(
        *MISTAKES,
        saying(
            solutions.sine,
            "value",
            "The value is not that of a sine: compare it with math.sin for a plain number.",
        ),
        saying(
            solutions.sine,
            "slope",
            "The value is fine, and the slope is not. How steep is the sine at 0, and at its top?",
        ),
    ),
)
