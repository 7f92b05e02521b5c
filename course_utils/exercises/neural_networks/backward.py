"""Exercise 6.6 of notebook 06: the way back through a linear layer."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.neural_networks import backward_mistakes, solutions
from course_utils.exercises.neural_networks.backward_slips import Gradients


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


def _draw(*shape: int, seed: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def _layer(num_examples: int, d: int, C: int, seed: int) -> tuple[Tensor, Tensor, Tensor]:
    return (
        _draw(num_examples, d, seed=seed),
        _draw(C, d, seed=seed + 1),
        _draw(num_examples, C, seed=seed + 2),
    )


LINEAR_BACKWARD = Exercise(
    number="6.6",
    name="linear_backward",
    title="Back through a linear layer",
    level="build",
    hints=(
        "Section 6.9 goes back through two layers without biases. Take the second one: what there "
        "plays the part of `X`, of `weight` and of `grad_output`? Write down the shapes of the "
        "three given tensors, and below them the shapes of the three results.",
        "Find products whose shapes fit. For `X`, (B, d) has to come from (B, C) and (C, d). For "
        "the weight B has to disappear: a matrix product adds up over the axis where its factors "
        "meet.",
        "Begin with `grad_X = grad_output @ weight`. For the weight, turn `grad_output` with `.T` "
        "and let B meet B. A bias is added to each row, so its gradient is a sum over the rows.",
    ),
    learned="gradients of weights add up over the examples; each has the shape of its tensor",
    cases=(
        Case("two examples, one feature, one output", _layer(2, 1, 1, seed=1)),
        Case("five examples, three features, two outputs", _layer(5, 3, 2, seed=4)),
        Case("one example, two features, four outputs", _layer(1, 2, 4, seed=7)),
        Case("three of everything", _layer(3, 3, 3, seed=10)),
    ),
    reference=solutions.linear_backward,
    correct=(_by_autograd, _by_example),
    mistakes=backward_mistakes.MISTAKES,
)
