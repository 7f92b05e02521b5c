"""Exercise 2.1 of notebook 02: which learning rates converge, and which is the fastest."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.rate_mistakes import RATE_MISTAKES

RATES = Exercise(
    number="2.1",
    name="how_many_and_fastest",
    title="Four learning rates",
    level="read",
    hints=(
        "Section 2.1: each step multiplies the distance along a direction by 1 − ηλ, rate times "
        "curvature. Between −1 and 1 the distance shrinks. Here are two directions, so each rate "
        "has two such factors.",
        "First the count: the steep direction decides which rates converge. Then take those that "
        "do, and work out both factors of each. After many epochs nearly all that is "
        "left belongs to the slower of the two directions.",
        "At 0.01 the factors are 1 − 0.01·50 = 0.5 and 1 − 0.01·0.5 = 0.995, so in the end each "
        "epoch leaves 0.995 of the distance. Do the same for the other three rates. A minus in "
        "front of a factor does not count here.",
    ),
    learned="the steep direction sets the limit, 2/50; at these rates the gentle one sets the pace",
    cases=(
        Case("curvatures 50 and 0.5: how many rates converge, and the fastest in the long run"),
    ),
    reference=solutions.how_many_and_fastest,
    correct=([3, 0.038], (3.0, 0.038), (torch.tensor(3), torch.tensor(0.038)), (3, 0.04 - 0.002)),
    mistakes=RATE_MISTAKES,
    rtol=1e-3,
)
