"""Exercise 17.2 of notebook 17: whether five plans have enough seeds."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.comparing_runs import solutions

RIGHT = solutions.plans

# The hint for each plan and the wrong word for it.
HINTS = {
    ("A", "too few"): "Plan A: s and d are equal, so the rule says 8 + 2. How many pairs are run?",
    ("B", "enough"): (
        "Plan B: half the gap needs four times the pairs, apart from the 2. Is twice as many "
        "enough?"
    ),
    ("C", "too few"): "Plan C: s is twice d. What is 8 times 2², plus 2?",
    ("D", "enough"): (
        "Plan D: 0.03 is the standard deviation of the losses of one side. The differences of two "
        "independent losses have a larger one: see the formula in section 17.3, with r = 0."
    ),
    ("E", "too few"): (
        "Plan E: with r = 0.75 the differences have a smaller standard deviation than the losses. "
        "Put it into the formula of section 17.3."
    ),
}


PLANS = Exercise(
    number="17.2",
    name="plans",
    title="Enough seeds?",
    level="read",
    hints=(
        "Section 17.5 has the rule. For each plan you need s and d, and compare the result with "
        "the number of pairs.",
        "For D and E the s of the differences is not given. Section 17.3 has it: "
        "s² = s_a² + s_b² − 2 r s_a s_b. Different seeds have nothing in common, so r = 0.",
        "A: 8 · 1² + 2. B: the same with s/d = 2. D: s² is twice 0.03². E: s² is twice 0.03² "
        "times 0.25.",
    ),
    learned="what counts is the spread of the differences, in units of the gap",
    cases=(Case("the words for plans A to E"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        tuple(word.replace(" ", "_").upper() for word in RIGHT),
    ),
    mistakes=(
        Mistake(
            "D and E exchanged",
            ("enough", "too few", "enough", "enough", "too few"),
            "A, B and C are right. In which of D and E do the two sides have luck in common, and "
            "does that make the spread of the differences larger or smaller?",
        ),
        Mistake("one word", "enough", "Five words are asked for, one for each plan, in a tuple."),
        *one_wrong(RIGHT, HINTS),
    ),
)
