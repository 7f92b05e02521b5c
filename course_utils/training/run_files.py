"""The file of a run: its states, its history, and how far it had come."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from course_utils.training.run_states import Run
from course_utils.training.safe_files import CheckpointError, read_safely, write_whole

FORMAT = "course_utils checkpoint 1"
Row = dict[str, Any]


def file_at(path: str | os.PathLike[str]) -> Path:
    """Return the path with `~` as the home folder."""
    return Path(path).expanduser()


def write_run(path: Path, run: Run, epoch: int, rows: Iterable[Row], **more: Any) -> None:
    """Write a run after `epoch` epochs, with whatever else is to be read back by its name.

    Raises OSError and CheckpointError as `write_whole`.
    """
    write_whole(path, contents(run, epoch, rows, **more))


def contents(run: Run, epoch: int, rows: Iterable[Row], **more: Any) -> dict[str, Any]:
    """Return what goes into the file."""
    return {"format": FORMAT, "epoch": epoch, "history": list(rows), **more, **run.state()}


def read_run(path: Path, run: Run, epochs: int | None = None) -> dict[str, Any]:
    """Set the run to what the file holds and return that; on an error the run is left alone.

    `epochs` is how many `train` is asked for, which needs a row of the history for each one done.
    Raises FileNotFoundError, CheckpointError for a file that does not fit, and ValueError if more
    than `epochs` are done.
    """
    found = read_safely(path)
    if not _is_checkpoint(found):
        raise CheckpointError(
            f"{path} must come from save_checkpoint, got a {type(found).__name__} of other "
            "contents: read it with torch.load(…, weights_only=True)."
        )
    done, num_rows = found["epoch"], len(found["history"])
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
    misfit = run.restore(found)
    if misfit:
        raise CheckpointError(
            f"{path} must fit what it is loaded into, but {misfit}: build that as it was when "
            "saved, or choose another file."
        )
    return found


def _is_checkpoint(found: Any) -> bool:
    return (
        isinstance(found, dict)
        and found.get("format") == FORMAT
        and isinstance(found.get("epoch"), int)
        and isinstance(found.get("history"), list)
        and all(isinstance(row, dict) for row in found["history"])
    )
