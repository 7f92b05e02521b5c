"""Exercise 14.3 of notebook 14: a step of Newton's."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import saying
from course_utils.exercises.second_order_methods import solutions
from course_utils.exercises.second_order_methods.astray import NEWTON, in_valleys
from course_utils.exercises.second_order_methods.newton_mistakes import MISTAKES


def _by_inverse(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    return params - torch.linalg.inv(hessian) @ grad


def _by_column(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    return params + torch.linalg.solve(hessian, -grad.reshape(-1, 1)).squeeze(1)


_TILTED = torch.tensor([[4.0, 1.0], [1.0, 2.0]])
_THREE = torch.tensor([[5.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 2.0]])
_SADDLE = torch.tensor([[1.0, 2.0], [2.0, -1.0]])

NEWTON_STEP = Exercise(
    number="14.3",
    name="newton_step",
    title="A step of Newton's",
    level="build",
    hints=(
        "Section 14.4 has the formula, H s = −g. The step s is a vector of shape (P,). So find s "
        "first; then add it to the parameters. (Or solve H s = g, and subtract.)",
        "`torch.linalg.solve(A, b)` returns the vector x for which A x = b. Which of the arguments "
        "of `newton_step` is the matrix, and which stands on the right side?",
        "With one parameter it is a division: at 3, with slope 5 and curvature 2, the step leads "
        "to 3 − 5/2. With several, `solve` takes the place of the division. The whole function is "
        "a single line, which begins with `return params -`.",
    ),
    learned="in a bowl one step is enough except for rounding, in a narrow and tilted one too",
    cases=(
        Case(
            "one parameter: at 3, slope 5, curvature 2",
            (torch.tensor([3.0]), torch.tensor([5.0]), torch.tensor([[2.0]])),
        ),
        Case(
            "curvatures 1 and 100, no tilt, at (1, 1), gradient (3, 50)",
            (torch.ones(2), torch.tensor([3.0, 50.0]), torch.diag(torch.tensor([1.0, 100.0]))),
        ),
        Case(
            "a tilted valley with its bottom at (0.5, 1), from (1, −2)",
            (torch.tensor([1.0, -2.0]), _TILTED @ torch.tensor([0.5, -3.0]), _TILTED),
        ),
        Case(
            "three parameters at (1, 0.5, −1), gradient (1, 2, 3)",
            (torch.tensor([1.0, 0.5, -1.0]), torch.tensor([1.0, 2.0, 3.0]), _THREE),
        ),
        Case(
            "negative curvature: the step goes to the maximum",
            (torch.tensor([0.5]), torch.tensor([-3.0]), torch.tensor([[-4.0]])),
        ),
        Case(
            "a tilted saddle at (2, −1), gradient (1, 1)",
            (torch.tensor([2.0, -1.0]), torch.tensor([1.0, 1.0]), _SADDLE),
        ),
        Case(
            "valley after valley, from the simplest",
            (),
            lambda answer: in_valleys(answer, solutions.newton_step),
        ),
    ),
    reference=solutions.newton_step,
    correct=(_by_inverse, _by_column),
    mistakes=(
        *MISTAKES,
        *(saying(solutions.newton_step, place, hint) for place, hint in NEWTON.items()),
    ),
)
