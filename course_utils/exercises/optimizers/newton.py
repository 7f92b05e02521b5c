"""Exercise 4.7 of notebook 04: a step of Newton's."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import saying
from course_utils.exercises.optimizers.astray import NEWTON, in_valleys
from course_utils.exercises.optimizers.newton_mistakes import MISTAKES


def newton_step(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    """Return params − H⁻¹ g, where `params` and `grad` have shape (P,) and `hessian` (P, P)."""
    return params - torch.linalg.solve(hessian, grad)


def _by_inverse(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    return params - torch.linalg.inv(hessian) @ grad


def _by_column(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    return params + torch.linalg.solve(hessian, -grad.reshape(-1, 1)).squeeze(1)


_TILTED = torch.tensor([[4.0, 1.0], [1.0, 2.0]])
_THREE = torch.tensor([[5.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 2.0]])
_SADDLE = torch.tensor([[1.0, 2.0], [2.0, -1.0]])

NEWTON_STEP = Exercise(
    number="4.7",
    title="A step of Newton's",
    level="build",
    learned="on a quadratic one step is enough, however narrow and tilted the valley",
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
            lambda answer: in_valleys(answer, newton_step),
        ),
    ),
    reference=newton_step,
    correct=(_by_inverse, _by_column),
    mistakes=(*MISTAKES, *(saying(newton_step, place, hint) for place, hint in NEWTON.items())),
)
