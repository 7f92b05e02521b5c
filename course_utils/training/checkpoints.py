"""Saving a training run, and going on with it as if it had never stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from torch import nn
from torch.optim import Optimizer

from course_utils.training.best import HIGHER, LOWER
from course_utils.training.kinds import (
    check_model,
    check_optimizer,
    check_path,
    check_scheduler,
    count_of,
    generators_in,
    rows_of,
)
from course_utils.training.reach import Generator
from course_utils.training.run_files import file_at, read_run, write_run
from course_utils.training.run_states import Run

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]


class Resumed(NamedTuple):
    """How far a run had come: the epochs it had finished, and its history, one row an epoch."""

    epoch: int
    history: pandas.DataFrame


def save_checkpoint(
    path: str | os.PathLike[str],
    model: nn.Module,
    optimizer: Optimizer | None = None,
    scheduler: Any = None,
    *,
    epoch: int = 0,
    history: pandas.DataFrame | Sequence[Row] = (),
    generators: Iterable[Generator] = (),
    loss_fn: Any = None,
) -> None:
    """Save all that a run needs to go on after `epoch`, the number of epochs finished.

    Into the file go the parameters and buffers of the model, the states of optimizer, scheduler and
    `generators` (those that shuffle), what a loss has learned, the rows of the history, and the
    global random states of PyTorch, on the CPU and on GPUs, of NumPy and of Python.

    The file is whole at every moment: a temporary file in the same folder is written, read back,
    forced to the disk and given the name. A kill or a power cut thus leaves the old file or the new
    one, and at worst a temporary file besides, `.<name>.<process>.tmp`, which may be deleted. A
    missing folder is made, and `~` is the home folder.

    Raises OSError if the folder cannot be made or written, and CheckpointError, which names it, if
    something in the states or rows is no tensor, number or string and could not be loaded safely.
    What is no path is a TypeError, any other argument of the wrong kind a ValueError.
    """
    check_path(path)
    run = _run(model, optimizer, scheduler, generators, loss_fn)
    write_run(file_at(path), run, count_of(epoch), rows_of(history))


def load_checkpoint(
    path: str | os.PathLike[str],
    model: nn.Module,
    optimizer: Optimizer | None = None,
    scheduler: Any = None,
    *,
    generators: Iterable[Generator] = (),
    loss_fn: Any = None,
) -> Resumed:
    """Load what `save_checkpoint` saved; return the number of epochs finished and the history.

    To go on with a run, pass all that was saved, built alike: each part is set to what it was, on
    the device where it is now, with the hyperparameters, such as lr, of the file; the global random
    states are set too. With a model alone nothing else is touched. The model may be wrapped by
    DistributedDataParallel or torch.compile here and not in the file, or the other way round, and
    the file may come from another device. No code from the file runs (`weights_only=True`).

    Raises FileNotFoundError, and CheckpointError for a file that is damaged or foreign, asks for
    code to be run, or does not fit what is passed; all is then left as it was. What is no path is a
    TypeError, any other argument of the wrong kind a ValueError.
    """
    import pandas

    # Whoever passes no loss does not care whether the file holds one.
    check_path(path)
    found = read_run(file_at(path), _run(model, optimizer, scheduler, generators, loss_fn))
    return Resumed(found["epoch"], pandas.DataFrame(found["history"]))


def _run(model: Any, optimizer: Any, scheduler: Any, generators: Any, loss_fn: Any) -> Run:
    """Return the parts as one. Raises ValueError for what is something else."""
    check_model(model)
    if optimizer is not None:
        check_optimizer(optimizer)
    if scheduler is not None:
        check_scheduler(scheduler)
    return Run(model, optimizer, scheduler, generators_in(generators), loss_fn)


@dataclass(frozen=True)
class Checkpoint:
    """Where and how often `train` saves; a file that is there already is the run to go on with.

    Saved is every `every` epochs, and after the last. A run that `on_epoch` has ended is over, too,
    and goes on only if `train` is asked for more epochs than before.

    With `best`, a column of the history, epochs in which it is better than ever before are saved
    too, as `best_path`, beside `path`. Which way is better is known of losses and of the functions
    of scikit-learn; for others, `better="lower"` or `better="higher"` says it. Epochs without the
    column, or with nan in it, are never the best.

    Raises TypeError for what is no path, and ValueError if `every` is no integer from 1 up, or
    `better` is something else.

    >>> Checkpoint("runs/moons.pt", best="val_rmse", better="lower").best_path.name
    'moons_best.pt'
    """

    path: str | os.PathLike[str]
    every: int = 1
    best: str | None = None
    better: str | None = None

    def __post_init__(self) -> None:
        check_path(self.path)
        if isinstance(self.every, bool) or not isinstance(self.every, Integral) or self.every < 1:
            raise ValueError(f"every must be a number of epochs from 1 up, got {self.every!r}.")
        if self.better not in (None, LOWER, HIGHER):
            raise ValueError(f"better must be 'lower' or 'higher', got {self.better!r}.")
        if self.better is not None and self.best is None:
            raise ValueError(
                f"better={self.better!r} must come with the column it is said of, got best=None: "
                "write best='val_loss', say."
            )

    @property
    def best_path(self) -> Path:
        """The file of the best epoch so far."""
        path = file_at(self.path)
        return path.with_name(f"{path.stem}_best{path.suffix}")
