"""Exercise 5.2 of notebook 05: four pairs of loss curves, and what to try first."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.overfitting import solutions

RIGHT = solutions.first_tries

# The hint for each run and each wrong word for it.
HINTS = {
    (1, "more freedom"): (
        "Run 1 already has the lowest training loss of all. What did its validation loss do "
        "after epoch 100?"
    ),
    (1, "smaller steps"): (
        "Steps that are too long can make the training loss rise. What does that of run 1 do?"
    ),
    (1, "more epochs"): (
        "In run 1 the validation loss was 1.0 at epoch 100 and 1.9 at the end. What would more "
        "epochs do to it?"
    ),
    (2, "less freedom"): (
        "Run 2 does not follow even its training examples. Which way should its freedom go?"
    ),
    (2, "smaller steps"): (
        "The task says where run 2 ends with other learning rates. What else may hold it up?"
    ),
    (2, "more epochs"): (
        "The training loss of run 2 has stood still since epoch 10. What would more epochs change?"
    ),
    (3, "less freedom"): (
        "The validation loss of run 3 rises. But who overfits has a training loss that falls."
    ),
    (3, "more freedom"): (
        "Run 3 does not stand still: both of its losses grow. Which setting lets a training loss "
        "grow?"
    ),
    (3, "more epochs"): "Both losses of run 3 grow and grow. What would more epochs do?",
    (4, "more freedom"): (
        "Too little freedom shows in a training loss at rest. Is that of run 4 at rest at the end?"
    ),
    (4, "less freedom"): (
        "In run 4 the validation loss falls with the training loss, to the end. Where is the sign "
        "of overfitting?"
    ),
    (4, "smaller steps"): "Run 4 falls from start to end. Would smaller steps make it faster?",
}

FIRST_TRIES = Exercise(
    number="5.2",
    name="first_tries",
    title="Four regimes",
    level="read",
    hints=(
        "Section 5.6 has two questions, and below its figure a remark on each run. Read "
        "these again, then take the four runs here one at a time.",
        "Ask three questions of each run, in this order. Does the training loss fall, rise or "
        "stand still? Does it still fall at the end? Does the validation loss fall with it?",
        "One training loss grows: which word makes the next update smaller? One stands still, and "
        "one still falls together with its validation loss. In the run that is left the two losses "
        "part ways.",
    ),
    learned="a rising validation loss means overfitting only while the training loss falls",
    cases=(Case("what to try first in runs 1 to 4"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        ("Less freedom ", "MORE FREEDOM", "smaller steps", "More epochs"),
    ),
    mistakes=(
        Mistake(
            "1, 3 and 4 in a circle",
            ("more epochs", "more freedom", "less freedom", "smaller steps"),
            "Run 2 is right. Take the others one by one: which of them has a training loss that "
            "grows?",
        ),
        Mistake(
            "1 and 3 exchanged",
            ("smaller steps", "more freedom", "less freedom", "more epochs"),
            "Runs 2 and 4 are right. In 1 and 3 the validation loss rises: in which of them does "
            "the training loss rise with it?",
        ),
        Mistake(
            "1 and 2 exchanged",
            ("more freedom", "less freedom", "smaller steps", "more epochs"),
            "Runs 3 and 4 are right. Of 1 and 2, which one follows its training examples?",
        ),
        Mistake(
            "2 and 4 exchanged",
            ("less freedom", "more epochs", "smaller steps", "more freedom"),
            "Runs 1 and 3 are right. Of 2 and 4, which one still falls at epoch 1,000?",
        ),
        *(
            Mistake(f"{run} is {word}", (*RIGHT[: run - 1], word, *RIGHT[run:]), hint)
            for (run, word), hint in HINTS.items()
        ),
    ),
)
