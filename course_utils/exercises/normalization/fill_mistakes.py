"""Known mistakes of exercise 2.6 in how the gaps are filled."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.fillings import filled_by, prepared
from course_utils.exercises.normalization.scales import Pair, both, moments, z


def _by_themselves(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    a, b = (filled_by(part, part.nanmean(dim=0)) for part in (X[train], X[val]))
    return a, b


def _own(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    a, b = _by_themselves(X, train, val)
    return z(a, a), z(b, b)


def _val_filled_by_itself(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    a, b = _by_themselves(X, train, val)
    return z(a, a), z(b, a)


def _turned(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    filled = torch.where(X.isnan(), X, X[train].nanmean(dim=0))
    return z(filled[train], filled[train]), z(filled[val], filled[train])


def _not_filled(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    return z(X[train], X[train]), z(X[val], X[train])


def _filled_afterwards(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    mean = X[train].nanmean(dim=0)
    std = ((X[train] - mean) ** 2).nanmean(dim=0).sqrt()
    a, b = both(X[train], X[val], mean, std)
    return a.nan_to_num(0.0), b.nan_to_num(0.0)


def _dropped(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    a = X[train][~X[train].isnan().any(dim=1)]
    return both(a, filled_by(X[val], a.mean(dim=0)), *moments(a))


def _both_dropped(X: Tensor, train: Tensor, val: Tensor) -> Pair:
    a, b = (part[~part.isnan().any(dim=1)] for part in (X[train], X[val]))
    return z(a, a), z(b, a)


FILL_MISTAKES = (
    Mistake(
        "validation gaps filled by their own mean",
        _val_filled_by_itself,
        "The scaling is right. The gaps of the validation data are filled with a mean of their "
        "own; a single new example would have none.",
    ),
    Mistake(
        "each set by itself",
        _own,
        "Nothing leaks any more, but each set has become a world of its own: the same reading "
        "gets two different z-scores. Use the training set's numbers for both.",
    ),
    Mistake(
        "a mean that trips over the gaps",
        prepared(lambda X, train, val: X[train].mean(dim=0)),
        "A mean with nan among its numbers is nan. The code as it was given knew a mean that "
        "leaves the gaps out.",
    ),
    Mistake(
        "the branches of torch.where exchanged",
        _turned,
        "Every reading has become the mean, and the gaps are gaps still. Which of its two tensors "
        "does `torch.where` take where the condition is true?",
    ),
    Mistake(
        "gaps left",
        _not_filled,
        "A gap is left in, and a mean with nan among its numbers is nan. The gaps are to be filled "
        "first.",
    ),
    Mistake(
        "gaps filled with 0",
        prepared(lambda X, train, val: torch.zeros(X.shape[1])),
        "Nothing leaks, but a gap has become a reading of 0, which may be far from all the "
        "others. Fill it with the mean of the feature, before scaling.",
    ),
    Mistake(
        "one mean for all gaps",
        prepared(lambda X, train, val: X[train].nanmean()),
        "All gaps are filled with one mean, that of the whole table. Each feature has its own.",
    ),
    Mistake(
        "the median for the mean",
        prepared(lambda X, train, val: X[train].nanmedian(dim=0).values),
        "Nothing leaks, but the gaps are filled with a median. The task says the mean.",
    ),
    Mistake(
        "scaled before filling",
        _filled_afterwards,
        "The standard deviation is that of the readings alone, before the gaps are filled. In the "
        "code as it was given, filling came first.",
    ),
    Mistake(
        "examples with gaps left out",
        _dropped,
        "Training examples with a gap are gone. The gaps are to be filled, and no example may go.",
    ),
    Mistake(
        "all examples with gaps left out",
        _both_dropped,
        "Examples with a gap are gone from both parts. The gaps are to be filled, and no example "
        "may go.",
    ),
)
