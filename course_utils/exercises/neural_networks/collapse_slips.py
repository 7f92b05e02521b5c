"""Wrong ways to collapse a chain of linear layers, for exercise 6.1 of notebook 06."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

Pair = tuple[Tensor, Tensor]
Layers = Sequence[Tensor]
Collapse = Callable[[Layers, Layers], Pair]
Step = Callable[[Tensor, Tensor, Tensor, Tensor], Pair]  # of W, b, and the next weight and bias


def loop(step: Step, first: int = 1, last: int | None = None) -> Collapse:
    """Return an answer that takes this step from layer to layer, beginning with the first one."""

    def answer(weights: Layers, biases: Layers) -> Pair:
        weight, bias = weights[0], biases[0]
        for pair in list(zip(weights, biases, strict=True))[first:last]:
            weight, bias = step(weight, bias, *pair)
        return weight, bias

    return answer


def right(weight: Tensor, bias: Tensor, next_weight: Tensor, next_bias: Tensor) -> Pair:
    """Take the right step."""
    return next_weight @ weight, next_weight @ bias + next_bias


def where_it_runs(wrong: Collapse) -> Collapse:
    """Return the wrong answer, right where it stops: the error is worded in many ways."""

    def answer(weights: Layers, biases: Layers) -> Pair:
        try:
            return wrong(weights, biases)
        except (RuntimeError, IndexError):
            return loop(right)(weights, biases)

    return answer


def bias_of(step: Step) -> Collapse:
    """Return an answer with the right weight, and the bias that these steps lead to."""
    return lambda weights, biases: (loop(right)(weights, biases)[0], loop(step)(weights, biases)[1])


def weight_of(step: Step) -> Collapse:
    """Return an answer with the right bias, and the weight that these steps lead to."""
    return lambda weights, biases: (loop(step)(weights, biases)[0], loop(right)(weights, biases)[1])


def first_and_last(weights: Layers, biases: Layers) -> Pair:
    """Skip what is between the first layer and the last."""
    if len(weights) == 1:
        return weights[0], biases[0]
    return loop(right)([weights[0], weights[-1]], [biases[0], biases[-1]])


def last_two_biases(weights: Layers, biases: Layers) -> Pair:
    """Forget all biases but the last two."""
    weight, bias = loop(right)(weights, biases)
    return weight, bias if len(biases) == 1 else weights[-1] @ biases[-2] + biases[-1]


def without_the_first(weights: Layers, biases: Layers) -> Pair:
    """Begin with a bias of zero."""
    return loop(right)(weights, [torch.zeros_like(biases[0]), *biases[1:]])


def without_the_first_of_many(weights: Layers, biases: Layers) -> Pair:
    """Begin with a bias of zero, except for a single layer."""
    return loop(right)(weights, biases) if len(biases) == 1 else without_the_first(weights, biases)


def changes_biases(weights: Layers, biases: Layers) -> Pair:
    """Write into the given biases."""
    weight, bias = weights[0], biases[0]
    for next_weight, next_bias in zip(weights[1:], biases[1:], strict=True):
        weight, bias = right(weight, bias, next_weight, next_bias)
        next_bias.copy_(bias)
    return weight, bias


def changes_weights(weights: Layers, biases: Layers) -> Pair:
    """Write into the given weights."""
    weight, bias = loop(right)(weights, biases)
    if len(weights) > 1:
        weights[-1].mul_(2)
    return weight, bias


def changes_both(weights: Layers, biases: Layers) -> Pair:
    """Write into both."""
    return changes_biases(weights, biases)[0], changes_weights(weights, biases)[1]


def made(collapse: Collapse, change: Callable[[Tensor, Tensor], object]) -> Callable[..., object]:
    """Return the solution with something made of its weight and bias."""
    return lambda weights, biases: change(*collapse(weights, biases))


def first_and_last_bias(weights: Layers, biases: Layers) -> Pair:
    """Forget the biases between the first and the last."""
    between = [torch.zeros_like(bias) for bias in biases[1:-1]]
    return loop(right)(weights, [biases[0], *between, *biases[1:][-1:]])


def biases_one_late(weights: Layers, biases: Layers) -> Pair:
    """Add to each layer the bias of the layer before."""
    bias = biases[0]
    for weight, late in zip(weights[1:], biases[:-1], strict=True):
        bias = weight @ bias + late
    return loop(right)(weights, biases)[0], bias


def first_through_all(weights: Layers, biases: Layers) -> Pair:
    """Send the first bias through the product of all weights, and add the last."""
    weight, bias = loop(right)(weights, biases)
    return weight, bias if len(biases) == 1 else weight @ biases[0] + biases[-1]
