"""Exercise 17.5 of notebook 17: six reports of comparisons, and what to say of them."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.comparing_runs import solutions

RIGHT = solutions.verdicts
CLEAR, OPEN, PICKED, TUNED = "clear", "open", "picked", "one side tuned"

# The hint for each report and each wrong verdict on it.
HINTS = {
    ("A", OPEN): (
        "Report A: the two intervals overlap because both hold the luck of the seeds. Which "
        "interval has that luck removed?"
    ),
    ("A", PICKED): "Report A: the tuning came before, and the epoch was fixed. What was picked?",
    ("A", TUNED): "Report A: both were tuned alike. What does the paired gap say?",
    ("B", CLEAR): (
        "Report B: which factor belongs to three pairs? See section 17.4, and widen the interval."
    ),
    ("B", PICKED): "Report B: nothing was chosen from several. How many pairs are there?",
    ("B", TUNED): "Report B: both were tuned alike. How many pairs are there?",
    ("C", CLEAR): "Report C: does the interval contain 0? And does it contain −0.01?",
    ("C", PICKED): "Report C: both were tuned, on other seeds. What does the interval contain?",
    ("C", TUNED): "Report C: both sides were tuned. What does the interval contain?",
    ("D", CLEAR): (
        "Report D: the best of eight, on the seeds that made it the best. Section 17.8 has a "
        "control for that."
    ),
    ("D", OPEN): "Report D: its interval excludes 0. What else is wrong with it?",
    ("D", TUNED): "Report D: no rates are named. How was the variant chosen, and on which seeds?",
    ("E", CLEAR): "Report E: the interval is fine, and the seeds are fresh. Who was the opponent?",
    ("E", OPEN): "Report E: −0.050 ± 0.010 is far from 0. What else is wrong with it?",
    ("E", PICKED): (
        "Report E: the rate was chosen, and then measured on fresh seeds, as it should be. How "
        "many rates did the opponent get?"
    ),
    ("F", CLEAR): "Report F: how many epochs were looked at, and who chose number 17?",
    ("F", OPEN): "Report F: at epoch 17 the interval excludes 0. What else is wrong with it?",
    ("F", TUNED): "Report F says nothing of rates. How did it come to epoch 17?",
}


VERDICTS = Exercise(
    number="17.5",
    name="verdicts",
    title="Six comparisons",
    level="read",
    hints=(
        "Ask three questions of each report. Were both sides treated alike? Was the number chosen "
        "among several, after a look at them? Does the interval, with the right factor, exclude 0?",
        "Section 17.3 tells which interval counts, 17.4 the factor for few seeds, 17.7 and 17.8 "
        "what a choice does, and 17.9 what an interval says that contains 0.",
        "A: the paired gap decides. B: 0.015 is two standard errors, and three pairs need 4.3. "
        "C: list the gaps that would fit. D and F: how many were there to choose from? E: how many "
        "rates did each side have?",
    ),
    learned="first the opponent, then what was picked, and only then the interval",
    cases=(Case("the verdicts on reports A to F"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        tuple(verdict.replace(" ", "_").upper() for verdict in RIGHT),
    ),
    mistakes=(
        Mistake(
            "D and E exchanged",
            (CLEAR, OPEN, OPEN, TUNED, PICKED, PICKED),
            "D and E have changed places. Which of the two measures on fresh seeds?",
        ),
        Mistake(
            "one verdict", OPEN, "Six verdicts are asked for, one for each report, in a tuple."
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
