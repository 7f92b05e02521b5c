"""Other answers to exercise 18.2 of notebook 18, right and wrong, and what to ask then."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from typing import Any

from course_utils.exercises import Mistake

Choice = Callable[[Any], Any]


def in_a_loop(runs: Any) -> float:
    """Return the rate by a plain loop over the rates."""
    medians = {}
    for lr in set(runs["lr"]):
        losses = runs[runs["lr"] == lr]["val_loss"]
        medians[lr] = statistics.median(math.inf if math.isnan(x) else x for x in losses)
    best: float = min(medians, key=lambda lr: medians[lr])
    return best


def ranked(runs: Any) -> float:
    """Return the rate by medians that are sorted."""
    filled = runs.fillna({"val_loss": math.inf})
    rate: float = filled.groupby("lr")["val_loss"].median().sort_values().index[0]
    return rate


def _single(runs: Any) -> Any:
    return runs.loc[runs["val_loss"].idxmin(), "lr"]


def _by(measure: str, fill: float | None = math.inf) -> Choice:
    def choose(runs: Any) -> Any:
        losses = runs["val_loss"] if fill is None else runs["val_loss"].fillna(fill)
        return losses.groupby(runs["lr"]).agg(measure).idxmin()

    return choose


def _without_exploded(runs: Any) -> Any:
    finite = runs[runs["val_loss"] < math.inf]
    return finite.groupby("lr")["val_loss"].median().idxmin()


def _only_whole(runs: Any) -> Any:
    whole = runs.groupby("lr")["val_loss"].apply(lambda losses: bool((losses < math.inf).all()))
    kept = runs[runs["lr"].map(whole)]
    return kept.groupby("lr")["val_loss"].median().idxmin()


def _loss(runs: Any) -> Any:
    return runs["val_loss"].fillna(math.inf).groupby(runs["lr"]).median().min()


def _largest(runs: Any) -> Any:
    return runs["val_loss"].fillna(math.inf).groupby(runs["lr"]).median().idxmax()


def _seed(runs: Any) -> Any:
    return runs["val_loss"].fillna(math.inf).groupby(runs["seed"]).median().idxmin()


def _in_place(runs: Any) -> Any:
    runs["val_loss"] = runs["val_loss"].fillna(math.inf)
    return runs.groupby("lr")["val_loss"].median().idxmin()


def _medians(runs: Any) -> Any:
    return runs["val_loss"].fillna(math.inf).groupby(runs["lr"]).median()


MISTAKES = (
    Mistake("the single best run", _single, given=True),
    Mistake(
        "the worst of each rate",
        _by("max"),
        "This compares the worst run of each rate. Now one unlucky seed decides.",
    ),
    Mistake(
        "the mean",
        _by("mean"),
        "The mean over the seeds. With losses 0.29, 0.30 and 9.00, which of the three decides?",
    ),
    Mistake(
        "the mean, nan left out",
        _by("mean", None),
        "This is the mean, and pandas leaves `nan` out of it. One run of 9.00 drags a mean.",
    ),
    Mistake(
        "the median, nan left out",
        _by("median", None),
        "The median is right. But of 0.2, `nan` and `nan` pandas takes the median of 0.2 alone. "
        "What should `nan` count as?",
    ),
    Mistake(
        "exploded runs left out",
        _without_exploded,
        "The exploded runs are left out. A rate that explodes twice in three times then looks "
        "like its one good run.",
    ),
    Mistake(
        "nan as 0",
        _by("median", 0.0),
        "`nan` counts as 0 here, and 0 is the best loss there is. It should count as the worst.",
    ),
    Mistake(
        "rates with an exploded run left out",
        _only_whole,
        "Every rate with an exploded run is left out. One of three does not spoil a median.",
    ),
    Mistake(
        "the loss",
        _loss,
        "This is the lowest median itself, a loss. Asked for is the rate that it belongs to.",
    ),
    Mistake(
        "the largest median",
        _largest,
        "This is the rate with the largest median. A small loss is good.",
    ),
    Mistake(
        "the seed",
        _seed,
        "The medians are over the runs of a seed. Which column should be grouped by?",
    ),
    Mistake(
        "the table changed",
        _in_place,
        "The choice is right, but the caller's table has changed: its `nan` are gone. Keep the "
        "filled losses under a name of their own.",
    ),
    Mistake(
        "all medians",
        _medians,
        "These are the medians of all rates. Which rate has the smallest?",
    ),
)
