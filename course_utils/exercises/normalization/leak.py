"""Exercise 2.5 of notebook 02: a preparation that has seen the validation data, twice."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Pair = tuple[Tensor, Tensor]


def _z(X: Tensor, seen: Tensor) -> Tensor:
    return (X - seen.mean(dim=0)) / seen.std(dim=0, correction=0)


def prepare(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    """Fill the gaps in `X` by column means, standardise it, and return training and validation set.

    `X`: (N, features) with nan where a reading is missing; `train`, `val`: indices of examples.
    Means and standard deviations (with N) are the training set's.
    """
    return _prepared(X, train, val, fill_by=X[train], scale_by_train=True)


def _prepared(X: Tensor, train: Tensor, val: Tensor, fill_by: Tensor, scale_by_train: bool) -> Pair:
    filled = torch.where(X.isnan(), fill_by.nanmean(dim=0), X)
    seen = filled[train] if scale_by_train else filled
    return _z(filled[train], seen), _z(filled[val], seen)


def _split_first(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    X_train, X_val = X[train], X[val]
    means = X_train.nanmean(dim=0)
    X_train = torch.where(X_train.isnan(), means, X_train)
    X_val = torch.where(X_val.isnan(), means, X_val)
    return _z(X_train, X_train), _z(X_val, X_train)


def _filled_with_zeros_afterwards(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    # A gap that is filled with the mean has z-score 0, and takes part in the standard deviation.
    means = X[train].nanmean(dim=0)
    scale = ((X[train] - means).nan_to_num(0.0) ** 2).mean(dim=0).sqrt()
    return ((X[train] - means) / scale).nan_to_num(0.0), ((X[val] - means) / scale).nan_to_num(0.0)


def _own(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = [torch.where(part.isnan(), part.nanmean(dim=0), part) for part in (X[train], X[val])]
    return _z(filled[0], filled[0]), _z(filled[1], filled[1])


def _plain_mean(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = torch.where(X.isnan(), X[train].mean(dim=0), X)
    return _z(filled[train], filled[train]), _z(filled[val], filled[train])


def _val_filled_by_itself(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = [torch.where(part.isnan(), part.nanmean(dim=0), part) for part in (X[train], X[val])]
    return _z(filled[0], filled[0]), _z(filled[1], filled[0])


def _zero_filled(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = X.nan_to_num(0.0)
    return _z(filled[train], filled[train]), _z(filled[val], filled[train])


def _val_scaled_by_itself(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = torch.where(X.isnan(), X[train].nanmean(dim=0), X)
    return _z(filled[train], filled[train]), _z(filled[val], filled[val])


def _train_part(answer: Callable[..., Pair], *inputs: Tensor) -> Tensor:
    return answer(*inputs)[0]


def _val_part(answer: Callable[..., Pair], *inputs: Tensor) -> Tensor:
    return answer(*inputs)[1]


_UNITS = torch.tensor([18.0, 1.0, 400.0])
_DRAWN = torch.randn(24, 3, generator=torch.Generator().manual_seed(25)) * _UNITS + 2 * _UNITS
_GAPS = _DRAWN.clone()
_GAPS[[2, 17, 20], [0, 1, 1]] = torch.nan
_FIRST, _REST = torch.arange(16), torch.arange(16, 24)

LEAK = Exercise(
    number="2.5",
    title="Two leaks",
    level="change",
    learned="whatever is computed from data is part of training: split first, then compute",
    cases=(
        Case(
            "one feature, 1, 2, a gap, 6, another gap; the first three for training",
            (
                torch.tensor([[1.0], [2.0], [torch.nan], [6.0], [torch.nan]]),
                torch.tensor([0, 1, 2]),
                torch.tensor([3, 4]),
            ),
        ),
        Case(
            "24 examples, 3 features, 3 gaps, the first 16 for training: the training part",
            (_GAPS, _FIRST, _REST),
            _train_part,
        ),
        Case("and the validation part", (_GAPS, _FIRST, _REST), _val_part),
        Case("the last 8 for training: the training part", (_GAPS, _REST, _FIRST), _train_part),
        Case("and their validation part", (_GAPS, _REST, _FIRST), _val_part),
        Case("no gaps at all: the validation part", (_DRAWN, _FIRST, _REST), _val_part),
    ),
    reference=prepare,
    correct=(_split_first, _filled_with_zeros_afterwards),
    mistakes=(
        Mistake(
            "both leaks",
            lambda X, train, val: _prepared(X, train, val, fill_by=X, scale_by_train=False),
            given=True,
        ),
        Mistake(
            "mends the scaling only",
            lambda X, train, val: _prepared(X, train, val, fill_by=X, scale_by_train=True),
            "The scaling is right now. But one line earlier the gaps are filled with a number "
            "that was computed from all examples.",
        ),
        Mistake(
            "mends the filling only",
            lambda X, train, val: _prepared(X, train, val, fill_by=X[train], scale_by_train=False),
            "The gaps are filled without looking ahead now. The mean and the standard deviation "
            "after that still come from all examples.",
        ),
        Mistake(
            "validation gaps filled by their own mean",
            _val_filled_by_itself,
            "The scaling is right. The gaps of the validation data are filled with a mean of their "
            "own; a single new example would have none.",
        ),
        Mistake(
            "a mean that trips over the gaps",
            _plain_mean,
            "A mean with nan among its numbers is nan. The code as it was given knew a mean that "
            "leaves the gaps out.",
        ),
        Mistake(
            "gaps filled with 0",
            _zero_filled,
            "Nothing leaks, but a gap has become a reading of 0, which may be far from all the "
            "others. Fill it with the mean of the feature, before scaling.",
        ),
        Mistake(
            "fills by training, scales each part by itself",
            _val_scaled_by_itself,
            "The gaps are filled rightly. Then the validation data are scaled with a mean and a "
            "standard deviation of their own; use the training set's.",
        ),
        Mistake(
            "training and validation exchanged",
            lambda X, train, val: prepare(X, val, train)[::-1],
            "Your numbers come from the validation data alone. Which part may a preparation see?",
        ),
        Mistake(
            "each set by itself",
            _own,
            "Nothing leaks any more, but each set has become a world of its own: the same reading "
            "gets two different z-scores. Use the training set's numbers for both.",
        ),
    ),
)
