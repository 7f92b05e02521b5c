"""Exercise 18.1 of notebook 18: the width that a number of parameters allows."""

from __future__ import annotations

from course_utils.exercises import Case, Exercise
from course_utils.exercises.depth_and_width import solutions
from course_utils.exercises.depth_and_width.budget_mistakes import MISTAKES
from course_utils.exercises.depth_and_width.widths import by_formula, search

WIDEST = Exercise(
    number="18.1",
    name="widest",
    title="Width for a budget",
    level="build",
    hints=(
        "Count first, search later. Section 18.1 has the formula: a layer from a numbers to b has "
        "(a + 1) · b parameters. What are d and C here?",
        "Write a helper that counts for `depth` and `width`. There are three kinds of layers: "
        "from the inputs to the first hidden one, from one hidden layer to the next, and to the "
        "outputs. How many are there of the middle kind?",
        "Try the helper: `depth` 2 and `width` 30 have 1,082 parameters. Then let the width begin "
        "at 0, and a `while` loop add 1 to it as long as `width + 1` still fits.",
    ),
    learned="compare depths at equal numbers of parameters; between layers they grow as width²",
    cases=(
        Case("1 hidden layer, 1,000 parameters", (1, 1000)),
        Case("1 hidden layer, 152 parameters", (1, 152)),
        Case("2 hidden layers, 1,082 parameters", (2, 1082)),
        Case("2 hidden layers, 1,081 parameters", (2, 1081)),
        Case("5 hidden layers, 1,000 parameters", (5, 1000)),
        Case("20 hidden layers, 10,000 parameters", (20, 10_000)),
        Case("20 hidden layers, 44 parameters", (20, 44)),
        Case("1 hidden layer, 6 parameters", (1, 6)),
        Case("1 hidden layer, 7 parameters", (1, 7)),
        Case("1 hidden layer, 401 parameters", (1, 401)),
        Case("3 hidden layers, 243 parameters", (3, 243)),
    ),
    reference=solutions.widest,
    correct=(
        by_formula,
        search(solutions.num_parameters),
        lambda *given: float(solutions.widest(*given)),
    ),
    mistakes=MISTAKES,
    seconds=2.0,
)
