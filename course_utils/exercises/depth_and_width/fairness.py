"""Exercise 18.5 of notebook 18: five comparisons, and what the winner had more of."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.depth_and_width import solutions

RIGHT = solutions.winner_had_more

# The hint for each comparison and each wrong word for it.
HINTS = {
    (
        "A",
        "steps",
    ): "Comparison A: epochs and batches were the same. How do the two networks differ?",
    ("A", "tries"): "Comparison A: rates and seeds were the same. How do the two networks differ?",
    ("A", "nothing"): "Comparison A: count the parameters between two layers of 64 units.",
    ("B", "parameters"): "Comparison B: the parameters were the same. Who was allowed more rates?",
    ("B", "steps"): "Comparison B: epochs and batches were the same. Who was allowed more rates?",
    ("B", "nothing"): "Comparison B: how many rates did each network have a chance with?",
    ("C", "parameters"): "Comparison C: the layers were the same. How many batches has an epoch?",
    ("C", "tries"): "Comparison C: the rates were the same. How many batches has an epoch?",
    ("C", "nothing"): "Comparison C: how often did each optimizer step in its 20 epochs?",
    ("D", "parameters"): "Comparison D: the winner has 4,435 parameters, the other 4,522.",
    ("D", "steps"): "Comparison D: epochs and batches were the same.",
    ("D", "tries"): "Comparison D: rates and seeds were the same for both.",
    ("E", "parameters"): "Comparison E: all but the report was the same. Which runs are reported?",
    ("E", "steps"): "Comparison E: both trained equally long. Which runs are reported?",
    ("E", "nothing"): (
        "Comparison E: the best of five against a median. If both networks were equal, who would "
        "win?"
    ),
}

WINNER_HAD_MORE = Exercise(
    number="18.5",
    name="winner_had_more",
    title="A fair fight",
    level="read",
    hints=(
        "Go through what each sentence says was the same. What is left? Where sizes are given, "
        "count.",
        "`tries` stands for chances to be lucky: more rates, more seeds, or the best run of "
        "several in the report.",
        "One comparison is fair. In the others, count: parameters in A, rates in B, batches in C, "
        "and in E the runs behind the reported number.",
    ),
    learned="ask what was held fixed: parameters, steps and the number of tries",
    cases=(Case("what the winner had more of in comparisons A to E"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake("one word", "tries", "Five words are asked for, one for each comparison."),
        *one_wrong(RIGHT, HINTS),
    ),
)
