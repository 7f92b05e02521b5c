"""Exercises 1.1 and 1.3 of notebook 01, for paper: a mean squared error, the shape of a difference.

Any text, any tuple or any number given in place of another kind gets the same hint: see `alike` in
`course_utils.checks.mistakes`.
"""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.number_mistakes import MEAN_SQUARED_ERROR_MISTAKES
from course_utils.exercises.parameter_estimation.shape_mistakes import BROADCAST_SHAPE_MISTAKES

MEAN_SQUARED_ERROR = Exercise(
    number="1.1",
    name="mean_squared_error",
    title="A mean squared error by hand",
    level="read",
    hints=(
        "Section 1.4 makes one number of many misses: each miss is squared, and then comes the "
        "mean. Do the same with the three misses of this task.",
        "Write the three pairs one below the other: 2 and 1, 4 and 4, 7 and 9. The miss is the "
        "prediction minus the measurement. Beside each miss write its square.",
        "Python can do the sum. The square of the first miss is `(2 - 1) ** 2`. Add the squares "
        "of all three misses, put parentheses around that, and divide by how many there are.",
    ),
    learned="misses first, then squares, then their mean: 1, 0 and 4 give 5/3",
    cases=(
        Case("the mean squared error of the predictions (2, 4, 7) where (1, 4, 9) was measured"),
    ),
    reference=solutions.mean_squared_error,
    correct=(5 / 3, torch.tensor([1.0, 0.0, 4.0]).mean(), Fraction(5, 3), 1.667, 1.6667),
    mistakes=MEAN_SQUARED_ERROR_MISTAKES,
    rtol=1e-3,  # four digits are enough for an answer worked out on paper
)

BROADCAST_SHAPE = Exercise(
    number="1.3",
    name="shape_of_difference",
    title="A difference that grows",
    level="read",
    hints=(
        "Section 1.5 gives the rule for two shapes that meet. It holds for a minus as it does for "
        "a product. Take paper, and write the two shapes one above the other.",
        "Flush right: the last sizes stand one above the other. The shape of `y_hat` has two "
        "sizes and that of `y` has one, so `y` gets a 1 in front.",
        "Now `(11, 1)` stands above `(1, 11)`. Take the axes one by one. Along each of them the "
        "result has the larger of the two sizes.",
    ),
    learned="(11, 1) meets (11,): every prediction meets every target, without an error",
    cases=(Case("the shape of y_hat − y, for y_hat of shape (11, 1) and y of shape (11,)"),),
    reference=solutions.shape_of_difference,
    correct=(
        torch.Size([11, 11]),
        [11, 11],
        (11.0, 11.0),
        (torch.zeros(11, 1) - torch.zeros(11)).shape,
    ),
    mistakes=BROADCAST_SHAPE_MISTAKES,
)
