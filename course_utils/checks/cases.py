"""Putting the cases of an exercise to an answer, and to its own solution."""

from __future__ import annotations

import dataclasses
from typing import Any

from course_utils.checks.answers import difference, fits
from course_utils.checks.clock import Clock
from course_utils.checks.prints import FewLines
from course_utils.checks.trials import Outcome, is_untouched, try_answer
from course_utils.exercises import Exercise

_Changes = frozenset[tuple[int, str]]
# By the id of an exercise, which is kept, and with it its id.
_WANTED: dict[int, tuple[Exercise, list[Outcome], list[_Changes]]] = {}


def wanted_outcomes(exercise: Exercise) -> list[Outcome]:
    """Return the outcomes of the reference, computed once, quietly and without a clock.

    What the reference changes is meant to be changed, so it counts as unchanged.
    """
    return _computed(exercise)[0]


def _computed(exercise: Exercise) -> tuple[list[Outcome], list[_Changes]]:
    if id(exercise) not in _WANTED:
        found = [
            try_answer(exercise.reference, case.inputs, case.ask, out=FewLines(shown=False))
            for case in exercise.cases
        ]
        changed = [outcome.changed for outcome in found]
        found = [dataclasses.replace(outcome, changed=frozenset()) for outcome in found]
        if any(outcome.kind != "value" for outcome in found):
            return found, changed  # perhaps the next time it works
        _WANTED[id(exercise)] = exercise, found, changed
    return _WANTED[id(exercise)][1:]


def outcomes(exercise: Exercise, answer: Any, out: FewLines | None = None) -> list[Outcome]:
    """Return what comes of an answer in each case; the time limit holds for all together."""
    clock = Clock(exercise.seconds)
    found: list[Outcome] = []
    for place in range(len(exercise.cases)):
        if found and found[-1].kind == "time up":
            found.append(found[-1])  # no use in waiting for each case again
        else:
            found.append(outcome_in(exercise, place, answer, clock, out or FewLines()))
    return found


def outcome_in(
    exercise: Exercise, place: int, answer: Any, clock: Clock | None, out: FewLines
) -> Outcome:
    """Return what comes of an answer in the case at this place."""
    if not is_untouched(answer) and not _may_be_tried(exercise.reference, answer):
        return Outcome("wrong kind", value=answer)
    case = exercise.cases[place]
    outcome = try_answer(answer, case.inputs, case.ask, clock=clock, out=out)
    changed = outcome.changed - _computed(exercise)[1][place]
    return dataclasses.replace(outcome, changed=changed)


def quiet_outcome_in(exercise: Exercise, place: int, answer: Any) -> Outcome:
    """Return the same for an answer that is not the learner's: no clock, and no prints."""
    return outcome_in(exercise, place, answer, None, FewLines(shown=False))


def _may_be_tried(reference: Any, answer: Any) -> bool:
    if fits(reference, answer):
        return True
    return not callable(reference) and not difference(reference, answer, 1e-4, 1e-6, value=True)
