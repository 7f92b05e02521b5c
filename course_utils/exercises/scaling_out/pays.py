"""Exercise 12.7 of notebook 12: which trainings are worth eight workers."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.scaling_out import solutions

RIGHT = solutions.eight_workers

# The hint for each training and each wrong word for it.
HINTS = {
    ("A", "little"): "Training A: 5 ms of work are left for each, and how many of sending?",
    ("A", "slower"): "Training A: two gradients less a quarter are 1.75 MB. How long do they take?",
    ("B", "well"): "Training B: is the time for sending counted? It sends 175 MB.",
    ("B", "little"): "Training B: the work falls to 5 ms. How long do 175 MB take at 1 MB per ms?",
    ("C", "well"): "Training C: 100 ms cannot be shared. What is the least that a step can take?",
    ("C", "slower"): "Training C: 100 ms stay, 300 ms are shared, and 17.5 ms are added.",
    ("D", "little"): "Training D has the gradient of C, and nothing that cannot be shared.",
    ("D", "slower"): "Training D: 400 ms become 50, and how many are added for sending?",
    ("E", "well"): "Training E: it sends 700 MB. Is that little beside 500 ms of work?",
    ("E", "slower"): "Training E: 500 ms of work are left for each, and 700 of sending. Before?",
    ("F", "well"): "Training F: how long does each step take, if 30 of its 40 ms stay as they are?",
    ("F", "slower"): "Training F: 30 ms stay, 10 are shared, 1.75 are added. And before?",
}


EIGHT_WORKERS = Exercise(
    number="12.7",
    name="eight_workers",
    title="Worth eight workers?",
    level="read",
    hints=(
        "The step of eight workers has three parts: what cannot be shared, an eighth of the rest, "
        "and the ring. Which part is the largest in each training?",
        "With eight workers each sends 2 · 7/8 = 1.75 gradients. Divide the MB by the MB per ms.",
        "A: 0 + 40/8 + 1.75/1 = 6.75 ms in place of 40. Do the same for the others.",
    ),
    learned="eight workers help where the work is large beside what is sent and what stays",
    cases=(Case("the words for trainings A to F"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "one word",
            "slower",
            "Six words are asked for, one for each training, in a tuple.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
