"""What goes wrong in exercise 11.1: the loss, a missing metric, and what stands in the row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from course_utils.exercises import Mistake

Loss = Callable[[list[float], list[int]], Any]


def weighted(losses: list[float], sizes: list[int]) -> float:
    """Return the mean over examples."""
    return sum(loss * size for loss, size in zip(losses, sizes, strict=True)) / sum(sizes)


def altered(
    *,
    loss: Loss = weighted,
    none: Any = (),
    value: Callable[[Any, Any, Any], Any] = lambda metric, y_true, y_pred: metric(y_true, y_pred),
    name: Callable[[str], str] = lambda name: name,
    made: Callable[[dict[str, Any], Any], Any] = lambda row, metrics: row,
) -> Callable[..., Any]:
    """Return the answer with another loss, value, name or result, or something else for None."""

    def answer(
        losses: list[float], sizes: list[int], y_true: Any, y_pred: Any, metrics: Any = None
    ) -> Any:
        row: dict[str, Any] = {"loss": loss(losses, sizes)}
        chosen = dict(none) if metrics is None else metrics
        for key, metric in chosen.items():
            row[name(key)] = value(metric, y_true, y_pred)
        return made(row, metrics)

    return answer


def _crashing(loss: Loss) -> Callable[..., Any]:
    def answer(
        losses: list[float], sizes: list[int], y_true: Any, y_pred: Any, metrics: Any = None
    ) -> dict[str, Any]:
        values = {name: metric(y_true, y_pred) for name, metric in metrics.items()}
        return {"loss": loss(losses, sizes), **values}

    return answer


def _means(losses: list[float], sizes: list[int]) -> float:
    return sum(losses) / len(losses)


MISTAKES = (
    Mistake("as it was given", _crashing(_means), given=True),
    Mistake(
        "the loss alone is mended",
        _crashing(weighted),
        "Without a metric it still crashes. What is `metrics` then, and what does `.items()` need?",
    ),
    Mistake(
        "the crash alone is mended",
        altered(loss=_means),
        "It runs without a metric now. But the loss counts each batch alike: how many examples "
        "does each of them have?",
    ),
    Mistake(
        "weighted, and divided by the number of batches",
        altered(loss=lambda losses, sizes: float(np.dot(losses, sizes)) / len(losses)),
        "Each batch is weighted by its size. By how many examples must the sum then be divided?",
    ),
    Mistake(
        "weighted, and not divided",
        altered(loss=lambda losses, sizes: float(np.dot(losses, sizes))),
        "This is the sum over all examples. What makes a mean of it?",
    ),
    Mistake(
        "divided, and not weighted",
        altered(loss=lambda losses, sizes: sum(losses) / sum(sizes)),
        "The division is right. But before it, the mean of a batch has to become the sum over the "
        "batch.",
    ),
    Mistake(
        "the last batch",
        altered(loss=lambda losses, sizes: losses[-1]),
        "This is the loss of the last batch. Where are the others?",
    ),
    Mistake(
        "weights the wrong way round",
        altered(
            loss=lambda losses, sizes: float(np.average(losses, weights=[1 / n for n in sizes]))
        ),
        "Small batches count more here than large ones. Which should count more?",
    ),
    Mistake(
        "an accuracy where none is wanted",
        altered(none={"accuracy": lambda y_true, y_pred: float((y_true == y_pred).mean())}),
        "Nobody asked for a metric, and one is in the row. Which collection of metrics is empty?",
    ),
    Mistake(
        "a number without metrics",
        altered(made=lambda row, metrics: row if metrics else row["loss"]),
        "Without a metric a number comes back, and a loop that wants a row gets none. Return the "
        "row in both cases.",
    ),
    Mistake(
        "nothing without metrics",
        altered(made=lambda row, metrics: row if metrics else None),
        "Without a metric nothing comes back. Is there a `return` on every way through the "
        "function?",
    ),
    Mistake(
        "no metric ever",
        altered(made=lambda row, metrics: {"loss": row["loss"]}),
        "Without a metric it is right. If there are some, where are they in the row?",
    ),
    Mistake(
        "an entry for no metric",
        altered(made=lambda row, metrics: row if metrics else {**row, "metrics": None}),
        "Without a metric the row holds the loss alone.",
    ),
    Mistake(
        "truth and prediction exchanged",
        altered(value=lambda metric, y_true, y_pred: metric(y_pred, y_true)),
        "The names are right, a value is not. In which order does a metric take its arguments?",
    ),
    Mistake(
        "the functions themselves",
        altered(value=lambda metric, y_true, y_pred: float("nan")),
        "The names are right, the values are not numbers. Is each metric called?",
    ),
    Mistake(
        "other names",
        altered(name=lambda name: f"val_{name}"),
        "The metrics are there under other names than those in the dictionary.",
    ),
)
