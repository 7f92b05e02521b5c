"""Remembering which exercises are solved, and showing it as one bar per notebook."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from course_utils.exercises import notebooks
from course_utils.surroundings import say, state_folder

_SUFFIX = ".passed"


def remember(number: str) -> str:
    """Remember that an exercise is solved; return "" or one line that says why that failed.

    Nothing is remembered while COURSE_PROGRESS=off.
    """
    if os.environ.get("COURSE_PROGRESS") == "off":
        return ""
    try:
        # One empty file per exercise: two notebooks that pass checks at once never collide.
        state_folder().mkdir(parents=True, exist_ok=True)
        (state_folder() / f"{number}{_SUFFIX}").touch()
    except OSError:
        return (
            "  (not remembered: the state folder cannot be written; "
            "COURSE_STATE_DIR can name another)"
        )
    return ""


def solved() -> set[str]:
    """Return the numbers of the exercises that are remembered as solved."""
    return {path.name.removesuffix(_SUFFIX) for path in _files()}


def forget() -> int:
    """Forget every solved exercise and return how many there were.

    Raises OSError when a file cannot be removed.
    """
    files = _files()
    for path in files:
        path.unlink()
    return len(files)


def show() -> None:
    """Print one bar for each notebook that has exercises: what is solved, and what is open."""
    done = solved()
    for notebook in notebooks():
        numbers = [exercise.number for exercise in notebook.exercises]
        say(bar(f"{notebook.number} {notebook.title}", numbers, done))


def bar(notebook: str, numbers: Iterable[str], done: set[str]) -> str:
    """Return a notebook's progress in one line, one block per exercise.

    >>> bar("01 Parameter estimation", ["1.1", "1.2", "1.3"], {"1.1", "1.3"})
    '01 Parameter estimation      ██░ 2 of 3, open: 1.2'
    """
    numbers = list(numbers)
    still_open = [number for number in numbers if number not in done]
    num_solved = len(numbers) - len(still_open)
    blocks = "█" * num_solved + "░" * len(still_open)
    line = f"{notebook:<28} {blocks} {num_solved} of {len(numbers)}"
    return f"{line}, open: {', '.join(still_open)}" if still_open else line


def _files() -> list[Path]:
    return sorted(state_folder().glob(f"*{_SUFFIX}"))
