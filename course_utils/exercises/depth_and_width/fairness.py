"""Exercise 18.5 of notebook 18: five comparisons, and what the winner had more of."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.depth_and_width import solutions

RIGHT = solutions.winner_had_more

# The hint for each comparison and each wrong word for it.
HINTS = {
    ("A", "epochs"): "Comparison A: the epochs were the same. How do the two networks differ?",
    ("A", "tries"): "Comparison A: rates and seeds were the same. How do the two networks differ?",
    ("A", "nothing"): "Comparison A: count the parameters between two layers of 64 units.",
    ("B", "parameters"): "Comparison B: the parameters were the same. Who was allowed more rates?",
    ("B", "epochs"): "Comparison B: the epochs were the same. Who was allowed more rates?",
    (
        "B",
        "nothing",
    ): "Comparison B: twenty rates against one. Who was more likely to find a good one?",
    ("C", "parameters"): "Comparison C: the parameters were the same. How long did each train?",
    ("C", "tries"): "Comparison C: the rates tried were the same. How long did each train?",
    ("C", "nothing"): "Comparison C: 200 against 20. Is that the same work?",
    ("D", "parameters"): "Comparison D: the winner has 4,510 parameters, the other 4,522.",
    ("D", "epochs"): "Comparison D: the epochs were the same.",
    ("D", "tries"): "Comparison D: rates and seeds were the same for both.",
    ("E", "parameters"): "Comparison E: all but the report was the same. Which runs are reported?",
    ("E", "epochs"): "Comparison E: both trained equally long. Which runs are reported?",
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
        "Go through what each sentence says was the same. What is left?",
        "`tries` stands for chances to be lucky: more rates, more seeds, or the best run of "
        "several in the report.",
        "One comparison is fair. In the others, count: parameters in A, rates in B, epochs in C, "
        "and in E the runs behind the reported number.",
    ),
    learned="ask what was held fixed: parameters, epochs and the number of tries",
    cases=(Case("what the winner had more of in comparisons A to E"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake("one word", "tries", "Five words are asked for, one for each comparison."),
        *one_wrong(RIGHT, HINTS),
    ),
)
