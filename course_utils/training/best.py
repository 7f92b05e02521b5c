"""Which epoch is the best: which way is better, and whether it was better than ever before."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import Any

LOWER, HIGHER = "lower", "higher"
_ENDS_LOWER = ("_error", "_loss", "_deviance")
_ENDS_HIGHER = ("_score", "_corrcoef")
_EXCEPTIONS = {"davies_bouldin_score": LOWER, "negative_likelihood_ratio": LOWER, "auc": HIGHER}


def which_is_better(
    column: str, better: str | None, columns: Sequence[str], metrics: Mapping[str, Any]
) -> str:
    """Return whether lower or higher values of a column of the history are better.

    `better` is what the caller says of it. Losses are better lower, functions and scorers of
    scikit-learn are known; of any other metric, whatever its name, the caller has to say it.

    Raises ValueError for a column that is none of `columns`, where nothing is said or known, and
    where what is said is not true.
    """
    if column not in columns:
        raise ValueError(
            f"best must be a column of the history, one of {', '.join(columns)}, got {column!r}."
        )
    name = column.partition("_")[2]
    known = LOWER if name == "loss" else _known(metrics[name])
    if better is None and known is None:
        raise ValueError(
            f"best={column!r} must come with which way is better, since a name does not tell: "
            f"write Checkpoint(…, best={column!r}, better='lower') or better='higher'."
        )
    if known is not None and better not in (None, known):
        raise ValueError(f"{known} is better for {column}, got better={better!r}: leave it out.")
    return known or better or LOWER


def _known(metric: Any) -> str | None:
    """Say which way is better for a function or a scorer of scikit-learn; None for others."""
    if isinstance(metric, functools.partial):
        return _known(metric.func)
    if not (getattr(metric, "__module__", None) or "").startswith("sklearn.metrics"):
        return None
    if hasattr(metric, "_score_func"):  # a scorer turns the sign round where lower is better
        return HIGHER
    name = getattr(metric, "__name__", "")
    if name in _EXCEPTIONS:
        return _EXCEPTIONS[name]
    if name.endswith(_ENDS_LOWER):
        return LOWER
    return HIGHER if name.endswith(_ENDS_HIGHER) else None


def is_best(values: Sequence[float | None], better: str) -> bool:
    """Say whether the last value is better than all before; nan never is, nor is a missing one.

    >>> is_best([0.5, None, 0.4], "lower"), is_best([0.5, 0.5], "lower")
    (True, False)
    """
    *earlier, last = values
    if last is None or math.isnan(last):
        return False
    there = [value for value in earlier if value is not None and not math.isnan(value)]
    if better == LOWER:
        return all(last < value for value in there)
    return all(last > value for value in there)
