"""Exercise 13.4 of notebook 13: six checks of a slope, and what each of them says."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.floating_point import solutions

RIGHT = solutions.gradient_checks

# The hint for each check and each wrong word for it.
HINTS = {
    ("A", "wrong"): "Check A finds ten equal digits. How far off may it be by itself, at this δ?",
    ("A", "blind"): "Check A: read its own error off the figure, at δ = 1e-5. Is it as large as 1?",
    ("B", "wrong"): (
        "Check B: how large is the error of a one-sided difference at δ = 1e-3, even for a slope "
        "without a mistake?"
    ),
    ("B", "blind"): "Check B is coarse, to three digits or so. Is its error as large as the slope?",
    ("C", "fine"): (
        "Check C has the settings of A, which reaches 4e-11. Can rounding or truncation explain "
        "2e-3?"
    ),
    ("C", "blind"): "Check C has the settings of A. How far off is such a check by itself?",
    ("D", "fine"): "Check D finds a distance of 1.0, as large as the slope. What is fine about it?",
    ("D", "wrong"): (
        "Check D: what is 1 + δ in float32 for this δ, and which slope comes of it, whatever the "
        "function?"
    ),
    ("E", "fine"): "Check E is off by half. How far off may this check be by itself at δ = 1e-2?",
    ("E", "blind"): (
        "Check E: in float32 a central difference with δ = 1e-2 lies in the good part of the "
        "figure. Read its error off."
    ),
    ("F", "fine"): "Check F finds a distance of 1.0, as large as the slope. What is fine about it?",
    ("F", "wrong"): "Check F: is 1 + δ another number than 1 in float64, for this δ?",
}


GRADIENT_CHECKS = Exercise(
    number="13.4",
    name="gradient_checks",
    title="Six checks",
    level="read",
    hints=(
        "Ask first how far off each check would be for a slope that is right. The figure of "
        "section 13.4 shows it: find the panel, the line and δ.",
        "Two errors add up: truncation, about δ for one-sided and δ² for central differences, "
        "and rounding, about epsilon divided by δ. Write their sum for each of the six beside the "
        "distance that was found.",
        "If the sum is 1 or more, nothing can be learned from the check. If it explains the "
        "distance, there is no sign of a mistake. If the distance is hundreds of times as large, "
        "the slope is to blame. Epsilon is 1.2e-7 in float32 and 2.2e-16 in float64.",
    ),
    learned="ask how coarse a check is before you ask what it says",
    cases=(Case("what checks A to F say"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(f" {word.title()}" for word in RIGHT)),
    mistakes=(
        Mistake(
            "all large ones wrong",
            ("fine", "fine", "wrong", "wrong", "wrong", "wrong"),
            "A, B, C and E are right. D and F have the smallest δ of all: which slope did they "
            "measure?",
        ),
        Mistake(
            "only A fine",
            ("fine", "wrong", "wrong", "wrong", "wrong", "wrong"),
            "One limit for all six is too simple. How far off may B, D and F be by themselves?",
        ),
        Mistake(
            "float32 is blind",
            ("fine", "blind", "wrong", "blind", "blind", "blind"),
            "Checks in float32 are coarse, and not all of them blind. Read the errors of B and E "
            "off the figure.",
        ),
        Mistake(
            "one word",
            "fine",
            "Six words are asked for, one for each check, in a tuple.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
