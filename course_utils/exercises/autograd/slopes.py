"""More mistakes of exercise 3.3 of notebook 03: slopes and values that are not those of a sine."""

from __future__ import annotations

import math

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.sines import FORM, as_parents, sine_with

_SLOPES = (
    Mistake(
        "the gradient of x in the slope",
        as_parents(lambda x: ((x, math.cos(x.val) * x.grad),)),
        "This local slope is 0 everywhere. A gradient, which is 0 until `backward` has run, has no "
        "place in it: `backward` does the multiplying.",
    ),
    Mistake(
        "the wrong sign",
        sine_with(lambda v: -math.cos(v)),
        "The gradient has the wrong sign: at 0 the sine rises.",
    ),
    Mistake(
        "the derivative of the cosine",
        sine_with(lambda v: -math.sin(v)),
        "This is the slope of the cosine. What is the slope of the sine at 0, where it rises "
        "most steeply?",
    ),
    Mistake(
        "the value as slope",
        sine_with(math.sin),
        "That the slope equals the value is a property of exp. At the top of the sine the "
        "value is 1; what is the slope there?",
    ),
    Mistake(
        "slope 1",
        sine_with(lambda v: 1.0),
        "A slope of 1 fits at x = 0 and nowhere near it: the local slope depends on x.",
    ),
    Mistake(
        "x as slope",
        sine_with(lambda v: v),
        "This slope is x itself, so at 0 it says that the sine is flat. How steep is it there?",
    ),
    Mistake(
        "times x",
        sine_with(lambda v: v * math.cos(v)),
        "A factor x too many: at 0 the sine rises, and this slope is 0. `backward` multiplies with "
        "what arrives, not with x.",
    ),
    Mistake(
        "slope at the result",
        sine_with(lambda v: math.cos(math.sin(v))),
        "The slope is taken at the result, sin x. It has to be taken at x.",
    ),
    Mistake(
        "upside down",
        sine_with(lambda v: 1 / math.cos(v)),
        "The slope is upside down: at the top, where the sine is flat, it is huge.",
    ),
    Mistake(
        "squared",
        sine_with(lambda v: math.cos(v) ** 2),
        "This slope is never negative, and at −2.5 the sine falls. Is something squared, or its "
        "sign lost?",
    ),
    Mistake(
        "the size of the slope",
        sine_with(lambda v: abs(math.cos(v))),
        "The sign of the slope is lost: at −2.5 the sine falls.",
    ),
    Mistake(
        "the tangent",
        sine_with(math.tan),
        "The tangent tells the slope of a line from its angle. How steep is the sine at 0?",
    ),
    Mistake(
        "rounded",
        sine_with(lambda v: round(math.cos(v), 2)),
        "The slope is rounded: give it as it is.",
    ),
)

_VALUES = (
    Mistake(
        "in degrees",
        sine_with(lambda v: math.cos(math.radians(v)), lambda v: math.sin(math.radians(v))),
        "The functions of math take angles in radians, and so does our x: nothing needs to be "
        "converted.",
    ),
    Mistake(
        "into degrees",
        sine_with(lambda v: math.cos(math.degrees(v)), lambda v: math.sin(math.degrees(v))),
        "x is an angle in radians already, as the functions of math want it: do not convert it.",
    ),
    Mistake(
        "a cosine",
        sine_with(lambda v: -math.sin(v), math.cos),
        "This is a cosine with its slope, and well made: but the sine is asked for.",
    ),
    Mistake(
        "value and slope exchanged",
        sine_with(math.sin, math.cos),
        "Value and slope have changed places: the value is what comes out on the way forward.",
    ),
    Mistake(
        "the cosine twice",
        sine_with(math.cos, math.cos),
        "The slope is right. The value is that of the cosine.",
    ),
    Mistake(
        "x as value",
        sine_with(math.cos, lambda v: v),
        "The slope is right. The value is still x: what should come out on the way forward?",
    ),
)

MISTAKES = FORM + _SLOPES + _VALUES
