"""Saving a training run, and going on with it as if it had never stopped."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import torch
from torch import nn
from torch.optim import Optimizer

from course_utils.training.run_states import Run
from course_utils.training.safe_files import CheckpointError, read_safely, write_whole

if TYPE_CHECKING:
    import pandas

FORMAT = "course_utils checkpoint 1"
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
    generators: Iterable[torch.Generator] = (),
) -> None:
    """Save all that a run needs to go on after `epoch`, the number of epochs finished.

    Into the file go the parameters and buffers of the model, the states of optimizer, scheduler and
    `generators` (those that shuffle), the rows of the history, and the global random states of
    PyTorch, on the CPU and on GPUs, of NumPy and of Python.

    The file is whole at every moment: a temporary file in the same folder is written, read back,
    forced to the disk and given the name. A kill or a power cut thus leaves the old file or the new
    one, and at worst a temporary file besides, `.<name>.<process>.tmp`, which may be deleted.

    Raises OSError if the folder is missing or cannot be written, and CheckpointError if something
    in the states or rows is no tensor, number or string and could not be loaded safely.
    """
    rows = history if isinstance(history, Sequence) else history.to_dict("records")
    _save(Path(path), Run(model, optimizer, scheduler, tuple(generators)), epoch, rows)


def load_checkpoint(
    path: str | os.PathLike[str],
    model: nn.Module,
    optimizer: Optimizer | None = None,
    scheduler: Any = None,
    *,
    generators: Iterable[torch.Generator] = (),
) -> Resumed:
    """Load what `save_checkpoint` saved; return the number of epochs finished and the history.

    To go on with a run, pass all that was saved, built alike: each part is set to what it was, on
    the device where it is now, with the hyperparameters, such as lr, of the file; the global random
    states are set too. With a model alone nothing else is touched. No code from the file runs
    (`weights_only=True`).

    Raises FileNotFoundError, and CheckpointError for a file that is damaged or foreign, asks for
    code to be run, or does not fit what is passed; all is then left as it was.
    """
    import pandas

    contents = _load(Path(path), Run(model, optimizer, scheduler, tuple(generators)))
    return Resumed(contents["epoch"], pandas.DataFrame(contents["history"]))


@dataclass(frozen=True)
class Checkpoint:
    """Where and how often `train` saves; a file that is there already is the run to go on with.

    Saved is every `every` epochs, and after the last. With `best`, a column of the history, epochs
    in which it is better than ever before are saved too, as `best_path`, beside `path`: lower where
    its name ends in _loss or _error, higher otherwise.

    Raises ValueError if `every` is below 1.

    >>> Checkpoint("runs/moons.pt", best="val_loss").best_path.name
    'moons_best.pt'
    """

    path: str | os.PathLike[str]
    every: int = 1
    best: str | None = None

    def __post_init__(self) -> None:
        if self.every < 1:
            raise ValueError(f"every must be a number of epochs from 1 up, got {self.every}.")

    @property
    def best_path(self) -> Path:
        """The file of the best epoch so far."""
        path = Path(self.path)
        return path.with_name(f"{path.stem}_best{path.suffix}")

    def resume(self, run: Run, epochs: int) -> list[Row]:
        """Set the run to where the file left it and return its rows; none if there is no file.

        Raises CheckpointError as `load_checkpoint`, and ValueError if more than `epochs` are done.
        """
        if not Path(self.path).exists():
            return []
        return _load(Path(self.path), run, epochs)["history"]

    def save(self, run: Run, rows: Sequence[Row], is_last: bool) -> None:
        """Save the run after the epoch of the last row, if it is time to, or the best so far."""
        if is_last or len(rows) % self.every == 0:
            _save(Path(self.path), run, len(rows), rows)
        if self.best is not None and _is_best([row[self.best] for row in rows], self.best):
            _save(self.best_path, run, len(rows), rows)


def _is_best(values: Sequence[float], name: str) -> bool:
    """Say whether the last value is better than all before; nan never is."""
    sign = -1 if name.endswith(("_loss", "_error")) else 1
    *earlier, last = (sign * value for value in values)
    return last == last and not any(value >= last for value in earlier)


def _save(path: Path, run: Run, epoch: int, rows: Iterable[Row]) -> None:
    # Numbers of NumPy and PyTorch become Python's, which are safe to load.
    plain = [
        {name: value.item() if hasattr(value, "item") else value for name, value in row.items()}
        for row in rows
    ]
    write_whole(path, {"format": FORMAT, "epoch": epoch, "history": plain, **run.state()})


def _load(path: Path, run: Run, epochs: int | None = None) -> dict[str, Any]:
    """Set the run to what the file holds and return that; on an error the run is left alone.

    `epochs` is how many `train` is asked for, which needs a row of the history for each one done.
    """
    contents = read_safely(path)
    if not _is_checkpoint(contents):
        raise CheckpointError(
            f"{path} must come from save_checkpoint, got a {type(contents).__name__} of other "
            "contents: read it with torch.load(…, weights_only=True)."
        )
    done, num_rows = contents["epoch"], len(contents["history"])
    if epochs is not None and done > epochs:
        raise ValueError(
            f"epochs must be at least the {done} that {path} holds, got {epochs}: they count from "
            "the beginning; delete the file to begin anew."
        )
    if epochs is not None and done != num_rows:
        raise CheckpointError(
            f"{path} must hold a row of the history for each epoch, got {num_rows} rows for {done} "
            "epochs: load it with load_checkpoint instead."
        )
    misfit = run.restore(contents)
    if misfit:
        raise CheckpointError(
            f"{path} must fit what it is loaded into, but {misfit}: build that as it was when "
            "saved, or choose another file."
        )
    return contents


def _is_checkpoint(contents: Any) -> bool:
    return (
        isinstance(contents, dict)
        and contents.get("format") == FORMAT
        and isinstance(contents.get("epoch"), int)
        and isinstance(contents.get("history"), list)
        and all(isinstance(row, dict) for row in contents["history"])
    )
