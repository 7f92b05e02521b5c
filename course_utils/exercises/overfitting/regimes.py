"""Exercise 5.2 of notebook 05: four pairs of loss curves, four regimes."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.overfitting import solutions

RIGHT = solutions.four_regimes

# The hint for each run and each wrong word for it.
HINTS = {
    (1, "ideal"): (
        "Run 1 has the lowest training loss of all. But what did its validation loss do "
        "after epoch 100?"
    ),
    (1, "acceptable"): "In run 1 the validation loss was 1.0 at epoch 100. Where is it at the end?",
    (
        1,
        "no learning",
    ): "Question 1 asks whether the training loss falls. What does that of run 1 do?",
    (2, "ideal"): (
        "The two losses of run 2 keep together, but together they stand still, near where "
        "they began. Ask question 1 first."
    ),
    (2, "acceptable"): "The gap of run 2 stays small. But what has it learned since epoch 10?",
    (2, "overfitting"): (
        "Who overfits has learned the training examples. How far has the training loss of "
        "run 2 come down?"
    ),
    (3, "overfitting"): "In run 3 there is a gap. Does the validation loss rise again at any time?",
    (3, "ideal"): "Where do the two losses of run 3 end: at the same height?",
    (3, "no learning"): (
        "Run 3 comes to rest, but where? Compare its training loss with what it was at epoch 1."
    ),
    (4, "overfitting"): "What is the gap between the two losses of run 4, and does it grow?",
    (4, "acceptable"): "How large is the gap in run 4?",
    (4, "no learning"): (
        "Run 4 comes to rest, but where? Compare its training loss with what it was at epoch 1."
    ),
}

FOUR_REGIMES = Exercise(
    number="5.2",
    name="four_regimes",
    title="Four regimes",
    level="read",
    hints=(
        "Section 5.6 has two questions, and below its figure a paragraph for each regime. Read "
        "these again, then take the four runs here one at a time.",
        "Ask three questions of each run, in this order. Does the training loss fall? Does the "
        "validation loss rise again at the end? Do the two losses end at the same height?",
        "The first question singles out one run, the second another one. Of the two that are left, "
        "compare the last training loss with the last validation loss: only one of them has a gap.",
    ),
    learned="first ask whether the training loss falls, then whether the two part ways",
    cases=(Case("the regimes of runs 1 to 4"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), ("Overfitting ", "NO LEARNING", "acceptable", "Ideal")),
    mistakes=(
        Mistake(
            "the order of the words",
            ("no learning", "overfitting", "ideal", "acceptable"),
            "This is the order in which the words were listed. Take the runs one by one: which of "
            "them has a training loss that stays where it is?",
        ),
        Mistake(
            "the runs of the section",
            ("no learning", "overfitting", "ideal", "overfitting"),
            "Runs 1 to 4 are not the runs A to D of the section. Go by their numbers: which one "
            "has a training loss that stays where it is?",
        ),
        Mistake(
            "1 and 3 exchanged",
            ("acceptable", "no learning", "overfitting", "ideal"),
            "Runs 2 and 4 are right. Of 1 and 3, whose validation loss is higher at epoch 1,000 "
            "than at epoch 100?",
        ),
        Mistake(
            "1 and 2 exchanged",
            ("no learning", "overfitting", "acceptable", "ideal"),
            "Runs 3 and 4 are right. Of 1 and 2, which one has a training loss that falls?",
        ),
        Mistake(
            "3 and 4 exchanged",
            ("overfitting", "no learning", "ideal", "acceptable"),
            "Runs 1 and 2 are right. Runs 3 and 4 have the same training losses: in which of them "
            "do the two losses end together?",
        ),
        *(
            Mistake(f"{run} is {word}", (*RIGHT[: run - 1], word, *RIGHT[run:]), hint)
            for (run, word), hint in HINTS.items()
        ),
    ),
)
