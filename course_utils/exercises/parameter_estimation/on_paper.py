"""Exercise 1.3 of notebook 01, for paper: the shape of a difference.

Any text, any tuple or any number given in place of another kind gets the same hint: see `alike` in
`course_utils.checks.mistakes`.
"""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.shape_mistakes import BROADCAST_SHAPE_MISTAKES

BROADCAST_SHAPE = Exercise(
    number="1.3",
    name="shape_of_difference",
    title="A difference that grows",
    level="read",
    hints=(
        "Section 1.4 gives the rule for two shapes that meet. It holds for a minus as it does for "
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
