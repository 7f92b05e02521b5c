"""The known mistakes of exercise 2.3."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.scales import Pair, both, moments, z
from course_utils.exercises.normalization.solutions import z_scores
from course_utils.exercises.normalization.z_formula_mistakes import FORMULA_MISTAKES


def _z_of_sample(X: Tensor) -> Tensor:
    # By hand: `std` warns where there is a single example.
    misses = X - X.mean(dim=0)
    return misses / ((misses**2).sum(dim=0) / (len(X) - 1)).sqrt()


def _with_all(X_train: Tensor, X_val: Tensor) -> Pair:
    X = torch.cat([X_train, X_val])
    return z(X_train, X), z(X_val, X)


def _with_all_for_the_mean(X_train: Tensor, X_val: Tensor) -> Pair:
    mean, std = torch.cat([X_train, X_val]).mean(dim=0), moments(X_train)[1]
    return (X_train - mean) / std, (X_val - mean) / std


def _with_all_for_the_deviation(X_train: Tensor, X_val: Tensor) -> Pair:
    mean, std = moments(X_train)[0], moments(torch.cat([X_train, X_val]))[1]
    return (X_train - mean) / std, (X_val - mean) / std


def _in_place(X_train: Tensor, X_val: Tensor) -> Pair:
    mean, std = moments(X_train)
    X_train -= mean
    X_val -= mean
    return X_train / std, X_val / std


def _by_example(X_train: Tensor, X_val: Tensor) -> Pair:
    train, val = (
        (X - X.mean(dim=1, keepdim=True)) / X.std(dim=1, correction=0, keepdim=True)
        for X in (X_train, X_val)
    )
    return train, val


MISTAKES = (
    Mistake(
        "validation data by their own numbers",
        lambda X_train, X_val: (z(X_train, X_train), z(X_val, X_val)),
        "You have scaled the validation data with their own mean and standard deviation. Then "
        "the same reading means one thing in training and another in validation.",
    ),
    Mistake(
        "validation data by their own mean",
        lambda X_train, X_val: (
            z(X_train, X_train),
            (X_val - X_val.mean(dim=0)) / moments(X_train)[1],
        ),
        "The validation data are centred with a mean of their own. Where should it come from?",
    ),
    Mistake(
        "validation data by their own deviation",
        lambda X_train, X_val: (
            z(X_train, X_train),
            (X_val - moments(X_train)[0]) / moments(X_val)[1],
        ),
        "The validation data are divided by a standard deviation of their own. Where should it "
        "come from?",
    ),
    Mistake(
        "numbers from all data",
        _with_all,
        "Your mean has seen the validation data. When the model meets new data, they will "
        "not have been there while it was made.",
    ),
    Mistake(
        "the mean of all data",
        _with_all_for_the_mean,
        "The standard deviation comes from the training data, and the mean has seen the "
        "validation data as well.",
    ),
    Mistake(
        "the deviation of all data",
        _with_all_for_the_deviation,
        "The mean comes from the training data, and the standard deviation has seen the "
        "validation data as well.",
    ),
    Mistake(
        "each set by itself, with N − 1",
        lambda X_train, X_val: (_z_of_sample(X_train), _z_of_sample(X_val)),
        "Two things to change: the validation data have to be scaled with the training data's "
        "numbers, and the standard deviation is to divide by N (argument `correction`).",
    ),
    Mistake(
        "training and validation exchanged",
        lambda X_train, X_val: (z(X_train, X_val), z(X_val, X_val)),
        "Both sets are scaled with the numbers of the validation data. It should be those of "
        "the training data.",
    ),
    Mistake(
        "the training set overwritten first",
        lambda X_train, X_val: (z(X_train, X_train), z(X_val, z(X_train, X_train))),
        "The validation data come back as they were. Are they scaled at all? If with X_train: by "
        "then it may be a z-score already, with mean 0 and deviation 1.",
    ),
    Mistake(
        "nothing scaled",
        lambda X_train, X_val: (X_train + 0, X_val + 0),
        "Both sets come back as they were given. What makes z-scores of them?",
    ),
    Mistake(
        "validation data not centred",
        lambda X_train, X_val: (z(X_train, X_train), X_val / moments(X_train)[1]),
        "The validation data are divided, and not centred as the training data are.",
    ),
    Mistake(
        "both centred by the validation data",
        lambda X_train, X_val: both(X_train, X_val, moments(X_val)[0], moments(X_train)[1]),
        "The mean that is taken off is that of the validation data. Where should it come from?",
    ),
    Mistake(
        "both divided by the validation data",
        lambda X_train, X_val: both(X_train, X_val, moments(X_train)[0], moments(X_val)[1]),
        "The standard deviation is that of the validation data. Where should it come from?",
    ),
    Mistake(
        "the training data twice",
        lambda X_train, X_val: (z(X_train, X_train), z(X_train, X_train)),
        "The training data come back twice, and the validation data not at all.",
    ),
    Mistake(
        "validation data not divided",
        lambda X_train, X_val: (z(X_train, X_train), X_val - moments(X_train)[0]),
        "The validation data are centred, and their spread is still the old one.",
    ),
    Mistake(
        "the outputs exchanged",
        lambda X_train, X_val: z_scores(X_train, X_val)[::-1],
        "Both are right. The training data come first, then the validation data.",
    ),
    Mistake(
        "the mean of each example",
        _by_example,
        "`mean(1)` runs along the features, so each example is scaled by itself. The mean of "
        "a feature runs along the examples. Which dimension is that?",
    ),
    Mistake(
        "the mean of each training example",
        lambda X_train, X_val: both(
            X_train,
            X_val,
            X_train.mean(dim=1, keepdim=True),
            X_train.std(dim=1, correction=0, keepdim=True),
        ),
        "Your mean has a number for each example. One for each feature is needed: which dimension "
        "should it run along?",
    ),
    *FORMULA_MISTAKES,
    Mistake(
        "subtracts in place",
        _in_place,
        "`-=` writes into the tensors of whoever calls the function. Compute new ones.",
    ),
    Mistake(
        "centres the training data in place",
        lambda X_train, X_val: (X_train.sub_(X_train.mean(dim=0)), X_val),
        "`-=`, `/=` and methods that end in _ write into the caller's X_train. Compute new ones.",
    ),
    Mistake(
        "both in one",
        lambda X_train, X_val: torch.cat(z_scores(X_train, X_val)),
        "The two sets have been put together. They are asked for apart, in a tuple.",
    ),
    Mistake(
        "lists",
        lambda X_train, X_val: tuple(part.tolist() for part in z_scores(X_train, X_val)),
        "The numbers are right. They are asked for as tensors, and these are lists.",
    ),
)
