"""Exercise 9.3 of notebook 09: dropping whole rows of images."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.dropout import rows_mistakes, solutions

Dropout = Callable[[Tensor, float, Generator], Tensor]


def _with_expand(X: Tensor, p: float, generator: Generator) -> Tensor:
    dropped = torch.rand(X.shape[:2], generator=generator) < p
    return (X / (1 - p)).masked_fill(dropped.to(X.device).unsqueeze(-1).expand_as(X), 0.0)


def _with_a_loop(X: Tensor, p: float, generator: Generator) -> Tensor:
    images = X / (1 - p)
    for image in images:
        for i in range(len(image)):
            if torch.rand((), generator=generator) < p:
                image[i] = 0
    return images


def _by_einsum(X: Tensor, p: float, generator: Generator) -> Tensor:
    keep = torch.bernoulli(torch.full(X.shape[:2], 1 - p).double(), generator=generator)
    return torch.einsum("nrc,nr->nrc", X.double(), keep) / (1 - p)


def _images(num_images: int, num_rows: int, num_columns: int) -> Tensor:
    """Return images with values from 1 to 2, so that only dropping makes a 0."""
    generator = torch.Generator().manual_seed(11)
    return 1 + torch.rand(num_images, num_rows, num_columns, generator=generator)


def _pattern(answer: Dropout, X: Tensor, p: float) -> str:
    """Say what was dropped together."""
    after = answer(X, p, torch.Generator().manual_seed(12))
    if after.shape != X.shape:
        return f"images of shape {tuple(after.shape)}"
    zero = after == 0
    if not zero.any():
        return "nothing is dropped"
    if zero.all():
        return "everything is dropped"
    alike_in = [bool((zero == zero.select(axis, 0).unsqueeze(axis)).all()) for axis in (0, 1, 2)]
    if alike_in[1] and alike_in[2]:
        return "whole images are dropped"
    if alike_in[1]:
        return f"whole columns are dropped, {'the same' if alike_in[0] else 'others'} in each image"
    if not alike_in[2]:
        return f"single pixels are dropped, {'the same' if alike_in[0] else 'others'} in each image"
    return f"whole rows are dropped, {'the same' if alike_in[0] else 'others'} in each image"


def _share(answer: Dropout, X: Tensor, p: float) -> str:
    """Say how many pixels become 0."""
    after = answer(X, p, torch.Generator().manual_seed(13))
    return f"about {10 * round(10 * (after == 0).double().mean().item())} % of the pixels are 0"


def _factor(answer: Dropout, X: Tensor, p: float) -> str:
    """Say by what the rest is multiplied."""
    ratios = (answer(X, p, torch.Generator().manual_seed(14)) / X).double()
    kept = ratios[ratios != 0]
    if not len(kept):
        return "nothing is left"
    if kept.max() - kept.min() > 1e-4:
        return "what is left is multiplied by several different numbers"
    return f"what is left is multiplied by {kept.mean():.3g}"


def _numbers(answer: Dropout, X: Tensor, p: float) -> str:
    """Say whether the number of dropped rows is left to chance."""
    after = answer(X, p, torch.Generator().manual_seed(16))
    dropped = (after == 0).sum(dim=(1, 2))
    return f"{'all' if (dropped == dropped[0]).all() else 'not all'} images lose equally much"


def _draws(answer: Dropout, X: Tensor, p: float) -> str:
    """Say whether the rows follow the generator."""
    generator = torch.Generator().manual_seed(15)
    first, second = (answer(X, p, generator) for _ in range(2))
    if not first.equal(answer(X, p, torch.Generator().manual_seed(15))):
        return "a generator seeded alike drops other rows"
    if first.equal(second):
        return "two calls with one generator drop the same rows"
    return "other rows with each call; a generator seeded alike drops the same ones"


FEW, MANY = _images(40, 8, 8), _images(300, 6, 4)

DROP_ROWS = Exercise(
    number="9.3",
    name="drop_rows",
    title="Dropping whole rows",
    level="build",
    hints=(
        "This is the dropout of section 9.4 once more. What is new is that all pixels of "
        "a row share a coin. So count first: how many coins do N images need?",
        "Draw one number for each row of each image, `torch.rand(…, generator=generator)`, and "
        "compare it with p. If the mask has an axis of size 1 where X has its columns, a product "
        "with X hands each coin to its whole row.",
        "The first line: `coins = torch.rand(X.shape[0], X.shape[1], 1, generator=generator)`. "
        "What is left is the last line of `dropout` in section 9.4, with `coins >= p` as the mask.",
    ),
    learned="an axis of size 1 in the mask shares one coin along that axis",
    cases=(
        Case("40 images of 8 × 8, p = 0.4", (FEW, 0.4), _pattern),
        Case("300 images of 6 × 4, p = 0.3", (MANY, 0.3), _pattern),
        Case("300 images of 6 × 4, p = 0.3", (MANY, 0.3), _share),
        Case("300 images of 6 × 4, p = 0.3", (MANY, 0.3), _numbers),
        Case("300 images of 6 × 4, p = 0.3", (MANY, 0.3), _factor),
        Case("40 images of 8 × 8, p = 0.75", (FEW, 0.75), _factor),
        Case("40 images of 8 × 8, p = 0", (FEW, 0.0), _factor),
        Case("40 images of 8 × 8, p = 0.4, three calls", (FEW, 0.4), _draws),
    ),
    reference=solutions.drop_rows,
    correct=(_with_expand, _with_a_loop, _by_einsum),
    mistakes=rows_mistakes.MISTAKES,
)
