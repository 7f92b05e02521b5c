"""Exercise 10.3 of notebook 10: one loader for training, one for validation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Generator, Tensor
from torch.utils.data import DataLoader, TensorDataset

from course_utils.exercises import Case, Exercise
from course_utils.exercises.batching import solutions
from course_utils.exercises.batching.loader_mistakes import MISTAKES, Sets, changed_loaders

Make = Callable[[TensorDataset, TensorDataset, int, Generator], Any]


def _sets(num_train: int, num_val: int) -> Sets:
    """Return two sets of pairs; the labels number the examples, from 0 and from 1000 on."""
    y, y_val = torch.arange(num_train), 1000 + torch.arange(num_val)
    X, X_val = (torch.stack([labels, -labels], dim=1).float() for labels in (y, y_val))
    return TensorDataset(X, y), TensorDataset(X_val, y_val)


def _two(answer: Make, sets: Sets, batch_size: int, generator: Generator) -> tuple[Any, Any]:
    train_loader, val_loader = answer(*sets, batch_size, generator)
    return train_loader, val_loader


def _labels(loader: Any) -> list[Tensor]:
    return [y for _, y in loader]


def _sizes(answer: Make, num_train: int, num_val: int, batch_size: int) -> str:
    loaders = _two(answer, _sets(num_train, num_val), batch_size, torch.Generator().manual_seed(0))
    told = [" and ".join(str(len(y)) for y in _labels(loader)) or "none" for loader in loaders]
    return f"training: batches of {told[0]}; validation: batches of {told[1]}"


def _whose(answer: Make, num_train: int, num_val: int, batch_size: int) -> str:
    loaders = _two(answer, _sets(num_train, num_val), batch_size, torch.Generator().manual_seed(0))
    firsts = [int(_labels(loader)[0][0]) for loader in loaders]
    names = ["training" if first < 1000 else "validation" for first in firsts]
    return f"the first gives {names[0]} examples, the second {names[1]} examples"


def _val_order(answer: Make, num_train: int, num_val: int, batch_size: int) -> str:
    generator = torch.Generator().manual_seed(0)
    _, loader = _two(answer, _sets(num_train, num_val), batch_size, generator)
    y = torch.cat(_labels(loader))
    stored = bool((y.diff() > 0).all())
    return f"{len(y.unique())} validation examples, {'as stored' if stored else 'in another order'}"


def _train_order(answer: Make, num_train: int, batch_size: int) -> str:
    """Say whether the order is random, new in each epoch, and drawn from the generator."""
    orders = []
    for seed in (0, 0, 5):
        generator = torch.Generator().manual_seed(seed)
        loader, _ = _two(answer, _sets(num_train, 4), batch_size, generator)
        orders.append([torch.cat(_labels(loader)).tolist() for _ in range(2)])
    one, again, other = orders
    if one[0] == sorted(one[0]):
        return "the training examples come as they are stored"
    if one[0] == one[1]:
        return "the second epoch repeats the order of the first"
    if one != again:
        return "the same seed gives another order"
    return f"another seed gives {'the same' if one == other else 'another'} order, and each epoch"


def _by_samplers(
    train_set: TensorDataset, val_set: TensorDataset, batch_size: int, generator: Generator
) -> tuple[Any, Any]:
    sampler = torch.utils.data.RandomSampler(train_set, generator=generator)
    cut = torch.utils.data.BatchSampler(sampler, batch_size, drop_last=True)
    return DataLoader(train_set, batch_sampler=cut), DataLoader(val_set, batch_size)


LOADERS = Exercise(
    number="10.3",
    name="make_loaders",
    title="Two loaders",
    level="build",
    hints=(
        "Section 10.1 has a `DataLoader` with a random order, section 10.3 names the setting that "
        "leaves out the incomplete batch. Which settings does each of the two loaders need?",
        "For training: `batch_size`, `shuffle`, `drop_last` and `generator`. For validation every "
        "example counts and the order does not matter: which of them remain?",
        "`DataLoader(train_set, batch_size=batch_size, shuffle=True, drop_last=True, "
        "generator=generator)` is the first. The second needs its set and `batch_size`. Return "
        "both, training first.",
    ),
    learned="shuffle and drop_last are for training; validation counts every example",
    cases=(
        Case("10 and 7 examples, B = 4: the sizes", (10, 7, 4), _sizes),
        Case("8 and 5 examples, B = 4: whose examples", (8, 5, 4), _whose),
        Case("8 and 9 examples, B = 4: the order in validation", (8, 9, 4), _val_order),
        Case("40 examples, B = 8: the order in training", (40, 8), _train_order),
    ),
    reference=solutions.make_loaders,
    correct=(_by_samplers, changed_loaders),
    mistakes=MISTAKES,
)
