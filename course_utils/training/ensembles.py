"""Many seeds at once: networks that differ in nothing but their seed, trained side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from numbers import Real
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from course_utils.training.batching import TensorBatches
from course_utils.training.converting import as_integer
from course_utils.training.kinds import check_loss_fn
from course_utils.training.losses import LossFn
from course_utils.training.means import BatchLosses
from course_utils.training.metrics import Metric, NamedMetrics, measure, name_metrics
from course_utils.training.settings import check_epochs
from course_utils.training.shapes import check_outputs, kind
from course_utils.training.stacking import Stack, loss_by_model
from course_utils.training.start import check_start
from course_utils.training.targets import explain_forward, explain_loss

if TYPE_CHECKING:
    import pandas

SEEDS = range(-(2**63), 2**63)  # PyTorch takes no others
VAL_BATCH_SIZE = 1000  # bounds the memory that validation takes; no result depends on it


def train_ensemble(
    make_model: Callable[[torch.Generator], nn.Module],
    X: Tensor,
    y: Tensor,
    loss_fn: LossFn,
    *,
    seeds: Iterable[int],
    epochs: int,
    batch_size: int,
    lr: float,
    val: tuple[Tensor, Tensor] | None = None,
    metrics: Mapping[str, Metric] | Iterable[Metric] | None = None,
) -> pandas.DataFrame:
    """Train one model per seed with SGD, all at once, and return a row per seed and epoch.

    The columns are seed, epoch (from 1), train_loss, val_loss, and train_ and val_ with the name of
    each metric, as `train` measures them; those with val_ only where `val` is given. A seed's rows
    equal, to rounding, those of `train` with

        generator = torch.Generator().manual_seed(seed)
        model = make_model(generator)
        batches = TensorBatches(X, y, batch_size=batch_size, shuffle=True, generator=generator)
        optimizer = torch.optim.SGD(model.parameters(), lr=lr)

    so that one CPU generator draws a member's start, and then its order of examples every epoch.

    - `make_model` returns a new model, always the same but for what it draws from the generator.
    - X is (examples, …) and y (examples, …), on the models' device; `val` is another such pair.
    - `loss_fn(model(X), y)` is the mean loss of a batch, and `metrics` are as in `train`.
    - Networks such as those of `mlp` are the fastest; `course_utils.training.Stack` says which are.

    A member whose loss is no longer finite keeps its rows, with inf or nan as the loss and nan for
    the metrics, and the other members are as they would be without it.

    Raises ValueError for no seeds or a seed given twice, epochs below 1, an lr below 0, tensors or
    a batch_size that TensorBatches refuses, models that Stack refuses, a loss that is no mean over
    the batch, and outputs that would broadcast against y. What is no tensor in X, y or `val` is a
    TypeError. What else a model, the loss or a metric raises comes through.
    """
    import pandas

    named, seeds = name_metrics(metrics), _integers(seeds)
    _check(lr, val)
    check_epochs(epochs)
    check_loss_fn(loss_fn)
    batches = TensorBatches(X, y, batch_size=batch_size)  # says what is wrong, if anything is
    batch_size, lr = batches.batch_size, float(lr)
    val_batches = TensorBatches(*val, batch_size=min(VAL_BATCH_SIZE, len(val[0]))) if val else None
    generators = [torch.Generator("cpu").manual_seed(seed) for seed in seeds]
    stack = Stack([make_model(generator) for generator in generators])
    check_start(stack.model, batches, val_batches, loss_fn, named, names=("X, y", "val"))
    losses_of = loss_by_model(loss_fn, y, *(val or ())[1:])
    trainable = [param for param in stack.params if param.requires_grad]

    rows: list[list[dict[str, Any]]] = [[] for _ in seeds]
    for epoch in range(1, epochs + 1):
        tally = _Tally(stack, losses_of, loss_fn, named)
        orders = torch.stack(
            [torch.randperm(len(y), generator=each, device="cpu") for each in generators]
        )
        stack.model.train()
        for picked in orders.to(X.device).split(batch_size, dim=1):  # (members, batch)
            losses = tally.losses(X[picked], y[picked])
            # The gradient of a sum holds that of each term: a nan in one member stays there.
            grads = torch.autograd.grad(losses.sum(), trainable)
            with torch.no_grad():
                for param, grad in zip(trainable, grads, strict=True):
                    param.sub_(grad, alpha=lr)
        measured = {"train": tally.read()}
        if val_batches is not None:
            tally = _Tally(stack, losses_of, loss_fn, named)
            stack.model.eval()
            with torch.no_grad():
                for batch in val_batches:
                    X_batch, y_batch = (part.expand(len(seeds), *part.shape) for part in batch)
                    tally.losses(X_batch, y_batch)
            measured["val"] = tally.read()
        for member, seed in enumerate(seeds):
            row = {
                f"{part}_{name}": values[member][name]
                for name in ("loss", *named)
                for part, values in measured.items()
            }
            rows[member].append({"seed": seed, "epoch": epoch} | row)
    return pandas.DataFrame([row for of_member in rows for row in of_member])


class _Tally:
    """All members' losses and outputs, batch by batch, until `read` makes numbers of them."""

    def __init__(
        self, stack: Stack, losses_of: LossFn, loss_fn: LossFn, metrics: NamedMetrics
    ) -> None:
        assert metrics.start is not None
        self._stack, self._losses_of, self._loss_fn = stack, losses_of, loss_fn
        self._metrics, self._start = metrics, metrics.start
        self._losses = BatchLosses()
        self._seen: list[tuple[Tensor, Tensor]] = []
        self._shapes: tuple[torch.Size, torch.Size] | None = None

    def losses(self, X: Tensor, y: Tensor) -> Tensor:
        """Return the mean losses, (members,), of batches (members, batch, …), and remember them.

        The outputs are remembered too if there are metrics. Only the first batch waits for a GPU.
        """
        try:
            outputs = self._stack(X)
        except (RuntimeError, ValueError) as error:
            explain_forward(error, self._stack.model, X, len(self._losses) + 1)
            raise
        if (shapes := (outputs.shape, y.shape)) != self._shapes:  # as the last batch: in order
            check_outputs(outputs[0], y[0], self._start.loss)
            self._shapes = shapes
        if self._start.counts is None:
            self._start.check_values(outputs[0], y[0], self._metrics)
        try:
            losses = self._losses_of(outputs, y)
        except (RuntimeError, ValueError, IndexError) as error:
            explain_loss(error, outputs[0], y[0], self._start.loss)
            raise
        if losses.shape != outputs.shape[:1]:
            raise ValueError(
                "loss_fn must return one number for a batch, "
                f"got the shape {tuple(losses.shape[1:])}: take its mean."
            )
        counts = self._start.counts
        if counts is None:
            counts = self._start.count(self._loss_fn, outputs[0], y[0])
        self._losses.add(losses, counts.of_members(outputs, y))
        if self._metrics:
            self._seen.append((outputs.detach(), y))
        return losses

    def read(self) -> list[dict[str, float]]:
        """Return for each member the mean loss over its examples as "loss", and its metrics."""
        _, means = self._losses.read()
        read = [{"loss": loss} for loss in means.tolist()]
        if self._metrics:
            loss = self._start.counted_as
            outputs, y = (torch.cat(parts, dim=1) for parts in zip(*self._seen, strict=True))
            for member, is_finite in enumerate(means.isfinite().tolist()):
                read[member] |= (
                    measure(self._metrics, outputs[member], y[member], loss)
                    if is_finite
                    else dict.fromkeys(self._metrics, float("nan"))
                )
        return read


def _integers(seeds: Iterable[int]) -> list[int]:
    """Return the seeds as Python's integers. Raises ValueError if they are none, or not unlike."""
    given = list(seeds)
    found = [seed for seed in map(as_integer, given) if seed is not None and seed in SEEDS]
    if not given or len(set(found)) < len(given):
        raise ValueError(
            "seeds must be one or more different integers, "
            f"got {' '.join(str(given).split())}: range(15) gives fifteen, each of 63 bits or less."
        )
    return found


def _check(lr: Any, val: Any) -> None:
    if isinstance(lr, bool) or not isinstance(lr, Real) or not 0 <= float(lr) < float("inf"):
        raise ValueError(f"lr must be a finite number from 0 up, got {lr!r}: try 0.1.")
    if val is not None and not (isinstance(val, tuple | list) and len(val) == 2):
        raise ValueError(f"val must be a pair X, y of tensors, got {kind(val)}: write val=(X, y).")
