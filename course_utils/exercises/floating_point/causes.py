"""Exercise 13.7 of notebook 13: what six programs do, and which cause is behind it."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.floating_point import solutions

RIGHT = solutions.causes

# The hint for each program and each wrong word for it.
HINTS = {
    ("A", "underflow"): "Program A: is 300, or its square, small? Where does `float16` end?",
    ("A", "cancellation"): "Program A squares and adds. Is anything subtracted there?",
    ("A", "lost updates"): "Program A computes one length, and updates nothing. What is 300²?",
    ("B", "overflow"): "In program B all numbers lie between 0 and 1. None is too large.",
    ("B", "underflow"): (
        "Program B: at 0.25 the change is 0.00075. Is that too small for `bfloat16`, or only too "
        "small beside 0.25?"
    ),
    ("B", "cancellation"): (
        "Program B: x − m is exactly 0.75 in the end. What happens when a thousandth of that is "
        "added to m?"
    ),
    ("C", "overflow"): "In program C nothing is too large: loss and gradient are tiny or 0.",
    ("C", "cancellation"): (
        "Program C: all entries are exactly 0, whatever the examples. What is the smallest "
        "positive float16?"
    ),
    ("C", "lost updates"): (
        "Program C: the gradient itself is 0, so there is no update that could be lost."
    ),
    ("D", "overflow"): "Program D: float32 ends at 3e38. How far apart are its numbers at 1.8e9?",
    ("D", "underflow"): "Program D: no number there is tiny. How large is the gap at 1.8e9?",
    ("D", "lost updates"): (
        "Program D updates nothing, it takes a difference. Of which two numbers, and how exact "
        "are they?"
    ),
    ("E", "overflow"): (
        "Program E: `-inf` is the logarithm of 0. Is 0.5 to the power of 200 large or small?"
    ),
    ("E", "cancellation"): "Program E multiplies. Is anything subtracted there?",
    ("E", "lost updates"): "Program E updates no weight, it multiplies. How large is the product?",
    ("F", "underflow"): (
        "Program F: it skips a step where a gradient is `inf` or `nan`. Was the scale too small "
        "or too large?"
    ),
    ("F", "cancellation"): "Program F: why does it halve the scale, and why does that help?",
    ("F", "lost updates"): (
        "Program F: the update is skipped on purpose. What was seen in the gradients?"
    ),
}


CAUSES = Exercise(
    number="13.7",
    name="causes",
    title="Where they went",
    level="read",
    hints=(
        "For each program write down a number that goes wrong, with its size: too large for the "
        "format, too small for it, the difference of two that are nearly equal, or a small one "
        "added to a large one.",
        "Section 13.2 has the subtractions, 13.5 both ends of `float32`, 13.7 those of `float16`, "
        "13.8 what is too small beside a weight, and 13.10 the scale. A word may occur twice.",
        "A: what is 300²? B: what is added at 0.25, and how large is the gap there? C: what is the "
        "smallest `float16`? D: how large is the gap of `float32` at 1.8e9? E: 0.5 to the power of "
        "200 is 6e-61. F: what was found in the gradients after the doubling?",
    ),
    learned="follow the number that went wrong: its size tells where its digits are",
    cases=(Case("the causes in programs A to F"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        tuple(word.replace(" ", "_").upper() for word in RIGHT),
    ),
    mistakes=(
        Mistake(
            "B and C exchanged",
            ("overflow", "underflow", "lost updates", "cancellation", "underflow", "overflow"),
            "B and C have changed places. In which of the two is the gradient itself 0?",
        ),
        Mistake(
            "one word",
            "overflow",
            "Six words are asked for, one for each program, in a tuple.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
