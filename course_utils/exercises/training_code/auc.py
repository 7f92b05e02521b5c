"""Exercise 11.2 of notebook 11: a metric made of scikit-learn's area under the ROC curve."""

from __future__ import annotations

import math
import warnings
from typing import Any

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake


def auc(y_true: Any, y_score: Any) -> float:
    """Return the area under the ROC curve, of more than two classes the mean of one against rest.

    `y_true` holds labels, (N,); `y_score` scores, (N,), or probabilities, (N, C). With a single
    class among the labels there is no area: nan.
    """
    if len(np.unique(y_true)) < 2:
        return float("nan")
    return _area(y_true, y_score, multi_class="ovr")


def _area(y_true: Any, y_score: Any, **options: Any) -> float:
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score(y_true, y_score, **options))


def _by_pairs(y_true: Any, y_score: Any) -> float:
    if y_score.ndim == 2:
        columns = range(y_score.shape[1])
        return float(np.mean([_by_pairs(y_true == c, y_score[:, c]) for c in columns]))
    ours, rest = y_score[y_true == 1], y_score[y_true != 1]
    if not len(ours) or not len(rest):
        return math.nan
    gaps = ours[:, None] - rest
    return float(((gaps > 0) + 0.5 * (gaps == 0)).mean())


def _guarded(y_true: Any, y_score: Any, **options: Any) -> float:
    return _area(y_true, y_score, **options) if len(set(y_true)) > 1 else math.nan


def _decided(y_true: Any, y_score: Any) -> float:
    if y_score.ndim == 2:
        return auc(y_true, np.eye(y_score.shape[1])[y_score.argmax(axis=1)])
    return auc(y_true, y_score > 0.5)


def _only_one(answer: Any, y_true: Any, y_score: Any) -> str:
    """What comes of labels that are all alike, in words."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = float(answer(y_true, y_score))
    words = "nan" if math.isnan(value) else f"the number {value:g}"
    return f"{words}, with a warning" if caught else words


_LABELS = np.array([0, 1, 1, 0, 0, 1, 0, 1, 0])
_SCORES = np.array([0.2, 0.7, 0.4, 0.4, 0.1, 0.45, 0.6, 0.9, 0.3])
_CLASSES = np.array([0, 1, 2, 0, 0, 0, 2, 0])
_PROBABILITIES = (
    np.array(
        [
            [[6, 3, 1], [2, 5, 3], [1, 4, 5], [4, 5, 1]],
            [[3, 3, 4], [5, 1, 4], [2, 2, 6], [6, 2, 2]],
        ]
    ).reshape(8, 3)
    / 10
)

AUC = Exercise(
    number="11.2",
    title="AUC as a metric",
    level="build",
    learned="a wrapper turns a particular function into one that any loop may call",
    cases=(
        Case("nine examples of two classes, two scores are tied", (_LABELS, _SCORES)),
        Case("the same scores, ten times smaller", (_LABELS, _SCORES / 10)),
        Case("eight examples of three classes", (_CLASSES, _PROBABILITIES)),
        Case("four examples, all of class 0", (np.zeros(4, dtype=int), _SCORES[:4]), _only_one),
        Case("four examples, all of class 1", (np.ones(4, dtype=int), _SCORES[:4]), _only_one),
    ),
    reference=auc,
    correct=(
        _by_pairs,
        lambda y, s: _guarded(y, s, **({"multi_class": "ovr"} if s.ndim > 1 else {})),
        lambda y, s: np.float64(auc(y, s)),
    ),
    mistakes=(
        Mistake(
            "scikit-learn's function as it is",
            _area,
            "With two classes this is right. With three, what does scikit-learn ask for by name?",
        ),
        Mistake(
            "no look at a single class",
            lambda y, s: _area(y, s, multi_class="ovr"),
            "The areas are right. If all examples are of one class, scikit-learn is called and "
            "complains. Look at the labels first.",
        ),
        Mistake(
            "no thought of three classes",
            _guarded,
            "Two classes and a single one are right. With scores of shape (N, C) scikit-learn "
            "wants to be told how to compare the classes.",
        ),
        Mistake(
            "one class against one",
            lambda y, s: _guarded(y, s, multi_class="ovo"),
            "With three classes this compares them two by two. The exercise asks for each class "
            "against the rest.",
        ),
        Mistake(
            "weighted by frequency",
            lambda y, s: _guarded(y, s, multi_class="ovr", average="weighted"),
            "Here a frequent class counts more. The exercise asks for the mean over classes.",
        ),
        Mistake(
            "decisions in place of scores",
            _decided,
            "The scores were turned into decisions before they were judged, and the order within "
            "each decision is lost. What does AUC need (notebook 08)?",
        ),
        Mistake(
            "a guard for class 0 alone",
            lambda y, s: math.nan if y.sum() == 0 else _area(y, s, multi_class="ovr"),
            "If all examples are of class 0 this holds. They may also all be of another class.",
        ),
        Mistake(
            "one half for a single class",
            lambda y, s: auc(y, s) if len(set(y)) > 1 else 0.5,
            "The areas are right. With a single class there is nothing to compare: 0.5 would claim "
            "that the model guesses.",
        ),
        Mistake(
            "the wrong way round",
            lambda y, s: auc(y, -s) if s.ndim == 1 else auc(y, s),
            "With two classes it is 1 minus the right answer. Should class 1 have the larger "
            "scores or the smaller ones?",
        ),
    ),
    seconds=10.0,  # the first use of scikit-learn takes a second
)
