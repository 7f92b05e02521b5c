"""Checking an answer: one line when it is right, a short readable block when it is not."""

from __future__ import annotations

import os
import textwrap
import time
from dataclasses import dataclass
from typing import Any, Literal

from course_utils.checks.answers import describe, difference, fits, kind_of, remedy
from course_utils.checks.progress import remember as remember_solved
from course_utils.checks.trials import Outcome, is_untouched, try_answer
from course_utils.exercises import Case, Exercise, Mistake, load
from course_utils.surroundings import say


class CheckError(Exception):
    """An answer that is not right. The message is all a learner needs, so no traceback is shown."""

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this method and shows its lines in place of a traceback.
        return str(self).splitlines()


@dataclass(frozen=True)
class Verdict:
    """What a check has found: the answer is right, wrong, or still open; and the text to show."""

    kind: Literal["right", "wrong", "open"]
    text: str


def check(number: str, answer: Any, *, remember: bool = True) -> None:
    """Check an answer to the exercise with this number, such as "1.2".

    A right answer prints one line and is remembered, unless `remember` is False. An untouched
    stub prints one line too. Raises CheckError for a wrong answer, for a number that is no
    exercise, and, while COURSE_STRICT=1, for an untouched stub.
    """
    try:
        exercise = load(number)
    except ValueError as error:
        raise CheckError(f"✗ {error}") from None
    verdict = judge(exercise, answer)
    if verdict.kind == "wrong" or (
        verdict.kind == "open" and os.environ.get("COURSE_STRICT") == "1"
    ):
        raise CheckError(verdict.text)
    say(verdict.text)
    if remember and verdict.kind == "right" and (trouble := remember_solved(number)):
        say(trouble)


def judge(exercise: Exercise, answer: Any) -> Verdict:
    """Return the verdict on an answer, after putting every case of the exercise to it."""
    got = outcomes(exercise, answer)
    if any(outcome.kind == "not attempted" for outcome in got):
        return Verdict("open", f"· {exercise.number} · not attempted yet")
    wanted = outcomes(exercise, exercise.reference)
    wrong = [i for i in range(len(got)) if not _alike(exercise, wanted[i], got[i])]
    if not wrong:
        return Verdict("right", f"✓ {exercise.number} · {exercise.learned}")
    mistake = find_mistake(exercise, got)
    if mistake and mistake.given:
        given = "not attempted yet, or changed without effect: it still behaves as it was given"
        return Verdict("open", f"· {exercise.number} · {given}")
    first = wrong[0]
    lines = [f"✗ {exercise.number} · {exercise.title}: not right yet"]
    if got[first].kind != "wrong kind":
        lines += _wrapped(f"Case: {exercise.cases[first].text}")
    lines += _wrapped(_sentence(exercise, exercise.cases[first], wanted[first], got[first]))
    if mistake:
        lines += _wrapped(f"Hint: {mistake.hint}")
    return Verdict("wrong", "\n".join(lines))


def outcomes(exercise: Exercise, answer: Any) -> list[Outcome]:
    """Return what comes of an answer in each case; the time limit holds for all together."""
    if not is_untouched(answer) and not fits(exercise.reference, answer):
        return [Outcome("wrong kind", value=answer)] * len(exercise.cases)
    deadline = time.monotonic() + exercise.seconds
    found: list[Outcome] = []
    for case in exercise.cases:
        if found and found[-1].kind == "endless":
            found.append(found[-1])  # no use in waiting for each case again
        else:
            seconds = max(deadline - time.monotonic(), 0.0)
            found.append(try_answer(answer, case.inputs, case.ask, seconds=seconds))
    return found


def find_mistake(exercise: Exercise, got: list[Outcome]) -> Mistake | None:
    """Return the known mistake that behaves like the answer in every case, if there is one."""
    for mistake in exercise.mistakes:
        known = outcomes(exercise, mistake.answer)
        if all(_alike(exercise, k, g) for k, g in zip(known, got, strict=True)):
            return mistake
    return None


def _alike(exercise: Exercise, one: Outcome, other: Outcome) -> bool:
    if one.kind != other.kind:
        return False
    if one.kind == "value":
        if one.value is None or other.value is None:
            return one.value is other.value
        return not difference(one.value, other.value, exercise.rtol, exercise.atol)
    if one.kind == "wrong kind":
        return kind_of(one.value) == kind_of(other.value)
    return one.error == other.error


def _sentence(exercise: Exercise, case: Case, wanted: Outcome, got: Outcome) -> str:
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
    if got.kind == "endless":
        return (
            f"Still running after {exercise.seconds:g} seconds, and stopped. Is there a loop "
            "that never ends?"
        )
    if got.kind == "changed inputs":
        return (
            "The answer changed what it was given. `+=`, `*=`, an assignment to x[i] and methods "
            "that end in _ write into the caller's tensor; work on a new one instead."
        )
    if found and isinstance(got.value, str):
        return f"Wanted: {words}\nGot:    {got.value}"
    sentence = difference(wanted.value, got.value, exercise.rtol, exercise.atol)
    sentence = sentence.replace(describe(wanted.value), words)
    if callable(exercise.reference) or not fits(wanted.value, got.value):
        return sentence
    # Here the wanted value is the solution itself: the case says in words what is asked for.
    return f"Wanted: another {kind_of(wanted.value)}\nGot:    {describe(got.value)}"


def _wrapped(text: str) -> list[str]:
    wrapped = (textwrap.wrap(line, 88) for line in text.splitlines())
    return [f"  {line}" for lines in wrapped for line in lines]
