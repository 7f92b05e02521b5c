"""Checking an answer: one line when it is right, a short readable block when it is not."""

from __future__ import annotations

import os
import textwrap
from dataclasses import dataclass
from typing import Any, Literal

from course_utils.checks.answers import difference
from course_utils.checks.cases import outcomes, wanted_outcomes
from course_utils.checks.mistakes import find_mistake, hint_of
from course_utils.checks.prints import FewLines
from course_utils.checks.probing import look_into
from course_utils.checks.progress import remember as remember_solved
from course_utils.checks.sentences import sentence
from course_utils.checks.trials import Outcome
from course_utils.exercises import Exercise, load
from course_utils.surroundings import command, say

# A wrong answer has stopped Run All, far above where the page stands then.
WAY_ON = """\
  Change the answer, run its cell and this one again. Then the menu item
  Run → Run Selected Cell and All Below goes on from here."""


class CheckError(Exception):
    """An answer that is not right. The message is all a learner needs, so no traceback is shown.

    `way_on` says what to do next, in lines that only a notebook shows.
    """

    def __init__(self, text: str, way_on: str = "") -> None:
        super().__init__(text)
        self.way_on = way_on

    def _render_traceback_(self) -> list[str]:
        # IPython asks for this method and shows its lines in place of a traceback.
        return [*str(self).splitlines(), *self.way_on.splitlines()]


@dataclass(frozen=True)
class Verdict:
    """What a check has found, and the text to show.

    An answer is right, wrong, or still open; "no verdict" is a fault of the course.
    """

    kind: Literal["right", "wrong", "open", "no verdict"]
    text: str


def check(number: str, answer: Any, *, remember: bool = True) -> None:
    """Check an answer to the exercise with this number, such as "1.2".

    A right answer prints one line and is remembered, unless `remember` is False. An untouched
    stub prints one line too. Raises CheckError for a wrong answer, for a number that is no
    exercise, and, while COURSE_STRICT=1, for an untouched stub.
    """
    exercise = find(number)
    verdict = judge(exercise, answer)
    strict = os.environ.get("COURSE_STRICT") == "1"
    if verdict.kind in ("wrong", "no verdict") or (verdict.kind == "open" and strict):
        raise CheckError(verdict.text, WAY_ON if verdict.kind == "wrong" else "")
    say(verdict.text)
    if remember and verdict.kind == "right" and (trouble := remember_solved(number)):
        say(trouble)


def find(number: str) -> Exercise:
    """Return the exercise with this number; CheckError, one line, where there is none."""
    try:
        return load(number)
    except ValueError as error:
        raise CheckError(f"✗ {' '.join(str(error).split())}") from None


def judge(exercise: Exercise, answer: Any) -> Verdict:
    """Return the verdict on an answer, after putting every case of the exercise to it."""
    try:
        return _judge(exercise, answer)
    except Exception as error:
        words = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Verdict(
            "no verdict",
            f"✗ {exercise.number} · the check itself stumbled over this answer, which is a fault "
            f"of the course and not yours ({words}): try a plainer form, and report it, please",
        )


def _judge(exercise: Exercise, answer: Any) -> Verdict:
    wanted = wanted_outcomes(exercise)
    if any(outcome.kind != "value" for outcome in wanted):
        return Verdict(
            "no verdict",
            f"✗ {exercise.number} · this cannot be judged here, since the course's own solution "
            f"fails ({next((o.error for o in wanted if o.error), 'no value')}): examine the "
            f"installation with `{command('doctor')}`",
        )
    out = FewLines()
    got = outcomes(exercise, answer, out)
    out.close_line()
    if out.num_hidden:
        say(f"  … and {out.num_hidden} more lines that your answer printed")
    if any(outcome.kind == "not attempted" for outcome in got):
        return Verdict("open", f"· {exercise.number} · not attempted yet")
    wrong = [place for place in range(len(got)) if _is_off(exercise, wanted[place], got[place])]
    notes = "".join(f"\n  Note: your answer {said}. Here it was put back." for said in _left(got))
    if not wrong:
        return Verdict("right", f"✓ {exercise.number} · {exercise.learned}{notes}")
    hint = ""
    if got[wrong[0]].kind != "time up":
        found = find_mistake(exercise, wanted, got)
        if found and found[0].given:
            given = "not attempted yet, or changed without effect: it still behaves as it was given"
            return Verdict("open", f"· {exercise.number} · {given}")
        hint = hint_of(*found) if found else ""
        hint = hint or look_into(exercise, answer, wanted, got)
    first = wrong[0]
    lines = [f"✗ {exercise.number} · {exercise.title}: not right yet"]
    if got[first].kind != "wrong kind":
        lines += _wrapped(f"Case: {exercise.cases[first].text}")
    lines += _wrapped(sentence(exercise, exercise.cases[first], wanted[first], got[first]))
    if len(wrong) == 1 and len(got) > 2 and not hint:
        lines += _wrapped(f"The other {len(got) - 1} cases are right.")
    if hint:
        lines += _wrapped(f"Hint: {hint}")
    return Verdict("wrong", "\n".join(lines) + notes)


def _is_off(exercise: Exercise, wanted: Outcome, got: Outcome) -> bool:
    if got.kind != "value" or got.changed:
        return True
    if wanted.value is None or got.value is None:
        return wanted.value is not got.value
    is_value = not callable(exercise.reference)
    return bool(difference(wanted.value, got.value, exercise.rtol, exercise.atol, value=is_value))


def _left(got: list[Outcome]) -> list[str]:
    return sorted({said for outcome in got for said in outcome.left})


def _wrapped(text: str) -> list[str]:
    wrapped = (textwrap.wrap(line, 88) for line in text.splitlines())
    return [f"  {line}" for lines in wrapped for line in lines]
