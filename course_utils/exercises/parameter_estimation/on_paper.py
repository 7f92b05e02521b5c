"""Exercises 1.1 and 1.3 of notebook 01, for paper: a mean squared error, the shape of a difference.

Any text, any tuple or any number given in place of another kind gets the same hint: see `alike` in
`course_utils.checks.mistakes`.
"""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation.number_mistakes import MEAN_SQUARED_ERROR_MISTAKES
from course_utils.exercises.parameter_estimation.shape_mistakes import BROADCAST_SHAPE_MISTAKES

MEAN_SQUARED_ERROR = Exercise(
    number="1.1",
    title="A mean squared error by hand",
    level="read",
    learned="misses first, then squares, then their mean: 1, 0 and 4 give 5/3",
    cases=(
        Case("the mean squared error of the predictions (2, 4, 7) where (1, 4, 9) was measured"),
    ),
    reference=5 / 3,
    correct=(torch.tensor([1.0, 0.0, 4.0]).mean(), Fraction(5, 3), 1.667, 1.6667),
    mistakes=MEAN_SQUARED_ERROR_MISTAKES,
    rtol=1e-3,  # four digits are enough for an answer worked out on paper
)

BROADCAST_SHAPE = Exercise(
    number="1.3",
    title="A difference that grows",
    level="read",
    learned="(11, 1) meets (11,): every prediction meets every target, without an error",
    cases=(Case("the shape of y_hat − y, for y_hat of shape (11, 1) and y of shape (11,)"),),
    reference=(11, 11),
    correct=(
        torch.Size([11, 11]),
        [11, 11],
        (11.0, 11.0),
        (torch.zeros(11, 1) - torch.zeros(11)).shape,
    ),
    mistakes=BROADCAST_SHAPE_MISTAKES,
)
