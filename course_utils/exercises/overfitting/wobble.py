"""Exercise 5.1 of notebook 05: how many examples make a standard deviation of 0.01."""

from __future__ import annotations

import math
from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.overfitting import solutions

EXAMPLES_NEEDED = Exercise(
    number="5.1",
    name="num_examples_needed",
    title="How many examples?",
    level="read",
    hints=(
        "Section 5.2 has a formula for the standard deviation of an accuracy. Which of its three "
        "quantities does the task give you, and which one does it ask for?",
        "The standard deviation is 0.01 and p is 0.9. Only n is unknown, and it stands under the "
        "root. To get it out, square both sides of the formula.",
        "Squared, the formula reads `0.0001 = 0.09 / n`. Multiply both sides by n, and then divide "
        "by the number on the left.",
    ),
    learned="the standard deviation falls as 1/√n: half of it costs four times as many examples",
    cases=(Case("p = 0.9, standard deviation 0.01: how many examples?"),),
    reference=float(solutions.num_examples_needed),  # integers would be compared exactly
    correct=(
        900,
        torch.tensor(900.0),
        Fraction(900),
        math.ceil(0.09 / 0.0001),  # 901, since 0.09 / 0.0001 is a hair more than 900
        int(0.9 * (1 - 0.9) / 0.01**2),  # 899, for a hair less
    ),
    mistakes=(
        Mistake(
            "does not square",
            9,
            "This is p (1 − p) divided by 0.01. On which side of the formula stands a root?",
        ),
        Mistake(
            "the root of the answer",
            30,
            "Close: the root is still there. Which step takes n out from under it?",
        ),
        Mistake(
            "no square, and the root of that",
            3,
            "A square is missing here, and a root is too many. Square both sides of the formula "
            "before anything else.",
        ),
        Mistake(
            "squares the fraction too",
            81,
            "Here p (1 − p) is squared together with 0.01. Which side of the formula has the root "
            "over it, and which has not?",
        ),
        Mistake(
            "the root of p (1 − p) by 0.01²",
            3000,
            "0.01 is squared and p (1 − p) still stands under the root. What is done to one side "
            "of the formula is done to the other.",
        ),
        Mistake(
            "forgets 1 − p",
            9000,
            "You have used p alone. A classifier that is always right would not wobble at all: "
            "which factor says so?",
        ),
        Mistake(
            "p squared",
            8100,
            "Here p stands twice. The variance of one answer has two factors, and they differ.",
        ),
        Mistake(
            "forgets p",
            1000,
            "You have used 1 − p alone. The variance of one answer has two factors.",
        ),
        Mistake(
            "p alone, and no square",
            90,
            "This is p divided by 0.01. A factor is missing above, and a square below.",
        ),
        Mistake(
            "1 − p alone, and no square",
            10,
            "This is 1 − p divided by 0.01. A factor is missing above, and a square below.",
        ),
        Mistake(
            "no p at all",
            10_000,
            "This is 1 divided by 0.01². Where does it say how often the classifier is right?",
        ),
        Mistake(
            "1 by 0.01",
            100,
            "Where do p and 1 − p stand in your calculation, once each? And what has to be "
            "squared?",
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
            "95 % within 0.01",
            0.09 * (1.96 / 0.01) ** 2,
            "This makes 1.96 standard deviations as small as 0.01. The task asks for one.",
        ),
        Mistake(
            "two standard deviations the wrong way round",
            225,
            "So few leave a standard deviation of 0.02. The task asks for 0.01.",
        ),
        Mistake(
            "multiplies by 100 once too often",
            90_000,
            "So many would make it 0.001: a factor 0.1 too many in the standard deviation, or a "
            "factor 0.01 too many below the fraction line.",
        ),
        *(
            Mistake(
                f"a standard deviation, for {of}",
                value,
                f"Below 1: a {what}, and no number of examples. What is unknown in the formula?",
            )
            for of, value, what in (
                ("one example", 0.3, "standard deviation of one answer"),
                ("100 examples", 0.03, "standard deviation for 100 examples"),
                ("200 examples", math.sqrt(0.09 / 200), "standard deviation for 200 examples"),
                ("the variance of one", 0.09, "variance of one answer"),
                ("the variance times 0.01", 0.0009, "variance times 0.01"),
                ("the variance times 0.01²", 0.000009, "variance times 0.01²"),
            )
        ),
    ),
    rtol=1.2e-3,  # 899 to 901: `int` and `ceil` make neighbours of floats that are a hair off
)
