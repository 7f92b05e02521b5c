"""Exercise 4.5 of notebook 04: five reports of a training, and what to change first."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.optimizers import solutions

RIGHT = solutions.first_changes

# The hint for each report and each wrong word for it.
HINTS = {
    ("A", "raise"): "The losses of A grow already. Would longer steps help?",
    ("A", "decay"): (
        "A decay makes the rate smaller in the end. But A's losses more than double from step to "
        "step: how soon does the rate have to be small?"
    ),
    ("A", "tensors"): "If A's optimizer held other tensors, would the losses change at all?",
    ("A", "state"): "A uses plain SGD. What does that rule remember?",
    ("B", "lower"): (
        "B's loss falls, evenly and slowly. How far may Adam go in 1,000 steps at its rate, and "
        "how far is it to 400?"
    ),
    ("B", "decay"): "B is far from the goal. Would ever shorter steps bring it there sooner?",
    ("B", "tensors"): "B's parameter moves, and the loss falls. So the optimizer holds it already.",
    ("B", "state"): "B has not been interrupted. What is its rate, times 1,000 steps?",
    (
        "C",
        "raise",
    ): "C's steps are too long as it is, near the lowest loss. Do longer ones help?",
    ("C", "lower"): (
        "With a low rate from the start C ends lower, and takes longer to get there. Which change "
        "keeps the fast way and ends lower still?"
    ),
    (
        "C",
        "tensors",
    ): "C's loss came down, so the optimizer holds the model's tensors. What happens later?",
    ("C", "state"): "C ran in one piece, and its state was there all the time.",
    ("D", "raise"): (
        "D's loss is the same to the last digit, at any rate. Twice the rate times nothing is "
        "nothing: whose parameters does the optimizer move?"
    ),
    ("D", "lower"): "Nothing moves in D, at any rate. Whose parameters does the optimizer move?",
    (
        "D",
        "decay",
    ): "Nothing moves in D, at any rate. What does the optimizer hold?",
    ("D", "state"): (
        "D's loss never changes. An optimizer without its state would still move the parameters."
    ),
    (
        "E",
        "raise",
    ): "E's rate was right last night. What does momentum have to build up?",
    ("E", "lower"): (
        "With a lower rate E would be slower still. What did momentum have last night that is no "
        "longer there this morning?"
    ),
    ("E", "decay"): (
        "E is slow only at first, and a decay makes steps shorter later. What is no longer there "
        "this morning?"
    ),
    (
        "E",
        "tensors",
    ): "E's loss falls, so the model's tensors move. Why are the first steps short?",
}


FIRST_CHANGES = Exercise(
    number="4.5",
    name="first_changes",
    title="Five reports",
    level="read",
    hints=(
        "Ask two questions of each report. Does the loss change at all? And if it does: is the "
        "trouble there from the beginning, or only near the end, or after a break? Exercise 4.1 "
        "and sections 4.6, 4.8 and 4.9 help with four of them.",
        "One loss stands still to the last digit. One run was interrupted. Find these two first. "
        "Of the other three one explodes, one crawls, and one arrives and does not stay.",
        "For the one that crawls: along a steady slope Adam's steps are as long as its rate, here "
        "0.001. For the one that does not stay: section 4.9 starts RMSProp at 0.3 twice, "
        "and one of these runs stays near.",
    ),
    learned="a symptom names its cure: explodes, crawls, does not stay, stands still, is slow",
    cases=(Case("what to change first in reports A to E"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "A and B exchanged",
            ("raise", "lower", *RIGHT[2:]),
            "C, D and E are right. Look at A and B again: whose losses grow, and who has hardly "
            "moved?",
        ),
        Mistake(
            "A and C exchanged",
            ("decay", "raise", "lower", *RIGHT[3:]),
            "B, D and E are right. One of A and C has trouble from the first step on, the other "
            "only when it is near its goal.",
        ),
        Mistake(
            "D and E exchanged",
            (*RIGHT[:3], "state", "tensors"),
            "A, B and C are right. Which of D and E was interrupted, and in which does nothing "
            "move?",
        ),
        Mistake(
            "one word for all",
            "lower",
            "Five words are asked for, one for each report, in a tuple.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
