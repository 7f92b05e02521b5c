"""Exercise 6.2 of notebook 06: a chain of linear layers collapses into one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Pair = tuple[Tensor, Tensor]


def collapse(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    """Return weight (out, in) and bias (out,) of the one layer that equals a chain of layers.

    `weights`: (out_k, in_k) each; `biases`: (out_k,) each, in the order of the chain.
    """
    weight, bias = weights[0], biases[0]
    for next_weight, next_bias in zip(weights[1:], biases[1:], strict=True):
        weight, bias = next_weight @ weight, next_weight @ bias + next_bias
    return weight, bias


def _by_probing(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    """Send zero and the unit vectors through the chain."""
    num_in = weights[0].shape[1]
    X = torch.cat([torch.zeros(1, num_in), torch.eye(num_in)])
    for weight, bias in zip(weights, biases, strict=True):
        X = X @ weight.T + bias
    return (X[1:] - X[0]).T, X[0]


def _from_the_end(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    weight, bias = weights[-1], biases[-1]
    for k in range(len(weights) - 2, -1, -1):
        weight, bias = weight @ weights[k], weight @ biases[k] + bias
    return weight, bias


def _weight_only(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    return collapse(weights, biases)[0], biases[-1]


def _adds_biases(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    if len({len(bias) for bias in biases}) > 1:
        raise RuntimeError("The size of tensor a must match the size of tensor b")
    return collapse(weights, biases)[0], torch.stack(list(biases)).sum(dim=0)


def _other_order(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    weight, bias = weights[0], biases[0]
    for next_weight, next_bias in zip(weights[1:], biases[1:], strict=True):
        weight, bias = weight @ next_weight, next_weight @ bias + next_bias
    return weight, bias


def _only_two(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    return weights[1] @ weights[0], weights[1] @ biases[0] + biases[1]


def _first_and_last(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    if len(weights) == 1:
        return weights[0], biases[0]
    return collapse([weights[0], weights[-1]], [biases[0], biases[-1]])


def _first_twice(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    weight, bias = weights[0], biases[0]
    for next_weight, next_bias in zip(weights, biases, strict=True):
        weight, bias = next_weight @ weight, next_weight @ bias + next_bias
    return weight, bias


def _weight_first(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    weight, bias = weights[0], biases[0]
    for next_weight, next_bias in zip(weights[1:], biases[1:], strict=True):
        weight = next_weight @ weight
        bias = weight @ bias + next_bias
    return weight, bias


def _in_place(weights: Sequence[Tensor], biases: Sequence[Tensor]) -> Pair:
    weight, bias = weights[0], biases[0]
    for next_weight, next_bias in zip(weights[1:], biases[1:], strict=True):
        weight = next_weight @ weight
        bias = next_weight @ bias
        bias += next_bias
        next_bias.copy_(bias)
    return weight, bias


def chain(*sizes: int, seed: int) -> tuple[list[Tensor], list[Tensor]]:
    """Return weights, (out, in) each, and biases, (out,) each, of layers of these sizes."""
    generator = torch.Generator().manual_seed(seed)
    pairs = list(pairwise(sizes))
    weights = [torch.randn(num_out, num_in, generator=generator) for num_in, num_out in pairs]
    return weights, [torch.randn(num_out, generator=generator) for _, num_out in pairs]


COLLAPSE = Exercise(
    number="6.2",
    title="Collapse a chain",
    level="build",
    learned="a chain of linear layers is one: weights multiply, biases travel through",
    cases=(
        Case("two layers, 1 to 2 to 1", chain(1, 2, 1, seed=1)),
        Case("two layers of 3 by 3: the order of the product matters", chain(3, 3, 3, seed=2)),
        Case("three layers, 4 to 3 to 5 to 2", chain(4, 3, 5, 2, seed=3)),
        Case("three layers of 2 by 2", chain(2, 2, 2, 2, seed=4)),
        Case("a single layer, 2 to 3", chain(2, 3, seed=5)),
        Case("six layers", chain(2, 4, 3, 1, 3, 4, 2, seed=6)),
    ),
    reference=collapse,
    correct=(_by_probing, _from_the_end),
    mistakes=(
        Mistake(
            "the last bias only",
            _weight_only,
            "The weight is right. The bias of an earlier layer goes through all later weights: "
            "what does W2 (W1 x + b1) + b2 contain besides b2?",
        ),
        Mistake(
            "adds the biases",
            _adds_biases,
            "The biases were added up as they are. Which layers does the first bias still have to "
            "pass before it meets the last?",
        ),
        Mistake(
            "the other order",
            _other_order,
            "The weights are multiplied in the order of the list. Which of W2 and W1 meets x "
            "first, and so stands next to it?",
        ),
        Mistake(
            "two layers only",
            _only_two,
            "This is right for exactly two layers. What about one, or three?",
        ),
        Mistake(
            "first and last layer",
            _first_and_last,
            "The layers between the first and the last are left out.",
        ),
        Mistake(
            "the first layer twice",
            _first_twice,
            "The first layer is passed twice: the start holds it already. With which layer should "
            "the loop begin?",
        ),
        Mistake(
            "the bias through the product",
            _weight_first,
            "Here the bias goes through the product of all weights so far. Which weights has the "
            "bias of a layer still to pass?",
        ),
        Mistake(
            "the weight turned",
            lambda weights, biases: (collapse(weights, biases)[0].T, collapse(weights, biases)[1]),
            "The bias is right, and the weight is turned: (in, out) in place of (out, in).",
        ),
        Mistake(
            "the weight alone",
            lambda weights, biases: collapse(weights, biases)[0],
            "The weight is right, and it came alone. Asked for is a tuple of weight and bias.",
        ),
        Mistake(
            "writes into the biases",
            _in_place,
            "An in-place operation (one that ends in _, or +=) wrote into the caller's biases. "
            "Which line does, and what would make a new tensor instead?",
        ),
    ),
)
