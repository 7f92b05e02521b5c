"""Exercise 15.5 of notebook 15: accuracy, precision and recall where more people are ill."""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.calibration_and_imbalance import solutions

CLINIC = Exercise(
    number="15.5",
    name="accuracy_precision_recall",
    title="Accuracy, precision, recall",
    level="read",
    hints=(
        "Draw a table with four boxes for the town: ill or healthy, flagged or not. Two fractions "
        "travel to the clinic: which part of the ill is flagged, and which part of the healthy.",
        "In the town 15 of 20 ill people are flagged, and 64 − 15 of 980 healthy people. Take the "
        "same fractions of the 500 ill and of the 500 healthy people of the clinic, and fill a "
        "second table.",
        "The two fractions are 0.75 and 0.05, so the flagged of the clinic are 375 ill and 25 "
        "healthy people. Precision divides by all who are flagged, recall by all who are ill, "
        "accuracy by everybody.",
    ),
    learned="where only the frequency changes, recall stays; precision and accuracy need not",
    cases=(Case("the test in the clinic"),),
    reference=solutions.accuracy_precision_recall,
    correct=(
        [0.85, 0.9375, 0.75],
        (torch.tensor(0.85), 375 / 400, 15 / 20),
        torch.tensor([0.85, 0.9375, 0.75]),
        (Fraction(850, 1000), Fraction(375, 400), Fraction(3, 4)),
    ),
    mistakes=(
        Mistake(
            "those of the town",
            (0.946, 15 / 64, 0.75),
            "These are the numbers of the town. In the clinic there are 500 ill and 500 healthy "
            "people.",
        ),
        Mistake(
            "precision of the town",
            (0.85, 15 / 64, 0.75),
            "Accuracy and recall are right. The precision is that of the town: how many of the "
            "flagged are ill in the clinic?",
        ),
        Mistake(
            "precision of the town, two digits",
            (0.85, 0.23, 0.75),
            "Accuracy and recall are right. The precision is that of the town, rounded. How many "
            "are flagged in the clinic, and how many of those are ill?",
        ),
        Mistake(
            "precision of the town, three digits",
            (0.85, 0.234, 0.75),
            "Accuracy and recall are right. 0.234 is the precision of the town. In the clinic a "
            "larger part of the flagged is ill: which?",
        ),
        Mistake(
            "accuracy of the town",
            (0.946, 0.9375, 0.75),
            "Precision and recall are right. The accuracy is that of the town: who is answered "
            "rightly in the clinic?",
        ),
        Mistake(
            "precision and recall exchanged",
            (0.85, 0.75, 0.9375),
            "The last two have changed places. Which of them divides by the flagged?",
        ),
        Mistake(
            "accuracy last",
            (0.9375, 0.75, 0.85),
            "The three numbers are right. The order asked for is accuracy, precision, recall.",
        ),
        Mistake(
            "accuracy second, recall last",
            (0.9375, 0.85, 0.75),
            "The first two have changed places. Which of them divides by everybody?",
        ),
        Mistake(
            "recall first",
            (0.75, 0.85, 0.9375),
            "These are the right numbers in another order. Recall comes last, accuracy first.",
        ),
        Mistake(
            "accuracy and recall exchanged",
            (0.75, 0.9375, 0.85),
            "The first and the last have changed places. Which of them divides by the ill alone?",
        ),
        Mistake(
            "recall for accuracy",
            (0.75, 0.9375, 0.75),
            "Precision and recall are right. The first is the recall once more. Accuracy also "
            "counts the healthy who are left in peace.",
        ),
        Mistake(
            "in percent",
            (85.0, 93.75, 75.0),
            "These are percentages; give fractions between 0 and 1.",
        ),
        Mistake(
            "the flagged of the town kept",
            (0.85, 375 / (375 + 49), 0.75),
            "Accuracy and recall are right. In the town 49 of 980 healthy people were flagged. How "
            "many of 500 are that?",
        ),
        Mistake(
            "the found alone",
            (0.375, 0.9375, 0.75),
            "Precision and recall are right. Who is healthy and left in peace is answered rightly, "
            "too.",
        ),
        Mistake(
            "recall of the healthy",
            (0.85, 0.9375, 0.95),
            "The third is the fraction of the healthy who are left in peace. Recall asks for the "
            "ill.",
        ),
        Mistake(
            "false alarms for precision",
            (0.85, 0.0625, 0.75),
            "The second is the fraction of false alarms among the flagged. Precision asks for the "
            "others.",
        ),
        Mistake(
            "false alarms as a fraction of the flagged",
            (0.85, 0.95, 0.75),
            "The second is the fraction of the healthy who are left in peace. Precision looks at "
            "those who are flagged.",
        ),
        Mistake(
            "what is not",
            (0.15, 0.0625, 0.25),
            "Each of these is one minus what is asked for.",
        ),
        Mistake(
            "counts",
            (850, 375, 375),
            "These are numbers of people. Each measure is a fraction: what stands below its bar?",
        ),
        Mistake(
            "rounded",
            (0.85, 0.94, 0.75),
            "The second is rounded: give it as it is, or as a fraction.",
        ),
    ),
    rtol=1e-3,
)
