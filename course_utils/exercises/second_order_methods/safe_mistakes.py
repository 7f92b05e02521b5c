"""The mistakes of exercise 14.2 of notebook 14: steps that are not safe, or go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.exercises import Mistake

MOST = 200  # halvings; no right answer needs as many


def _downhill(slope: float, curvature: float) -> float:
    return -slope / abs(curvature)


def _halved(f: Callable, y: float, step: float) -> float:
    for _ in range(MOST):
        if f(y + step) < f(y):
            break
        step /= 2
    return step


def stepping(
    first: Callable[[float, float], float] = _downhill,
    shorten: Callable[[Callable, float, float], float] = _halved,
    result: Callable[[Callable, float, float], Any] = lambda f, y, step: y + step,
) -> Callable:
    """Return an answer that is right but for what is handed in."""

    def answer(f: Callable, slope_of: Callable, curvature_of: Callable, y: float) -> Any:
        return result(f, y, shorten(f, y, first(slope_of(y), curvature_of(y))))

    return answer


def _as_it_is(f: Callable, y: float, step: float) -> float:
    return step


def _once(f: Callable, y: float, step: float) -> float:
    return step if f(y + step) < f(y) else step / 2


def _always_once(f: Callable, y: float, step: float) -> float:
    return _halved(f, y, step / 2)


def _by_ten(f: Callable, y: float, step: float) -> float:
    for _ in range(MOST):
        if f(y + step) < f(y):
            break
        step /= 10
    return step


def _turned(f: Callable, y: float, step: float) -> float:
    return step if f(y + step) < f(y) else -step


def _while_it_falls(f: Callable, y: float, step: float) -> float:
    for _ in range(MOST):
        if f(y + step) >= f(y):
            break
        step /= 2
    return step


def _one_too_many(f: Callable, y: float, step: float) -> float:
    found = _halved(f, y, step)
    return found if found == step else found / 2


MISTAKES = (
    Mistake(
        "Newton as it is",
        stepping(lambda slope, curvature: -slope / curvature, _as_it_is),
        "This is Newton's step as it is. Which way does it go from 0.3, and how far from 0.65?",
    ),
    Mistake(
        "the direction alone",
        stepping(shorten=_as_it_is),
        "The direction is right everywhere. From 0.65 the step is too long: has the loss fallen "
        "there?",
    ),
    Mistake(
        "the length alone",
        stepping(lambda slope, curvature: -slope / curvature),
        "Where the curvature is positive all is well. Where it is negative the step leads uphill, "
        "and halving it does not turn it round.",
    ),
    Mistake(
        "halves once",
        stepping(shorten=_once),
        "Once is not always enough: from 0.65 the step is much too long. `if` asks once, and what "
        "asks again and again?",
    ),
    Mistake(
        "halves from the start",
        stepping(shorten=_always_once),
        "The step is halved before it has been tried. In a bowl the whole step is the best one.",
    ),
    Mistake(
        "a tenth",
        stepping(shorten=_by_ten),
        "Where the step is too long it is divided by ten here. It should be halved.",
    ),
    Mistake(
        "turns round",
        stepping(shorten=_turned),
        "A step that is too long is turned round here. It led downhill already: it should become "
        "shorter.",
    ),
    Mistake(
        "the comparison the wrong way",
        stepping(shorten=_while_it_falls),
        "Steps that are fine are halved, and those that are too long are not: which way does the "
        "comparison go?",
    ),
    Mistake(
        "one halving too many",
        stepping(shorten=_one_too_many),
        "Where it was halved, it was halved once more than needed. When does the loop look at the "
        "new place?",
    ),
    Mistake(
        "size of the slope",
        stepping(lambda slope, curvature: -abs(slope) / curvature),
        "The size of the slope is taken, so its sign is lost. Of which number should the size be "
        "taken?",
    ),
    Mistake(
        "size of the whole step",
        stepping(lambda slope, curvature: abs(slope / curvature)),
        "This step always goes to the right. The sign of the slope has to stay: take the size of "
        "one number only.",
    ),
    Mistake(
        "size of the whole step, to the left",
        stepping(lambda slope, curvature: -abs(slope / curvature)),
        "This step always goes to the left. The sign of the slope has to stay: take the size of "
        "one number only.",
    ),
    Mistake(
        "multiplies",
        stepping(lambda slope, curvature: -slope * abs(curvature)),
        "The slope is multiplied by the size of the curvature. A large curvature calls for a short "
        "step.",
    ),
    Mistake(
        "upside down",
        stepping(lambda slope, curvature: -abs(curvature) / slope),
        "The fraction is upside down: slope over curvature.",
    ),
    Mistake(
        "plain descent",
        stepping(lambda slope, curvature: -slope),
        "The curvature is not used: this is plain descent with a learning rate of 1, made safe.",
    ),
    Mistake(
        "half the curvature",
        stepping(lambda slope, curvature: -2 * slope / abs(curvature)),
        "The first step is twice as long as Newton's.",
    ),
    Mistake(
        "uphill",
        stepping(lambda slope, curvature: slope / abs(curvature)),
        "This step leads uphill, and mostly it is halved to nothing: where is the minus of the "
        "formula?",
    ),
    Mistake(
        "returns the step",
        stepping(result=lambda f, y, step: step),
        "This is the step. Where does it lead from y?",
    ),
    Mistake(
        "returns the height",
        stepping(result=lambda f, y, step: f(y + step)),
        "This is the height of the new place. The place itself is asked for.",
    ),
    Mistake(
        "returns both",
        stepping(result=lambda f, y, step: (y + step, step)),
        "One number is asked for, the new place.",
    ),
    Mistake(
        "stays",
        stepping(result=lambda f, y, step: y),
        "This is where the step begins. Is the step added to y?",
    ),
)
