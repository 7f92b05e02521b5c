"""The known mistakes of exercise 10.3: a setting too many, too few, or at the wrong loader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Generator
from torch.utils.data import DataLoader, TensorDataset

from course_utils.exercises import Mistake

Sets = tuple[TensorDataset, TensorDataset]


def changed_loaders(
    train_set: TensorDataset,
    val_set: TensorDataset,
    batch_size: int,
    generator: Generator,
    *,
    train: dict[str, Any] | None = None,
    val: dict[str, Any] | None = None,
) -> tuple[DataLoader[Any], DataLoader[Any]]:
    """Return the two loaders with some settings changed; with none, those asked for."""
    for_training = {"shuffle": True, "drop_last": True, "generator": generator, **(train or {})}
    return (
        DataLoader(train_set, **{"batch_size": batch_size, **for_training}),
        DataLoader(val_set, **{"batch_size": batch_size, **(val or {})}),
    )


def _with(**changes: Any) -> Callable[..., Any]:
    return lambda *task: changed_loaders(*task, **changes)


def _seeded_inside(
    train_set: TensorDataset, val_set: TensorDataset, batch_size: int, generator: Generator
) -> Any:
    own = torch.Generator().manual_seed(0)
    return changed_loaders(train_set, val_set, batch_size, own)


def _same_settings(
    train_set: TensorDataset, val_set: TensorDataset, batch_size: int, generator: Generator
) -> Any:
    settings = {"shuffle": True, "drop_last": True, "generator": generator}
    return changed_loaders(train_set, val_set, batch_size, generator, val=settings)


def _one_val_batch(
    train_set: TensorDataset, val_set: TensorDataset, batch_size: int, generator: Generator
) -> Any:
    whole = {"batch_size": len(val_set)}
    return changed_loaders(train_set, val_set, batch_size, generator, val=whole)


def _lists(*task: Any) -> Any:
    train_loader, val_loader = changed_loaders(*task)
    return list(train_loader), list(val_loader)


def _turned(*task: Any) -> Any:
    return tuple(reversed(changed_loaders(*task)))


def _train_twice(
    train_set: TensorDataset, val_set: TensorDataset, batch_size: int, generator: Generator
) -> Any:
    return changed_loaders(train_set, train_set, batch_size, generator)


def _sets_turned(
    train_set: TensorDataset, val_set: TensorDataset, batch_size: int, generator: Generator
) -> Any:
    return changed_loaders(val_set, train_set, batch_size, generator)


MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "not shuffled",
        _with(train={"shuffle": False}),
        "The training examples come as they are stored, in every epoch. Which setting puts them "
        "into a random order?",
    ),
    Mistake(
        "the incomplete batch kept",
        _with(train={"drop_last": False}),
        "The training loader ends with an incomplete batch. Which setting leaves it out?",
    ),
    Mistake(
        "neither shuffled nor dropped",
        _with(train={"shuffle": False, "drop_last": False}),
        "The training loader keeps the stored order and the incomplete batch. Two settings are "
        "missing: which?",
    ),
    Mistake(
        "dropped in validation too",
        _with(val={"drop_last": True}),
        "Training is right. But validation leaves examples out: should a measurement?",
    ),
    Mistake(
        "dropped in validation alone",
        _with(train={"drop_last": False}, val={"drop_last": True}),
        "The incomplete batch is left out of validation and kept in training. Which of the two "
        "needs every example?",
    ),
    Mistake(
        "shuffled in validation too",
        _with(val={"shuffle": True}),
        "Training is right. Validation is shuffled as well, and the task asks for the stored "
        "order: which setting can go?",
    ),
    Mistake(
        "shuffled in validation alone",
        _with(train={"shuffle": False}, val={"shuffle": True}),
        "Validation is shuffled and training is not. Which of the two needs a random order?",
    ),
    Mistake(
        "the same settings for both",
        _same_settings,
        "Both loaders have the same settings. A measurement needs every example, and no random "
        "order: what should be different in the second?",
    ),
    Mistake(
        "without the generator",
        _with(train={"generator": None}),
        "The order is random, but the generator that came in draws nothing: the same seed gives "
        "another order. Where should it go?",
    ),
    Mistake(
        "a generator of its own",
        _seeded_inside,
        "The order is the same whatever generator comes in. Which one should the loader draw from?",
    ),
    Mistake(
        "no batch size",
        _with(train={"batch_size": 1}, val={"batch_size": 1}),
        "The batches hold one example each, which is what a DataLoader does when it is told "
        "nothing. Where is the batch size used?",
    ),
    Mistake(
        "no batch size in validation",
        _with(val={"batch_size": 1}),
        "Training is right. In validation each batch holds one example: where is the batch size "
        "used?",
    ),
    Mistake(
        "validation in one batch",
        _one_val_batch,
        "Training is right. In validation all examples come in one batch, and the task asks for "
        "batch_size at a time. Which size does the second loader get?",
    ),
    Mistake(
        "lists of batches",
        _lists,
        "Two lists came back: one epoch of batches each, always the same. A DataLoader draws a new "
        "order each time it is asked, so return the loaders themselves.",
    ),
    Mistake(
        "validation first",
        _turned,
        "The two loaders have changed places. Which should come first?",
    ),
    Mistake(
        "the sets changed places",
        _sets_turned,
        "The settings are in the right places, the sets are not: the first loader gives validation "
        "examples. Which set is for training?",
    ),
    Mistake(
        "training set twice",
        _train_twice,
        "Both loaders give training examples. Where is the other set used?",
    ),
)
