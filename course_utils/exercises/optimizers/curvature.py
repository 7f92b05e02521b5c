"""Exercises 4.6 and 4.7 of notebook 04: three words for speed, and a step of Newton's."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

WORDS_FOR_SPEED = Exercise(
    number="4.6",
    title="Three words for speed",
    level="read",
    learned="look at what each step gains: the same digits, more digits, or twice the digits",
    cases=(Case("the convergence of runs A, B and C"),),
    reference=("quadratic", "linear", "superlinear"),
    correct=(["quadratic", "linear", "superlinear"], ("quadratic", "linear", "superlinear")),
    mistakes=(
        Mistake(
            "A and C exchanged",
            ("superlinear", "linear", "quadratic"),
            "B is right. Look at the exponents of A and of C: in one of them each is twice the one "
            "before.",
        ),
        Mistake(
            "A is superlinear",
            ("superlinear", "linear", "superlinear"),
            "True of A, and there is a sharper word: its exponents are 1, 2, 4, 8.",
        ),
        Mistake(
            "C is quadratic",
            ("quadratic", "linear", "quadratic"),
            "A and B are right. For C, try it: would squaring 3e-4 give 3e-6?",
        ),
        Mistake(
            "C is linear",
            ("quadratic", "linear", "linear"),
            "A and B are right. In C the ratio of neighbours is a tenth at first. What is it at "
            "the end?",
        ),
        Mistake(
            "all linear",
            ("linear", "linear", "linear"),
            "True of one of them. In the others the ratio of neighbours does not stay the same.",
        ),
        Mistake(
            "takes a constant ratio for superlinear",
            ("quadratic", "superlinear", "linear"),
            "In B each step gains one digit, always one. Which word means that?",
        ),
    ),
)


def newton_step(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    """Return params − H⁻¹ g, where `params` and `grad` have shape (P,) and `hessian` (P, P)."""
    return params - torch.linalg.solve(hessian, grad)


def _by_inverse(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    return params - torch.linalg.inv(hessian) @ grad


def _by_column(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    return params + torch.linalg.solve(hessian, -grad.reshape(-1, 1)).squeeze(1)


def _in_place(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    params -= torch.linalg.solve(hessian, grad)
    return params


_TILTED = torch.tensor([[4.0, 1.0], [1.0, 2.0]])
_THREE = torch.tensor([[5.0, 1.0, 0.5], [1.0, 3.0, -1.0], [0.5, -1.0, 2.0]])

NEWTON_STEP = Exercise(
    number="4.7",
    title="A step of Newton's",
    level="build",
    learned="on a quadratic one step is enough, however narrow and tilted the valley",
    cases=(
        Case(
            "one parameter: at 3, slope 6, curvature 2",
            (torch.tensor([3.0]), torch.tensor([6.0]), torch.tensor([[2.0]])),
        ),
        Case(
            "curvatures 1 and 100, no tilt, at (1, 1)",
            (torch.ones(2), torch.tensor([1.0, 100.0]), torch.diag(torch.tensor([1.0, 100.0]))),
        ),
        Case(
            "a tilted valley with its bottom at (0, 0), from (1, −2)",
            (
                torch.tensor([1.0, -2.0]),
                _TILTED @ torch.tensor([1.0, -2.0]),
                _TILTED,
            ),
        ),
        Case(
            "three parameters, gradient (1, 2, 3)",
            (torch.zeros(3), torch.tensor([1.0, 2.0, 3.0]), _THREE),
        ),
        Case(
            "negative curvature: the step goes to the maximum",
            (torch.tensor([0.5]), torch.tensor([-2.0]), torch.tensor([[-4.0]])),
        ),
    ),
    reference=newton_step,
    correct=(_by_inverse, _by_column),
    mistakes=(
        Mistake(
            "ignores the tilt",
            lambda params, grad, hessian: params - grad / hessian.diagonal(),
            "Dividing by the diagonal gives each parameter its own rate, as Adam does, and ignores "
            "the tilt, which is in the other entries of H.",
        ),
        Mistake(
            "the wrong sign",
            lambda params, grad, hessian: params + torch.linalg.solve(hessian, grad),
            "The step has the right length and leads the other way.",
        ),
        Mistake(
            "multiplies by H",
            lambda params, grad, hessian: params - hessian @ grad,
            "The gradient is multiplied by the Hessian where it should be divided by it: look for "
            "the s with H s = g.",
        ),
        Mistake(
            "divides entry by entry",
            lambda params, grad, hessian: params - grad / hessian,
            "grad / hessian divides entry by entry and broadcasts (P,) against (P, P). What is "
            "meant is a system of equations.",
        ),
        Mistake(
            "subtracts a column",
            lambda params, grad, hessian: params - torch.linalg.solve(hessian, grad[:, None]),
            "From a column `solve` gives back a column, (P, 1), and (P,) minus (P, 1) broadcasts "
            "to (P, P). A gradient of shape (P,) will do as it is.",
        ),
        Mistake(
            "returns the step alone",
            lambda params, grad, hessian: -torch.linalg.solve(hessian, grad),
            "This is the step. Where does it lead from `params`?",
        ),
        Mistake(
            "plain descent",
            lambda params, grad, hessian: params - grad,
            "The Hessian is not used: this is plain descent with a learning rate of 1.",
        ),
        Mistake(
            "writes into params",
            _in_place,
            "`params -= …` writes into the caller's tensor. Return a new one.",
        ),
        Mistake(
            "takes the size of the curvature",
            lambda params, grad, hessian: (
                params
                - torch.linalg.solve(hessian if hessian.diagonal().min() > 0 else -hessian, grad)
            ),
            "A sensible safeguard against negative curvature, but it is not Newton's step, which "
            "goes to the maximum here.",
        ),
    ),
)
