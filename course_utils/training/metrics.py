"""What a network's outputs mean to a metric: class labels, scores, or the outputs themselves."""

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy, binary_cross_entropy_with_logits

Metric = Callable[[Any, Any], Any]
LossFn = Callable[[Tensor, Tensor], Tensor]

_ON_LOGITS = (nn.BCEWithLogitsLoss, binary_cross_entropy_with_logits)
_ON_PROBABILITIES = (nn.BCELoss, binary_cross_entropy)
_SCORES = ("y_score", "y_proba", "y_prob")  # what scikit-learn calls a second argument of scores
_SCORED_AS_PREDICTIONS = ("log_loss", "d2_log_loss_score")  # they say y_pred and want scores


class NamedMetrics(dict[str, Metric]):
    """Metrics by name, and whether each asks for scores: looked up once a run, not every epoch."""

    def __init__(self, metrics: Mapping[str, Metric]) -> None:
        super().__init__(metrics)
        self.wants_scores = {name: wants_scores(metric) for name, metric in metrics.items()}


def name_metrics(metrics: Mapping[str, Metric] | Iterable[Metric] | None) -> NamedMetrics:
    """Return the metrics by name; a function that came without one goes by its own.

    Raises ValueError if two metrics share a name, if one is called loss, which `train` measures
    anyway, or if one is no function.
    """
    if isinstance(metrics, NamedMetrics):
        return metrics
    if isinstance(metrics, Mapping):
        pairs = list(metrics.items())
    else:
        pairs = [(getattr(_plain(it), "__name__", repr(it)), it) for it in metrics or ()]
    names = [name for name, _ in pairs]
    for name, metric in pairs:
        if not callable(metric):
            raise ValueError(
                f"a metric must be a function of (y_true, y_pred), got {metric!r}: "
                "pass accuracy_score itself, say, and neither its name nor its value."
            )
        if name == "loss" or names.count(name) > 1:
            raise ValueError(
                f"metrics need names of their own, other than loss, got {', '.join(names)}: "
                'name them in a dict, such as {"accuracy": accuracy_score}.'
            )
    return NamedMetrics(dict(pairs))


def wants_scores(metric: Metric) -> bool:
    """Say whether a metric asks for scores: its second argument is `y_score` or `y_proba`.

    So scikit-learn calls it, and so may your own functions. `log_loss`, where it is `y_pred` that
    takes the probabilities, is known by name.

    >>> def accuracy(y_true, y_pred): ...
    >>> def auc(y_true, y_score): ...
    >>> wants_scores(accuracy), wants_scores(auc)
    (False, True)
    """
    if getattr(_plain(metric), "__name__", "") in _SCORED_AS_PREDICTIONS:
        return True
    try:
        arguments = list(inspect.signature(metric).parameters)
    except ValueError:  # some functions written in C do not tell
        return False
    return arguments[1:2] != [] and arguments[1] in _SCORES


def measure(
    metrics: Mapping[str, Metric], outputs: Tensor, y: Tensor, loss_fn: LossFn
) -> dict[str, float]:
    """Return what each metric says of the outputs, (examples, …), and the targets `y`.

    Where `y` is of integers, (examples, …), and the outputs are (examples, classes, …), a metric is
    given class labels, the largest output each, or scores, their softmax: (examples, classes), of
    two classes only that of class 1, (examples,), as scikit-learn wants it. Where the loss is
    binary cross-entropy, labels are 0 and 1, and scores the probability of 1. In all other cases a
    metric is given the outputs as they are. Arrays are NumPy's, and (examples, 1) comes as
    (examples,).

    Raises ValueError if a metric does not return one number.
    """
    named = metrics if isinstance(metrics, NamedMetrics) else NamedMetrics(metrics)
    wanted = named.wants_scores
    y_true = _array(y)
    y_pred = _array(_labels(outputs, y, loss_fn)) if not all(wanted.values()) else None
    y_score = _array(_scores(outputs, y, loss_fn)) if any(wanted.values()) else None
    if y_true.dtype.kind == "f" and _binary(loss_fn) and not (y_true % 1).any():
        y_true = y_true.astype(np.int64)  # targets of 0.0 and 1.0 are labels
    if _are_classes(outputs, y):
        y_true = y_true.reshape(-1)
    measured = {}
    for name, metric in metrics.items():
        value = metric(y_true, y_score if wanted[name] else y_pred)
        if np.size(value) != 1:
            raise ValueError(
                f"a metric must return one number, got the shape {np.shape(value)} from {name}: "
                "call it once after the training instead."
            )
        measured[name] = float(value)
    return measured


def _labels(outputs: Tensor, y: Tensor, loss_fn: LossFn) -> Tensor:
    if _are_classes(outputs, y):
        return outputs.argmax(dim=1).flatten()
    if _binary(loss_fn):
        return (outputs > (0.0 if _is(loss_fn, _ON_LOGITS) else 0.5)).long()
    return outputs


def _scores(outputs: Tensor, y: Tensor, loss_fn: LossFn) -> Tensor:
    if _are_classes(outputs, y):
        probabilities = outputs.softmax(dim=1).movedim(1, -1).flatten(0, -2)
        return probabilities[:, 1] if probabilities.shape[1] == 2 else probabilities
    return outputs.sigmoid() if _is(loss_fn, _ON_LOGITS) else outputs


def _are_classes(outputs: Tensor, y: Tensor) -> bool:
    return not y.is_floating_point() and outputs.dim() == y.dim() + 1


def _binary(loss_fn: LossFn) -> bool:
    return _is(loss_fn, _ON_LOGITS + _ON_PROBABILITIES)


def _is(loss_fn: LossFn, known: tuple[Any, ...]) -> bool:
    return _plain(loss_fn) in known or type(loss_fn) in known


def _plain(function: Any) -> Any:
    """Return the function inside of a `functools.partial`, any other as it is."""
    return _plain(function.func) if isinstance(function, functools.partial) else function


def _array(tensor: Tensor) -> np.ndarray:
    if tensor.dtype in (torch.bfloat16, torch.float16):
        tensor = tensor.float()  # NumPy has no bfloat16
    if tensor.dim() == 2 and tensor.shape[1] == 1:
        tensor = tensor[:, 0]
    return tensor.cpu().numpy()
