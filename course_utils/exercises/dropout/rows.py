"""Exercise 9.3 of notebook 09: dropping whole rows of images."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise, Mistake

Dropout = Callable[[Tensor, float, Generator], Tensor]


def drop_rows(X: Tensor, p: float, generator: Generator) -> Tensor:
    """Return images X (N, rows, columns), each row dropped with probability `p`, others rescaled.

    Every image has a mask of its own; 0 ≤ p < 1.
    """
    return _masked(X, p, generator, (len(X), X.shape[1], 1)) / (1 - p)


def _masked(X: Tensor, p: float, generator: Generator, shape: tuple[int, ...]) -> Tensor:
    return X * (torch.rand(shape, generator=generator) >= p).to(X.device)


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
    alike_in = [bool((zero == zero.select(axis, 0).unsqueeze(axis)).all()) for axis in (0, 1, 2)]
    if alike_in[1] and alike_in[2]:
        return "whole images are dropped"
    if alike_in[1]:
        return "whole columns are dropped"
    if not alike_in[2]:
        return "single pixels are dropped"
    return f"whole rows are dropped, {'the same' if alike_in[0] else 'others'} in each image"


def _share(answer: Dropout, X: Tensor, p: float) -> str:
    after = answer(X, p, torch.Generator().manual_seed(13))
    return f"about {10 * round(10 * (after == 0).double().mean().item())} % of the pixels are 0"


def _factor(answer: Dropout, X: Tensor, p: float) -> str:
    ratios = (answer(X, p, torch.Generator().manual_seed(14)) / X).double()
    kept = ratios[ratios != 0]
    if not len(kept):
        return "nothing is left"
    if kept.max() - kept.min() > 1e-4:
        return "what is left is multiplied by several different numbers"
    return f"what is left is multiplied by {kept.mean():.4g}"


def _numbers(answer: Dropout, X: Tensor, p: float) -> str:
    after = answer(X, p, torch.Generator().manual_seed(16))
    dropped = (after == 0).sum(dim=(1, 2))
    return f"{'all' if (dropped == dropped[0]).all() else 'not all'} images lose equally much"


def _equally_many(X: Tensor, p: float, generator: Generator) -> Tensor:
    images = X / (1 - p)
    for image in images:
        order = torch.randperm(len(image), generator=generator)
        image[order[: round(p * len(image))]] = 0
    return images


def _draws(answer: Dropout, X: Tensor, p: float) -> str:
    first, again = (answer(X, p, torch.Generator().manual_seed(15)) for _ in range(2))
    return f"a generator seeded alike drops {'the same' if first.equal(again) else 'other'} rows"


FEW, MANY = _images(40, 8, 8), _images(3000, 6, 4)

DROP_ROWS = Exercise(
    number="9.3",
    title="Dropping whole rows",
    level="build",
    learned="an axis of size 1 in the mask shares one coin along that axis",
    cases=(
        Case("40 images of 8 × 8, p = 0.4", (FEW, 0.4), _pattern),
        Case("3,000 images of 6 × 4, p = 0.3", (MANY, 0.3), _pattern),
        Case("3,000 images of 6 × 4, p = 0.3", (MANY, 0.3), _share),
        Case("3,000 images of 6 × 4, p = 0.3", (MANY, 0.3), _numbers),
        Case("3,000 images of 6 × 4, p = 0.3", (MANY, 0.3), _factor),
        Case("40 images of 8 × 8, p = 0.75", (FEW, 0.75), _factor),
        Case("40 images of 8 × 8, p = 0", (FEW, 0.0), _factor),
        Case("40 images of 8 × 8, p = 0.4, twice", (FEW, 0.4), _draws),
    ),
    reference=drop_rows,
    correct=(_with_expand, _with_a_loop),
    mistakes=(
        Mistake(
            "single pixels",
            lambda X, p, generator: _masked(X, p, generator, tuple(X.shape)) / (1 - p),
            "Each pixel has a coin of its own. How many coins does one image need, and along which "
            "axis is a coin shared?",
        ),
        Mistake(
            "the same pixels in every image",
            lambda X, p, generator: _masked(X, p, generator, tuple(X.shape[1:])) / (1 - p),
            "Each pixel has a coin of its own, and all images share them. It should be the other "
            "way round: along which axis is a coin shared, and along which not?",
        ),
        Mistake(
            "the same rows in every image",
            lambda X, p, generator: _masked(X, p, generator, (X.shape[1], 1)) / (1 - p),
            "All images lose the same rows. Each image should have coins of its own: which axis is "
            "missing from the shape of the mask?",
        ),
        Mistake(
            "columns",
            lambda X, p, generator: _masked(X, p, generator, (len(X), 1, X.shape[2])) / (1 - p),
            "These are columns. The axes are image, row, column: along which of them should one "
            "coin be shared?",
        ),
        Mistake(
            "whole images",
            lambda X, p, generator: _masked(X, p, generator, (len(X), 1, 1)) / (1 - p),
            "One coin for each image is too few: it takes all rows with it.",
        ),
        Mistake(
            "no scaling",
            lambda X, p, generator: _masked(X, p, generator, (*X.shape[:2], 1)),
            "The right pixels are dropped. Is the expectation of each pixel what it was?",
        ),
        Mistake(
            "divides by p",
            lambda X, p, generator: _masked(X, p, generator, (*X.shape[:2], 1)) / (p or 1),
            "The rows are right. The factor must bring back the expectation: with what "
            "probability does a row survive?",
        ),
        Mistake(
            "keeps with probability p",
            lambda X, p, generator: _masked(X, 1 - p, generator, (*X.shape[:2], 1)) / (p or 1),
            "p is the probability of being dropped, and here it is that of being kept.",
        ),
        Mistake(
            "equally many in each image",
            _equally_many,
            "Every image loses the same number of rows. With a coin for each row that number "
            "is left to chance too.",
        ),
        Mistake(
            "compares the wrong way round",
            lambda X, p, generator: _masked(X, 1 - p, generator, (*X.shape[:2], 1)) / (1 - p),
            "The division is right, but with this comparison, with what probability is a row kept?",
        ),
        Mistake(
            "without the generator",
            lambda X, p, generator: X * (torch.rand(*X.shape[:2], 1) >= p) / (1 - p),
            "Everything is right but one thing: the numbers do not come from the generator that "
            "was handed in, so nobody can repeat the draw.",
        ),
    ),
)
