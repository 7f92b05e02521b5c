"""Areas under the ROC curve in other ways than that of the solution of exercise 11.2."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from course_utils.exercises.training_code.solutions import auc


def area(y_true: Any, y_score: Any, **options: Any) -> float:
    """Return scikit-learn's area."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(y_true, y_score, **options))


def lacks_one(y_true: Any, y_score: Any) -> bool:
    """Tell whether one of the classes does not occur."""
    return len(set(y_true)) < (2 if y_score.ndim == 1 else y_score.shape[1])


def or_else(y_true: Any, y_score: Any, instead: Any) -> Any:
    """Return the area, or something else if a class is missing."""
    return instead if lacks_one(y_true, y_score) else auc(y_true, y_score)


def by_pairs(y_true: Any, y_score: Any) -> float:
    """Return the share of pairs that are in order, ties counted half."""
    if y_score.ndim == 2:
        columns = range(y_score.shape[1])
        return float(np.mean([by_pairs(y_true == c, y_score[:, c]) for c in columns]))
    ours, rest = y_score[y_true == 1], y_score[y_true != 1]
    if not len(ours) or not len(rest):
        return math.nan
    gaps = ours[:, None] - rest
    return float(((gaps > 0) + 0.5 * (gaps == 0)).mean())


def guarded(y_true: Any, y_score: Any, **options: Any) -> float:
    """Return the area, or nan if a class is missing."""
    return math.nan if lacks_one(y_true, y_score) else area(y_true, y_score, **options)


def guarded_for_one(y_true: Any, y_score: Any) -> float:
    """Return the area, or nan for a single class alone."""
    return area(y_true, y_score, multi_class="ovr") if len(set(y_true)) > 1 else math.nan


def by_columns(y_true: Any, y_score: Any) -> float:
    """Return the mean of the areas of the columns, each class against the rest."""
    if y_score.ndim == 1:
        return guarded(y_true, y_score)
    wanted = range(y_score.shape[1])
    if set(y_true.tolist()) != set(wanted):
        return math.nan
    return float(np.mean([area(y_true == c, y_score[:, c]) for c in wanted]))


def decided(y_true: Any, y_score: Any) -> float:
    """Return the area of decisions."""
    if y_score.ndim == 2:
        return auc(y_true, np.eye(y_score.shape[1])[y_score.argmax(axis=1)])
    return auc(y_true, y_score > 0.5)


def decided_in_two(y_true: Any, y_score: Any) -> float:
    """Return the area of decisions where there are two classes."""
    return auc(y_true, y_score > 0.5 if y_score.ndim == 1 else y_score)


def columns(y_true: Any, y_score: Any, column: Any) -> float:
    """Return the area of a change of the table of three classes."""
    if lacks_one(y_true, y_score):
        return math.nan
    return auc(y_true, column(y_score) if y_score.ndim == 2 else y_score)


def accuracy(y_true: Any, y_score: Any) -> float:
    """Return the share of right decisions."""
    if lacks_one(y_true, y_score):
        return math.nan
    decided = y_score.argmax(axis=1) if y_score.ndim == 2 else y_score > 0.5
    return float((decided == y_true).mean())


def precision(y_true: Any, y_score: Any) -> float:
    """Return the average precision."""
    from sklearn.metrics import average_precision_score

    if lacks_one(y_true, y_score):
        return math.nan
    return float(average_precision_score(y_true, y_score))


def tried(y_true: Any, y_score: Any) -> float:
    """Return an area that is asked for first, and nan where scikit-learn raises an error."""
    try:
        return area(y_true, y_score, multi_class="ovr")
    except ValueError:
        return math.nan
