"""Training by several processes at once, each with its share of every batch."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.parallel import DistributedDataParallel

from course_utils.data import Examples
from course_utils.training.batching import TensorBatches
from course_utils.training.checkpoints import Checkpoint
from course_utils.training.converting import as_integer
from course_utils.training.evaluation import NonFiniteLossError, pairs
from course_utils.training.history import Row
from course_utils.training.program import describe
from course_utils.training.run_files import file_at, read_run
from course_utils.training.run_states import Run
from course_utils.training.saving import Saver
from course_utils.training.settings import check_epochs
from course_utils.training.shapes import check_batch


def shards(
    batches: Iterable[tuple[Tensor, ...]], rank: int, world_size: int
) -> Iterator[tuple[Tensor, Tensor, int]]:
    """Yield the share of process `rank` in each batch, X and y, and the size of the whole batch.

    A process takes every `world_size`-th example. Where all shuffle alike they take each example
    once; shares then differ by one at most, and those of a small last batch may be empty.

    Raises ValueError for a rank that is none, and for what are no pairs of tensors.

    >>> X, y = torch.arange(10).reshape(5, 2), torch.arange(5)
    >>> [(y_share.tolist(), whole) for X_share, y_share, whole in shards([(X, y)], 1, 2)]
    [([1, 3], 5)]
    """
    ranks = as_integer(rank), as_integer(world_size)
    if None in ranks or not 0 <= rank < world_size:
        raise ValueError(
            "rank and world_size must be integers, 0 ≤ rank < world_size, "
            f"got {rank!r} and {world_size!r}: take those of torch.distributed."
        )
    for X, y in pairs(batches):
        check_batch(X, y, None)
        yield X[rank::world_size], y[rank::world_size], len(y)


def train_sharded(
    model: nn.Module,
    train: Examples,
    val: Examples,
    *,
    epochs: int,
    batch_size: int,
    lr: float,
    generator: torch.Generator,
    checkpoint: str | os.PathLike[str] | None = None,
    on_batch: Callable[[int, int], Any] | None = None,
) -> list[Row]:
    """Train together with the other processes of the group; return the history, a row an epoch.

    Each process brings an equal model, equal data and an equal CPU `generator`, which shuffles, and
    works on its share of each batch of `batch_size` examples. The model, with logits as outputs,
    is trained with SGD on cross-entropy. A row holds epoch (from 1), train_loss and val_loss, means
    over the examples of all processes: to rounding, those that `train` gives in one process.

    With a `checkpoint` the first process saves after every epoch, and a file that is there already,
    which all must be able to read, is the run to go on with, up to `epochs` in all; the folder is
    made, and a file begun with other settings is told in a warning. `on_batch` is called before
    each batch, with the epoch and the number of the batch in it, from 0.

    Raises ValueError for a batch_size that TensorBatches refuses, epochs below 1 or fewer than the
    checkpoint holds, what `load_checkpoint` and, before the first epoch, `save_checkpoint` raise;
    NonFiniteLossError for a loss that is nan or infinite; RuntimeError if the processes start from
    different epochs, or one of them fails.
    Source: Li et al., PyTorch Distributed: Experiences on Accelerating Data Parallel Training
    (2020), section 3.
    """
    if as_integer(epochs) is None:
        check_epochs(epochs)
    rank, world_size = dist.get_rank(), dist.get_world_size()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    batches = TensorBatches(*train, batch_size=batch_size, shuffle=True, generator=generator)
    run = Run(model, optimizer, generators=(generator,))
    saver, rows = _begin(checkpoint, run, epochs, batches, rank)
    _check_start(epochs, len(rows), world_size)
    together = DistributedDataParallel(model)  # its backward() averages over the processes
    for epoch in range(len(rows) + 1, epochs + 1):
        train_sum = torch.zeros((), device=train.X.device)
        for number, (X, y, whole) in enumerate(shards(batches, rank, world_size)):
            if on_batch is not None:
                on_batch(epoch, number)
            loss_sum = cross_entropy(together(X), y, reduction="sum")
            optimizer.zero_grad()
            # The average of mean gradients is that of the whole batch only if all shares are equal.
            # Sums, divided so that the average makes it 1 / whole, are right for any shares.
            (loss_sum * world_size / whole).backward()
            optimizer.step()
            train_sum += loss_sum.detach()
        with torch.no_grad():
            X, y, _ = next(shards([val], rank, world_size))
            sums = torch.stack([train_sum, cross_entropy(model(X), y, reduction="sum")])
        dist.all_reduce(sums)
        train_loss, val_loss = (sums.cpu() / torch.tensor([len(train.y), len(val.y)])).tolist()
        if not math.isfinite(train_loss + val_loss):
            raise NonFiniteLossError(
                f"the losses of epoch {epoch} must be finite, got {train_loss} in training and "
                f"{val_loss} in validation: try a learning rate ten times smaller.{saver.remedy()}"
            )
        rows.append({"epoch": epoch, "train_loss": train_loss, "val_loss": val_loss})
        saver.save(rows, is_last=epoch == epochs, ended=False)
    return rows


def _begin(
    checkpoint: str | os.PathLike[str] | None, run: Run, epochs: int, batches: Any, rank: int
) -> tuple[Saver, list[Row]]:
    """Set the run to where the file left it; return what saves it and its rows.

    The first process saves, and says what the file was begun with if that was something else.
    """
    file = None if checkpoint is None else Checkpoint(checkpoint)
    if rank == 0:
        saver = Saver(file, run, epochs, (), {})
        rows, _ = saver.begin(describe(run, batches) if file else {})
        return saver, rows
    found = file is not None and file_at(file.path).exists()
    rows = read_run(file_at(file.path), run, epochs)["history"] if file and found else []
    return Saver(None, run, epochs, (), {}), rows


def _check_start(epochs: int, done: int, world_size: int) -> None:
    """Make sure that all processes start from the same epoch, and have one to go to."""
    starts: list[int] = [0] * world_size
    dist.all_gather_object(starts, done)
    if len(set(starts)) > 1:
        raise RuntimeError(
            f"all processes must start from the same epoch, got {starts} epochs done: "
            "put the checkpoint where all can read it."
        )
    if epochs < max(done, 1):
        raise ValueError(
            f"epochs must be at least 1 and no fewer than the {done} that are done, got {epochs}: "
            "they count from the beginning; delete the checkpoint to begin anew."
        )
