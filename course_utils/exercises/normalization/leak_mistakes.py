"""The known mistakes of exercise 2.6: what has seen the validation data, and other slips."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.fill_mistakes import FILL_MISTAKES
from course_utils.exercises.normalization.fillings import filled_by, prepared
from course_utils.exercises.normalization.scales import Pair, both, moments, z


def _seen_by_all(
    *, fill: bool = False, mean: bool = False, std: bool = False
) -> Callable[..., Pair]:
    """Return an answer in which these three numbers come from all examples."""

    def answer(X: Tensor, train: Tensor, val: Tensor) -> Pair:
        filled = filled_by(X, (X if fill else X[train]).nanmean(dim=0))
        mean_of = moments(filled if mean else filled[train])[0]
        std_of = moments(filled if std else filled[train])[1]
        return both(filled[train], filled[val], mean_of, std_of)

    return answer


def _scaled_by_the_first(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = filled_by(X, X[train].nanmean(dim=0))
    return both(filled[train], filled[val], *moments(filled[: len(train)]))


def _all_by_the_first(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = filled_by(X, X[: len(train)].nanmean(dim=0))
    return both(filled[train], filled[val], *moments(filled[: len(train)]))


def _the_first(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = filled_by(X, X[train].nanmean(dim=0))
    return both(filled[: len(train)], filled[len(train) :], *moments(filled[train]))


MISTAKES = (
    Mistake("both leaks", _seen_by_all(fill=True, mean=True, std=True), given=True),
    Mistake(
        "mends the scaling only",
        _seen_by_all(fill=True),
        "The scaling is right now. But one line earlier the gaps are filled with a number "
        "that was computed from all examples.",
    ),
    Mistake(
        "mends the filling only",
        _seen_by_all(mean=True, std=True),
        "The gaps are filled without looking ahead now. The mean and the standard deviation "
        "after that still come from all examples.",
    ),
    Mistake(
        "the deviation of all",
        _seen_by_all(std=True),
        "Nearly: the standard deviation still comes from all examples.",
    ),
    Mistake(
        "the mean of all",
        _seen_by_all(mean=True),
        "Nearly: the mean that is taken off still comes from all examples.",
    ),
    Mistake(
        "filling and deviation of all",
        _seen_by_all(fill=True, std=True),
        "The mean that is taken off is the training set's now. The filling and the standard "
        "deviation have still seen all examples.",
    ),
    Mistake(
        "filling and mean of all",
        _seen_by_all(fill=True, mean=True),
        "The standard deviation is the training set's now. The filling, and the mean that is taken "
        "off, have still seen all examples.",
    ),
    Mistake(
        "training and validation exchanged",
        lambda X, train, val: prepared()(X, val, train)[::-1],
        "Your numbers come from the validation data alone. Which part may a preparation see?",
    ),
    Mistake(
        "filled by the validation data",
        prepared(lambda X, train, val: X[val].nanmean(dim=0)),
        "The gaps are filled with means of the validation data. Which part may a preparation see?",
    ),
    Mistake(
        "scaled by the validation data",
        prepared(scale=lambda a, b: both(a, b, *moments(b))),
        "The gaps are filled rightly. Both parts are then scaled with the numbers of the "
        "validation data.",
    ),
    Mistake(
        "fills by training, scales each part by itself",
        prepared(scale=lambda a, b: (z(a, a), z(b, b))),
        "The gaps are filled rightly. Then the validation data are scaled with a mean and a "
        "standard deviation of their own; use the training set's.",
    ),
    *FILL_MISTAKES,
    Mistake(
        "the standard deviation with N − 1",
        prepared(scale=lambda a, b: both(a, b, a.mean(dim=0), a.std(dim=0))),
        "Nothing leaks. But the standard deviation is now that with N − 1: the code as it was "
        "given had `correction`.",
    ),
    Mistake(
        "one scale for the whole table",
        prepared(scale=lambda a, b: both(a, b, a.mean(), a.std(correction=0))),
        "One mean and one standard deviation for the whole table: each feature has its own.",
    ),
    Mistake(
        "only centres",
        prepared(scale=lambda a, b: (a - a.mean(dim=0), b - a.mean(dim=0))),
        "The parts are centred, and not divided by the standard deviation.",
    ),
    Mistake(
        "not scaled at all",
        prepared(scale=lambda a, b: (a, b)),
        "The gaps are filled, and nothing is standardised any more.",
    ),
    Mistake(
        "the validation part not scaled",
        prepared(scale=lambda a, b: (z(a, a), b)),
        "The validation part comes back as it was, only filled. It needs the same scaling.",
    ),
    Mistake(
        "the parts in another order",
        lambda X, train, val: prepared()(X, train, val)[::-1],
        "Both parts are right, in the wrong order: the examples of `train` come first.",
    ),
    Mistake(
        "scaled by the first rows",
        _scaled_by_the_first,
        "The scale comes from the first rows of the table. `train` holds indices: they may be any "
        "rows.",
    ),
    Mistake(
        "filled and scaled by the first rows",
        _all_by_the_first,
        "All numbers come from the first rows of the table. `train` holds indices: they may be any "
        "rows.",
    ),
    Mistake(
        "the first rows for training",
        _the_first,
        "The first rows are handed back as the training part. `train` and `val` hold indices: they "
        "may be any rows.",
    ),
    Mistake(
        "all in one table",
        prepared(scale=lambda a, b: z(torch.cat([a, b]), a)),
        "One table came back. The two parts are asked for apart, in a tuple.",
    ),
)
