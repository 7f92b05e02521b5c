"""Exercise 2.5 of notebook 02: five runs that do not arrive, and what helps each."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.normalization import solutions

RIGHT = solutions.remedies

_SLOW = "The loss has stopped falling fast, so the steep direction is done. "

# The hint for each run and each wrong word for it.
HINTS = {
    ("A", "centre"): "In run A both features have the mean 0 already. In what do they differ?",
    ("A", "drop"): "In run A both features vary, and both may be useful. In what do they differ?",
    ("A", "lower"): (f"{_SLOW}A lower rate makes run A slower still along the other directions."),
    ("A", "raise"): (
        "Run A is at 0.9 times the limit. What would happen at a rate that helps the small feature?"
    ),
    ("B", "centre"): "Run B has z-scores: their mean is 0 already, and κ is 1.",
    ("B", "scale"): "Run B has z-scores: they are scaled already, and κ is 1.",
    ("B", "drop"): "Run B has only this feature, and its loss does fall.",
    ("B", "lower"): "In run B the loss falls, and very slowly. The limit for z-scores is 1.",
    ("C", "centre"): "In run C `nan` came before training did anything. When is a z-score 0/0?",
    ("C", "scale"): "Scaling has been done in run C. For which feature does it divide 0 by 0?",
    ("C", "lower"): (
        "Run C has no number at any rate, a lower one included, and it has none before the first "
        "update. Look at the inputs."
    ),
    ("C", "raise"): (
        "In run C it is `nan` at every rate, and before the first update. Look at the inputs."
    ),
    (
        "D",
        "centre",
    ): "Run D has z-scores: their mean is 0 already. Compare its rate with the limit.",
    ("D", "scale"): "Run D has z-scores, scaled already. Compare its rate with the limit.",
    ("D", "drop"): "Run D has only this feature. Compare its rate with the limit for z-scores.",
    ("D", "raise"): "In run D the loss grows. What is the limit for z-scores?",
    ("E", "scale"): (
        "All readings of run E are about 99. Divide them by anything, and they lie close to "
        "one another still, far from 0: the valley stays tilted. See section 2.7."
    ),
    ("E", "drop"): "The readings of run E do vary, between 98 and 100. What is in the way?",
    ("E", "lower"): f"{_SLOW}A lower rate makes run E slower still along the gentle one.",
    ("E", "raise"): "Run E is at 0.9 times the limit already: a little more, and it diverges.",
}


FIVE_RUNS = Exercise(
    number="2.5",
    name="remedies",
    title="Five runs",
    level="read",
    hints=(
        "Ask the same of each run. Does the loss grow, creep, or is it no number? Are the inputs "
        "centred? Are they scaled? And where is the rate, compared with the limit?",
        "With z-scores of one feature both curvatures are 2 and the limit is 1 (section 2.8). Two "
        "runs are settled by that. `nan` is at the end of section 2.9. Of the two that are left, "
        "which one has the mean 0 already?",
        "At 0.9 times the limit, a fall followed by a crawl is a large κ. It may come of inputs "
        "far from 0, so that the valley is tilted (section 2.7), or of features of very different "
        "size (section 2.9).",
    ),
    learned="look at the inputs first: a rate cures a rate, and no rate cures a large κ",
    cases=(Case("what helps runs A to E"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), ("Scale", " raise", "DROP", "lower ", "centre")),
    mistakes=(
        Mistake(
            "A and E exchanged",
            ("centre", "raise", "drop", "lower", "scale"),
            "B, C and D are right. Of A and E, whose inputs have the mean 0 already?",
        ),
        Mistake(
            "B and D exchanged",
            ("scale", "lower", "drop", "raise", "centre"),
            "A, C and E are right. Of B and D, in which does the loss grow?",
        ),
        Mistake(
            "the order of the words",
            ("centre", "drop", "lower", "raise", "scale"),
            "This is the order in which the words were listed. Take the runs one by one, and begin "
            "with the one whose loss is no number.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
