"""Exercise 11.1 of notebook 11: the accuracy on unequal batches."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.training_code import solutions

_SHARES = {
    0.8: "the report",
    0.9: "the accuracy of the full batches",
    0.96: "as if there were four full batches",
    0.7: "the mean of 0.9 and 0.5",
    0.81: "without those that are right in the last batch",
    0.14: "the share of those that are wrong",
    860 / 1200: "a fraction of 1,200",
    860 / 900: "a fraction of 900",
    860: "how many are right",
    140: "how many are wrong",
}


def _share(answer: Any) -> str:
    """Where an answer to 11.1 lies, in words that do not say where the right one lies."""
    value = float(answer)
    if math.isclose(value, solutions.true_accuracy, rel_tol=1e-4):
        return "the accuracy on all examples"
    for known, words in _SHARES.items():
        if math.isclose(value, known, rel_tol=1e-3):
            return words
    if not 0 <= value <= 1:
        return "a number above 1" if value > 1 else "a number that is no share"
    if value < 0.5:
        return "less than in any batch"
    if value > 0.9:
        return "more than in any batch"
    return "less than the report" if value < 0.8 else "another number between the batches"


TRUE_ACCURACY = Exercise(
    number="11.1",
    name="true_accuracy",
    title="The mean of four means",
    level="read",
    hints=(
        "The report takes the mean of four numbers, as if each counted the same. Section 11.3 "
        "shows what is wrong with that. How many examples does each of the four batches hold?",
        "1,000 examples in batches of 300: three batches are full, and the last one holds the "
        "rest. An accuracy, times the size of its batch, is a number of right answers.",
        "In the first batch `0.9 * 300` examples are right. Work out the same for the other "
        "three, add up the four numbers, and divide once, by the number of all examples.",
    ),
    learned="a batch mean counts as often as the batch has examples",
    cases=(
        Case(
            "300, 300, 300 and the rest of 1,000, right on 0.9, 0.9, 0.9 and 0.5 of them",
            (),
            _share,
        ),
    ),
    reference=solutions.true_accuracy,
    correct=(float(Fraction(860, 1000)), torch.tensor(0.86), Fraction(43, 50)),
    mistakes=(
        Mistake(
            "the report",
            0.8,
            "This is the report. How many examples does the last batch hold, and how many of them "
            "are right?",
        ),
        Mistake(
            "the full batches alone",
            0.9,
            "The last batch is missing. It counts for less than the others, and still for "
            "something.",
        ),
        Mistake(
            "a full last batch, divided by 1,000",
            0.96,
            "Four batches of 300 would be 1,200 examples. How many are left for the last one?",
        ),
        Mistake(
            "the middle of the two values",
            0.7,
            "This is the middle of 0.9 and 0.5. But many more examples are in batches with 0.9: "
            "how often should each value count?",
        ),
        Mistake(
            "nobody right in the last batch",
            0.81,
            "The full batches are counted well. How many are right in the last one?",
        ),
        Mistake(
            "those that are wrong",
            0.14,
            "This is the share of examples that are wrong. What is an accuracy a share of?",
        ),
        Mistake(
            "of 1,200",
            860 / 1200,
            "The right ones are counted well. Of how many examples are they a share?",
        ),
        Mistake(
            "of 900",
            860 / 900,
            "Divided by the examples of the full batches alone. Do those of the last one not "
            "belong to the whole?",
        ),
        Mistake("a count", 860, "So many are right. Of how many, as a fraction?"),
        Mistake("a count of the wrong", 140, "So many are wrong. Which share is right?"),
        Mistake(
            "above 1",
            86.0,
            "A fraction is asked for, from 0 to 1. Is this in per cent, a number of examples, or "
            "a sum that still has to be divided?",
        ),
        Mistake("below 0", -0.86, "A share of the examples cannot be less than 0."),
        Mistake(
            "below the worst batch",
            0.3,
            "No batch is worse than 0.5. Can all of them together be?",
        ),
        Mistake(
            "above the best batch",
            0.95,
            "No batch is better than 0.9. Can all of them together be?",
        ),
        Mistake(
            "below the report",
            0.72,
            "This is below the plain mean of the four. Do the batches with 0.9 hold more examples "
            "than the last one, or fewer?",
        ),
        Mistake(
            "near",
            0.85,
            "A possible number, but not the one. For each batch: how many examples, and how many "
            "of them are right? Add up, and divide once.",
        ),
    ),
)
