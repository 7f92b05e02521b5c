"""Wrong ways back through a linear layer, for exercise 6.6 of notebook 06."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises.neural_networks.solutions import linear_backward

Gradients = tuple[Tensor, Tensor, Tensor]
Answer = Callable[[Tensor, Tensor, Tensor], Any]
Change = Callable[[Tensor, Tensor, Tensor, Tensor], Tensor]  # of a gradient and the three inputs

ENTRY_X, WEIGHT, BIAS = 0, 1, 2


def changed(place: int, change: Change) -> Answer:
    """Return the solution with one of its three gradients changed."""

    def answer(X: Tensor, weight: Tensor, grad_output: Tensor) -> tuple[Tensor, ...]:
        found = list(linear_backward(X, weight, grad_output))
        found[place] = change(found[place], X, weight, grad_output)
        return tuple(found)

    return answer


def every(change: Change) -> Answer:
    """Return the solution with all three gradients changed."""

    def answer(X: Tensor, weight: Tensor, grad_output: Tensor) -> tuple[Tensor, ...]:
        found = linear_backward(X, weight, grad_output)
        return tuple(change(grad, X, weight, grad_output) for grad in found)

    return answer


def averaged(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
    """Divide the gradients of weight and bias by the number of examples."""
    grad_X, grad_weight, grad_bias = linear_backward(X, weight, grad_output)
    return grad_X, grad_weight / len(X), grad_bias / len(X)


def only_example(place: int) -> Answer:
    """Return an answer whose weight and bias have heard of one example alone."""

    def answer(X: Tensor, weight: Tensor, grad_output: Tensor) -> Gradients:
        row, grad = X[place], grad_output[place]
        return grad_output @ weight, torch.outer(grad, row), grad

    return answer


def order(*places: int) -> Answer:
    """Return the solution with its three gradients in another order."""

    def answer(X: Tensor, weight: Tensor, grad_output: Tensor) -> tuple[Tensor, ...]:
        found = linear_backward(X, weight, grad_output)
        return tuple(found[place] for place in places)

    return answer


def where_it_runs(wrong: Answer) -> Answer:
    """Return the wrong answer, right where it stops: the error is worded in many ways."""

    def answer(X: Tensor, weight: Tensor, grad_output: Tensor) -> Any:
        try:
            return wrong(X, weight, grad_output)
        except RuntimeError:
            return linear_backward(X, weight, grad_output)

    return answer
