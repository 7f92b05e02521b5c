"""Exercise 3.4 of notebook 03: a new operation with its local slope."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.autograd.nodes import Scalar


def sine(x: Any) -> Scalar:
    """Return sin x as a node that knows x and the local slope, cos x."""
    return Scalar(math.sin(x.val), ((x, math.cos(x.val)),))


def _sine_with(slope: Callable[[float], float], value: Callable = math.sin) -> Callable:
    return lambda x: Scalar(value(x.val), ((x, slope(x.val)),))


def _sine_by_exponentials(x: Any) -> Scalar:
    # Euler: e^(ix) = cos x + i sin x
    turned = complex(math.cos(x.val), math.sin(x.val))
    return Scalar(turned.imag, ((x, turned.real),))


def _value_and_slope(answer: Callable, place: float, times: int = 1) -> tuple[float, float] | str:
    """Return the value and the gradient by x of sin x, or of sin sin x, at this place."""
    x = Scalar(place)
    y: Any = x
    for _ in range(times):
        y = answer(y)
    if any(not isinstance(pair, tuple) or len(pair) != 2 for pair in y.parents):
        return "parents without slopes"
    if not y.parents:
        return "no parents"
    y.backward()
    return float(y.val), float(x.grad)


SINE = Exercise(
    number="3.4",
    title="A new operation",
    level="build",
    learned="a value, a parent and a local slope: an operation needs no more to be differentiated",
    cases=(
        Case("value and gradient of sin x at x = 1", (1.0,), _value_and_slope),
        Case("value and gradient of sin x at x = 0", (0.0,), _value_and_slope),
        Case("value and gradient of sin x at x = −2.5", (-2.5,), _value_and_slope),
        Case("value and gradient of sin x at its top, x = π/2", (math.pi / 2,), _value_and_slope),
        Case("value and gradient of sin(sin x) at x = 1", (1.0, 2), _value_and_slope),
    ),
    reference=sine,
    correct=(
        _sine_by_exponentials,
        _sine_with(lambda v: math.sin(v + math.pi / 2)),
        _sine_with(math.cos, lambda v: math.cos(v - math.pi / 2)),
    ),
    mistakes=(
        Mistake(
            "returns a plain number",
            lambda x: math.sin(x.val),
            "A plain number has no way back. Return a Scalar, with its parents.",
        ),
        Mistake(
            "forgets val",
            lambda x: Scalar(math.sin(x), ((x, math.cos(x)),)),
            "The functions of math take plain numbers. The number inside a Scalar is its `val`.",
        ),
        Mistake(
            "no parents",
            lambda x: Scalar(math.sin(x.val)),
            "The value is right and no gradient comes back: the new Scalar does not know its "
            "parent.",
        ),
        Mistake(
            "parents without slopes",
            lambda x: Scalar(math.sin(x.val), (x,)),
            "Each parent comes as a pair, (operand, local slope), and the parents are a tuple of "
            "such pairs; with a single one it is written ((x, slope),).",
        ),
        Mistake(
            "the gradient of x in the slope",
            lambda x: Scalar(math.sin(x.val), ((x, math.cos(x.val) * x.grad),)),
            "The gradient of x is 0 until `backward` has run, so it has no place in a local slope. "
            "`backward` does the multiplying.",
        ),
        Mistake(
            "the wrong sign",
            _sine_with(lambda v: -math.cos(v)),
            "The gradient has the wrong sign: at 0 the sine rises.",
        ),
        Mistake(
            "the derivative of the cosine",
            _sine_with(lambda v: -math.sin(v)),
            "This is the slope of the cosine. What is the slope of the sine at 0, where it rises "
            "most steeply?",
        ),
        Mistake(
            "the value as slope",
            _sine_with(math.sin),
            "That the slope equals the value is a property of exp. At the top of the sine the "
            "value is 1; what is the slope there?",
        ),
        Mistake(
            "slope 1",
            _sine_with(lambda v: 1.0),
            "A slope of 1 is right at x = 0 and nowhere near it: the local slope depends on x.",
        ),
        Mistake(
            "slope at the result",
            _sine_with(lambda v: math.cos(math.sin(v))),
            "The slope is taken at the result, sin x. It has to be taken at x.",
        ),
        Mistake(
            "in degrees",
            _sine_with(lambda v: math.cos(math.radians(v)), lambda v: math.sin(math.radians(v))),
            "The functions of math take angles in radians, and so does our x: nothing needs to be "
            "converted.",
        ),
    ),
)
