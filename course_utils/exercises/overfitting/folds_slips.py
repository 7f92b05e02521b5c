"""Wrong answers to exercise 5.5: folds of other sizes, of other examples, or not shuffled so."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import torch
from torch import Generator, Tensor

Folds = list[tuple[Tensor, Tensor]]
Cut = Callable[[Tensor, int], Sequence[Tensor]]


def in_pairs(folds: Sequence[Tensor]) -> Folds:
    """Return with each fold, as val, all the others together, as train."""
    others = [[other for other in folds if other is not fold] for fold in folds]
    return [(torch.cat([*rest, fold[:0]]), fold) for rest, fold in zip(others, folds, strict=True)]


def right(num_examples: int, k: int, generator: Generator | None) -> Folds:
    """Return the right folds, or without a generator those of the global one."""
    return in_pairs(torch.randperm(num_examples, generator=generator).tensor_split(k))


def cut(how: Cut) -> Callable[..., Folds]:
    """Shuffle, and cut in another way."""
    return lambda n, k, generator: in_pairs(how(torch.randperm(n, generator=generator), k))


def ordered(how: Callable[[int, int, Generator], Sequence[Tensor]]) -> Callable[..., Folds]:
    """Take these folds, which are not those of a shuffled order."""
    return lambda n, k, generator: in_pairs(how(n, k, generator))


def changed(how: Callable[[Folds], Any]) -> Callable[..., Any]:
    """Change the right folds."""
    return lambda n, k, generator: how(right(n, k, generator))


def in_steps(order: Tensor, k: int, size: int) -> list[Tensor]:
    """Return k pieces of this size, some of them short or empty at the end."""
    return [order[i * size : (i + 1) * size] for i in range(k)]


def rest_to_last(order: Tensor, k: int) -> list[Tensor]:
    """Give what is left over to the last fold."""
    size = len(order) // k
    return [*order[: size * (k - 1)].split(size), order[size * (k - 1) :]]


def rest_trains_only(num_examples: int, k: int, generator: Generator) -> Folds:
    """Never hold out what is left over, and train on it each time."""
    order = torch.randperm(num_examples, generator=generator)
    vals = in_steps(order, k, num_examples // k)
    return [(order[~torch.isin(order, val)], val) for val in vals]


def shuffled_anew(num_examples: int, k: int, generator: Generator, *, moves: bool) -> Folds:
    """Shuffle for each fold; hold out the first piece each time, or the next one (`moves`)."""
    found = []
    for i in range(k):
        folds = torch.randperm(num_examples, generator=generator).tensor_split(k)
        found.append(in_pairs(folds)[i if moves else 0])
    return found


def shuffled_anew_short(num_examples: int, k: int, generator: Generator) -> Folds:
    """Shuffle for each fold, and hold out its first n // k examples."""
    size = num_examples // k
    orders = [torch.randperm(num_examples, generator=generator) for _ in range(k)]
    return [(order[size:], order[:size]) for order in orders]


def from_a_place_on(num_examples: int, k: int, generator: Generator) -> Folds:
    """Hold out all from place i on, and train on what stands before."""
    order = torch.randperm(num_examples, generator=generator)
    return [(order[:i], order[i:]) for i in range(k)]


def train_on_all(num_examples: int, k: int, generator: Generator) -> Folds:
    """Leave the val part among the training examples."""
    order = torch.randperm(num_examples, generator=generator)
    return [(order, fold) for fold in order.tensor_split(k)]


def places_for_val(num_examples: int, k: int, generator: Generator) -> Folds:
    """Hold out the places of the shuffled order, and train on what stands at the others."""
    order = torch.randperm(num_examples, generator=generator)
    return [
        (order[train], val) for train, val in in_pairs(torch.arange(num_examples).tensor_split(k))
    ]


def places_for_train(num_examples: int, k: int, generator: Generator) -> Folds:
    """Hold out what stands at some places, and train on the other places themselves."""
    order = torch.randperm(num_examples, generator=generator)
    return [
        (train, order[val]) for train, val in in_pairs(torch.arange(num_examples).tensor_split(k))
    ]


def only_before(num_examples: int, k: int, generator: Generator, *, after: bool = False) -> Folds:
    """Train on the folds before the one held out, or on those after it."""
    folds = torch.randperm(num_examples, generator=generator).tensor_split(k)
    some = [folds[i + 1 :] if after else folds[:i] for i in range(k)]
    return [(torch.cat([*rest, fold[:0]]), fold) for rest, fold in zip(some, folds, strict=True)]


def slices(longer: int, *, val: bool) -> Callable[..., Folds]:
    """Let the val parts, or what they leave out of train, be longer by so many at their end."""

    def answer(num_examples: int, k: int, generator: Generator) -> Folds:
        order = torch.randperm(num_examples, generator=generator)
        ends = [round(i * num_examples / k) for i in range(k + 1)]
        return [
            (torch.cat([order[:a], order[b + longer * (not val) :]]), order[a : b + longer * val])
            for a, b in pairwise(ends)
        ]

    return answer


def by_coins(num_examples: int, k: int, generator: Generator) -> Folds:
    """Draw a fold for each example."""
    fold_of = torch.randint(k, (num_examples,), generator=generator)
    return [((fold_of != i).nonzero()[:, 0], (fold_of == i).nonzero()[:, 0]) for i in range(k)]


def drawn_with_repeats(num_examples: int, k: int, generator: Generator) -> Folds:
    """Draw numbers in place of shuffling them."""
    return in_pairs(
        torch.randint(num_examples, (num_examples,), generator=generator).tensor_split(k)
    )


def seeded_again(num_examples: int, k: int, generator: Generator) -> Folds:
    """Take the generator's seed, and leave the generator where it is."""
    return right(num_examples, k, torch.Generator().manual_seed(generator.initial_seed()))


def rounded_up(order: Tensor, k: int) -> list[Tensor]:
    """Make all pieces as long as the first."""
    return in_steps(order, k, math.ceil(len(order) / k))
