"""Exercise 12.2 of notebook 12: the lines that wait for the device."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.scaling_out.solutions import waiting_lines

_LISTED = range(1, 9)  # the lines, numbered, stand in the notebook


def _whether(line: int) -> Callable[[Any], str]:
    """Return a question about one line; what is wanted says nothing about which."""

    def ask(lines: Any) -> str:
        found = line in {int(number) for number in lines}
        if found == (line in waiting_lines):
            return "each line that waits, and no other"
        return "a line too many" if found else "a line is missing"

    return ask


def _numbers(lines: Any) -> str:
    """Whether the numbers can be those of lines."""
    numbers = [int(line) for line in lines]
    if sorted(number + 1 for number in numbers) == sorted(waiting_lines):
        return "numbers that are counted otherwise than in the listing"
    outside = any(number not in _LISTED for number in numbers)
    return "a number that no line has" if outside else "numbers of lines"


_TEXT = "the lines that wait, by number"

WAITING_LINES = Exercise(
    number="12.2",
    name="waiting_lines",
    title="The lines that wait",
    level="read",
    hints=(
        "Section 12.2 has three reasons to wait: a number goes to Python, something is decided, "
        "or the size of a result depends on values. Ask each line for these three.",
        "Imagine that everything lived on `meta`, where tensors have shapes and no values. Which "
        "lines could not run there? The cell that tries six lines has some of the same kinds.",
        "Three lines wait, each for another reason. A shape and a length are known without "
        "values. A tensor plus a tensor is a tensor, and nobody looks at it. `.backward()` "
        "launches work, as the forward pass does.",
    ),
    learned="the CPU waits where a number, a decision or a size depends on values",
    cases=(
        Case(_TEXT, (), _numbers),
        *(Case(_TEXT, (), _whether(line)) for line in _LISTED),
    ),
    reference=waiting_lines,
    correct=([3, 6, 8], (8, 6, 3), (3.0, 6.0, 8.0)),
    mistakes=(
        Mistake(
            "counted from zero",
            (2, 5, 7),
            "Are these counted from 0? The listing counts its lines from 1.",
        ),
        Mistake("no such line", (3, 6, 8, 9), "There are eight lines, numbered from 1."),
        Mistake(
            "none",
            (),
            "There are some. Which lines need a value to decide something, to know how large a "
            "result is, or to show digits?",
        ),
        Mistake(
            "all of them",
            (1, 2, 3, 4, 5, 6, 7, 8),
            "Some of them need no value. Which lines cannot go on before a value is known?",
        ),
        Mistake(
            "the others",
            (1, 2, 4, 5, 7),
            "Are these the lines in which the CPU goes on? Asked for are those in which it waits.",
        ),
        Mistake(
            "only the line that prints",
            (8,),
            "One that waits is found. Which lines need a value to decide something, or to know "
            "how large their result is?",
        ),
        Mistake(
            "only the decision",
            (3,),
            "One that waits is found. Which others hand a number to Python, or make a tensor "
            "whose size depends on values?",
        ),
        Mistake(
            "only the mask",
            (6,),
            "One that waits is found. Which others hand a number to Python, or decide something?",
        ),
        Mistake(
            "the running sum in place of the mask",
            (3, 5, 8),
            "Two are found. Line 5 adds a tensor to a tensor and may stay on the device. Which "
            "line has a result whose size depends on values?",
        ),
        Mistake(
            "all that is not arithmetic",
            (3, 5, 6, 7, 8),
            "Two too many: a sum of tensors stays on the device, and a shape is known anyway.",
        ),
        Mistake(
            "the running sum too",
            (3, 5, 6, 8),
            "Line 5 is too many. A tensor added to a tensor is a tensor: it may go on living on "
            "the device. Does anybody look at it in that line?",
        ),
        Mistake(
            "the length too",
            (3, 6, 7, 8),
            "Line 7 is too many. A shape is known to the CPU without the values.",
        ),
        Mistake(
            "backward too",
            (3, 4, 6, 8),
            "Line 4 is too many. backward() launches work, as the forward pass does; does it have "
            "to know the value of the loss?",
        ),
        Mistake(
            "the loss too",
            (2, 3, 6, 8),
            "Line 2 is too many. The loss is computed on the device, and nobody looks at it yet.",
        ),
        Mistake(
            "the forward pass too",
            (1, 3, 6, 8),
            "Line 1 is too many. The model launches its kernels, and the shape of the logits is "
            "known beforehand.",
        ),
        Mistake(
            "not the decision",
            (6, 8),
            "A line is missing that cannot go on before it knows a truth value.",
        ),
        Mistake(
            "not the mask",
            (3, 8),
            "A line is missing that makes a tensor whose shape nobody knows before the values "
            "are there.",
        ),
        Mistake(
            "not the line that prints",
            (3, 6),
            "A line is missing: where is a tensor turned into text with digits in it?",
        ),
    ),
)
