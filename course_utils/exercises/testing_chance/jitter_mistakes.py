"""Wrong answers to exercise 16.6: global states, one coin for all, or another noise."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Generator, Tensor

from course_utils.exercises import Mistake

Jitter = Callable[[Tensor, Generator], Tensor]


def _coins(X: Tensor, generator: Generator | None) -> Tensor:
    return 2.0 * torch.randint(0, 2, (len(X), 1), generator=generator) - 1


def _noise(X: Tensor, generator: Generator | None) -> Tensor:
    return 0.1 * torch.randn(X.shape, generator=generator)


def _numpy_signs(X: Tensor) -> Tensor:
    return torch.tensor(np.random.choice([-1.0, 1.0], size=(len(X), 1))).float()


def _seeds_globally(X: Tensor, generator: Generator) -> Tensor:
    torch.manual_seed(generator.initial_seed())
    return _coins(X, None) * X + _noise(X, None)


def _seeds_both(X: Tensor, generator: Generator) -> Tensor:
    torch.manual_seed(generator.initial_seed())
    np.random.seed(generator.initial_seed() % 2**32)
    return _numpy_signs(X) * X + _noise(X, None)


def _begins_again(X: Tensor, generator: Generator) -> Tensor:
    own = torch.Generator().manual_seed(generator.initial_seed())
    return _coins(X, own) * X + _noise(X, own)


def _fresh_signs(X: Tensor, generator: Generator) -> Tensor:
    signs = torch.tensor(np.random.default_rng().choice([-1.0, 1.0], size=(len(X), 1))).float()
    return signs * X + _noise(X, generator)


MISTAKES = (
    Mistake(
        "as given",
        lambda X, generator: _numpy_signs(X) * X + _noise(X, None),
        given=True,
    ),
    Mistake(
        "the signs are NumPy's",
        lambda X, generator: _numpy_signs(X) * X + _noise(X, generator),
        "The noise comes from the generator now. The signs still come from NumPy's state.",
    ),
    Mistake(
        "the noise is global",
        lambda X, generator: _coins(X, generator) * X + _noise(X, None),
        "The signs come from the generator now. The noise still comes from PyTorch's state.",
    ),
    Mistake(
        "all from PyTorch's state",
        lambda X, generator: _coins(X, None) * X + _noise(X, None) + 0 * X,
        "All draws come from PyTorch's state. Which argument takes `generator` instead?",
    ),
    Mistake(
        "seeds PyTorch's state",
        _seeds_globally,
        "`torch.manual_seed` changes the global state for the whole program, and each call begins "
        "at the same draws. Hand `generator` on to the functions that draw.",
    ),
    Mistake(
        "seeds both states",
        _seeds_both,
        "Seeding the global states changes them for the whole program. Hand `generator` on "
        "instead.",
    ),
    Mistake(
        "begins again",
        _begins_again,
        "Each call makes a generator that begins at the same draws, so all calls get the same "
        "coins and noise. Draw from the one that is handed in: it moves on.",
    ),
    Mistake(
        "signs from nowhere",
        _fresh_signs,
        "No global state is touched, but a source without a seed is left: the same generator gives "
        "other results. Where do the signs come from?",
    ),
    Mistake(
        "0 and 1",
        lambda X, generator: (_coins(X, generator) + 1) / 2 * X + _noise(X, generator),
        "`torch.randint(0, 2, …)` gives 0 and 1, so about half of the examples become 0 before the "
        "noise is added. How do 0 and 1 turn into −1 and 1?",
    ),
    Mistake(
        "0 to 2",
        lambda X, generator: _noise(X, generator) + _coins(X, generator) * 0 + X,
        "No example is mirrored.",
    ),
    Mistake(
        "one coin",
        lambda X, generator: _coins(X[:1], generator) * X + _noise(X, generator),
        "All examples share one coin. It needs one for each row: shape (N, 1).",
    ),
    Mistake(
        "a coin for each entry",
        lambda X, generator: (
            _coins(X.reshape(-1, 1), generator).reshape(X.shape) * X + _noise(X, generator)
        ),
        "Each entry has a coin of its own. An example is mirrored as a whole: one coin for a row.",
    ),
    Mistake(
        "no noise",
        lambda X, generator: _coins(X, generator) * X,
        "The noise is gone.",
    ),
    Mistake(
        "ten times the noise",
        lambda X, generator: _coins(X, generator) * X + 10 * _noise(X, generator),
        "The noise has a standard deviation of 1. Asked for is 0.1.",
    ),
    Mistake(
        "uniform noise",
        lambda X, generator: (
            _coins(X, generator) * X + 0.1 * torch.rand(X.shape, generator=generator)
        ),
        "`torch.rand` gives uniform numbers from 0 to 1, all of them positive. Normal noise is "
        "asked for.",
    ),
    Mistake(
        "noise of a row",
        lambda X, generator: _coins(X, generator) * X + _noise(X[:, :1], generator),
        "All entries of an example get the same noise. It should be drawn for each entry.",
    ),
)
