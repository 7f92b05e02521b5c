"""Exercise 1.2 of notebook 01: four reports of a loss, to be put in order."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.parameter_estimation import solutions

RIGHT = solutions.best_first

# What to say of an order in which the first letter stands before the second.
PAIRS = {
    "AB": "A stands before B. B gives a sum over eleven days: what is its mean?",
    "AC": "A stands before C. C gives a root: what is its square?",
    "AD": "A stands before D. Put D into °C²: what is a square of 1.25 °C?",
    "CB": "C stands before B. The two differ by a mean and a root: put both into °C².",
    "DB": "D stands before B. Their units differ: put both into °C².",
    "DC": "D stands before C. D has another unit, C a root: put both into °C².",
}

_SEEN = {
    "CDAB": "This is the order of the four numbers as they stand. But one is a sum, one a root, "
    "and one has another unit.",
    "CBDA": "C gives the root of a mean squared error. Square it, then compare.",
    "DBCA": "The mean and the root are seen to. But D counts in another unit: a degree Réaumur is "
    "larger than a degree Celsius, so is that loss larger or smaller in °C²?",
    "BDCA": "Nearly. D's unit is squared, as the loss is: a miss of 1 °Ré is 1.25 °C, and what is "
    "its square?",
    "CDBA": "The sum is seen to. C gives a root and D another unit; put all four into °C².",
    "DCAB": "C's root is seen to. B gives a sum over eleven days, and D counts in another unit.",
    "ADCB": "This is the order from worst to best. A smaller loss is better.",
}


def _hint(order: tuple[str, ...]) -> str:
    """Say what is wrong with an order: by the slip that leads to it, or by a pair that is wrong."""
    word = "".join(order)
    if word in _SEEN:
        return _SEEN[word]
    wrong = next(first + second for first, second in pairwise(order) if first + second in PAIRS)
    return f"In {', '.join(order)}: {PAIRS[wrong]}"


BEST_FIRST = Exercise(
    number="1.2",
    name="best_first",
    title="Four reports",
    level="read",
    hints=(
        "Four numbers can be compared when they say the same thing. Choose one thing, the mean "
        "squared error in °C² of section 1.3, and turn each report into it.",
        "A is there already. For B: how does a mean come from a sum? For C: what was done to the "
        "mean squared error to get its root, and how is that undone? For D: how many °C are "
        "a miss of 1 °Ré, and what becomes of that in the square?",
        "A is 9.0 °C². B is 55 / 11, C is 2.5 ** 2, and D is 4.4 times the square of 1.25. Work "
        "these out, and write the letters, each in quotes, the smallest loss first.",
    ),
    learned="a sum, a mean, a root, another unit: losses compare only when they say the same",
    cases=(Case("the reports A, B, C and D from the best to the worst"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(letter.lower() for letter in RIGHT)),
    mistakes=(
        *(
            Mistake(f"the order {', '.join(order)}", order, _hint(order))
            for order in permutations("ABCD")
            if order != RIGHT
        ),
        Mistake(
            "letters in one word",
            "BCDA",
            "The letters belong into a tuple, each in quotes of its own and with commas between "
            "them.",
        ),
        Mistake(
            "the best only",
            ("B",),
            "All four letters are asked for, from the best report to the worst.",
        ),
    ),
)
