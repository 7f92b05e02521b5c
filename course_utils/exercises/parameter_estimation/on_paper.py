"""Exercise 1.2 of notebook 01, for paper: what a mean averages when the shapes do not agree.

Any text, any tuple or any number given in place of another kind gets the same hint: see `alike` in
`course_utils.checks.mistakes`.
"""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.shape_mistakes import BROADCAST_COUNT_MISTAKES

BROADCAST_COUNTS = Exercise(
    number="1.2",
    name="counts",
    title="A difference that grows",
    level="read",
    hints=(
        "Section 1.4 gives the rule for two shapes that meet. It holds for a minus as it does for "
        "a product. Take paper, and write the two shapes one above the other.",
        "Flush right: the last sizes stand one above the other, and `(50,)` gets a 1 in front. "
        "Which shape has the difference, and how many numbers does a table of this shape hold?",
        "Each prediction stands in a row of the table, and it meets every target there. Go through "
        "the row of the first prediction: how many of its partners are its own target? Then count "
        "the rows.",
    ),
    learned="a column meets a row: every prediction meets every target, without an error",
    cases=(
        Case("how many squares the mean averages, and how many are of one and the same example"),
    ),
    reference=solutions.counts,
    correct=(
        [2500, 50],
        (2500.0, 50.0),
        torch.tensor([2500, 50]),
        ((torch.zeros(50, 1) - torch.zeros(50)).numel(), 50),
    ),
    mistakes=BROADCAST_COUNT_MISTAKES,
)
