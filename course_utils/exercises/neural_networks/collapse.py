"""Exercise 6.1 of notebook 06: a chain of linear layers collapses into one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.neural_networks import collapse_mistakes, solutions

Pair = tuple[Tensor, Tensor]


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


def chain(*sizes: int, seed: int) -> tuple[list[Tensor], list[Tensor]]:
    """Return weights, (out, in) each, and biases, (out,) each, of layers of these sizes."""
    generator = torch.Generator().manual_seed(seed)
    pairs = list(pairwise(sizes))
    weights = [torch.randn(num_out, num_in, generator=generator) for num_in, num_out in pairs]
    return weights, [torch.randn(num_out, generator=generator) for _, num_out in pairs]


COLLAPSE = Exercise(
    number="6.1",
    name="collapse",
    title="Collapse a chain",
    level="build",
    hints=(
        "Section 6.2 collapses two layers into one, in a formula. What becomes "
        "of the two weights there, and what of the two biases?",
        "Go from the front to the end. Keep the weight and the bias of the one layer that stands "
        "for all layers so far. Each further layer is the second of two: apply the formula, and "
        "keep the result.",
        "Begin with `weight = weights[0]` and `bias = biases[0]`, then go through the others: "
        "`for next_weight, next_bias in zip(weights[1:], biases[1:]):`. Inside this loop stands "
        "the formula, where W₂ is `next_weight`.",
    ),
    learned="a chain of linear layers is one: weights multiply, biases travel through",
    cases=(
        Case("two layers, 1 to 2 to 1", chain(1, 2, 1, seed=1)),
        Case("two layers of 3 by 3: the order of the product matters", chain(3, 3, 3, seed=2)),
        Case("three layers, 4 to 3 to 5 to 2", chain(4, 3, 5, 2, seed=3)),
        Case("three layers of 2 by 2", chain(2, 2, 2, 2, seed=4)),
        Case("a single layer, 2 to 3", chain(2, 3, seed=5)),
        Case("six layers", chain(2, 4, 3, 1, 3, 4, 2, seed=6)),
    ),
    reference=solutions.collapse,
    correct=(_by_probing, _from_the_end),
    mistakes=collapse_mistakes.mistakes(solutions.collapse),
)
