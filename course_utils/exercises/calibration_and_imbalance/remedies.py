"""Exercise 15.6 of notebook 15: six classifiers, and what to do next."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.calibration_and_imbalance import solutions

RIGHT = solutions.remedies

# The hint for each classifier and each wrong answer for it.
HINTS = {
    ("A", "T below 1"): "Classifier A is right less often than it says. Should it become surer?",
    ("A", "threshold"): "Classifier A: no costs are mentioned. What do 0.97 and 0.88 say together?",
    ("A", "model"): "Classifier A is right on 88 %. Only one of its two numbers is too high.",
    ("A", "undo"): "Classifier A: no weights are mentioned. Which of its two numbers is larger?",
    ("A", "more points"): "Classifier A: on 5,000 points 0.88 has a standard error of 0.005.",
    ("B", "T above 1"): "Classifier B: its diagram lies on the diagonal. Is it too sure?",
    ("B", "T below 1"): "Classifier B: its diagram lies on the diagonal. Is it not sure enough?",
    ("B", "model"): "Classifier B: its AUC is 0.94, guessing has 0.5. Is its order a bad one?",
    ("B", "undo"): "Classifier B: weights would have raised p. Is it above what happens?",
    ("B", "more points"): "Classifier B flags above 0.5. At which p would you flag a point?",
    ("C", "T above 1"): "Classifier C: how many points of class 1 are among its 5,000?",
    ("C", "T below 1"): "Classifier C: a fraction of 0.001 of 5,000 points: how many are that?",
    ("C", "threshold"): "Classifier C: its threshold follows from the costs. How sure is its 0.60?",
    ("C", "model"): "Classifier C: 0.60 is 3 of 5 points. By how much may chance move that?",
    ("C", "undo"): "Classifier C: no weights are mentioned. How sure is its 0.60?",
    ("D", "T above 1"): "Classifier D: a T above 1 moves p towards a half. Is that nearer to 0.02?",
    ("D", "T below 1"): "Classifier D: there is a known reason why 0.35 is so far above 0.02.",
    ("D", "threshold"): "Classifier D: somebody wants to read the probabilities, not a decision.",
    ("D", "model"): "Classifier D: its AUC is 0.94. What made its probabilities so large?",
    ("D", "more points"): "Classifier D: 0.35 is far from 0.02. What do weights do to odds?",
    ("E", "T above 1"): "Classifier E is right more often than it says. Should it be less sure?",
    ("E", "threshold"): "Classifier E answers with the largest of ten. What do 0.70 and 0.93 say?",
    ("E", "model"): "Classifier E is right on 93 %. Only one of its two numbers is too low.",
    ("E", "undo"): "Classifier E: no weights are mentioned. Which of its two numbers is larger?",
    ("E", "more points"): "Classifier E: on 5,000 points 0.93 has a standard error of 0.004.",
    ("F", "T above 1"): "Classifier F: what is the standard error of 0.80 on 30 points?",
    ("F", "T below 1"): "Classifier F: 24 of 30 are right. By how much may chance move that?",
    ("F", "threshold"): "Classifier F: no costs are mentioned. How sure is the 0.80 itself?",
    ("F", "model"): "Classifier F: how sure is the 0.80 itself, on so few points?",
    ("F", "undo"): "Classifier F: no weights are mentioned. How sure is the 0.80 itself?",
}

REMEDIES = Exercise(
    number="15.6",
    name="remedies",
    title="Six remedies",
    level="read",
    hints=(
        "Ask four questions in this order. Are there enough points to tell? Is the order of the "
        "points good (AUC)? Are the probabilities calibrated? Is the threshold right for the "
        "costs?",
        "Mean confidence above accuracy is too sure, below it not sure enough (sections 15.2 and "
        "15.3). A weight of 19 for class 1 raised its mean probability (15.8). A recall is "
        "a fraction of the points of class 1 alone: count them (15.6).",
        "F: the standard error is √(0.8 · 0.2 / 30). C: 0.001 of 5,000 is 5 points. B: at which p "
        "is a point worth flagging if a miss costs 50? D: by which factor did the weights change "
        "the odds? Two are left for the temperature.",
    ),
    learned="ask for the number of points, then the order, the probabilities, the threshold",
    cases=(Case("what to do next with classifiers A to F"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "A and E exchanged",
            ("T below 1", "threshold", "more points", "undo", "T above 1", "more points"),
            "A and E have changed places. Does a T above 1 make a network surer or less sure?",
        ),
        Mistake(
            "B and C exchanged",
            ("T above 1", "more points", "threshold", "undo", "T below 1", "more points"),
            "B and C have changed places. Which of them has more points of class 1?",
        ),
        Mistake(
            "B and D exchanged",
            ("T above 1", "undo", "more points", "threshold", "T below 1", "more points"),
            "B and D have changed places. In which of them were weights used?",
        ),
        Mistake("one word", "threshold", "Six words are asked for, one for each classifier."),
        *one_wrong(RIGHT, HINTS),
    ),
)
