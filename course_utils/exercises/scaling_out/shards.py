"""Exercises 12.4 and 12.6 of notebook 12: averaging gradients of unequal shares, and its price."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def average(gradients: Tensor, sizes: Tensor) -> Tensor:
    """Return the gradient (params,) of a batch from those of its shares (workers, params).

    `sizes` (workers,) are the numbers of examples; an empty share counts nothing, even if nan.
    """
    shares = (sizes / sizes.sum())[:, None]
    return torch.where(sizes[:, None] > 0, shares * gradients, 0.0).sum(dim=0)


def _without_the_empty(gradients: Tensor, sizes: Tensor) -> Tensor:
    there = sizes > 0
    weights = sizes[there].to(gradients.dtype)
    return weights @ gradients[there] / weights.sum()


def _by_loop(gradients: Tensor, sizes: Tensor) -> Tensor:
    total = torch.zeros(gradients.shape[1])
    for gradient, size in zip(gradients, sizes.tolist(), strict=True):
        if size:
            total = total + size * gradient
    return total / sizes.sum()


def _plain_mean(gradients: Tensor, sizes: Tensor) -> Tensor:
    return gradients[sizes > 0].mean(dim=0)


NAN = float("nan")
EQUAL = (torch.tensor([[1.0, 2.0, -1.0], [3.0, -2.0, 5.0]]), torch.tensor([4, 4]))
UNEQUAL = (torch.tensor([[1.0, 2.0], [4.0, -2.0], [0.5, 9.0]]), torch.tensor([3, 2, 1]))
EMPTY = (torch.tensor([[NAN, NAN], [2.0, -6.0], [5.0, 1.0]]), torch.tensor([0, 1, 3]))

WEIGHTED_AVERAGE = Exercise(
    number="12.4",
    title="The gradient of a batch from unequal shares",
    level="build",
    learned="each share counts by its examples, and an empty one not at all",
    cases=(
        Case("two shares of 4 examples", EQUAL),
        Case("shares of 3, 2 and 1 examples", UNEQUAL),
        Case("shares of 0, 1 and 3 examples, the empty one with nan", EMPTY),
    ),
    reference=average,
    correct=(_without_the_empty, _by_loop),
    mistakes=(
        Mistake(
            "0 times nan",
            lambda gradients, sizes: (sizes[:, None] * gradients).sum(dim=0) / sizes.sum(),
            "The weights are right. But what is 0 times nan? The empty share has to be left out "
            "before anything is added.",
        ),
        Mistake(
            "whole numbers in a matrix product",
            lambda gradients, sizes: sizes[sizes > 0] @ gradients[sizes > 0] / sizes.sum(),
            "A matrix product wants one type on both sides, and sizes holds whole numbers. What "
            "makes decimals of them before the product?",
        ),
        Mistake(
            "sizes without a second axis",
            lambda gradients, sizes: (sizes * gradients).sum(dim=0) / sizes.sum(),
            "Broadcasting lines sizes up with the columns of gradients. Which axis of gradients "
            "are they about, and which one does sizes lack?",
        ),
        Mistake(
            "every share counts the same",
            _plain_mean,
            "Right for equal shares only. In a share of 1 example that example counts as much as "
            "three others together; should it?",
        ),
        Mistake(
            "every share counts the same, even the empty one",
            lambda gradients, sizes: gradients.mean(dim=0),
            "Every share counts the same here, whatever its size. By what should it count?",
        ),
        Mistake(
            "zero for the empty one, and it counts",
            lambda gradients, sizes: gradients.nan_to_num().mean(dim=0),
            "The nan is gone. But each share, the empty one too, still has the same weight.",
        ),
        Mistake(
            "a sum",
            lambda gradients, sizes: average(gradients, sizes) * sizes.sum(),
            "This is the sum over all examples. The loss of a batch is a mean.",
        ),
        Mistake(
            "divided by the workers",
            lambda gradients, sizes: average(gradients, sizes) * sizes.sum() / len(sizes),
            "Divided by the number of workers. How many examples were there in all?",
        ),
        Mistake(
            "divided twice",
            lambda gradients, sizes: average(gradients, sizes) / len(sizes),
            "Too small by the number of workers: the weights add up to 1 already, so nothing is "
            "left to divide by.",
        ),
    ),
)

BYTES_SENT = Exercise(
    number="12.6",
    title="The price of an average",
    level="read",
    learned="each worker sends nearly twice its gradients, however many workers there are",
    cases=(Case("25 million float32 parameters, 8 workers in a ring: MB sent by one worker"),),
    reference=175.0,
    correct=(175, torch.tensor(175.0)),
    mistakes=(
        Mistake(
            "the gradient once",
            100.0,
            "This is the size of the gradient. How often is each chunk passed on, and how many "
            "chunks does a worker send in each round?",
        ),
        Mistake(
            "the gradient twice",
            200.0,
            "Nearly. In each of the two rounds a worker sends one chunk less than there are.",
        ),
        Mistake(
            "one round only",
            87.5,
            "This is the first round, after which each worker has one finished chunk. How do the "
            "others get it?",
        ),
        Mistake(
            "numbers in place of bytes",
            43.75,
            "This counts numbers, in millions. How many bytes has a float32?",
        ),
        Mistake(
            "all workers together",
            1400.0,
            "This is what all eight send. Asked for is one of them.",
        ),
        Mistake(
            "to every other worker",
            700.0,
            "This sends the whole gradient to each of the seven others. In a ring there is one "
            "neighbour, and only chunks go to it.",
        ),
        Mistake("bytes", 175e6, "In bytes it is right. Asked for are MB, millions of bytes."),
    ),
    rtol=1e-3,
)
