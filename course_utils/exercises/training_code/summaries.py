"""Exercise 11.1 of notebook 11: the row of an epoch, with metrics or without."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from course_utils.exercises import Case, Exercise
from course_utils.exercises.training_code import solutions
from course_utils.exercises.training_code.summary_mistakes import MISTAKES, altered

_LOSSES, _SIZES = (0.5, 0.75, 2.0), (4, 4, 2)
_TRUE = np.array([0, 1, 1, 0, 1, 1, 0, 1, 0, 0])
_PRED = np.array([0, 1, 0, 0, 1, 1, 1, 1, 1, 0])


def _accuracy(y_true: Any, y_pred: Any) -> float:
    return float(np.equal(y_true, y_pred).mean())


def _precision(y_true: Any, y_pred: Any) -> float:
    return float(y_true[y_pred == 1].mean())


METRICS = {"accuracy": _accuracy, "precision": _precision}


def _row(answer: Any, metrics: Any, sizes: tuple[int, ...] = _SIZES) -> Any:
    """Call the answer with lists of its own, and without a metric as a colleague would."""
    given = (list(_LOSSES[: len(sizes)]), list(sizes), _TRUE[: sum(sizes)], _PRED[: sum(sizes)])
    return answer(*given) if metrics is None else answer(*given, metrics=dict(metrics))


def _loss(answer: Any, metrics: Any, sizes: tuple[int, ...] = _SIZES) -> Any:
    row = _row(answer, metrics, sizes)
    if not isinstance(row, dict):
        return row
    return float(row["loss"]) if "loss" in row else "a row without a loss"


def _names(answer: Any, metrics: Any) -> str:
    row = _row(answer, metrics)
    return ", ".join(sorted(map(str, row))) if isinstance(row, dict) else "no dictionary"


def _values(answer: Any) -> Any:
    row = _row(answer, METRICS)
    if not isinstance(row, dict):
        return "no dictionary"
    return tuple(float(row.get(name, math.nan)) for name in METRICS)


SUMMARISE = Exercise(
    number="11.1",
    name="summarise",
    title="A default that nobody tried",
    level="change",
    hints=(
        "Take one fault after the other. For the first, section 11.2 has the rule: a batch counts "
        "as often as it has examples. For the second, ask what `metrics` is if nobody passes it.",
        "A mean loss times the size of its batch is the sum over that batch. Add up these sums, "
        "and divide once, by the number of all examples. `zip(losses, sizes)` gives the pairs.",
        "`None` has no `.items()`, an empty dictionary has one without turns. `metrics or {}` is "
        "`metrics` where there are some, and `{}` where it is `None`.",
    ),
    learned="average over examples, and call each function once without its options",
    cases=(
        Case("batches of 4, 4 and 2, no metric: the loss", (None,), _loss),
        Case("no metric: the names in the row", (None,), _names),
        Case("batches of 5 and 5, no metric: the loss", (None, (5, 5)), _loss),
        Case("accuracy and precision: the names in the row", (METRICS,), _names),
        Case("accuracy and precision: their values", (), _values),
        Case("batches of 4, 4 and 2, two metrics: the loss", (METRICS,), _loss),
        Case("an empty dictionary of metrics: the names in the row", ({},), _names),
    ),
    reference=solutions.summarise,
    correct=(
        altered(loss=lambda losses, sizes: float(np.average(losses, weights=sizes))),
        altered(loss=lambda losses, sizes: float(np.dot(losses, sizes) / sum(sizes))),
        altered(none={}),
    ),
    mistakes=MISTAKES,
)
