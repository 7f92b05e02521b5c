"""The known mistakes of exercise 10.1: two orders, none, or not all examples."""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.batching.solutions import epoch_to_mend as epoch

Pairs = list[tuple[Tensor, Tensor]]


def _pairs(X: Tensor, y: Tensor, batch_size: int) -> Pairs:
    return list(zip(X.split(batch_size), y.split(batch_size), strict=True))


def _orders(
    X: Tensor, y: Tensor, batch_size: int, one: Generator | None, other: Generator | None
) -> Pairs:
    """Cut X and y, each in the order that its generator draws, or as it is for None."""
    X, y = (
        part if it is None else part[torch.randperm(len(part), generator=it)]
        for part, it in ((X, one), (y, other))
    )
    return _pairs(X, y, batch_size)


def _seeded(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    return epoch(X, y, batch_size, torch.Generator().manual_seed(0))


def _with_replacement(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    picked = torch.randint(len(X), (len(X),), generator=generator)
    return _pairs(X[picked], y[picked], batch_size)


def _batches_shuffled(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    pairs = _pairs(X, y, batch_size)
    return [pairs[i] for i in torch.randperm(len(pairs), generator=generator)]


def _inside_batches(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    pairs = _pairs(X, y, batch_size)
    return [pair for X, y in pairs for pair in epoch(X, y, len(y), generator)]


def _each_by_itself(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    drawn = [torch.randperm(len(X), generator=generator) for _ in range(0, len(X), batch_size)]
    sizes = [len(part) for part in y.split(batch_size)]
    return [(X[it[:n]], y[it[:n]]) for it, n in zip(drawn, sizes, strict=True)]


def _chunks(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    order = torch.randperm(len(X), generator=generator)
    return [(X[picked], y[picked]) for picked in order.chunk(batch_size)]


MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "two orders",
        lambda X, y, batch_size, generator: _orders(X, y, batch_size, generator, generator),
        given=True,
    ),
    Mistake(
        "not shuffled at all",
        lambda X, y, batch_size, generator: _orders(X, y, batch_size, None, None),
        "Rows and labels stay together now, but in the order in which they came. Section "
        "10.2 shows what that costs with a sorted file. How many permutations do two tensors "
        "need to be shuffled alike?",
    ),
    Mistake(
        "only X shuffled",
        lambda X, y, batch_size, generator: _orders(X, y, batch_size, generator, None),
        "The rows are in a new order and the labels in the old one, so they still come "
        "apart. Which tensors need the same treatment?",
    ),
    Mistake(
        "only y shuffled",
        lambda X, y, batch_size, generator: _orders(X, y, batch_size, None, generator),
        "The labels are in a new order and the rows in the old one, so they still come "
        "apart. Which tensors need the same treatment?",
    ),
    Mistake(
        "a seed of its own",
        _seeded,
        "Rows and labels fit, but every epoch has the same order, whatever generator comes "
        "in. Where should the permutation be drawn from?",
    ),
    Mistake(
        "with replacement",
        _with_replacement,
        "Some examples come twice and others not at all. Which function draws every number "
        "exactly once?",
    ),
    Mistake(
        "whole batches shuffled",
        _batches_shuffled,
        "Only the order of the batches changes: the same neighbours meet in every epoch. What "
        "has to be shuffled before the cutting?",
    ),
    Mistake(
        "drops the last batch",
        lambda X, y, batch_size, generator: [
            pair for pair in epoch(X, y, batch_size, generator) if len(pair[1]) == batch_size
        ],
        "Rows and labels fit. But the examples that do not fill a batch are missing, and the "
        "task asks for all of them: is a smaller last batch allowed?",
    ),
    Mistake(
        "the generator's seed anew",
        lambda X, y, batch_size, generator: epoch(
            X, y, batch_size, torch.Generator().manual_seed(generator.initial_seed())
        ),
        "Rows and labels fit. But the generator itself draws nothing, so its second epoch comes "
        "in the order of the first. What should the permutation be drawn from?",
    ),
    Mistake(
        "without the generator",
        lambda X, y, batch_size, generator: epoch(X, y, batch_size, torch.default_generator),
        "Rows and labels fit, but the same seed gives another order: the generator that came in "
        "draws nothing. What should the permutation be drawn from?",
    ),
    Mistake(
        "shuffled inside each batch",
        _inside_batches,
        "Each batch is mixed by itself, so the same examples meet in every epoch. What has to be "
        "shuffled before the cutting?",
    ),
    Mistake(
        "reversed",
        lambda X, y, batch_size, generator: _pairs(X.flip(0), y.flip(0), batch_size),
        "Rows and labels fit, in one and the same order every time. What draws a new one, from the "
        "generator?",
    ),
    Mistake(
        "each batch drawn by itself",
        _each_by_itself,
        "Each batch is drawn from all examples anew, so some come twice in an epoch and others "
        "never. How many permutations does an epoch need?",
    ),
    Mistake(
        "one permutation of a batch's length",
        lambda X, y, batch_size, generator: epoch(
            X[:batch_size], y[:batch_size], batch_size, generator
        ),
        "Only the first examples come, as many as fill a batch. Over how many numbers should the "
        "permutation run?",
    ),
    Mistake(
        "the loop ends too early",
        lambda X, y, batch_size, generator: epoch(X, y, batch_size, generator)[:-1],
        "Rows and labels fit, but the last batch never comes. Where does the loop end?",
    ),
    Mistake(
        "a number of batches",
        lambda X, y, batch_size, generator: _chunks(X, y, batch_size, generator),
        "`chunk` takes how many parts there shall be. What does a batch size say?",
    ),
    Mistake(
        "not cut",
        lambda X, y, batch_size, generator: epoch(X, y, len(X), generator),
        "One order for both, but everything came in a single batch. Where is the batch size used?",
    ),
    Mistake(
        "labels first",
        lambda X, y, batch_size, generator: [
            (y_batch, X_batch) for X_batch, y_batch in epoch(X, y, batch_size, generator)
        ],
        "The pairs hold the labels first. Which comes first in (X_batch, y_batch)?",
    ),
    Mistake(
        "two rows of batches",
        lambda X, y, batch_size, generator: list(
            zip(*epoch(X, y, batch_size, generator), strict=True)
        ),
        "Two long rows came back, all batches of X and all batches of y. What puts them together "
        "in pairs?",
    ),
    Mistake(
        "only the first batch",
        lambda X, y, batch_size, generator: epoch(X, y, batch_size, generator)[:1],
        "One batch alone came back. Is the `return` inside the loop?",
    ),
)
