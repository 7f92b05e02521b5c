"""Exercise 2.3 of notebook 02: scaling by the training data, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Pair = tuple[Tensor, Tensor]


def z_scores(X_train: Tensor, X_val: Tensor) -> Pair:
    """Return both sets as z-scores with the training set's mean and standard deviation (with N).

    `X_train`: (N, features), `X_val`: (M, features).
    """
    return _z(X_train, X_train), _z(X_val, X_train)


def _z(X: Tensor, seen: Tensor) -> Tensor:
    return (X - seen.mean(dim=0)) / seen.std(dim=0, correction=0)


def _z_of_sample(X: Tensor) -> Tensor:
    # By hand: `std` warns where there is a single example.
    misses = X - X.mean(dim=0)
    return misses / ((misses**2).sum(dim=0) / (len(X) - 1)).sqrt()


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


def _with_all(X_train: Tensor, X_val: Tensor) -> Pair:
    X = torch.cat([X_train, X_val])
    return _z(X_train, X), _z(X_val, X)


def _in_place(X_train: Tensor, X_val: Tensor) -> Pair:
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    X_train -= mean
    X_val -= mean
    return X_train / std, X_val / std


def _one_for_all(X_train: Tensor, X_val: Tensor) -> Pair:
    mean, std = X_train.mean(), X_train.std(correction=0)
    return (X_train - mean) / std, (X_val - mean) / std


def _by_example(X_train: Tensor, X_val: Tensor) -> Pair:
    train, val = (
        (X - X.mean(dim=1, keepdim=True)) / X.std(dim=1, correction=0, keepdim=True)
        for X in (X_train, X_val)
    )
    return train, val


def _train_part(answer: Callable[[Tensor, Tensor], Pair], X_train: Tensor, X_val: Tensor) -> Tensor:
    return answer(X_train, X_val)[0]


def _val_part(answer: Callable[[Tensor, Tensor], Pair], X_train: Tensor, X_val: Tensor) -> Tensor:
    return answer(X_train, X_val)[1]


_UNITS = torch.tensor([18.0, 1.0, 400.0])
_DRAWN = torch.randn(24, 3, generator=torch.Generator().manual_seed(23)) * _UNITS + 2 * _UNITS
_SMALL = torch.tensor([[1.0], [2.0], [6.0]])

Z_SCORES = Exercise(
    number="2.3",
    title="One scale, taken from the training data",
    level="build",
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
    reference=z_scores,
    correct=(_by_feature, _by_moments),
    mistakes=(
        Mistake(
            "validation data by their own numbers",
            lambda X_train, X_val: (_z(X_train, X_train), _z(X_val, X_val)),
            "You have scaled the validation data with their own mean and standard deviation. Then "
            "the same reading means one thing in training and another in validation.",
        ),
        Mistake(
            "numbers from all data",
            _with_all,
            "Your mean has seen the validation data. When the model meets new data, they will "
            "not have been there while it was made.",
        ),
        Mistake(
            "the standard deviation with N − 1",
            lambda X_train, X_val: tuple(
                (X - X_train.mean(dim=0)) / X_train.std(dim=0) for X in (X_train, X_val)
            ),
            "This is a z-score with the other standard deviation, the one that divides by N − 1. "
            "`torch.std` has an argument for that, `correction`.",
        ),
        Mistake(
            "each set by itself, with N − 1",
            lambda X_train, X_val: (_z_of_sample(X_train), _z_of_sample(X_val)),
            "Two things to change: the validation data have to be scaled with the training data's "
            "numbers, and the standard deviation is to divide by N (argument `correction`).",
        ),
        Mistake(
            "one scale for all features",
            _one_for_all,
            "One mean and one standard deviation for the whole table: the largest feature decides "
            "for all of them. Along which dimension do the examples run?",
        ),
        Mistake(
            "divides by the variance",
            lambda X_train, X_val: tuple(
                (X - X_train.mean(dim=0)) / X_train.var(dim=0, correction=0)
                for X in (X_train, X_val)
            ),
            "You divide by the variance, the square of the standard deviation. What unit has the "
            "result? A z-score has none.",
        ),
        Mistake(
            "only divides",
            lambda X_train, X_val: tuple(
                X / X_train.std(dim=0, correction=0) for X in (X_train, X_val)
            ),
            "The size is right, but nothing was centred: the mean of each training feature should "
            "come out as 0.",
        ),
        Mistake(
            "the mean of each example",
            _by_example,
            "`mean(1)` runs along the features, so each example is scaled by itself. The mean of "
            "a feature runs along the examples. Which dimension is that?",
        ),
        Mistake(
            "training and validation exchanged",
            lambda X_train, X_val: (_z(X_train, X_val), _z(X_val, X_val)),
            "Both sets are scaled with the numbers of the validation data. It should be those of "
            "the training data.",
        ),
        Mistake(
            "the outputs exchanged",
            lambda X_train, X_val: z_scores(X_train, X_val)[::-1],
            "Both are right. The training data come first, then the validation data.",
        ),
        Mistake(
            "subtracts in place",
            _in_place,
            "`-=` writes into the tensors of whoever calls the function. Compute new ones.",
        ),
    ),
)
