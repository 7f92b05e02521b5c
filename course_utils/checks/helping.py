"""Help for whoever is stuck: hints, one more concrete than the other, and a solution."""

from __future__ import annotations

import textwrap
from typing import Any

from course_utils.checks.verdicts import CheckError, find
from course_utils.exercises import solution_of
from course_utils.surroundings import say


def hint(number: str, step: int = 1) -> None:
    """Print a hint for the exercise with this number, such as "1.2"; `step` 2 and 3 say more.

    Raises CheckError for a number that is no exercise, and for a step that there is not.
    """
    exercise = find(number)
    most = len(exercise.hints)
    if isinstance(step, bool) or not isinstance(step, int) or not 1 <= step <= most:
        steps = "1, the only one" if most == 1 else f"1 to {most}"
        remedy = f'solution("{number}") shows an answer'
        got = " ".join(repr(step).split())
        raise CheckError(f"✗ hint: wanted a step from {steps}; got {got}; {remedy}")
    say(f"Hint {step} of {most} for {number} · {exercise.title}")
    for line in textwrap.wrap(exercise.hints[step - 1], 88):
        say(f"  {line}")
    if step < most:
        say(f'  Not enough? hint("{number}", {step + 1}) says more.')
    else:
        say(f'  That is the last one. solution("{number}") shows an answer.')


def solution(number: str) -> None:
    """Show an answer to the exercise with this number, such as "1.2", as highlighted Python.

    Raises CheckError for a number that is no exercise.
    """
    title = find(number).title
    _show(_Solution(f"A solution of {number} · {title}", solution_of(number)))


class _Solution:
    """A solution that shows itself as Markdown where there is a page, and else as text."""

    def __init__(self, heading: str, source: str) -> None:
        self.heading, self.source = heading, source

    def __repr__(self) -> str:
        return f"{self.heading}\n\n{self.source}"

    def _repr_markdown_(self) -> str:
        return f"{self.heading}\n\n```python\n{self.source}\n```"


def _show(shown: Any) -> None:
    from IPython import get_ipython
    from IPython.display import display

    if get_ipython() is None:
        say(repr(shown))
    else:
        display(shown)
