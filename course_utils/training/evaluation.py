"""Measuring a network on batches: means over examples, read from the device once."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.training.means import BatchLosses
from course_utils.training.metrics import LossFn, Metric, NamedMetrics, measure, name_metrics
from course_utils.training.modes import modes_kept
from course_utils.training.settings import check_reduction

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
    examples. Metrics are functions of (y_true, y_pred) or (y_true, y_score), in a list or by name,
    and are given all examples at once, as `course_utils.training.measure` says. The model runs in
    eval mode, without gradients, and gets back the mode that it had; what the batches draw from
    PyTorch's global CPU generator is put back too. `where` ends the sentence of an error.

    Raises NonFiniteLossError if a loss is nan or infinite, and ValueError for no batches, for a
    batch or an output of the wrong kind, shape or device, or for a metric that is not one number.
    """
    tally = Tally(model, loss_fn, name_metrics(metrics))
    # A DataLoader draws a seed whenever it starts; measuring must not change the training.
    with modes_kept(model), torch.no_grad(), torch.random.fork_rng(devices=[]):
        model.eval()
        for X, y in batches:
            tally.loss(X, y)
    return {"loss": tally.mean_loss(where), **tally.measure()}


class Tally:
    """The losses and outputs of a model, batch by batch, until numbers are made of them."""

    def __init__(self, model: nn.Module, loss_fn: LossFn, metrics: NamedMetrics) -> None:
        check_reduction(loss_fn)
        self._model, self._loss_fn, self._metrics = model, loss_fn, metrics
        self._device = next((param.device for param in model.parameters()), None)
        self._shapes: tuple[torch.Size, torch.Size] | None = None
        self._losses = BatchLosses()
        self._outputs: list[Tensor] = []
        self._targets: list[Tensor] = []

    def loss(self, X: Tensor, y: Tensor) -> Tensor:
        """Return the mean loss of a batch, with its graph, and remember what the means need.

        Nothing here waits for a GPU: numbers stay on the device, and shapes are known without it.
        """
        # A batch with the shapes of the last one is in order if that was.
        is_new = self._shapes is None or self._shapes != (X.shape, y.shape)
        if is_new:
            _check_batch(X, y, self._device)
            self._shapes = X.shape, y.shape
        outputs = self._model(X)
        if is_new:
            _check_outputs(outputs, y)
        loss = self._loss_fn(outputs, y)
        if is_new and (not isinstance(loss, Tensor) or loss.dim()):
            raise ValueError(
                f"loss_fn must return one number for a batch, as a tensor without dimensions, got "
                f"{_kind(loss)}: take the mean over the examples."
            )
        self._losses.add(loss, len(y))
        if self._metrics:
            self._outputs.append(outputs.detach())
            self._targets.append(y)
        return loss

    def mean_loss(self, where: str = "") -> float:
        """Return the mean loss over all examples; `where` goes into the sentence of an error.

        Raises ValueError if there was no batch, and NonFiniteLossError.
        """
        if not self._losses:
            raise ValueError(
                f"there must be at least one batch{where}, got none: an iterator is used up after "
                "one epoch, and drop_last=True drops data smaller than a batch."
            )
        losses, mean = self._losses.read()
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
        return measure(
            self._metrics, torch.cat(self._outputs), torch.cat(self._targets), self._loss_fn
        )


def _check_batch(X: Any, y: Any, device: torch.device | None) -> None:
    if not isinstance(X, Tensor) or not isinstance(y, Tensor) or not X.dim() or not y.dim():
        raise ValueError(
            f"a batch must be two tensors X and y, (batch, …), got {_kind(X)} and {_kind(y)}."
        )
    if len(X) != len(y) or not len(y):
        raise ValueError(
            "X and y of a batch must hold equally many examples, at least one, "
            f"got the shapes {tuple(X.shape)} and {tuple(y.shape)}."
        )
    for tensor in (X, y):
        if device is not None and tensor.device != device:
            raise ValueError(
                f"model and batches must be on one device, got the model on {device} and a batch "
                f"on {tensor.device}: move one of them with .to(device)."
            )


def _check_outputs(outputs: Any, y: Tensor) -> None:
    if not isinstance(outputs, Tensor):
        raise ValueError(f"the model must return one tensor, got {_kind(outputs)}.")
    shapes = f"got the shapes {tuple(outputs.shape)} and {tuple(y.shape)}"
    if outputs.shape[:1] != y.shape[:1]:
        raise ValueError(f"the model must return one output for each example of y, {shapes}.")
    try:
        together = torch.broadcast_shapes(outputs.shape, y.shape)
    except RuntimeError:
        return  # as with logits and labels; nothing can broadcast in silence
    # The trap: (N, 1) − (N,) is (N, N), every output against every target, and its mean a number.
    if together not in (outputs.shape, y.shape):
        raise ValueError(
            f"outputs and y must have one shape, {shapes}, which broadcast to {tuple(together)}: "
            "give y the shape of the outputs, say with y.reshape(-1, 1) or outputs.squeeze(1)."
        )


def _kind(thing: Any) -> str:
    """Say what a thing is, a tensor by its shape."""
    if isinstance(thing, Tensor):
        return f"a tensor of shape {tuple(thing.shape)}"
    return type(thing).__name__
