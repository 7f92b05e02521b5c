"""Exercise 12.4 of notebook 12: averaging the gradients of unequal shares."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.scaling_out import solutions
from course_utils.exercises.scaling_out.average_mistakes import MISTAKES
from course_utils.exercises.scaling_out.averages import average, by_loop

NAN = float("nan")
EQUAL = (torch.tensor([[1.0, 2.0, -1.0], [3.0, -2.0, 5.0]]), torch.tensor([4, 4]))
UNEQUAL = (torch.tensor([[1.0, 2.0], [4.0, -2.0], [0.5, 9.0]]), torch.tensor([3, 2, 1]))
SQUARE = (
    torch.tensor([[1.0, 2.0, 7.0], [4.0, -2.0, 0.5], [3.0, 9.0, -6.0]]),
    torch.tensor([5, 1, 1]),
)
ONE = (torch.tensor([[2.0, -3.0]]), torch.tensor([7]))
EMPTY_LAST = (torch.tensor([[3.0, -1.0], [7.0, 2.0], [NAN, 1e9]]), torch.tensor([2, 5, 0]))
DIVERGED = (torch.tensor([[NAN, 1.0], [NAN, NAN], [2.0, 4.0]]), torch.tensor([2, 0, 3]))
EMPTY = (torch.tensor([[NAN, NAN], [2.0, -6.0], [5.0, 1.0]]), torch.tensor([0, 1, 3]))

WEIGHTED_AVERAGE = Exercise(
    number="12.4",
    name="average_gradient",
    title="The gradient of a batch from unequal shares",
    level="build",
    hints=(
        "Section 12.4 has the formula for unequal shares: each gradient counts with the size of "
        "its share, divided by the size of the whole batch. Work it out on paper for two shares, "
        "of 3 examples and of 1.",
        "A weight of 0 is not enough for an empty share: its row may hold `nan`, and 0 times `nan` "
        "is `nan`. `torch.where(condition, gradients, 0)` puts zeros where a condition is false. "
        "`(sizes > 0)[:, None]` is such a condition, a column with a truth value for each row.",
        "First `rows = torch.where((sizes > 0)[:, None], gradients, 0)` and "
        "`weights = sizes / sizes.sum()`. Then each row is multiplied by its weight, and the rows "
        "are added up.",
    ),
    learned="each share counts by its examples, and an empty one not at all",
    cases=(
        Case("two shares of 4 examples", EQUAL),
        Case("shares of 3, 2 and 1 examples", UNEQUAL),
        Case("shares of 5, 1 and 1 examples, three parameters", SQUARE),
        Case("a single worker with 7 examples", ONE),
        Case("shares of 2, 5 and 0 examples, the empty one with nan and 1e9", EMPTY_LAST),
        Case("shares of 0, 1 and 3 examples, the empty one with nan", EMPTY),
        Case("shares of 2, 0 and 3 examples, the first two with nan", DIVERGED),
    ),
    reference=solutions.average_gradient,
    correct=(average, by_loop),
    mistakes=MISTAKES,
)
