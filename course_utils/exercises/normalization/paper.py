"""Exercise 2.2 of notebook 02: a Hessian, its curvatures and a number of epochs by hand."""

from __future__ import annotations

import numpy as np
import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.paper_mistakes import EPOCH_MISTAKES, KAPPA_MISTAKES

CURVATURES_ON_PAPER = Exercise(
    number="2.2",
    name="kappa_and_epochs",
    title="Curvatures on paper",
    level="read",
    hints=(
        "Section 2.4 has the formula of the Hessian: twice a table of the mean square of the "
        "readings, their mean (two times), and 1. Section 2.6 makes κ and a number of epochs of "
        "the two curvatures.",
        "The mean of 0, 0, 2, 4 is 1.5, and the mean of their squares is 5. Multiply H with "
        "(3, 1): both entries must come out as the same multiple of 3 and of 1. This "
        "multiple is the curvature. Then the same for (1, −3).",
        "H is 10, 3 in the first row and 3, 2 in the second. With κ comes ρ = (κ − 1)/(κ + 1), "
        "and the excess is multiplied by ρ² in each epoch. After how many epochs is it below "
        "1/100 for the first time?",
    ),
    learned="two means give H, H gives two curvatures, and their ratio the time",
    cases=(Case("κ, and the number of epochs, for the readings 0, 0, 2 and 4"),),
    reference=solutions.kappa_and_epochs,
    correct=([11, 13], (11.0, 13.0), torch.tensor([11, 13]), np.array([11.0, 13.0])),
    mistakes=(
        *KAPPA_MISTAKES,  # first, for a wrong κ takes the epochs along
        *EPOCH_MISTAKES,
        Mistake(
            "exchanged",
            (13, 11),
            "Both numbers are right. κ comes first, then the epochs.",
        ),
        Mistake(
            "both curvatures",
            (11, 1),
            "These are the two curvatures. Their ratio, κ, is the first number that is asked for; "
            "the second is a number of epochs.",
        ),
        Mistake(
            "both curvatures, ascending",
            (1, 11),
            "1 and 11 are the two curvatures. Their ratio, κ, is the first number that is asked "
            "for, and a number of epochs the second.",
        ),
    ),
    rtol=1e-2,
)
