"""What a network's outputs mean to a metric: class labels, scores, or the outputs themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from course_utils.training.counts import are_classes, counted
from course_utils.training.forms import LABELS, LOGITS, SCORES, Form, Metric, form_of, plain
from course_utils.training.kinds import check_loss_fn
from course_utils.training.losses import ON_LOGITS, Loss, LossFn, read_loss
from course_utils.training.shapes import check_measured


class NamedMetrics(dict[str, Metric]):
    """Metrics by name, and what is looked up once a run, not every epoch.

    `forms` say in which form each wants its arguments; `start` is the `Start` that `check_start`
    found, None before it.
    """

    def __init__(self, metrics: Mapping[str, Metric]) -> None:
        super().__init__(metrics)
        self.forms = {name: form_of(metric, name) for name, metric in metrics.items()}
        self.start: Any = None


def name_metrics(metrics: Mapping[str, Metric] | Iterable[Metric] | None) -> NamedMetrics:
    """Return the metrics by name; a function that came without one goes by its own.

    Raises ValueError if two metrics share a name, if one is called loss, which `train` measures
    anyway, or if one is no function of two arguments, or asks for labels and needs scores.
    """
    if isinstance(metrics, NamedMetrics):
        return metrics
    is_single = callable(metrics) or isinstance(metrics, str | Tensor | np.ndarray)
    if metrics is not None and (is_single or not isinstance(metrics, Iterable)):
        got = getattr(metrics, "__name__", None) or type(metrics).__name__
        got = metrics if isinstance(metrics, str) else got
        raise ValueError(
            f"metrics must be a list or a dict of functions, got {got}: write metrics=[…] around a "
            "single function."
        )
    if isinstance(metrics, Mapping):
        pairs = list(metrics.items())
    else:
        pairs = [(_own_name(it), it) for it in (() if metrics is None else metrics)]
    names = [name for name, _ in pairs]
    for name, metric in pairs:
        if not callable(metric):
            raise ValueError(
                "a metric must be a function of (y_true, y_pred), got "
                f"{' '.join(repr(metric).split())[:60]}: pass accuracy_score itself, say, and "
                "neither its name nor its value."
            )
        if name == "loss" or names.count(name) > 1:
            raise ValueError(
                f"metrics need names of their own, other than loss, got {', '.join(names)}: "
                'name them in a dict, such as {"accuracy": accuracy_score}.'
            )
    return NamedMetrics(dict(pairs))


def _own_name(metric: Any) -> str:
    name = getattr(plain(metric), "__name__", repr(metric))
    return f"neg_{name}" if getattr(metric, "_sign", 1) == -1 else name  # as scorers are called


def join(outputs: Sequence[Tensor], targets: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Return the outputs of all batches, and their targets, each as one tensor, (examples, …).

    Labels of images or sequences of unlike sizes come as (targets,), with outputs (targets,
    classes). Raises ValueError where other outputs are of unlike sizes.
    """
    sizes = {(one.shape[1:], other.shape[1:]) for one, other in zip(outputs, targets, strict=True)}
    if len(sizes) > 1:
        if not all(map(are_classes, outputs, targets)):
            raise ValueError(
                "metrics need outputs of one size, got batches of "
                f"{' and '.join(sorted({str(tuple(it.shape[1:])) for it in outputs}))}: leave the "
                "metrics out, or bring all to one size."
            )
        outputs = [one.movedim(1, -1).flatten(0, -2) for one in outputs]
        targets = [one.flatten() for one in targets]
    return torch.cat(list(outputs)), torch.cat(list(targets))


def measure(
    metrics: Mapping[str, Metric] | Iterable[Metric],
    outputs: Tensor,
    y: Tensor,
    loss_fn: LossFn | Loss,
) -> dict[str, float]:
    """Return what each metric says of the outputs, (examples, …), and the targets `y`.

    Where `y` is of integers, (examples, …), and the outputs are (examples, classes, …), a metric is
    given class labels, the largest output each, or scores, their softmax: (examples, classes), of
    two classes only that of class 1, (examples,), as scikit-learn wants it. Where the loss is
    binary cross-entropy, labels are 0 and 1, and scores the probability of 1. In all other cases a
    metric is given the outputs as they are. Arrays are NumPy's, and (examples, 1) comes as
    (examples,). Targets that the loss ignores are left out.

    A metric asks by the names of its arguments: `y_score` or `y_proba` for scores, `pred_decision`
    for margins, which are the logits, of two classes their difference, `logits` for the outputs,
    any other for labels. It is called with the targets first unless it has them second, as in
    (y_pred, y_true). A scorer of scikit-learn is what it was made of.

    `metrics` are given in a list or by name.

    Raises ValueError for what are no metrics or no loss, if one does not return one number, and
    unless outputs and `y` are tensors of equally many examples, at least one. What a metric raises
    itself comes through, with a note that names it.
    """
    check_measured(outputs, y)
    named = name_metrics(metrics)
    if not isinstance(loss_fn, Loss):
        check_loss_fn(loss_fn)
        loss_fn = read_loss(loss_fn)
    y_true, given = _arguments(outputs, y, loss_fn, {form.kind for form in named.forms.values()})
    return {
        name: _call(name, metric, named.forms[name], y_true, given)
        for name, metric in named.items()
    }


def _arguments(
    outputs: Tensor, y: Tensor, loss: Loss, kinds: set[str]
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Return the targets that count, and what is made of the outputs, by its kind."""
    if outputs.dtype in (torch.bfloat16, torch.float16):
        outputs = outputs.float()  # before a softmax, which must add up to 1
    if are_classes(outputs, y):
        mask = counted(loss, outputs, y)
        outputs, y = outputs.movedim(1, -1).flatten(0, -2), y.reshape(-1)
        if mask is not None:
            outputs, y = outputs[mask.reshape(-1)], y[mask.reshape(-1)]
    y_true = _array(y)
    if y_true.dtype.kind == "f" and loss.is_binary and not (y_true % 1).any():
        y_true = y_true.astype(np.int64)  # targets of 0.0 and 1.0 are labels
    return y_true, {kind: _array(_shown(kind, outputs, y, loss)) for kind in kinds}


def _shown(kind: str, outputs: Tensor, y: Tensor, loss: Loss) -> Tensor:
    if kind == LOGITS:
        return outputs
    if are_classes(outputs, y):
        if kind == LABELS:
            return outputs.argmax(dim=1)
        if kind == SCORES:
            probabilities = outputs.softmax(dim=1)
            return probabilities[:, 1] if probabilities.shape[1] == 2 else probabilities
        return outputs[:, 1] - outputs[:, 0] if outputs.shape[1] == 2 else outputs
    if loss.is_binary:
        are_logits = loss.function is ON_LOGITS
        if kind == LABELS:
            return (outputs > (0.0 if are_logits else 0.5)).long()
        if kind == SCORES:
            return outputs.sigmoid() if are_logits else outputs
        return outputs if are_logits else outputs.logit()
    return outputs


def _call(
    name: str, metric: Metric, form: Form, y_true: np.ndarray, given: dict[str, np.ndarray]
) -> float:
    pair = (y_true, given[form.kind])
    try:
        value = (form.call or metric)(*(pair[::-1] if form.truth_is_second else pair))
    except Exception as error:
        error.add_note(
            f"This came from the metric {name}, given arrays of the shapes {pair[0].shape} and "
            f"{pair[1].shape}."
        )
        raise
    if np.size(value) != 1:
        raise ValueError(
            f"a metric must return one number, got the shape {np.shape(value)} from {name}: "
            "call it once after the training instead."
        )
    return form.sign * float(value)


def _array(tensor: Tensor) -> np.ndarray:
    if tensor.dtype in (torch.bfloat16, torch.float16):
        tensor = tensor.float()  # NumPy has no bfloat16
    if tensor.dim() == 2 and tensor.shape[1] == 1:
        tensor = tensor[:, 0]
    return tensor.detach().cpu().numpy()
