"""The mistakes of exercise 14.3 of notebook 14: steps that are not Newton's."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake

_solve = torch.linalg.solve


def _in_place(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    params -= torch.linalg.solve(hessian, grad)
    return params


def _by_sizes(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    curvatures, axes = torch.linalg.eigh(hessian)
    return params - axes @ ((axes.T @ grad) / curvatures.abs())


def _by_cholesky(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    return params - torch.cholesky_solve(grad[:, None], torch.linalg.cholesky(hessian))[:, 0]


def _made_positive(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    hessian.diagonal().abs_()
    return params - torch.linalg.solve(hessian, grad)


MISTAKES = (
    Mistake(
        "ignores the tilt",
        lambda params, grad, hessian: params - grad / hessian.diagonal(),
        "Dividing by the diagonal gives each parameter its own rate and ignores the tilt, which "
        "is in the other entries of H.",
    ),
    Mistake(
        "ignores the tilt and the signs",
        lambda params, grad, hessian: params - grad / hessian.diagonal().abs(),
        "Only the sizes on the diagonal are used: the tilt is in the other entries of H, and "
        "negative curvature has a sign.",
    ),
    Mistake(
        "the wrong sign",
        lambda params, grad, hessian: params + _solve(hessian, grad),
        "The step is as long as it should be and leads the other way.",
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
        "multiplies entry by entry",
        lambda params, grad, hessian: params - hessian.inverse() * grad,
        "`*` multiplies entry by entry, and a matrix of shape (P, P) remains. What multiplies "
        "a matrix with a vector?",
    ),
    Mistake(
        "inverts entry by entry",
        lambda params, grad, hessian: params - (1 / hessian) @ grad,
        "1 / hessian inverts each entry, and 0 becomes inf. The inverse of a matrix is "
        "something else, and not needed here.",
    ),
    Mistake(
        "subtracts a column",
        lambda params, grad, hessian: params - _solve(hessian, grad[:, None]),
        "From a column `solve` gives back a column, (P, 1), and (P,) minus (P, 1) broadcasts "
        "to (P, P). A gradient of shape (P,) will do as it is.",
    ),
    Mistake(
        "exchanges the arguments of solve",
        lambda params, grad, hessian: params - _solve(grad, hessian),
        "`solve` takes the matrix first, and then what the system should give.",
    ),
    Mistake(
        "returns the step alone",
        lambda params, grad, hessian: -_solve(hessian, grad),
        "This is the step. Where does it lead from `params`?",
    ),
    Mistake(
        "returns the solution alone",
        lambda params, grad, hessian: _solve(hessian, grad),
        "This is the solution of the system. What has it to do with `params`?",
    ),
    Mistake(
        "plain descent",
        lambda params, grad, hessian: params - grad,
        "The Hessian is not used: this is plain descent with a learning rate of 1.",
    ),
    Mistake(
        "half a step",
        lambda params, grad, hessian: params - 0.5 * _solve(hessian, grad),
        "The direction is right. The step is half as long as Newton's.",
    ),
    Mistake(
        "a tenth of the step",
        lambda params, grad, hessian: params - 0.1 * _solve(hessian, grad),
        "The direction is right. The step is a tenth of Newton's: it needs no learning rate.",
    ),
    Mistake(
        "twice the step",
        lambda params, grad, hessian: params - 2 * _solve(hessian, grad),
        "The direction is right. The step is twice as long as Newton's.",
    ),
    Mistake(
        "brackets",
        lambda params, grad, hessian: _solve(hessian, params - grad),
        "Here the parameters are divided by the Hessian as well: only the gradient should be.",
    ),
    Mistake(
        "solves for the parameters",
        lambda params, grad, hessian: params - _solve(hessian, params),
        "The system is solved for `params`. What should stand on its right side?",
    ),
    Mistake(
        "divides twice",
        lambda params, grad, hessian: params - _solve(hessian @ hessian, grad),
        "The gradient is divided by the Hessian twice.",
    ),
    Mistake(
        "sums of rows",
        lambda params, grad, hessian: params - grad / hessian.sum(dim=1),
        "Each entry is divided by the sum of a row. That is not the solution of H s = g.",
    ),
    Mistake(
        "the determinant",
        lambda params, grad, hessian: params - grad / hessian.det(),
        "The determinant is one number for all directions. In each direction the curvature is "
        "another one.",
    ),
    Mistake(
        "the length of H",
        lambda params, grad, hessian: params - grad / hessian.norm(),
        "The norm is one number for all directions, and never negative. In each direction the "
        "curvature is another one.",
    ),
    Mistake(
        "the first curvature",
        lambda params, grad, hessian: params - grad / hessian[0, 0],
        "Only one entry of the Hessian is used: in the other directions the curvature is "
        "another one.",
    ),
    Mistake(
        "damped",
        lambda params, grad, hessian: params - _solve(hessian + 0.1 * torch.eye(len(grad)), grad),
        "Something is added to the diagonal of H. A sensible safeguard, but then it is not "
        "Newton's step.",
    ),
    Mistake(
        "writes into params",
        _in_place,
        "`params -= …` writes into the caller's tensor. Return a new one.",
    ),
    Mistake(
        "writes into the Hessian",
        _made_positive,
        "The Hessian is another one afterwards: leave it as it is, negative curvature too.",
    ),
    Mistake(
        "takes the size of the curvature",
        _by_sizes,
        "A sensible safeguard against negative curvature, but it is not Newton's step, which "
        "goes to the maximum here.",
    ),
    Mistake(
        "takes the size of each entry",
        lambda params, grad, hessian: params - _solve(hessian.abs(), grad),
        "The signs of the entries of H are lost: they belong to the curvature and to the tilt.",
    ),
    Mistake(
        "Cholesky",
        _by_cholesky,
        "The Cholesky factorization needs curvature that is positive in every direction. "
        "`solve` does not.",
    ),
    Mistake(
        "returns params",
        lambda params, grad, hessian: params.clone(),
        "This is where the step begins. Where does it lead?",
    ),
    Mistake(
        "always 0",
        lambda params, grad, hessian: torch.zeros_like(params),
        "The bottom is not always at 0: it depends on where you are, on the gradient and on "
        "the curvature.",
    ),
)
