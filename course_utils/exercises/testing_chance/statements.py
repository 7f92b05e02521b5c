"""Exercise 16.5 of notebook 16: what holds in each draw of dropout, and what on average."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.testing_chance import solutions

RIGHT = solutions.statements

# The hint for each statement and each wrong word for it.
HINTS = {
    ("A", "average"): "Statement A: the seed is the same in both. Can the two masks differ?",
    ("A", "neither"): (
        "Statement A: write down the mask of each side, and multiply. Does the mask depend on `h`?"
    ),
    ("B", "each"): (
        "Statement B: in a draw in which one unit more is dropped, what becomes of the mean?"
    ),
    ("B", "neither"): "Statement B: what is the expectation of one entry? See notebook 09.",
    ("C", "each"): "Statement C: look at section 16.2. Was each z-score 0?",
    ("C", "neither"): "Statement C: how large is the expectation of the count, np?",
    ("D", "average"): "Statement D: which values can an entry take? Can one be larger?",
    ("D", "neither"): "Statement D: by what is a survivor divided, and how much larger is it then?",
    ("E", "each"): "Statement E: take h = (1, 1) and write down the squares after dropout.",
    ("E", "average"): (
        "Statement E: one entry is h/0.8 with probability 0.8, else 0. What is the expectation of "
        "its square?"
    ),
    ("F", "average"): (
        "Statement F speaks of survivors only. Can a positive number divided by 0.8 be smaller?"
    ),
    ("F", "neither"): "Statement F: the entries are positive. What is a survivor divided by?",
}

STATEMENTS = Exercise(
    number="16.5",
    name="statements",
    title="In each draw, or on average",
    level="read",
    hints=(
        "For each statement look for one draw in which it fails. If there is one, ask what the "
        "expectation of both sides is.",
        "One entry of the result is h/(1 − p) with probability 1 − p, and 0 with probability p. "
        "What follows for its mean, its square, its largest value? And what does the mask depend "
        "on?",
        "The mean of an entry is 0.8 · 1.25 h, and that of its square 0.8 · 1.25² h². A, D and F "
        "follow from the mask, which `h` does not change, and from the factor 1.25.",
    ),
    learned="a single draw that breaks a statement shows that it does not hold in each",
    cases=(Case("what holds of statements A to F"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "all on average",
            ("average",) * 6,
            "Chance decides which entries are dropped, not what becomes of a survivor. Which "
            "statements speak of that?",
        ),
        Mistake("one word", "each", "Six words are asked for, one for each statement, in a tuple."),
        *one_wrong(RIGHT, HINTS),
    ),
)
