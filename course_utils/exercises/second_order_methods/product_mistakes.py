"""The mistakes of exercise 14.5 of notebook 14: products that are not the Hessian times v."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Mistake

Product = Callable[[Tensor, Tensor, Tensor], Any]  # of gradient, watched parameters and v


def _grad(number: Tensor, params: Tensor) -> Tensor:
    (slopes,) = torch.autograd.grad(number, params)
    return slopes


def twice(product: Product, create_graph: bool = True) -> Callable:
    """Return an answer that takes the first gradient rightly and then goes on as handed in."""

    def answer(loss_fn: Callable, params: Tensor, v: Tensor) -> Any:
        watched = params.detach().clone().requires_grad_()
        (grad,) = torch.autograd.grad(loss_fn(watched), watched, create_graph=create_graph)
        return product(grad, watched, v)

    return answer


def by_matrix(product: Callable[[Tensor, Tensor], Any]) -> Callable:
    """Return an answer that makes something of the whole Hessian and v."""
    return lambda loss_fn, params, v: product(torch.autograd.functional.hessian(loss_fn, params), v)


def _gradient(loss_fn: Callable, params: Tensor) -> Tensor:
    return torch.autograd.functional.jacobian(loss_fn, params)


def by_difference(step: float, per: float) -> Callable:
    """Return an answer that divides the change of the gradient over a step along v by `per`."""
    return lambda loss_fn, params, v: (
        (_gradient(loss_fn, params + step * v) - _gradient(loss_fn, params)) / per
    )


def _moves_params(loss_fn: Callable, params: Tensor, v: Tensor) -> Tensor:
    before = _gradient(loss_fn, params)
    params += 1e-6 * v
    return (_gradient(loss_fn, params) - before) / 1e-6


MISTAKES = (
    Mistake(
        "the gradient",
        twice(lambda grad, params, v: grad.detach()),
        "This is the gradient. v has not been used yet.",
    ),
    Mistake(
        "the slope along v",
        twice(lambda grad, params, v: (grad @ v).detach()),
        "This is the gradient times v, one number, the slope along v. Its gradient is what is "
        "asked for.",
    ),
    Mistake(
        "the gradient times v, entry by entry",
        twice(lambda grad, params, v: (grad * v).detach()),
        "This multiplies gradient and v entry by entry, and no second derivative is in it.",
    ),
    Mistake(
        "forgets create_graph",
        twice(lambda grad, params, v: _grad(grad @ v, params), create_graph=False),
        "Nothing leads back. Is there a tensor that autograd watches, and was the first call told "
        "to record how the gradient was computed?",
    ),
    Mistake(
        "without v",
        twice(lambda grad, params, v: _grad(grad.sum(), params)),
        "The gradients are added up, which is H times a vector of ones. Where is v?",
    ),
    Mistake(
        "v afterwards",
        twice(lambda grad, params, v: _grad(grad.sum(), params) * v),
        "v is multiplied at the end, entry by entry. It should meet the gradient before the second "
        "derivative is taken.",
    ),
    Mistake(
        "half the square of the gradient",
        twice(lambda grad, params, v: _grad(grad @ grad / 2, params)),
        "The gradient is multiplied by itself here: that gives H g. What should it be multiplied "
        "by?",
    ),
    Mistake(
        "the square of the slope",
        twice(lambda grad, params, v: _grad((grad @ v) ** 2, params)),
        "The number is squared before its gradient is taken. It should be the gradient times v "
        "itself.",
    ),
    Mistake(
        "the size of v",
        twice(lambda grad, params, v: _grad(grad @ v / v.norm(), params)),
        "v is made as long as 1 before it is used. H v grows with v.",
    ),
    Mistake(
        "the curvature along v",
        by_matrix(lambda hessian, v: v @ hessian @ v),
        "This is v · H v, one number, the curvature along v. A vector is asked for.",
    ),
    Mistake(
        "the whole matrix",
        by_matrix(lambda hessian, v: hessian),
        "This is H itself. What is it times v?",
    ),
    Mistake(
        "entry by entry",
        by_matrix(lambda hessian, v: hessian * v),
        "`*` multiplies entry by entry, and a matrix remains. What multiplies a matrix with a "
        "vector?",
    ),
    Mistake(
        "the diagonal",
        by_matrix(lambda hessian, v: hessian.diagonal() * v),
        "Only the diagonal of H is used, so the tilt is lost.",
    ),
    Mistake(
        "twice H",
        by_matrix(lambda hessian, v: hessian @ hessian @ v),
        "This is H times H v: one derivative too many?",
    ),
    Mistake(
        "solves",
        by_matrix(lambda hessian, v: torch.linalg.solve(hessian, v)),
        "This is H⁻¹ v, as in Newton's step. Here H is multiplied with v.",
    ),
    Mistake(
        "twice too large",
        by_matrix(lambda hessian, v: 2 * hessian @ v),
        "This is twice H v.",
    ),
    Mistake(
        "half of it",
        by_matrix(lambda hessian, v: hessian @ v / 2),
        "This is half of H v.",
    ),
    Mistake(
        "the wrong sign",
        by_matrix(lambda hessian, v: -hessian @ v),
        "This is −H v.",
    ),
    Mistake(
        "a whole step",
        by_difference(1.0, 1.0),
        "The change of the gradient over the whole of v: right in a bowl, and only there. How "
        "short was the step in section 14.6?",
    ),
    Mistake(
        "a tenth of a step",
        by_difference(0.1, 0.1),
        "The change of the gradient over a tenth of v: right in a bowl, and rough elsewhere. "
        "Autograd needs no step.",
    ),
    Mistake(
        "a thousandth of a step",
        by_difference(1e-3, 1e-3),
        "The change of the gradient over a thousandth of v: close, but off where the curvature "
        "changes along the step. How does the end of section 14.6 do without a step?",
    ),
    Mistake(
        "an even shorter step",
        by_difference(1e-4, 1e-4),
        "The change of the gradient over a very short step: almost right. Autograd needs no step: "
        "the gradient times v is one number. What is its gradient?",
    ),
    Mistake(
        "not divided",
        by_difference(1e-4, 1.0),
        "This is the change of the gradient over a short step, hardly more than 0. Per what is it "
        "to be?",
    ),
    Mistake(
        "moves params",
        _moves_params,
        "`params += …` writes into the caller's tensor. Make a tensor of your own from it.",
    ),
)
