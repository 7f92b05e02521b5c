"""In which form a metric wants its arguments: labels, scores or logits, and which of them first."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from course_utils.training.reach import reach

Metric = Callable[[Any, Any], Any]

LABELS, SCORES, MARGINS, LOGITS = "labels", "scores", "margins", "logits"
# What scikit-learn and others call the argument that takes scores, margins or logits.
_KINDS = {
    **dict.fromkeys(["y_score", "y_scores", "score", "scores"], SCORES),
    **dict.fromkeys(["y_proba", "y_probas", "y_prob", "y_probs", "probas_pred"], SCORES),
    **dict.fromkeys(["proba", "probas", "prob", "probs", "probabilities"], SCORES),
    **dict.fromkeys(["pred_decision", "decision", "margin", "margins"], MARGINS),
    **dict.fromkeys(["logits", "y_logits"], LOGITS),
}
_PREDICTIONS = {
    *_KINDS,
    *("y_pred", "ypred", "y_preds", "y_predicted", "pred", "preds", "labels_pred"),
    *("prediction", "predictions", "predicted", "y_hat", "yhat", "y_hats"),
    *("output", "outputs", "input", "inputs", "forecast", "estimate", "estimates"),
}
_TRUTHS = {
    *("y_true", "ytrue", "true", "truth", "target", "targets", "labels_true", "label", "labels"),
    *("ground_truth", "gt", "expected", "actual", "observed", "reference"),
}
_SCORED_AS_PREDICTIONS = ("log_loss", "d2_log_loss_score")  # once said y_pred and wanted scores
_NEEDS_SCORES = {
    *("roc_auc_score", "average_precision_score", "log_loss", "brier_score_loss", "hinge_loss"),
    *("d2_brier_score", "d2_log_loss_score", "top_k_accuracy_score", "ndcg_score", "dcg_score"),
    *("roc_curve", "precision_recall_curve", "det_curve", "auroc", "binary_auroc"),
}


@dataclass(frozen=True)
class Form:
    """How a metric is called: with what, in which order, and with which sign of its number."""

    kind: str = LABELS
    truth_is_second: bool = False
    call: Metric | None = None  # what is called in its place, as for a scorer
    sign: int = 1


def plain(function: Any) -> Any:
    """Return the function inside of partials or of a scorer of scikit-learn, any other as it is."""
    if isinstance(function, functools.partial):
        return plain(function.func)
    return plain(function._score_func) if hasattr(function, "_score_func") else function


def form_of(metric: Metric, name: str) -> Form:
    """Return the form that a metric asks for by the names of its first two arguments.

    So scikit-learn does it, and so may your own functions: y_score and y_proba for scores,
    pred_decision for margins, and y_pred before y_true turns the order round.

    Raises ValueError for one that cannot be called with two arguments, and for one that calls a
    function of scores, such as roc_auc_score, without asking for any.

    >>> form_of(lambda y_pred, y_true: 0.0, "mine").truth_is_second
    True
    """
    if hasattr(metric, "_score_func"):  # a scorer would call a model of scikit-learn
        function = functools.partial(metric._score_func, **metric._kwargs)  # type: ignore[attr-defined]
        inner = form_of(function, name)
        return Form(inner.kind, inner.truth_is_second, function, metric._sign)  # type: ignore[attr-defined]
    first, second = _names(metric, name)
    swapped = (
        (first in _PREDICTIONS and second not in _PREDICTIONS)
        or (second in _TRUTHS and first not in {*_TRUTHS, "y"})
        or (first == "p" and second == "y")
    )
    kind = _KINDS.get(first if swapped else second, LABELS)
    if getattr(plain(metric), "__name__", "") in _SCORED_AS_PREDICTIONS:
        kind = SCORES
    hidden = next(_score_functions(metric), None) if kind == LABELS else None
    if hidden is not None:
        raise ValueError(
            f"{hidden} needs scores, and the metric {name} that calls it asks for labels by the "
            f"name of its argument {first if swapped else second!r}: call that argument y_score, "
            f"as in lambda y_true, y_score: {hidden}(y_true, y_score)."
        )
    return Form(kind, swapped)


def _names(metric: Metric, name: str) -> tuple[str, str]:
    """Return the names of the first two arguments, in small letters; "" where they have none."""
    try:
        signature = inspect.signature(metric)
    except ValueError:  # some functions written in C do not tell
        return "", ""
    try:
        signature.bind(None, None)
    except TypeError:
        raise ValueError(
            f"a metric must be a function of (y_true, y_pred), got {name}{signature}: let it take "
            "two arguments, and give the rest with functools.partial."
        ) from None
    by_place = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    names = [it.name.lower() for it in signature.parameters.values() if it.kind in by_place]
    first, second, *_ = [*names, "", ""]
    return first, second


def _score_functions(metric: Metric) -> Iterator[str]:
    """Yield the names of functions of scores that a function of one's own calls."""
    for thing in reach(metric):
        if not isinstance(thing, FunctionType) or _is_of_a_library(thing):
            continue
        yield from (name for name in thing.__code__.co_names if name in _NEEDS_SCORES)


def _is_of_a_library(function: FunctionType) -> bool:
    return (function.__module__ or "").partition(".")[0] in ("sklearn", "torch", "torchmetrics")
