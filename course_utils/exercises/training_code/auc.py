"""Exercise 11.2 of notebook 11: a metric made of scikit-learn's area under the ROC curve."""

from __future__ import annotations

import math
import warnings
from typing import Any

import numpy as np

from course_utils.exercises import Case, Exercise
from course_utils.exercises.training_code import areas, solutions
from course_utils.exercises.training_code.auc_mistakes import MISTAKES


def _missing(answer: Any, y_true: Any, y_score: Any) -> Any:
    """What comes of labels among which a class is missing, in words."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = answer(y_true, y_score)
    if value is None or isinstance(value, str):
        return value if value is None else "a text"
    words = "nan" if math.isnan(value) else "another number"
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
    name="auc",
    title="AUC as a metric",
    level="build",
    hints=(
        "You need not compute an area: `roc_auc_score` does. Your function stands around it and "
        "takes care of its two peculiarities, which the task names.",
        "Begin with a missing class, before scikit-learn is called. How many different labels "
        "occur (`set(y_true.tolist())` holds each of them once), and how many should? The shape of "
        "`y_score` tells: `y_score.ndim` is 1 or 2, and `y_score.shape[1]` is C.",
        "The first line is `num_classes = 2 if y_score.ndim == 1 else y_score.shape[1]`. If fewer "
        "labels occur, return nan. After that, call `roc_auc_score`: labels first, scores "
        "second, then the setting for more than two classes, which does no harm with two. Make a "
        "float of what comes back.",
    ),
    learned="a wrapper turns a particular function into one that any loop may call",
    cases=(
        Case("nine examples of two classes, two scores are tied", (_LABELS, _SCORES)),
        Case("the same scores, ten times smaller", (_LABELS, _SCORES / 10)),
        Case("eight examples of three classes", (_CLASSES, _PROBABILITIES)),
        Case("nine examples, scores that go the wrong way", (_LABELS, 1 - _SCORES)),
        Case("four examples, all of class 0", (np.zeros(4, dtype=int), _SCORES[:4]), _missing),
        Case("four examples, all of class 1", (np.ones(4, dtype=int), _SCORES[:4]), _missing),
        Case(
            "four examples, all of class 2, with the probabilities of three classes",
            (np.full(4, 2), _PROBABILITIES[:4]),
            _missing,
        ),
        Case(
            "four examples of classes 0 and 1, with the probabilities of three classes",
            (np.array([0, 1, 1, 0]), _PROBABILITIES[:4]),
            _missing,
        ),
        Case(
            "four examples of classes 1 and 2, with the probabilities of three classes",
            (np.array([2, 1, 1, 2]), _PROBABILITIES[:4]),
            _missing,
        ),
    ),
    reference=solutions.auc,
    correct=(
        areas.by_pairs,
        lambda y, s: areas.guarded(y, s, **({"multi_class": "ovr"} if s.ndim > 1 else {})),
        areas.by_columns,
        lambda y, s: np.float64(solutions.auc(y, s)),
    ),
    mistakes=MISTAKES,
)
