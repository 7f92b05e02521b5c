"""Saying what came instead of the wanted outcome, without giving a solution away."""

from __future__ import annotations

from typing import Any

from course_utils.checks.answers import difference, fits, remedy
from course_utils.checks.inputs import SENTENCES
from course_utils.checks.phrases import describe, off_entries, outline
from course_utils.checks.trials import Outcome
from course_utils.checks.values import ROWS, kind_of, plain
from course_utils.exercises import Case, Exercise


def sentence(exercise: Exercise, case: Case, wanted: Outcome, got: Outcome) -> str:
    """Say what came instead of the wanted outcome."""
    # What a question has found is said in its own words: no quotes, as around a text.
    found = case.ask is not None and isinstance(wanted.value, str)
    words = wanted.value if found else describe(wanted.value)
    if got.kind == "wrong kind":
        how = remedy(exercise.reference, got.value)
        return f"Wanted a {kind_of(exercise.reference)}, got {describe(got.value)}{how}."
    if got.kind == "raised":
        at = f"\nAt:     {got.line}" if got.line else ""
        return f"Wanted: {words}\nRaised: {got.error}{at}"
    if got.kind == "unreadable":
        return _unreadable(wanted, got)
    if got.kind == "time up":
        return _time_up(exercise, got)
    if got.changed:
        return _of_changes(got.changed)
    if found and isinstance(got.value, str):
        return f"Wanted: {words}\nGot:    {got.value}"
    is_value = not callable(exercise.reference)
    words_of_it = difference(wanted.value, got.value, exercise.rtol, exercise.atol, value=is_value)
    if not is_value or not fits(wanted.value, got.value):
        return words_of_it.replace(describe(wanted.value), words) if found else words_of_it
    return _of_a_value(wanted.value, got.value, exercise)


def _of_a_value(wanted: Any, got: Any, exercise: Exercise) -> str:
    """Say that a value is not right: it is the solution itself, so it is not shown."""
    text = f"Wanted: another {kind_of(wanted)}\nGot:    {describe(got)}"
    rows = plain(wanted), plain(got)
    if kind_of(wanted) not in ROWS or kind_of(got) not in ROWS:
        return text
    if len(rows[0]) != len(rows[1]):
        return f"{text}\nWanted are {len(rows[0])} entries, these are {len(rows[1])}."
    for place, (one, other) in enumerate(zip(*rows, strict=True), start=1):
        if not fits(one, other):
            return f"{text}\nEntry {place}: wanted a {kind_of(one)}, got {describe(other)}."
    if unknown := _not_on_offer(rows[1], exercise):
        return f'{text}\n"{unknown}" is none of the words on offer.'
    off = [
        place
        for place, (one, other) in enumerate(zip(*rows, strict=True))
        if difference(one, other, exercise.rtol, exercise.atol, value=True)
    ]
    # Which are right is a help where many are possible, and a way to guess where two or three are.
    return f"{text}\n{off_entries(off, len(rows[0]))}" if len(rows[0]) > 1 else text


def _not_on_offer(row: Any, exercise: Exercise) -> str:
    """Return a word of an answer that neither the solution nor any known mistake uses."""
    known = (exercise.reference, *(mistake.answer for mistake in exercise.mistakes))
    rows = [plain(value) for value in known if kind_of(value) in ROWS]
    offered = [word for each in rows for word in each if kind_of(word) == "word"]
    if any(kind_of(entry) != "word" for entry in (*rows[0], *row)):
        return ""
    return next((word for word in row if all(difference(it, word, 0, 0) for it in offered)), "")


def _unreadable(wanted: Outcome, got: Outcome) -> str:
    mine, its = outline(wanted.returned), outline(got.returned)
    if mine == its:
        return f"What came back cannot be used here: {describe(got.returned)} ({got.error})."
    return f"Wanted: {mine}\nGot:    {its}"


def _time_up(exercise: Exercise, got: Outcome) -> str:
    if got.error == "waiting":
        return (
            "Stopped after a long wait in which the answer computed next to nothing. Does it sleep?"
        )
    return (
        f"Still computing after {exercise.seconds:g} seconds, and stopped. Is there a loop that "
        "never ends?"
    )


def _of_changes(changed: frozenset[tuple[int, str]]) -> str:
    kind = next(kind for kind in SENTENCES if kind in {kind for _, kind in changed})
    return f"The answer changed what it was given: {SENTENCES[kind]}"
