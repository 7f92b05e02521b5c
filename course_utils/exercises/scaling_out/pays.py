"""Exercise 12.7 of notebook 12: which trainings are worth eight workers."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.scaling_out import solutions

RIGHT = solutions.eight_workers

# The hint for each training and each wrong word for it.
HINTS = {
    ("A", "little"): "Training A: all of its work is shared. Does the ring take long beside it?",
    ("A", "slower"): "Training A: how long does the ring take for 1 MB at 1 MB per ms?",
    ("B", "well"): "Training B: is the time for sending counted?",
    ("B", "little"): "Training B: how long does the ring take for 100 MB at 1 MB per ms?",
    (
        "C",
        "well",
    ): "Training C: what is the least that its step can take, with many workers?",
    ("C", "slower"): "Training C: most of its work is shared. How much does its connection add?",
    ("D", "little"): "Training D has the gradient and the connection of C. What does it not have?",
    ("D", "slower"): "Training D: how long does the ring take for 100 MB at 10 MB per ms?",
    ("E", "well"): "Training E: which takes longer with eight workers, the work or the ring?",
    ("E", "slower"): "Training E: add up the work and the ring. How long did the step take before?",
    ("F", "well"): "Training F: which part of its step stays, however many workers there are?",
    ("F", "slower"): "Training F: its ring is short. Is it longer than what is saved?",
}


EIGHT_WORKERS = Exercise(
    number="12.7",
    name="eight_workers",
    title="Worth eight workers?",
    level="read",
    hints=(
        "Section 12.9 adds up three parts: what cannot be shared, the shared work divided by the "
        "workers, and the ring. Which part is the largest in each training?",
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
