"""Exercise 14.1 of notebook 14: three words for speed."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.second_order_methods import solutions

WORDS_FOR_SPEED = Exercise(
    number="14.1",
    name="kinds_of_convergence",
    title="Three words for speed",
    level="read",
    hints=(
        "Section 14.2 says what the three words mean. Count correct digits: a distance of 1e-4 is "
        "four of them. What does each step of a run gain: as many digits as the step before, more "
        "and more, or as many as there were already?",
        "Write the number of digits of each run in a row; for A it is 1, 2, 4, 8. In C, 3e-4 lies "
        "between 1e-3 and 1e-4 and is about 3.5 digits, 3e-6 about 5.5. Then look at the "
        "differences.",
        "In one run the difference is 1 in each step. In another the number of digits doubles with "
        "each step. In the third the differences grow, but the digits do not double. Now give each "
        "its word; A comes first.",
    ),
    learned="look at what each step gains: the same digits, more digits, or twice the digits",
    cases=(Case("the convergence of runs A, B and C"),),
    reference=solutions.kinds_of_convergence,
    correct=(
        ["Quadratic", "LINEAR", " superlinear"],
        np.array(["quadratic", "linear", "superlinear"]),
    ),
    mistakes=(
        Mistake(
            "A and C exchanged",
            ("superlinear", "linear", "quadratic"),
            "B is right. Look at the exponents of A and of C: in one of them each is twice the one "
            "before.",
        ),
        Mistake(
            "A is superlinear",
            ("superlinear", "linear", "superlinear"),
            "True of A, and there is a sharper word: its exponents are 1, 2, 4, 8.",
        ),
        Mistake(
            "C is quadratic",
            ("quadratic", "linear", "quadratic"),
            "A and B are right. For C, try it: would squaring 3e-4 give 3e-6?",
        ),
        Mistake(
            "C is linear",
            ("quadratic", "linear", "linear"),
            "A and B are right. In C the ratio of neighbours is a tenth at first. What is it at "
            "the end?",
        ),
        Mistake(
            "all linear",
            ("linear", "linear", "linear"),
            "True of all three, but the sharpest word for only one of them. In the others the "
            "ratio of neighbours falls from step to step.",
        ),
        Mistake(
            "takes a constant ratio for superlinear",
            ("quadratic", "superlinear", "linear"),
            "In B each step gains one digit, always one. Which word means that?",
        ),
        Mistake(
            "B is superlinear",
            ("quadratic", "superlinear", "superlinear"),
            "A and C are right. In B the ratio of neighbours is the same in every step: does it "
            "fall?",
        ),
        Mistake(
            "B is quadratic",
            ("quadratic", "quadratic", "superlinear"),
            "A and C are right. In B each step gains as many digits as the one before. Would "
            "squaring 1e-3 give 1e-4?",
        ),
        Mistake(
            "A is linear",
            ("linear", "linear", "superlinear"),
            "B and C are right. True of A, and there is a sharper word: how do its exponents grow "
            "from step to step?",
        ),
    ),
)
