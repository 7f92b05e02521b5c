"""Exercise 2.3 of notebook 02: scaling by the training data, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.normalization import solutions
from course_utils.exercises.normalization.scales import Pair
from course_utils.exercises.normalization.scaling_mistakes import MISTAKES


def _by_feature(X_train: Tensor, X_val: Tensor) -> Pair:
    train, val = torch.empty_like(X_train), torch.empty_like(X_val)
    for i in range(X_train.shape[1]):
        mean = X_train[:, i].sum() / len(X_train)
        std = ((X_train[:, i] - mean) ** 2).mean().sqrt()
        train[:, i], val[:, i] = (X_train[:, i] - mean) / std, (X_val[:, i] - mean) / std
    return train, val


def _by_moments(X_train: Tensor, X_val: Tensor) -> Pair:
    var, mean = torch.var_mean(X_train, dim=0, correction=0)
    return (X_train - mean) * var.rsqrt(), (X_val - mean) * var.rsqrt()


def _in_numpy(X_train: Tensor, X_val: Tensor) -> list[np.ndarray]:
    seen = X_train.double().numpy()
    return [(X.double().numpy() - seen.mean(axis=0)) / seen.std(axis=0) for X in (X_train, X_val)]


def _train_part(answer: Callable[[Tensor, Tensor], Pair], X_train: Tensor, X_val: Tensor) -> Tensor:
    return answer(X_train, X_val)[0]


def _val_part(answer: Callable[[Tensor, Tensor], Pair], X_train: Tensor, X_val: Tensor) -> Tensor:
    return answer(X_train, X_val)[1]


_UNITS = torch.tensor([18.0, 1.0, 400.0])
_DRAWN = torch.randn(24, 3, generator=torch.Generator().manual_seed(23)) * _UNITS + 2 * _UNITS
_SMALL = torch.tensor([[1.0], [2.0], [6.0]])

Z_SCORES = Exercise(
    number="2.3",
    name="z_scores",
    title="One scale, taken from the training data",
    level="build",
    hints=(
        "Section 2.10 has the formula of the z-score: subtract the mean, divide by the standard "
        "deviation. Here each column is a feature and has two such numbers of its own. Only "
        "`X_train` may say what they are.",
        "First take the mean and the standard deviation of each column of `X_train`, both of "
        "shape `(features,)`. `mean(dim=0)` runs down the rows. `std` needs `correction=0` as "
        "well, see section 2.10. Then use them for both tables.",
        "The first line: `mean = X_train.mean(dim=0)`. Then `std` in the same way. The first of "
        "the two results is `(X_train - mean) / std`; the second is made with the same `mean` and "
        "`std`.",
    ),
    learned="each feature has a mean and a deviation of its own, and both come from training data",
    cases=(
        Case(
            "one feature: 1, 2, 6 for training, 3 and 9 for validation",
            (_SMALL, torch.tensor([[3.0], [9.0]])),
        ),
        Case(
            "16 examples with three features of different size: the training part",
            (_DRAWN[:16], _DRAWN[16:]),
            _train_part,
        ),
        Case("and the 8 examples for validation", (_DRAWN[:16], _DRAWN[16:]), _val_part),
        Case("validated on a single example", (_DRAWN[:16], _DRAWN[16:17]), _val_part),
        Case("validation data that lie far away", (_DRAWN[:16], _DRAWN[16:] + 1000), _val_part),
    ),
    reference=solutions.z_scores,
    correct=(_by_feature, _by_moments, _in_numpy),
    mistakes=MISTAKES,
)
