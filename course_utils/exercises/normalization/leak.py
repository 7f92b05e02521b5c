"""Exercise 2.6 of notebook 02: a preparation that has seen the validation data, twice."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.leak_mistakes import MISTAKES
from course_utils.exercises.normalization.scales import Pair, z


def _split_first(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    X_train, X_val = X[train], X[val]
    means = X_train.nanmean(dim=0)
    X_train = torch.where(X_train.isnan(), means, X_train)
    X_val = torch.where(X_val.isnan(), means, X_val)
    return z(X_train, X_train), z(X_val, X_train)


def _filled_with_zeros_afterwards(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    # A gap that is filled with the mean has z-score 0, and takes part in the standard deviation.
    means = X[train].nanmean(dim=0)
    scale = ((X[train] - means).nan_to_num(0.0) ** 2).mean(dim=0).sqrt()
    return ((X[train] - means) / scale).nan_to_num(0.0), ((X[val] - means) / scale).nan_to_num(0.0)


def _in_numpy(X: Tensor, train: Tensor, val: Tensor) -> list[np.ndarray]:
    readings, seen = X.double().numpy(), train.numpy()
    filled = np.where(np.isnan(readings), np.nanmean(readings[seen], axis=0), readings)
    mean, std = filled[seen].mean(axis=0), filled[seen].std(axis=0)
    return [(filled[seen] - mean) / std, (filled[val.numpy()] - mean) / std]


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
    number="2.6",
    name="prepare_to_mend",
    title="Two leaks",
    level="change",
    hints=(
        "Section 2.10 ends with a rule: split first, compute from the training part, apply to "
        "both. Go through the lines one by one. For each number that is computed, ask which "
        "examples it has seen.",
        "`X[train]` are the training examples, and `filled[train]` the same with their gaps "
        "filled. Two lines compute something from all examples: one for the gaps, one for the "
        "scale. The others only apply it.",
        "The first line becomes `means = X[train].nanmean(dim=0)`. The line with `torch.where` "
        "fills the gaps of all examples, and that is as it should be. One more line has seen too "
        "much.",
    ),
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
    reference=solutions.prepare_to_mend,
    correct=(_split_first, _filled_with_zeros_afterwards, _in_numpy),
    mistakes=MISTAKES,
)
