"""Judging an answer where it lives, in the notebook's own process, with the course's own code."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

MIME = "application/vnd.course-utils.verdict+json"


def check_anew(number: str, answer: Any) -> None:
    """Check an answer as `check` does, strictly, with a code that the notebook cannot have changed.

    The rooms that judge are read again from their files, so that a `check` which a notebook has
    overwritten awards nothing. Nothing is remembered. Prints a line for a right answer and raises
    CheckError for every other, an untouched stub included.
    """
    checks, exercises = _read_again()
    verdict = checks.judge(exercises.load(number), answer)
    if verdict.kind != "right":
        raise checks.CheckError(verdict.text)
    sys.stdout.write(f"{verdict.text}\n")


def show_verdict(number: str, name: str, names: Mapping[str, Any], token: str) -> None:
    """Show the verdict on one answer as data, for whoever grades this notebook.

    `names` are the names of the notebook, in which the answer is looked up under `name`. `token` is
    shown along with it: by this the grader knows its own question again.
    """
    from IPython.display import display

    checks, exercises = _read_again()
    if name in names:
        verdict = checks.judge(exercises.load(number), names[name])
        kind, text = verdict.kind, verdict.text
    else:
        kind, text = "open", f"✗ {number} · the notebook has no {name}"
    shown = {"token": token, "number": number, "kind": kind, "text": text}
    display({MIME: shown, "text/plain": text}, raw=True)


def _read_again() -> tuple[Any, Any]:
    """Return the rooms `checks` and `exercises`, imported anew from their files.

    All else of the course stays: an answer may hold a class of it, and would not know its double.
    """
    for name in list(sys.modules):
        if name.startswith(("course_utils.checks", "course_utils.exercises")):
            del sys.modules[name]
    import course_utils.checks as checks
    import course_utils.exercises as exercises

    return checks, exercises
