"""Exercise 13.1 of notebook 13: six sums in float32, exact, rounded or lost."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.floating_point import solutions

RIGHT = solutions.six_sums

# The hint for each sum and each wrong word for it.
HINTS = {
    (
        "A",
        "rounded",
    ): "Sum A is 0.75, which is 0.11 in binary. How many digits is that?",
    ("A", "lost"): "Sum A is 0.75. Is that 0.5, or does it fall into a gap at all?",
    ("B", "exact"): "Sum B would need the number 1,000.00001. How far apart are numbers at 1,000?",
    (
        "B",
        "rounded",
    ): "Sum B: half of the gap at 1,000 is 3e-5. To which end of its gap is it nearer?",
    (
        "C",
        "exact",
    ): "Sum C would be odd, and the gap from 16,777,216 on is 2. Which numbers are there?",
    (
        "C",
        "lost",
    ): "Sum C: 3 is more than the gap of 2 there. Can the nearest number be the first one?",
    ("D", "exact"): "Sum D: at 100,000,000 the gap is 8. Is the result of D one of these numbers?",
    ("D", "rounded"): "Sum D: at 100,000,000 the gap is 8. To which end of it is 3 nearer?",
    ("E", "exact"): "Sum E: at 100,000,000 the gap is 8. Is the result of E one of these numbers?",
    ("E", "lost"): "Sum E: at 100,000,000 the gap is 8. Is 5 nearer to 0 or to 8?",
    ("F", "rounded"): "Sum F: float32 has 23 binary digits after the point. How many does F need?",
    ("F", "lost"): "Sum F: 2 to the power of −20 is about 1e-6. How large is the gap after 1?",
}


SIX_SUMS = Exercise(
    number="13.1",
    name="six_sums",
    title="Six sums",
    level="read",
    hints=(
        "Draw the larger number of each sum as a mark on a line, and the next number of the format "
        "as a second mark. The output of section 13.1 has the distance between the two. "
        "Where between the marks, or beyond them, does the exact sum lie?",
        "Compare what is added with half of the gap. Less than half: the nearest number is the "
        "first one. More: it is another one, and the sum is exact only if it is a mark itself. C "
        "lies in the middle of two marks. Is the first number one of them?",
        "At 1,000 the gap is 6e-5, at 16,777,216 it is 2, at 100,000,000 it is 8. For A and F "
        "count binary digits: 0.75 has two, and 2 to the power of −20 stands at place 20.",
    ),
    learned="compare what is added with half of the gap at the sum",
    cases=(Case("what becomes of sums A to F"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "all small ones lost",
            ("exact", "lost", "lost", "lost", "lost", "lost"),
            "Not everything small is lost. Compare it with half of the gap at the sum, in C, E and "
            "F.",
        ),
        Mistake(
            "all rounded but A",
            ("exact", "rounded", "rounded", "rounded", "rounded", "rounded"),
            'Where the nearest number is the first one again, the word is "lost".',
        ),
        Mistake(
            "as results",
            (0.75, 1000.0, 16777220.0, 100000000.0, 100000008.0, 1 + 2**-20),
            "These are the results. Compare each with the exact sum, and give a word.",
        ),
        Mistake(
            "one word",
            "exact",
            "Six words are asked for, one for each sum, in a tuple.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
