"""Finding the known mistake that an answer behaves like, in the cases that tell it apart."""

from __future__ import annotations

import dataclasses
import re
import sys
import time
from collections.abc import Callable, Iterator

from course_utils.checks.answers import difference, same_numbers
from course_utils.checks.cases import quiet_outcome_in
from course_utils.checks.trials import Outcome
from course_utils.checks.values import ROWS, kind_of, numbers_in, plain
from course_utils.exercises import Exercise, Mistake

PATIENCE = 1.5  # seconds of processor time for all known mistakes of an exercise together
# What each known mistake gives, case by case: found once, it helps at the next check, too.
_FOUND: dict[tuple[int, int], tuple[Exercise, Mistake, dict[int, Outcome]]] = {}


def alike(exercise: Exercise, one: Outcome, other: Outcome, *, loosely: bool = False) -> bool:
    """Say whether two outcomes are the same; `loosely`: the same numbers in any type or shape."""
    if (one.kind, one.error, one.changed) != (other.kind, other.error, other.changed):
        return False
    if one.kind == "wrong kind":
        return kind_of(one.value) == kind_of(other.value)
    if one.kind != "value" or one.changed:
        return True
    if one.value is None or other.value is None:
        return one.value is other.value
    is_value = not callable(exercise.reference)
    if not difference(one.value, other.value, exercise.rtol, exercise.atol, value=is_value):
        return True
    rows = {kind_of(one.value), kind_of(other.value)} & (ROWS | {"tensor"})
    return (
        loosely
        and bool(rows)
        and same_numbers(one.value, other.value, exercise.rtol, exercise.atol)
    )


def find_mistake(
    exercise: Exercise, wanted: list[Outcome], got: list[Outcome]
) -> tuple[Mistake, bool] | None:
    """Return the known mistake that explains the most of an answer, and whether it explains all.

    Those that are like the answer in every case come first, and among them the ones with a hint
    before code that was given. Then those that agree with it wherever they differ from the right
    outcome: an answer may have a second slip, in other cases or in other entries of a tuple.
    """
    watch = _Watch()
    tried = [(mistake, _Behaviour(exercise, mistake)) for mistake in exercise.mistakes]
    first = next(
        place for place in range(len(got)) if not alike(exercise, wanted[place], got[place])
    )
    # The case in which the answer first went wrong rules most of them out at once.
    order = [first, *(place for place in range(len(got)) if place != first)]
    whole, partly = [], []
    for mistake, outcome_in in tried:
        if watch.spent() > PATIENCE:
            break
        if all(alike(exercise, outcome_in(place), got[place]) for place in order):
            whole.append(mistake)
            if not mistake.given:
                break
        elif not mistake.given:
            partly.append((mistake, outcome_in))
    whole.sort(key=lambda mistake: mistake.given)
    if whole:
        return whole[0], True
    for mistake, outcome_in in partly:
        if watch.spent() > 2 * PATIENCE:
            return None
        if not hint_of(mistake, explains_all=False):
            continue
        if _explains(exercise, outcome_in, wanted, got, order):
            return mistake, False
    return None


def hint_of(mistake: Mistake, explains_all: bool) -> str:
    """Return the hint of a mistake; without what it says of the rest, where there is more amiss."""
    if explains_all:
        return mistake.hint
    sentences = re.split(r"(?<=[.?!:]) (?=\S)", mistake.hint)
    kept = [it for it in sentences if not re.search(r"\b[Rr]ight\b", it)]
    while kept and kept[-1].endswith(":"):
        kept.pop()  # it announces a sentence that is gone
    said = " ".join(kept)
    return said[:1].upper() + said[1:]


class _Watch:
    """Tells how much processor time has gone by, without steps in which something was imported."""

    def __init__(self) -> None:
        self._total, self._last, self._modules = 0.0, time.thread_time(), len(sys.modules)

    def spent(self) -> float:
        """Return the seconds so far."""
        now, modules = time.thread_time(), len(sys.modules)
        self._total += now - self._last if modules == self._modules else 0.0
        self._last, self._modules = now, modules
        return self._total


class _Behaviour:
    """The outcomes of a known mistake, each computed when it is first asked for."""

    def __init__(self, exercise: Exercise, mistake: Mistake) -> None:
        self._exercise, self._answer = exercise, mistake.answer
        key = id(exercise), id(mistake)
        self._found = _FOUND.setdefault(key, (exercise, mistake, {}))[2]

    def __call__(self, place: int) -> Outcome:
        if place not in self._found:
            self._found[place] = quiet_outcome_in(self._exercise, place, self._answer)
        return self._found[place]


def _explains(
    exercise: Exercise,
    outcome_in: Callable[[int], Outcome],
    wanted: list[Outcome],
    got: list[Outcome],
    order: list[int],
) -> bool:
    """Say whether an answer has all that a mistake does wrong, and enough of it to tell.

    The number of one case may agree by chance; the words of a question, an entry of a tuple, or
    two cases are enough.
    """
    telling = 0
    for place in order:
        known, came = outcome_in(place), got[place]
        if came.changed and not known.changed:
            came = dataclasses.replace(came, changed=frozenset())
        parts = list(_parts(known, wanted[place], came))
        for mine, right, its in parts:
            if alike(exercise, mine, right) or (_is_nan(its) and not _is_nan(mine)):
                continue
            # Numbers in another type or shape are a second slip, unless that is the mistake itself.
            loosely = not alike(exercise, mine, right, loosely=True)
            if not alike(exercise, mine, its, loosely=loosely):
                return False
            in_words = isinstance(right.value, str)
            telling += 2 if len(parts) > 1 or len(order) == 1 or in_words else 1
    return telling > 1


def _is_nan(outcome: Outcome) -> bool:
    """Say whether nan is among the numbers: a slip of its own, which hides what else there is."""
    numbers = numbers_in(outcome.value) if outcome.kind == "value" else None
    return numbers is not None and bool(numbers.isnan().any())


def _parts(
    mine: Outcome, right: Outcome, its: Outcome
) -> Iterator[tuple[Outcome, Outcome, Outcome]]:
    """Yield three outcomes entry by entry where all are rows of one length, else as they are."""
    three = mine, right, its
    rows = [
        plain(it.value)
        for it in three
        if it.kind == "value" and not it.changed and kind_of(it.value) in ROWS
    ]
    if len(rows) < 3 or len({len(row) for row in rows}) > 1:
        yield three
        return
    for entries in zip(*rows, strict=True):
        one, two, other = (Outcome("value", entry) for entry in entries)
        yield one, two, other
