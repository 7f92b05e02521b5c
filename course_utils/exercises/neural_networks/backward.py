"""Exercise 6.5 of notebook 06: the way back through a linear layer."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.neural_networks.activation import draw

Gradients = tuple[Tensor, Tensor, Tensor]


def linear_backward(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
    """Return the gradients of X (B, d), weight (C, d) and bias (C,) from ∂J/∂O, (B, C)."""
    return grad_output @ weight, grad_output.T @ X, grad_output.sum(dim=0)


def _by_autograd(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
    leaves = (
        X.clone().requires_grad_(),
        weight.clone().requires_grad_(),
        torch.zeros(len(weight), requires_grad=True),
    )
    outputs = torch.nn.functional.linear(*leaves)
    grad_X, grad_weight, grad_bias = torch.autograd.grad(outputs, leaves, grad_output)
    return grad_X, grad_weight, grad_bias


def _by_example(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
    grad_weight, grad_bias = torch.zeros_like(weight), torch.zeros(len(weight))
    rows = []
    for row, grad in zip(X, grad_output, strict=True):
        rows.append(weight.T @ grad)
        grad_weight += torch.outer(grad, row)
        grad_bias += grad
    return torch.stack(rows), grad_weight, grad_bias


def _changed(place: int, change: Callable[..., Tensor]) -> Callable[..., Gradients]:
    """Return the reference with one of its three gradients changed."""

    def answer(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
        found = list(linear_backward(X, weight, grad_output))
        found[place] = change(found[place], X, weight, grad_output)
        return found[0], found[1], found[2]

    return answer


def _averaged(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
    grad_X, grad_weight, grad_bias = linear_backward(X, weight, grad_output)
    return grad_X, grad_weight / len(X), grad_bias / len(X)


def _turned_for_square(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
    return grad_output @ weight.T, grad_output.T @ X, grad_output.sum(dim=0)


def _layer(num_examples: int, d: int, C: int, seed: int) -> tuple[Tensor, Tensor, Tensor]:
    return (
        draw(num_examples, d, seed=seed),
        draw(C, d, seed=seed + 1),
        draw(num_examples, C, seed=seed + 2),
    )


LINEAR_BACKWARD = Exercise(
    number="6.5",
    title="Back through a linear layer",
    level="build",
    learned="gradients of weights add up over the examples; each has the shape of its tensor",
    cases=(
        Case("two examples, one feature, one output", _layer(2, 1, 1, seed=1)),
        Case("five examples, three features, two outputs", _layer(5, 3, 2, seed=4)),
        Case("one example, two features, four outputs", _layer(1, 2, 4, seed=7)),
        Case("three of everything", _layer(3, 3, 3, seed=10)),
    ),
    reference=linear_backward,
    correct=(_by_autograd, _by_example),
    mistakes=(
        Mistake(
            "averages over the examples",
            _averaged,
            "The gradients of weight and bias were divided by the number of examples. If J is a "
            "mean, its 1/B is in `grad_output` already: what happens to the effects of several "
            "examples?",
        ),
        Mistake(
            "a bias for each example",
            _changed(2, lambda _, X, weight, grad: grad),
            "grad_X and grad_weight are right. There is one bias for all examples, so its gradient "
            "has the shape (C,).",
        ),
        Mistake(
            "a bias summed over outputs",
            _changed(2, lambda _, X, weight, grad: grad.sum(dim=1)),
            "grad_X and grad_weight are right. The sum for the bias runs along the outputs here: "
            "which axis counts the examples?",
        ),
        Mistake(
            "a mean for the bias",
            _changed(2, lambda found, X, weight, grad: grad.mean(dim=0)),
            "grad_X and grad_weight are right. The bias reaches every example: do its effects add "
            "up, or average?",
        ),
        Mistake(
            "ones for the bias",
            _changed(2, lambda found, X, weight, grad: torch.ones_like(found)),
            "grad_X and grad_weight are right. The slope of an output by its bias is 1; the chain "
            "rule multiplies it with what arrives from behind.",
        ),
        Mistake(
            "one number for the bias",
            _changed(2, lambda _, X, weight, grad: grad.sum()),
            "grad_X and grad_weight are right. A single number came out for the bias; there is one "
            "bias for each output.",
        ),
        Mistake(
            "a row for the bias",
            _changed(2, lambda found, X, weight, grad: found[None]),
            "All numbers are right. The gradient of the bias has one axis too many: (1, C) in "
            "place of (C,).",
        ),
        Mistake(
            "a mean for the weight",
            _changed(1, lambda found, X, weight, grad: found / len(X)),
            "grad_X and grad_bias are right. The matrix product adds up the effects of the "
            "examples, and here its result was divided by their number.",
        ),
        Mistake(
            "X turned",
            _changed(0, lambda found, X, weight, grad: found.T),
            "grad_X is turned: its shape is (d, B), and the shape of X is (B, d).",
        ),
        Mistake(
            "the weight turned",
            _changed(1, lambda found, X, weight, grad: found.T),
            "grad_weight is turned: its shape is (d, C), and the weight's is (C, d).",
        ),
        Mistake(
            "turned for X",
            _turned_for_square,
            "Look at the shapes for grad_X: (B, C) from behind, and (B, d) is wanted. Does the "
            "weight, (C, d), have to be turned for that?",
        ),
        Mistake(
            "the way forward again",
            _changed(0, lambda _, X, weight, grad: X @ weight.T),
            "The first entry is the way forward, X Wᵀ. The way back starts from `grad_output`.",
        ),
    ),
)
