"""What is found out of a training or an evaluation once, before its first step."""

from __future__ import annotations

import copy
import math
import warnings
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from course_utils.training.counts import Counts, are_classes
from course_utils.training.forms import LABELS
from course_utils.training.halves import find_counts
from course_utils.training.losses import Loss, LossFn, read_loss
from course_utils.training.metrics import NamedMetrics, measure
from course_utils.training.seen import check_batches, pairs_seen, single_example
from course_utils.training.settings import check_reduction
from course_utils.training.targets import check_targets


class Start:
    """What is known of a loss and of the targets: `loss`, and after the first batch `counts`."""

    def __init__(self, loss: Loss, targets: dict[str, list[Tensor]], *, all_seen: bool) -> None:
        self.loss = loss
        self.targets = targets  # by the name of the set, as far as they can be seen
        self.counts: Counts | None = None
        self.all_seen = all_seen  # else an iterator may fill the same tensors again
        # Targets that cannot be seen beforehand are looked at batch by batch, where it is needed.
        self.watches_range = loss.is_binary and not all_seen

    @property
    def counted_as(self) -> Loss:
        """What metrics need of the loss: its function, and which targets do not count."""
        return Loss(self.loss.function, self.counts.loss.settings if self.counts else {})

    def check_values(self, outputs: Tensor, y: Tensor, metrics: NamedMetrics) -> None:
        """Check all targets that can be seen, and those of the first batch, before its loss.

        Raises ValueError as `check_targets` does, since on a GPU a label out of range would end the
        process, and for a metric of scores that has no value for the classes there are.
        """
        num_classes = outputs.shape[1] if are_classes(outputs, y) else None
        for targets in [[y], *self.targets.values()]:
            for some in targets:
                check_targets(some, self.loss, num_classes)
        for name, targets in self.targets.items():
            _check_classes(name, targets, outputs, metrics, self.loss)

    def count(self, loss_fn: LossFn, outputs: Tensor, y: Tensor) -> Counts:
        """Return how much batches count, found out with the first one, as `find_counts` does."""
        counts = find_counts(loss_fn, outputs, y)
        index = counts.loss.ignore_index
        ignoring = not self.all_seen or any(
            bool((some == index).any())
            for targets in self.targets.values()
            for some in targets
            if not some.is_floating_point() and not some.is_meta
        )
        self.counts = Counts(counts.loss, ignoring=ignoring)
        return self.counts


def check_start(
    model: nn.Module,
    batches: Any,
    val_batches: Any,
    loss_fn: LossFn,
    metrics: NamedMetrics,
    *,
    names: tuple[str, str] = ("train_batches", "val_batches"),
) -> Start:
    """Return what is known before the first batch, and leave it in `metrics.start`.

    `batches` are those to learn from, None in an evaluation; `names` are those of the two
    arguments. No iterator is started.

    Raises ValueError for a loss that is no mean, what are no batches of pairs, targets that the
    loss cannot take, and a batch of one example before BatchNorm.
    """
    check_reduction(loss_fn)
    loss = read_loss(loss_fn)
    device = next((param.device for param in model.parameters()), None)
    targets: dict[str, list[Tensor]] = {}
    all_seen = batches is not None or val_batches is not None
    for name, some in zip(names, (batches, val_batches), strict=True):
        if some is None:
            continue
        check_batches(some, name, device)
        pairs = pairs_seen(some)
        all_seen &= pairs is not None
        if pairs:
            targets[name] = _joined([y for _, y in pairs])
            for y in targets[name]:
                check_targets(y, loss)
            _check_any_counts(targets[name], loss, name)
    _check_alike(targets)
    if batches is not None:
        _check_single(model, single_example(batches), getattr(batches, "batch_size", None))
    metrics.start = Start(loss, targets, all_seen=all_seen)
    return metrics.start


def _joined(targets: list[Tensor]) -> list[Tensor]:
    """Return the targets of many batches as one, where they go together, for which a GPU waits."""
    kinds = {(y.dtype, y.device, y.shape[1:]) for y in targets}
    return [torch.cat(targets).detach()] if len(targets) > 1 and len(kinds) == 1 else targets


def _check_any_counts(targets: list[Tensor], loss: Loss, name: str) -> None:
    if not loss.is_of_classes or any(y.is_meta or y.is_floating_point() for y in targets):
        return
    if all(bool((y == loss.ignore_index).all()) for y in targets):
        raise ValueError(
            f"at least one target must count, got {name} with nothing but {loss.ignore_index}, "
            "which the loss ignores: choose another ignore_index, or other targets."
        )


def _check_alike(targets: dict[str, list[Tensor]]) -> None:
    """Raise ValueError where targets of validation are of another kind than those of training."""
    if len(targets) < 2:
        return
    one, other = (some[0] for some in targets.values())
    if one.dim() != other.dim() or one.is_floating_point() != other.is_floating_point():
        raise ValueError(
            "y must be alike in training and validation, got "
            f"{one.dtype} of shape {tuple(one.shape)} and {other.dtype} of shape "
            f"{tuple(other.shape)}: give both the same dtype and equally many axes."
        )


def _check_single(model: nn.Module, X: Tensor | None, batch_size: int | None) -> None:
    """Raise ValueError if a batch of one example is to come that BatchNorm cannot learn from."""
    layers = [layer for layer in model.modules() if isinstance(layer, _BatchNorm)]
    if X is None or not layers:
        return
    try:
        trial = copy.deepcopy(model)  # whose statistics may move
        if not trial.training:
            trial.train()
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            trial(X)
    except Exception as error:
        if "more than 1 value per channel" in str(error):
            remedy = (
                "let batch_size be at least 2"
                if batch_size == 1
                else "say drop_last=True, or choose another batch_size"
            )
            raise ValueError(
                "BatchNorm needs at least two examples in a batch to learn from, and one batch "
                f"will have a single one: {remedy}."
            ) from error


def _check_classes(
    name: str, targets: list[Tensor], outputs: Tensor, metrics: NamedMetrics, loss: Loss
) -> None:
    """Raise ValueError for a metric of scores without a value, since a class is missing."""
    scored = {it: metrics[it] for it, form in metrics.forms.items() if form.kind != LABELS}
    if not scored or outputs.is_meta or not (targets[0].dim() == 1 or loss.is_binary):
        return
    y = torch.cat([some.detach() for some in targets])
    if not are_classes(outputs, y) and not loss.is_binary:
        return
    num_classes = outputs.shape[1] if are_classes(outputs, y) else 2
    present = [int(it) for it in y[y != loss.ignore_index].unique() if it % 1 == 0]
    if len(present) >= num_classes:
        return
    made_up = torch.zeros(len(y), *outputs.shape[1:], device="cpu")
    for metric_name, metric in scored.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                value = measure({metric_name: metric}, made_up, y.cpu(), loss)[metric_name]
        except Exception:  # what it is does not matter: it would come after the first epoch
            value = math.nan
        if math.isnan(value):
            raise ValueError(
                f"{metric_name} has no value where classes are missing, got of {num_classes} only "
                f"{', '.join(map(str, present)) or 'none'} in {name}: let each occur, say with "
                "train_test_split(…, stratify=y), or leave this metric out."
            )
