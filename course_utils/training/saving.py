"""What `train` does with a checkpoint: going on, saving in time, and keeping the best epoch."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from course_utils.training.best import is_best, which_is_better
from course_utils.training.checkpoints import Checkpoint
from course_utils.training.plain import to_plain
from course_utils.training.program import Settings, differences
from course_utils.training.run_files import Row, contents, file_at, read_run, write_run
from course_utils.training.run_states import Run, shaped
from course_utils.training.safe_files import CheckpointError, write_whole


class Saver:
    """Saves a run of `epochs` as its checkpoint says; without a checkpoint it does nothing.

    Raises ValueError if it is not known which way the best column is better.
    """

    def __init__(
        self,
        checkpoint: Checkpoint | None,
        run: Run,
        epochs: int,
        columns: Sequence[str],
        metrics: Mapping[str, Any],
    ) -> None:
        self._checkpoint, self._run, self._epochs = checkpoint, run, epochs
        self._settings: Settings = {}
        self._left_out: set[str] = set()
        self._kept: list[Row] = []  # the rows as the file holds them
        self._is_checked, self._is_saved = False, True
        self._best, self._better = None, ""
        if checkpoint is not None and checkpoint.best is not None:
            self._best = checkpoint.best
            self._better = which_is_better(self._best, checkpoint.better, columns, metrics)

    def begin(self, settings: Settings) -> tuple[list[Row], bool]:
        """Set the run to where the file left it; return its rows and whether it is over.

        There are no rows if there is no file. `settings` are what the program says of the run:
        where the file was begun with others, a warning says so. A file is written on trial.

        Raises CheckpointError and ValueError as `read_run`, and what `write_whole` raises.
        """
        if self._checkpoint is None:
            return [], False
        path, rows, is_over = file_at(self._checkpoint.path), [], False
        if path.exists() and not path.is_dir():
            found = read_run(path, self._run, self._epochs)
            rows = found["history"]
            is_over = self._epochs <= max(len(rows), found.get("ended", 0))
            said = differences(settings, found, is_over=is_over)
            self._settings = found.get("settings", settings)
            if said:
                done = f"all {len(rows)} epochs are done, and nothing was trained"
                goes_on = done if is_over else "it goes on with the states and rates of the file"
                warnings.warn(
                    f"{path} was begun with other settings, {said}: {goes_on}; delete it, or "
                    "choose another path, to start anew.",
                    stacklevel=3,
                )
        else:
            self._settings = settings
        if not is_over:
            state = shaped(contents(self._run, len(rows), rows, settings=self._settings))
            write_whole(path, state, rehearsal=True)
        return rows, is_over

    def save(self, rows: Sequence[Row], *, is_last: bool, ended: bool) -> None:
        """Save the run after the epoch of the last row, if it is time to, or the best so far.

        What then goes wrong is said in a warning, and is no reason to lose what was trained: the
        next epoch tries again.
        """
        if self._checkpoint is None:
            return
        self._kept += [self._savable(row) for row in rows[len(self._kept) :]]
        more = {"settings": self._settings} | ({"ended": self._epochs} if ended else {})
        is_due = is_last or len(rows) % self._checkpoint.every == 0 or not self._is_saved
        if is_due:
            self._is_saved = self._try(file_at(self._checkpoint.path), more)
        elif not self._is_checked:  # an optimizer has no state before its first step
            self._warn_of_state()
        self._is_checked = True
        if self._best is not None and is_best([row.get(self._best) for row in rows], self._better):
            self._try(self._checkpoint.best_path, more)

    def finish(self, rows: Sequence[Row]) -> None:
        """Say so if no epoch could be the best."""
        values = [row.get(self._best) for row in rows if self._best is not None]
        if values and all(value is None or value != value for value in values):
            assert self._checkpoint is not None
            warnings.warn(
                f"{self._best} was nan or missing in all {len(values)} epochs, so none is the best "
                f"and {self._checkpoint.best_path} was not written: look at the metric.",
                stacklevel=3,
            )

    def remedy(self) -> str:
        """Say what to do besides where a loss is not finite: a file would bring it back."""
        if self._checkpoint is None or not file_at(self._checkpoint.path).exists():
            return ""
        return (
            f" First delete {file_at(self._checkpoint.path)}, from which the same rate and "
            "parameters would come again."
        )

    def _savable(self, row: Row) -> Row:
        """Return a row without what no file can hold; that is said once a column."""
        kept = {}
        for name, value in row.items():
            try:
                kept[name] = to_plain(value, f"history.{name}")
            except CheckpointError as error:
                if name not in self._left_out:
                    warnings.warn(f"{error} It is left out of the file.", stacklevel=4)
                self._left_out.add(name)
        return kept

    def _warn_of_state(self) -> None:
        try:
            to_plain(self._run.state())
        except CheckpointError as error:
            warnings.warn(f"this run cannot be saved: {error}", stacklevel=4)

    def _try(self, path: Path, more: dict[str, Any]) -> bool:
        rows = self._kept
        try:
            write_run(path, self._run, len(rows), rows, **more)
        except (OSError, CheckpointError) as error:
            said = str(error).rstrip(".")
            warnings.warn(
                f"epoch {len(rows)} was not saved: {said}. The training goes on, and after each "
                "epoch it is tried again; at the end save_checkpoint saves elsewhere.",
                stacklevel=4,
            )
            return False
        return True
