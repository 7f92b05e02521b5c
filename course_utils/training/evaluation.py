"""Measuring a network on batches: means over examples, read from the device once."""

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.training.counts import Counts
from course_utils.training.kinds import check_loss_fn, check_model
from course_utils.training.losses import LossFn
from course_utils.training.means import BatchLosses
from course_utils.training.metrics import Metric, NamedMetrics, join, measure, name_metrics
from course_utils.training.modes import modes_kept
from course_utils.training.shapes import check_batch, check_loss, check_outputs, check_pair
from course_utils.training.start import check_start
from course_utils.training.targets import check_dtypes, check_targets, explain_forward, explain_loss

Batches = Iterable[Any]  # of (X, y), both (batch, …); TensorBatches, a DataLoader, a list


class NonFiniteLossError(ArithmeticError):
    """Raised for a loss that is nan or infinite.

    `history` is None, or where `train` raises it the DataFrame of the epochs before.
    """

    history: Any = None


def evaluate(
    model: nn.Module,
    batches: Batches,
    loss_fn: LossFn,
    metrics: Mapping[str, Metric] | Iterable[Metric] | None = None,
    *,
    where: str = "",
) -> dict[str, float]:
    """Return the mean loss over the examples of all batches as "loss", and each metric by its name.

    Each batch is a pair X, y of tensors, (batch, …); `loss_fn(model(X), y)` is the mean loss of its
    examples, in cross-entropy one by the weights of their classes and without targets that are
    ignored; in any batches it is the number of the whole set. Metrics are functions of (y_true,
    y_pred) or (y_true, y_score), in a list or by name, and are given all examples at once, as
    `course_utils.training.measure` says. The model runs in eval mode, without gradients, and gets
    back the mode that it had; what the batches draw from PyTorch's global CPU generator is put back
    too. `where` ends the sentence of an error.

    Raises NonFiniteLossError if a loss is nan or infinite, and ValueError for what is no model, no
    loss or no metrics, for no batches, for a batch or an output of the wrong kind, shape or device,
    or for a metric that is not one number. What else model, loss or metrics raise comes through.
    """
    named = name_metrics(metrics)
    check_model(model)
    check_loss_fn(loss_fn)
    if named.start is None:
        check_start(model, None, batches, loss_fn, named, names=("", "batches"))
    tally = Tally(model, loss_fn, named)
    # A DataLoader draws a seed whenever it starts; measuring must not change the training.
    with modes_kept(model), torch.no_grad(), torch.random.fork_rng(devices=[]):
        model.eval()
        for X, y in pairs(batches):
            tally.loss(X, y)
    return {"loss": tally.mean_loss(where), **tally.measure()}


def pairs(batches: Batches) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield the batches, and say in a sentence if one is no pair X, y."""
    for batch in batches:
        if type(batch) is not tuple or len(batch) != 2:
            check_pair(batch)
        yield batch


class Tally:
    """The losses and outputs of a model, batch by batch, until numbers are made of them.

    `weight` is how much the mean loss of the last batch counts in a mean over batches: the number
    of its examples, or a tensor, (), with the sum of the class weights of the targets that count.
    """

    weight: float | Tensor

    def __init__(self, model: nn.Module, loss_fn: LossFn, metrics: NamedMetrics) -> None:
        self._model, self._loss_fn, self._metrics = model, loss_fn, metrics
        self._start = metrics.start or check_start(model, None, None, loss_fn, metrics)
        self._counts: Counts | None = self._start.counts
        self._device = next((param.device for param in model.parameters()), None)
        self._shapes: tuple[torch.Size, torch.Size] | None = None
        self._writes_into_X: bool | None = None
        self._losses = BatchLosses()
        self._outputs: list[Tensor] = []
        self._targets: list[Tensor] = []
        self._ranges: list[Tensor] = []

    def loss(self, X: Tensor, y: Tensor) -> Tensor:
        """Return the mean loss of a batch, with its graph, and remember what the means need.

        Nothing here waits for a GPU but the first batch: numbers stay on the device, and shapes are
        known without it.
        """
        # A batch with the shapes of the last one is in order if that was.
        is_new = self._shapes is None or self._shapes != (X.shape, y.shape)
        if is_new:
            check_batch(X, y, self._device)
            self._shapes = X.shape, y.shape
        try:
            outputs = self._model(X) if self._writes_into_X is False else self._forward(X)
        except (RuntimeError, ValueError) as error:
            explain_forward(error, self._model, X, len(self._losses) + 1)
            raise
        if is_new:
            check_outputs(outputs, y, self._start.loss)
        if self._counts is None:
            self._start.check_values(outputs, y, self._metrics)
        try:
            loss = self._loss_fn(outputs, y)
        except (RuntimeError, ValueError, IndexError) as error:
            explain_loss(error, outputs, y, self._start.loss)
            raise
        if is_new:
            check_loss(loss)
        if self._counts is None:
            check_dtypes(y, outputs, loss)
            self._counts = self._start.count(self._loss_fn, outputs, y)
        self.weight = self._counts.of(outputs, y)
        self._losses.add(loss, self.weight)
        if self._start.watches_range:
            self._ranges.append(torch.stack(y.aminmax()))
        if self._metrics:
            # An iterator that cannot be looked into may fill the same tensors again.
            self._outputs.append(
                outputs.detach() if self._start.all_seen else outputs.detach().clone()
            )
            self._targets.append(y if self._start.all_seen else y.clone())
        return loss

    def _forward(self, X: Tensor) -> Tensor:
        """Return the outputs for a copy of X; whether a model writes into it is seen once."""
        copy = X.clone()
        if copy.is_inference():  # it has no count of its changes
            return self._model(copy)
        before = copy._version
        outputs = self._model(copy)
        self._writes_into_X = copy._version != before
        return outputs

    def mean_loss(self, where: str = "") -> float:
        """Return the mean loss over all examples; `where` goes into the sentence of an error.

        Raises ValueError if there was no batch, and NonFiniteLossError.
        """
        if not self._losses:
            raise ValueError(
                f"there must be at least one batch{where}, got none: an iterator is used up after "
                "one epoch, and drop_last=True drops data smaller than a batch."
            )
        if self._ranges:
            check_targets(torch.stack(self._ranges), self._start.loss)
        losses, mean = self._losses.read()
        if not (math.isfinite(mean) or losses.any()):
            raise ValueError(
                f"at least one target must count{where}, got none: all are ignored by the loss."
            )
        for number, loss in enumerate(losses.tolist(), start=1):
            if not math.isfinite(loss):
                raise NonFiniteLossError(
                    f"the loss must be finite, got {loss} in batch {number}{where}: try a learning "
                    "rate ten times smaller, standardise X, and look for nan in X and y."
                )
        return mean.item()

    def measure(self) -> dict[str, float]:
        """Return each metric of all examples by its name."""
        if not self._metrics:
            return {}
        loss = self._start.counted_as
        return measure(self._metrics, *join(self._outputs, self._targets), loss)
