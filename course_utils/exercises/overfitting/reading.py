"""Exercises 5.1 and 5.2 of notebook 05: a standard deviation of 0.01, and four regimes."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake

EXAMPLES_NEEDED = Exercise(
    number="5.1",
    title="How many examples?",
    level="read",
    learned="the error of an accuracy shrinks with √n: half of it costs four times as many",
    cases=(Case("p = 0.9, standard deviation 0.01: how many examples?"),),
    reference=900.0,
    correct=(900, torch.tensor(900.0), 0.09 / 0.0001),
    mistakes=(
        Mistake(
            "does not square",
            9,
            "This is p (1 − p) divided by 0.01. On which side of the formula stands a root?",
        ),
        Mistake(
            "the root of the answer",
            30,
            "Close: 30 is the root of n. What is n?",
        ),
        Mistake(
            "forgets 1 − p",
            9000,
            "You have used p alone. A classifier that is always right would not wobble at all: "
            "which factor says so?",
        ),
        Mistake(
            "forgets p",
            1000,
            "You have used 1 − p alone. The variance of one toss has two factors.",
        ),
        Mistake(
            "no p at all",
            10_000,
            "This is 1 divided by 0.01². Where does it say how often the classifier is right?",
        ),
        Mistake(
            "a fair coin",
            2500,
            "This is right for p = 0.5. Our classifier is right on 90 %.",
        ),
        Mistake(
            "p of the section",
            1600,
            "This is right for p = 0.8, as in the section. Here p is another.",
        ),
        Mistake(
            "two standard deviations",
            3600,
            "This makes two standard deviations as small as 0.01. The task asks for one.",
        ),
        Mistake(
            "multiplies by 100 once too often",
            90_000,
            "So many would make it 0.001. How does the error change when n is a hundred times "
            "smaller?",
        ),
    ),
)

RIGHT = ("overfitting", "no learning", "acceptable", "ideal")

FOUR_REGIMES = Exercise(
    number="5.2",
    title="Four regimes",
    level="read",
    learned="first ask whether the training loss falls, then whether the two part ways",
    cases=(Case("the regimes of runs 1 to 4"),),
    reference=RIGHT,
    correct=(list(RIGHT), RIGHT),
    mistakes=(
        Mistake(
            "3 and 4 exchanged",
            ("overfitting", "no learning", "ideal", "acceptable"),
            "Runs 1 and 2 are right. Runs 3 and 4 have the same training losses: in which of them "
            "do the two losses end together?",
        ),
        Mistake(
            "takes a gap for overfitting",
            ("overfitting", "no learning", "overfitting", "ideal"),
            "In run 3 there is a gap. Does the validation loss rise again at any time?",
        ),
        Mistake(
            "4 is overfitting",
            ("overfitting", "no learning", "acceptable", "overfitting"),
            "Runs 1 to 3 are right. What is the gap between the two losses of run 4?",
        ),
        Mistake(
            "3 is ideal as well",
            ("overfitting", "no learning", "ideal", "ideal"),
            "Runs 1, 2 and 4 are right. Where do the two losses of run 3 end?",
        ),
        Mistake(
            "4 is acceptable as well",
            ("overfitting", "no learning", "acceptable", "acceptable"),
            "Runs 1 to 3 are right. How large is the gap in run 4?",
        ),
        Mistake(
            "1 is acceptable",
            ("acceptable", "no learning", "acceptable", "ideal"),
            "In run 1 the validation loss was 1.0 at epoch 100. Where is it at the end?",
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
            "2 is acceptable",
            ("overfitting", "acceptable", "acceptable", "ideal"),
            "The gap of run 2 is small and stays so. But what has it learned since epoch 10?",
        ),
        Mistake(
            "2 is ideal",
            ("overfitting", "ideal", "acceptable", "ideal"),
            "The two losses of run 2 keep together, but together they stand still, near where they "
            "began. Ask rule 1 first.",
        ),
        Mistake(
            "the order of the words",
            ("no learning", "overfitting", "ideal", "acceptable"),
            "This is the order in which the words were listed. Take the runs one by one: which of "
            "them has a training loss that stays where it is?",
        ),
    ),
)
