"""Exercise 5.5 of notebook 05: K folds that do not overlap."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise, Mistake

Folds = list[tuple[Tensor, Tensor]]


def k_folds(num_examples: int, k: int, generator: Generator) -> Folds:
    """Return k pairs (train, val) of index tensors, int64; every example is in exactly one val.

    Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning (2009), 7.10.
    """
    return _pairs(torch.randperm(num_examples, generator=generator).tensor_split(k))


def _pairs(folds: tuple[Tensor, ...] | list[Tensor]) -> Folds:
    others = [[other for other in folds if other is not fold] for fold in folds]
    return [(torch.cat(rest), fold) for rest, fold in zip(others, folds, strict=True)]


def _by_remainders(num_examples: int, k: int, generator: Generator) -> Folds:
    order = torch.randperm(num_examples, generator=generator)
    place = torch.arange(num_examples) % k
    return [(order[place != fold], order[place == fold]) for fold in range(k)]


def _by_slices(num_examples: int, k: int, generator: Generator) -> Folds:
    order = torch.randperm(num_examples, generator=generator)
    ends = [round(i * num_examples / k) for i in range(k + 1)]
    return [(torch.cat([order[:a], order[b:]]), order[a:b]) for a, b in pairwise(ends)]


def _shuffled_anew(num_examples: int, k: int, generator: Generator) -> Folds:
    num_val = num_examples // k
    orders = [torch.randperm(num_examples, generator=generator) for _ in range(k)]
    return [(order[num_val:], order[:num_val]) for order in orders]


def _train_on_all(num_examples: int, k: int, generator: Generator) -> Folds:
    order = torch.randperm(num_examples, generator=generator)
    return [(order, fold) for fold in order.tensor_split(k)]


def _rest_dropped(num_examples: int, k: int, generator: Generator) -> Folds:
    order = torch.randperm(num_examples, generator=generator)
    return _pairs(order[: num_examples // k * k].tensor_split(k))


def _rest_trains_only(num_examples: int, k: int, generator: Generator) -> Folds:
    order, size = torch.randperm(num_examples, generator=generator), num_examples // k
    vals = [order[i * size : (i + 1) * size] for i in range(k)]
    return [(order[~torch.isin(order, val)], val) for val in vals]


def _rest_to_last(num_examples: int, k: int, generator: Generator) -> Folds:
    order, size = torch.randperm(num_examples, generator=generator), num_examples // k
    return _pairs([*order[: size * (k - 1)].split(size), order[size * (k - 1) :]])


def _chunked(num_examples: int, k: int, generator: Generator) -> Folds:
    return _pairs(torch.randperm(num_examples, generator=generator).chunk(k))


def _asked(answer: Callable[..., Folds], num_examples: int, k: int, seed: int = 0) -> Folds:
    folds = answer(num_examples, k, torch.Generator().manual_seed(seed))
    return [(torch.as_tensor(train), torch.as_tensor(val)) for train, val in folds]


def _held_out(answer: Callable[..., Folds], num_examples: int, k: int) -> Tensor:
    """Return how often each example is held out."""
    vals = torch.cat([val for _, val in _asked(answer, num_examples, k)])
    return torch.bincount(vals, minlength=num_examples)


def _sizes(answer: Callable[..., Folds], num_examples: int, k: int) -> tuple[int, ...]:
    return tuple(sorted(len(val) for _, val in _asked(answer, num_examples, k)))


def _shared(answer: Callable[..., Folds], num_examples: int, k: int) -> int:
    """Return how many examples are in both parts of a pair, over all pairs."""
    pairs = _asked(answer, num_examples, k)
    return sum(len(set(train.tolist()) & set(val.tolist())) for train, val in pairs)


def _trained_on(answer: Callable[..., Folds], num_examples: int, k: int) -> Tensor:
    """Return how often each example is trained on."""
    trains = torch.cat([train for train, _ in _asked(answer, num_examples, k)])
    return torch.bincount(trains, minlength=num_examples)


def _first_fold(folds: Folds) -> list[int]:
    return sorted(folds[0][1].tolist())


def _shuffling(answer: Callable[..., Folds]) -> str:
    """Say whether the folds depend on the generator and on nothing else."""
    folds = [_first_fold(_asked(answer, 40, 2, seed)) for seed in (1, 2, 1)]
    if folds[0] != folds[2]:
        return "two generators with the same seed give different folds"
    same = folds[0] == folds[1]
    return f"two generators with different seeds give {'the same' if same else 'other'} folds"


K_FOLDS = Exercise(
    number="5.5",
    title="Folds that do not overlap",
    level="build",
    learned="shuffle once, then cut: every example is held out once and trains k − 1 times",
    cases=(
        Case("10 examples, 5 folds: the sizes of the val parts", (10, 5), _sizes),
        Case("how often each of the 10 is in a val part", (10, 5), _held_out),
        Case("how many examples are in both parts of a pair, 10 in 5 folds", (10, 5), _shared),
        Case("11 examples, 3 folds: the sizes of the val parts", (11, 3), _sizes),
        Case("how often each of the 11 is in a val part", (11, 3), _held_out),
        Case("how often each of the 11 is in a train part", (11, 3), _trained_on),
        Case("6 examples, 4 folds: the sizes of the val parts", (6, 4), _sizes),
        Case("5 examples, 5 folds: how often each is in a val part", (5, 5), _held_out),
        Case("other seeds, other folds, and the same seed, the same folds", (), _shuffling),
    ),
    reference=k_folds,
    correct=(_by_remainders, _by_slices),
    mistakes=(
        Mistake(
            "not shuffled, or always in the same way",
            lambda n, k, generator: _pairs(torch.arange(n).tensor_split(k)),
            "The folds are cut well, but they are the same whatever the generator. Are the "
            "examples shuffled (the data may be sorted), and is it this generator that decides?",
        ),
        Mistake(
            "shuffles for each fold",
            _shuffled_anew,
            "Each fold has a permutation of its own, so that some examples are held out twice and "
            "others never. How often should one shuffle?",
        ),
        Mistake(
            "a random source of its own",
            lambda n, k, generator: _pairs(torch.randperm(n).tensor_split(k)),
            "The folds do not follow the generator that was passed. Does the shuffling know it?",
        ),
        Mistake(
            "trains on all",
            _train_on_all,
            "The val parts are right. The train parts hold all examples, also those held out, so "
            "the model is judged on what it has learned.",
        ),
        Mistake(
            "the rest is dropped",
            _rest_dropped,
            "When k does not divide the number of examples, some are never held out. Where have "
            "they gone?",
        ),
        Mistake(
            "the rest trains only",
            _rest_trains_only,
            "When k does not divide the number of examples, some train every time and are never "
            "held out. Which ones?",
        ),
        Mistake(
            "no train parts",
            lambda n, k, generator: [val for _, val in k_folds(n, k, generator)],
            "These are the folds. Wanted are pairs: with each fold the indices of all the others.",
        ),
        Mistake(
            "the rest goes to the last fold",
            _rest_to_last,
            "Nothing is lost, but what was left over has all gone into one fold. It can be shared "
            "out, one each.",
        ),
        Mistake(
            "chunks",
            _chunked,
            "`chunk` makes all pieces but the last as long as the first, so the last is short, or "
            "whole pieces are missing. PyTorch has a function that makes them even.",
        ),
        Mistake(
            "parts of k examples",
            lambda n, k, generator: _pairs(torch.randperm(n, generator=generator).split(k)),
            "Each of your val parts has k examples. Wanted are k parts.",
        ),
        Mistake(
            "val and train exchanged",
            lambda n, k, generator: [(val, train) for train, val in k_folds(n, k, generator)],
            "The parts have changed places: train first, then val. Which of them is the larger?",
        ),
    ),
)
