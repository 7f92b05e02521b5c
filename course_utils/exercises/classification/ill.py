"""Exercise 8.6 of notebook 08: accuracy, precision and recall on paper."""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.classification import solutions
from course_utils.exercises.classification.ill_mistakes import MISTAKES

ILL = Exercise(
    number="8.6",
    name="accuracy_precision_recall",
    title="Accuracy, precision, recall",
    level="read",
    hints=(
        "Draw a table with four boxes on paper: ill or healthy, flagged or not. Sections 8.1 and "
        "8.16 say what accuracy, precision and recall count, and by what each divides.",
        "Fill the boxes. 15 of the flagged are ill, so how many of the flagged are healthy? How "
        "many of the ill were missed? All four boxes add up to 1,000.",
        "The boxes hold 15, 5, 35 and 945. Two of them are right answers. Precision and recall "
        "both have 15 above the bar: below it stand all the flagged for the one, all the ill for "
        "the other.",
    ),
    learned="precision divides by the flagged, recall by the ill, accuracy by all",
    cases=(Case("1,000 people, 20 ill, 50 flagged, 15 of these ill"),),
    reference=solutions.accuracy_precision_recall,
    correct=(
        [0.96, 0.3, 0.75],
        (torch.tensor(0.96), 15 / 50, 15 / 20),
        torch.tensor([0.96, 0.3, 0.75]),
        tuple(Fraction(part, whole) for part, whole in ((960, 1000), (15, 50), (15, 20))),
    ),
    mistakes=MISTAKES,
    rtol=1e-3,
)
