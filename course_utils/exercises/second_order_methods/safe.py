"""Exercise 14.2 of notebook 14: a step of Newton's, made safe."""

from __future__ import annotations

import math
from collections.abc import Callable

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.families import AS_IT_SHOULD_BE, place_of, saying
from course_utils.exercises.second_order_methods import solutions
from course_utils.exercises.second_order_methods.safe_mistakes import MISTAKES, MOST, stepping

Curve = tuple[Callable[[float], float], Callable[[float], float], Callable[[float], float]]


def _hollows(y: float) -> float:
    return (1 - y**2) ** 2


def _hollows_slope(y: float) -> float:
    return 4 * y**3 - 4 * y


def _hollows_curvature(y: float) -> float:
    return 12 * y**2 - 4


def _bowl(y: float) -> float:
    return 2 * (y - 3) ** 2


def _bowl_slope(y: float) -> float:
    return 4 * (y - 3)


def _bowl_curvature(y: float) -> float:
    return 4.0


def _flat_arms(y: float) -> float:
    return math.sqrt(1 + y**2)


def _arms_slope(y: float) -> float:
    return y / math.sqrt(1 + y**2)


def _arms_curvature(y: float) -> float:
    return (1 + y**2) ** -1.5


HOLLOWS: Curve = (_hollows, _hollows_slope, _hollows_curvature)
BOWL: Curve = (_bowl, _bowl_slope, _bowl_curvature)
FLAT_ARMS: Curve = (_flat_arms, _arms_slope, _arms_curvature)

FAMILIES = {
    "a good step": "Already in a bowl the step leads elsewhere. Newton's step needs no change in a "
    "bowl: minus slope over curvature, added to y.",
    "negative curvature": "With positive curvature all is well. With a negative one the step "
    "should have the same length and lead downhill.",
    "a long step": "Where the first step is short enough all is well. Where it is too long it is "
    "halved, again and again, while f at the new place is higher than at y.",
}


def _where(answer: Callable) -> tuple[str, str]:
    """Say in which kind of place an answer first leads elsewhere."""

    def find() -> str:
        for place, curve, y in (
            ("a good step", BOWL, 1.0),
            ("negative curvature", HOLLOWS, -0.4),
            ("a long step", FLAT_ARMS, 3.0),
        ):
            try:
                got = float(answer(*curve, y))
            except Exception:  # None, a name that does not exist: of these others speak
                return AS_IT_SHOULD_BE
            if not abs(got - solutions.safe_step(*curve, y)) < 1e-6:
                return place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)


def _far_lower(f: Callable, y: float, step: float) -> float:
    for _ in range(MOST):
        if f(y + step) < 0.9 * f(y):
            break
        step /= 2
    return step


def _by_factor(f: Callable, slope_of: Callable, curvature_of: Callable, y: float) -> float:
    whole, share = slope_of(y) / abs(curvature_of(y)), 1.0
    while f(y - share * whole) >= f(y):
        share /= 2
    return y - share * whole


def _by_sign(f: Callable, slope_of: Callable, curvature_of: Callable, y: float) -> float:
    step = -slope_of(y) / curvature_of(y)
    if curvature_of(y) < 0:
        step = -step
    while f(y + step) >= f(y):
        step *= 0.5
    return y + step


SAFE_STEP = Exercise(
    number="14.2",
    name="safe_step",
    title="A safe step",
    level="build",
    hints=(
        "Section 14.3 has the cure in words, and it has two parts. Begin with the first: which "
        "function of Python gives the size of a number? Where in the formula of the step does it "
        "belong?",
        "`step = -slope_of(y) / abs(curvature_of(y))` is the first part. The second is a loop: "
        "`while` the new place is higher, the step is halved. How do you write the height of the "
        "new place?",
        "The `while` compares `f` at the new place with `f(y)`. Under it stands one line, which "
        "halves the step. After the loop, return the new place, not the step.",
    ),
    learned="size of the curvature for the direction, a line search for the length",
    cases=(
        Case("f = 2 (y − 3)², from 1: Newton's own step is fine", (*BOWL, 1.0)),
        Case("f = (1 − y²)², from 1.5", (*HOLLOWS, 1.5)),
        Case("f = (1 − y²)², from 0.3: negative curvature", (*HOLLOWS, 0.3)),
        Case("f = (1 − y²)², from −0.2: negative curvature", (*HOLLOWS, -0.2)),
        Case("f = (1 − y²)², from 0.65: the step is too long", (*HOLLOWS, 0.65)),
        Case("f = (1 − y²)², from 0.6: the step is much too long", (*HOLLOWS, 0.6)),
        Case("f = (1 − y²)², from 0.55: both", (*HOLLOWS, 0.55)),
        Case("f = √(1 + y²), from −4: the step is much too long", (*FLAT_ARMS, -4.0)),
        Case("f = √(1 + y²), from 0.98: a bit lower is low enough", (*FLAT_ARMS, 0.98)),
        Case("place after place, from the simplest", (), _where),
    ),
    reference=solutions.safe_step,
    correct=(_by_factor, _by_sign),
    mistakes=(
        *MISTAKES,
        Mistake(
            "halves until it is far lower",
            stepping(shorten=_far_lower),
            "A step is halved here although the new place is lower. It should be halved only while "
            "the new place is higher.",
        ),
        *(saying(solutions.safe_step, place, hint) for place, hint in FAMILIES.items()),
    ),
)
