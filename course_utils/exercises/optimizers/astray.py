"""Where wrong answers to 4.1, 4.2 and 4.4 of notebook 04 leave the right track."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from torch import Tensor

from course_utils.exercises.families import AS_IT_SHOULD_BE, near, place_of, same_line

# What is said of steps that lead elsewhere, for 4.1 and 4.2 alike.
STEPS = {
    "no step": "With steps all is well; without any, the start should come back as it is.",
    "no first step": "The first step does not move at all: work it out by hand, with lr and the "
    "gradient at the start.",
    "first step": "The very first step leads elsewhere: work it out by hand in the first case. "
    "Which part of it is another one?",
    "length of the step": "The first step goes along the gradient and has another length: what is "
    "the gradient multiplied with?",
    "second step": "The first step is fine and the second is not: what does the first one leave "
    "behind for it?",
    "later steps": "Two steps are fine, and later ones are not: does something change from step to "
    "step?",
}


def in_steps(
    answer: Callable, reference: Callable, inputs: Callable[[int, float], tuple[Any, ...]]
) -> tuple[str, str]:
    """Say at which step an answer to 4.1 or 4.2 first leads elsewhere.

    `inputs` gives what is handed over for so many steps at this rate; the last is their number.
    """

    def both(num: int, lr: float = 0.03) -> tuple[Any, Any]:
        one, other = (each(*inputs(num, lr)) for each in (answer, reference))
        return one, other

    def find() -> str:
        (one, first), begin = both(1), both(0)[1]
        if not isinstance(one, Tensor) or one.shape != first.shape or near(one.flip(0), first):
            return AS_IT_SHOULD_BE  # another matter, of which others speak
        if near(one, begin):
            return "no first step"
        if near(one, both(1, 0.01)[0]):
            return AS_IT_SHOULD_BE  # an argument without effect
        if not near(one, first):
            return "length of the step" if same_line(one - begin, first - begin) else "first step"
        for place, num in (("second step", 2), ("later steps", 5), ("no step", 0)):
            if not near(*both(num)):
                return place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)


SCHEDULES = {
    "not even": "The rise begins and ends where it should, and is not even: each step should add "
    "the same.",
    "above 1": "During the warm-up the factor goes above 1: by what is the count of the steps "
    "divided?",
    "the end of the rise": "At the last step of the warm-up the factor should be 1: which step is "
    "the last if they count from 0?",
    "the begin of the rise": "The rise ends where it should and begins elsewhere: what is the "
    "factor at step 0?",
    "the begin of the fall": "The rise is fine. At step num_warm_up the cosine should begin, at 1: "
    "what does your formula give there?",
    "the end of the fall": "The cosine begins where it should, and would not be 0 at step "
    "num_steps: what does your formula give there?",
    "the middle of the fall": "The descent begins and ends where it should, and is not one half in "
    "the middle of it.",
    "the shape of the fall": "The descent begins, halves and ends where it should, but it is no "
    "cosine.",
    "without a rise": "With a warm-up all is well. Without any, num_warm_up is 0: what becomes of "
    "your formulas?",
}


def in_schedules(answer: Callable) -> tuple[str, str]:
    """Say in which part a schedule, an answer to 4.4, is first off."""

    def factors(steps: list[int], rise: int, num: int) -> list[float]:
        return [float(answer(step, rise, num)) for step in steps]

    def off(one: float, other: float) -> bool:
        return not abs(one - other) < 1e-4

    def find() -> str:
        rise = factors(list(range(6)), 6, 46)
        if len(set(rise)) == 1:
            return AS_IT_SHOULD_BE  # an argument without effect
        if any(off(one, (step + 1) / 6) for step, one in enumerate(rise)):
            if max(rise) > 1.0001:
                return "above 1"
            ends = off(rise[0], 1 / 6), off(rise[-1], 1.0)
            if not any(ends):
                return "not even"
            return "the end of the rise" if ends[1] else "the begin of the rise"
        begin, quarter, middle, end = factors([6, 16, 26, 46], 6, 46)
        for place, one, right in (
            ("the begin of the fall", begin, 1.0),
            ("the end of the fall", end, 0.0),
            ("the middle of the fall", middle, 0.5),
            ("the shape of the fall", quarter, 0.5 + math.sqrt(0.125)),
        ):
            if off(one, right):
                return place
        try:
            is_off = off(factors([5], 0, 10)[0], 0.5)
            return "without a rise" if is_off else AS_IT_SHOULD_BE
        except ZeroDivisionError:
            return "without a rise"

    def find_if_possible() -> str:
        try:
            return find()
        except Exception:  # a list, None, an index that does not exist: of these others speak
            return AS_IT_SHOULD_BE

    return place_of(answer, find_if_possible)
