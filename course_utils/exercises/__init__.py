"""What an exercise is, and where to find one: each notebook has a folder of its own here.

- `Exercise`, with its `Case`s and `Mistake`s: all that is needed to judge an answer
- `one_wrong(right, hints)`: the mistakes of answers that are right but for one entry
- `Notebook`: a notebook's number, title and exercises
- `load("1.2")`: one exercise by its number
- `notebooks()`, `all_exercises()`: those of one notebook or of all, in order
- `solution_of("1.2")`: the course's own answer, as a learner would write it
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from course_utils.exercises.excerpts import excerpt

__all__ = [
    "Case",
    "Exercise",
    "Mistake",
    "Notebook",
    "all_exercises",
    "load",
    "notebooks",
    "one_wrong",
    "solution_of",
]


@dataclass(frozen=True)
class Case:
    """One question put to an answer: `text` says it in words, `ask` turns answer into outcome.

    Without `ask`, a function is called with `inputs` and any other answer stands for itself.
    `ask(answer, *inputs)` returns something comparable: a number, bool, str, tuple or tensor.
    The wanted outcome is never written down: it is the reference's.
    """

    text: str
    inputs: tuple[Any, ...] = ()
    ask: Callable[..., Any] | None = None


@dataclass(frozen=True)
class Mistake:
    """A wrong answer we expect, and the hint for whoever gives an answer that behaves like it.

    `given=True` marks code that the stub hands out to be mended: an answer that still behaves
    like it has not been attempted, and gets no hint.
    """

    name: str
    answer: Any
    hint: str = ""
    given: bool = False


def one_wrong(right: Sequence[Any], hints: Mapping[tuple[str, Any], str]) -> tuple[Mistake, ...]:
    """Return the mistakes of answers that are right but for one entry.

    A key of `hints` is the letter of the entry, from "A" in the order of `right`, and what stands
    there instead.
    """
    mistakes = []
    for (letter, wrong), hint in hints.items():
        place = ord(letter) - ord("A")
        answer = (*right[:place], wrong, *right[place + 1 :])
        mistakes.append(Mistake(f"{letter}: {wrong}", answer, hint))
    return tuple(mistakes)


@dataclass(frozen=True)
class Exercise:
    """An exercise with all that is needed to judge an answer, and to test the judging.

    `name` is what the answer is called in the notebook's stub and in the folder's `solutions.py`,
    where the reference stands. `hints` help whoever has not begun, each more concrete than the one
    before: which idea, which section, which first line. `learned` is what a right answer has shown,
    in one line. `rtol` and `atol` hold for floats; `seconds` is the time that an answer may take
    for all cases together.
    """

    number: str
    title: str
    level: Literal["read", "change", "build"]
    learned: str
    cases: tuple[Case, ...]
    reference: Any
    correct: tuple[Any, ...]
    mistakes: tuple[Mistake, ...]
    name: str = ""
    hints: tuple[str, ...] = ()
    rtol: float = 1e-4
    atol: float = 1e-6
    seconds: float = 5.0


@dataclass(frozen=True)
class Notebook:
    """A notebook's number ("01"), its title, its exercises in order, and the module they lie in."""

    number: str
    title: str
    exercises: tuple[Exercise, ...]
    folder: str


def notebooks(number: str = "") -> tuple[Notebook, ...]:
    """Return the notebook of this number ("01"); without one, all that have exercises, in order."""
    names = [module.name for module in pkgutil.iter_modules(__path__) if module.ispkg]
    found = (importlib.import_module(f"{__name__}.{name}") for name in names)
    folders = sorted(found, key=lambda folder: folder.NUMBER)
    return tuple(
        Notebook(folder.NUMBER, folder.TITLE, folder.exercises(), folder.__name__)
        for folder in folders
        if folder.NUMBER.startswith(number)
    )


def all_exercises() -> tuple[Exercise, ...]:
    """Return every exercise of the course, in order."""
    return tuple(exercise for notebook in notebooks() for exercise in notebook.exercises)


def load(number: str) -> Exercise:
    """Return the exercise with this number, such as "1.2".

    Raises ValueError, naming the exercises that exist, when there is none of that number.
    """
    return _find(number)[1]


def solution_of(number: str) -> str:
    """Return the source of the course's own answer to an exercise, with its comments.

    It is cut out of `solutions.py` in the folder of its notebook, or where the reference stands
    that notebooks share: the one place of it.
    Raises ValueError, as `load` does, for a number that is no exercise.
    """
    notebook, exercise = _find(number)
    home = exercise.reference.__module__ if callable(exercise.reference) else ""
    module = importlib.import_module(home or f"{notebook.folder}.solutions")
    return excerpt(inspect.getsource(module), exercise.name)


def _find(number: str) -> tuple[Notebook, Exercise]:
    # Only this notebook's exercises are imported: a check should not wait for those of the others.
    for notebook in notebooks(str(number).partition(".")[0].zfill(2)):
        for exercise in notebook.exercises:
            if exercise.number == number:
                return notebook, exercise
    known = ", ".join(exercise.number for exercise in all_exercises())
    raise ValueError(f"wanted the number of an exercise in quotes, one of {known}; got {number!r}")
