"""Putting further questions to a wrong answer: what does each of its arguments do?"""

from __future__ import annotations

import inspect
import itertools
from typing import Any

import torch
from torch import Tensor

from course_utils.checks.answers import difference, fits
from course_utils.checks.clock import Clock
from course_utils.checks.prints import FewLines
from course_utils.checks.trials import Outcome, try_answer
from course_utils.exercises import Exercise


def try_again(answer: Any, inputs: tuple[Any, ...]) -> Outcome:
    """Return the outcome for inputs that no case has, quietly and within a short time."""
    return try_answer(answer, inputs, clock=Clock(0.2), out=FewLines(shown=False))


def argument_names(function: Any) -> list[str]:
    """Return the names of a function's arguments, or none where it does not tell."""
    try:
        return list(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return []


def is_right(exercise: Exercise, wanted: Outcome, outcome: Outcome) -> bool:
    """Say whether an outcome is a value, and the wanted one."""
    return outcome.kind == "value" and not difference(
        wanted.value, outcome.value, exercise.rtol, exercise.atol
    )


def swapped_arguments(
    exercise: Exercise, answer: Any, wanted: list[Outcome], places: list[int]
) -> str:
    """Say so if an answer is right once two of its arguments change places."""
    count = len(exercise.cases[places[0]].inputs)
    for one, other in itertools.combinations(range(count), 2):
        tried = 0
        for place in places:
            inputs = list(exercise.cases[place].inputs)
            inputs[one], inputs[other] = inputs[other], inputs[one]
            if not is_right(exercise, wanted[place], try_again(answer, tuple(inputs))):
                break
            tried += 1
        if tried == len(places):
            names = argument_names(exercise.reference)
            order = f": the check hands over {', '.join(names)}" if names else ""
            return f"Right, if two arguments change places{order}, in this order."
    return ""


def idle_argument(exercise: Exercise, answer: Any, wanted: list[Outcome], places: list[int]) -> str:
    """Name an argument that changes what is wanted and not what the answer gives."""
    names = argument_names(answer)
    for number, name in enumerate(names):
        matters = idle = 0
        for place in places[:3]:
            inputs = exercise.cases[place].inputs
            if number >= len(inputs):
                return ""
            for moved in _moved(inputs[number]):
                other = (*inputs[:number], moved, *inputs[number + 1 :])
                right = try_again(exercise.reference, other)
                if right.kind != "value" or is_right(exercise, wanted[place], right):
                    continue
                matters += 1
                mine, its = try_again(answer, inputs), try_again(answer, other)
                if mine.kind == its.kind == "value" and fits(right.value, mine.value):
                    said = difference(mine.value, its.value, exercise.rtol, exercise.atol)
                    idle += not said
        if matters and idle == matters:
            return f"The same whatever `{name}` is: what is it handed over for?"
    return ""


def _moved(given: Any) -> tuple[Any, ...]:
    """Return other inputs of the same kind: one close by, one far off and bent; or none."""
    if isinstance(given, Tensor) and given.is_floating_point():
        ramp = torch.linspace(0.1, 0.3, given.numel()).reshape(given.shape).to(given)
        given = given.detach()
        return given * 0.75 + ramp, -1.5 * given + 20 * ramp**2
    if isinstance(given, bool):
        return (not given,)
    if isinstance(given, int):
        return given + 1, given + 4
    return (given * 0.75 + 0.1, 3.1 - 2 * given) if isinstance(given, float) else ()


def always_the_same(wanted: list[Outcome], got: list[Outcome], places: list[int]) -> str:
    """Say so if an answer gives one and the same in all cases, and the right one does not."""
    mine, right = ([them[place].value for place in places] for them in (got, wanted))
    same = [not any(difference(it[0], value, 1e-6, 1e-9) for value in it) for it in (mine, right)]
    if len(mine) < 2 or same != [True, False]:
        return ""
    return "The same answer in every case: nothing that is handed over has any effect on it."
