"""Putting further questions to a wrong answer: where do its numbers come from?"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from torch import Tensor

from course_utils.checks.arguments import (
    always_the_same,
    argument_names,
    idle_argument,
    is_right,
    swapped_arguments,
    try_again,
)
from course_utils.checks.detectors import Pairs, close, detect
from course_utils.checks.trials import Outcome
from course_utils.checks.values import ROWS, kind_of, numbers_in
from course_utils.exercises import Case, Exercise

_MOST_LOCALS = 40


def look_into(exercise: Exercise, answer: Any, wanted: list[Outcome], got: list[Outcome]) -> str:
    """Return a sentence on a wrong answer that no known mistake explains, or an empty text."""
    asked = callable(exercise.reference)
    places = [place for place, case in enumerate(exercise.cases) if not (asked and case.ask)]
    if not places or any(got[place].kind != "value" or got[place].changed for place in places):
        return ""
    if any(got[place].value is None for place in places):
        return ""  # nothing came back, which is said elsewhere
    sizes = [_sizes(exercise.cases[place].inputs) for place in places]
    values = [(wanted[place].value, got[place].value) for place in places]
    rows = any(kind_of(value) == "tuple" for value, _ in values) or not asked
    pairs = _pairs(values)
    if pairs is not None:
        # A nan in one case is a slip of its own, and hides what else there is to tell.
        told = [place for place, (_, came) in enumerate(pairs) if came.isfinite().all()]
        if len(told) > 1:
            pairs, sizes = [pairs[place] for place in told], [sizes[place] for place in told]
    if pairs is None:
        said = _entry_by_entry(values, sizes)
    elif all(close(one.flatten(), other.flatten()) for one, other in pairs):
        return detect(pairs, sizes, rows=rows)  # the numbers are right, so nothing led astray
    else:
        said = detect(pairs, sizes, rows=rows)
    if said or not asked:
        return said
    return (
        swapped_arguments(exercise, answer, wanted, places)
        or _came_from(exercise, wanted, got, places)
        or always_the_same(wanted, got, places)
        or idle_argument(exercise, answer, wanted, places)
    )


def _pairs(values: list[tuple[Any, Any]]) -> Pairs | None:
    """Return pairs of numbers, or None where a value has none."""
    found = [(numbers_in(one), numbers_in(other)) for one, other in values]
    pairs = [(one, other) for one, other in found if one is not None and other is not None]
    return pairs if len(pairs) == len(values) else None


def _entry_by_entry(values: list[tuple[Any, Any]], sizes: list[list[int]]) -> str:
    """Return what the detectors say of the first entry that is off, where rows hold tensors."""
    lengths = {len(row) if kind_of(row) in ROWS else 0 for pair in values for row in pair}
    if len(lengths) > 1 or lengths == {0}:
        return ""
    for place in range(lengths.pop()):
        pairs = _pairs([(one[place], other[place]) for one, other in values])
        if pairs is None or all(close(*pair) for pair in pairs):
            continue
        said = detect(pairs, sizes)
        return f"Entry {place + 1}: {said[0].lower()}{said[1:]}" if said else ""
    return ""


def _sizes(inputs: tuple[Any, ...]) -> list[int]:
    """Return all lengths that inputs have: axes of tensors, lengths of rows."""
    lengths: list[int] = []
    for given in inputs:
        if isinstance(given, Tensor):
            lengths += given.shape
        elif isinstance(given, tuple | list):
            lengths.append(len(given))
    return lengths


def _came_from(
    exercise: Exercise, wanted: list[Outcome], got: list[Outcome], places: list[int]
) -> str:
    """Say so if what came is one of the inputs, or a number on the way to the solution."""
    names = argument_names(exercise.reference)
    found: set[str] | None = None
    is_telling = False  # whole numbers alone may agree by chance
    for place in places:
        came = numbers_in(got[place].value)
        if came is None:
            return ""
        is_telling |= came.numel() > 1 or bool((came % 1 != 0).any())
        here = set()
        case = exercise.cases[place]
        for name, given in zip(names, case.inputs, strict=False):
            if isinstance(given, Tensor | int | float) and _equal(came, given):
                here.add(f"given {name}")
        if is_right(exercise, wanted[place], got[place]):
            continue
        for name, value in _locals_on_the_way(exercise.reference, case):
            if name not in names and _equal(came, value):
                here.add(name)
        found = here if found is None else found & here
        if not found:
            return ""
    if not found or not is_telling:
        return ""
    name = min(found, key=lambda each: (not each.startswith("given "), each))
    if name.startswith("given "):
        return f"This is `{name.removeprefix('given ')}` as it was given. What should become of it?"
    return "This is a step on the way to what is asked for, and not yet the end of it."


def _equal(came: Tensor, value: Any) -> bool:
    """Say whether a value has the numbers that came, and not only zeros."""
    numbers = numbers_in(value) if kind_of(value) in ("number", "tensor") else None
    if numbers is None or not numbers.numel() or not numbers.abs().max() > 0:
        return False
    return close(numbers, came)


def _locals_on_the_way(function: Any, case: Case) -> list[tuple[str, Any]]:
    """Return the local variables that a function of ours had when it came back."""
    code = getattr(function, "__code__", None)
    found: list[tuple[str, Any]] = []

    def note(frame: FrameType, event: str, _arg: Any) -> None:
        if event == "return" and frame.f_code is code and len(found) < _MOST_LOCALS:
            found.extend(frame.f_locals.items())

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        try_again(function, case.inputs)
    finally:
        sys.setprofile(before)
    return found
