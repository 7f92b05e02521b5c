"""Nothing is lost at the save: what cannot be saved shows before training, or costs nothing."""

import errno
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.functional import mse_loss
from torch.optim.lr_scheduler import LambdaLR, LRScheduler

from course_utils.training import Checkpoint, CheckpointError, load_checkpoint, save_checkpoint
from tests.training.helpers import quietly

X = torch.linspace(-1, 1, 40).reshape(-1, 1)
y = 2 * X + 1


@pytest.fixture(autouse=True)
def _seed_is_kept() -> Iterator[None]:
    with torch.random.fork_rng():
        yield


def run(
    path: Any, epochs: int = 4, *, every: int = 1, lr: Any = 0.1, schedule: Any = None,
    make: Any = torch.optim.SGD, best: str | None = None, **more: Any,
) -> Any:  # fmt: skip
    torch.manual_seed(0)
    model = nn.Linear(1, 1)
    # A scheduler changes a rate that is a tensor in place.
    rate = lr.clone() if isinstance(lr, torch.Tensor) else lr
    optimizer = make(model.parameters(), lr=rate)
    return quietly(
        model, [(X, y)], mse_loss, optimizer, epochs=epochs,
        scheduler=schedule and schedule(optimizer),
        checkpoint=path and Checkpoint(path, every=every, best=best), **more,
    )  # fmt: skip


def silent() -> Any:
    return warnings.catch_warnings(action="error")


class Table(LRScheduler):
    """A scheduler of one's own that keeps its rates in an array."""

    def __init__(self, optimizer: Any) -> None:
        self.rates = np.linspace(0.1, 0.01, 9)
        super().__init__(optimizer)

    def get_lr(self) -> Any:
        return [self.rates[self.last_epoch] for _ in self.base_lrs]


def halved(epoch: int) -> Any:
    return np.float32(0.5) ** epoch


SCHEDULES: dict[str, Any] = {
    "none": None,
    "np.cos": lambda optimizer: LambdaLR(optimizer, lambda e: 0.5 * (1 + np.cos(np.pi * e / 4))),
    "float32": lambda optimizer: LambdaLR(optimizer, halved),
    "array": Table,
}


@pytest.mark.parametrize("lr", [0.1, np.logspace(-1, 0, 2)[0], np.float32(0.1), torch.tensor(0.1)])
@pytest.mark.parametrize("schedule", SCHEDULES.values(), ids=SCHEDULES)
def test_numbers_of_numpy_are_saved_and_go_on(lr: Any, schedule: Any, tmp_path: Path) -> None:
    with silent():
        whole = run(None, 6, lr=lr, schedule=schedule)
        run(tmp_path / "run.pt", 3, every=2, lr=lr, schedule=schedule)
        resumed = run(tmp_path / "run.pt", 6, every=2, lr=lr, schedule=schedule)
    assert resumed.train_loss.tolist() == whole.train_loss.tolist()


class Stubborn(torch.optim.SGD):
    def __init__(self, params: Any, lr: float) -> None:
        super().__init__(params, lr)
        self.param_groups[0]["born"] = Path("here")


class Forgetful(LRScheduler):
    def __init__(self, optimizer: Any) -> None:
        self.rule = lambda epoch: 0.1
        super().__init__(optimizer)

    def get_lr(self) -> Any:
        return [self.rule(self.last_epoch)]


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"make": Stubborn}, r"got PosixPath in optimizer\.param_groups\[0\]\.born: convert it"),
        ({"schedule": Forgetful}, r"got function in scheduler\.rule"),
    ],
)
def test_what_cannot_be_saved_is_named_before_training(
    settings: dict[str, Any], named: str, tmp_path: Path
) -> None:
    seen: list[Any] = []
    with pytest.raises(CheckpointError, match=named) as caught:
        run(tmp_path / "run.pt", 50, every=50, on_epoch=seen.append, **settings)
    assert seen == []
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


class Grows(torch.optim.SGD):
    """An optimizer whose state cannot be saved from its first step on."""

    def step(self, closure: Any = None) -> Any:
        self.state[self.param_groups[0]["params"][0]]["log"] = Path("here")
        return super().step(closure)


def test_a_state_that_appears_with_the_first_step_is_told_after_one_epoch(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="cannot be saved|was not saved") as caught:
        history = run(tmp_path / "run.pt", 6, every=5, make=Grows)
    assert len(history) == 6
    first = str(caught[0].message)
    assert first.startswith("this run cannot be saved")
    assert "optimizer.state" in first or "log" in first
    assert len(caught) == 3  # and at the two saves


def test_the_folder_is_made_before_the_first_epoch(tmp_path: Path) -> None:
    path = tmp_path / "some" / "runs" / "a.pt"
    history = run(path, 3, every=3, on_epoch=lambda row: row.update(there=path.parent.is_dir()))
    assert history.there.all()
    assert path.exists()
    save_checkpoint(tmp_path / "other" / "b.pt", nn.Linear(1, 1))
    assert (tmp_path / "other" / "b.pt").exists()


def test_the_home_folder_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    run("~/runs/a.pt", 2, best="train_loss")
    assert sorted(it.name for it in (tmp_path / "runs").iterdir()) == ["a.pt", "a_best.pt"]
    assert len(run("~/runs/a.pt", 3)) == 3
    save_checkpoint("~/b.pt", nn.Linear(1, 1), epoch=4)
    assert load_checkpoint("~/b.pt", nn.Linear(1, 1)).epoch == 4
    assert load_checkpoint(Checkpoint("~/runs/a.pt").best_path, nn.Linear(1, 1)).epoch == 2


@pytest.mark.parametrize("kind", ["a folder", "under a file", "read-only"])
def test_a_place_that_cannot_be_written_is_told_before_training(kind: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    if kind == "read-only":
        if not hasattr(os, "geteuid") or os.geteuid() == 0:
            path = Path("/proc/nowhere/run.pt")
            if not Path("/proc").is_dir():
                pytest.skip("nothing is read-only here")
        else:
            (tmp_path / "folder").chmod(0o500)
            path = tmp_path / "folder" / "run.pt"
    else:
        path = {"a folder": tmp_path / "folder", "under a file": tmp_path / "file" / "run.pt"}[kind]
    seen: list[Any] = []
    with pytest.raises(OSError, match=r"could not be written \(.*\): choose a file in a folder"):
        run(path, 50, every=50, on_epoch=seen.append)
    assert seen == []


def test_a_disk_that_is_full_for_a_while_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, fsync = tmp_path / "run.pt", os.fsync
    full = [False]

    def limited(descriptor: int) -> None:
        if full[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr("os.fsync", limited)

    def hook(row: dict[str, Any]) -> None:
        full[0] = row["epoch"] in (3, 4)
        row["saved"] = load_checkpoint(path, nn.Linear(1, 1)).epoch if path.exists() else 0

    with pytest.warns(UserWarning, match="was not saved") as caught:
        history = run(path, 7, every=3, on_epoch=hook)
    assert history.saved.tolist() == [0, 0, 0, 0, 0, 5, 6]  # epoch 3 was due; 5 makes up for it
    assert len(caught) == 2
    for number, warning in zip((3, 4), caught, strict=True):
        said = str(warning.message)
        assert said.startswith(f"epoch {number} was not saved: ")
        assert "No space left" in said
    assert load_checkpoint(path, nn.Linear(1, 1)).epoch == 7
    assert [it.name for it in tmp_path.iterdir()] == ["run.pt"]


def test_a_disk_that_stays_full_leaves_model_and_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hook(row: dict[str, Any]) -> None:
        def broken(*args: Any) -> None:
            raise OSError(errno.EROFS, "Read-only file system")

        monkeypatch.setattr("os.replace", broken)

    with pytest.warns(UserWarning, match="Read-only file system.*save_checkpoint saves elsewhere"):
        assert len(run(tmp_path / "run.pt", 3, on_epoch=hook)) == 3


FULL = """
import resource, signal, sys, torch
from torch import nn
from course_utils.training import Checkpoint, train

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
model = nn.Linear(300, 300)
X = torch.ones(4, 300)
def hook(row):
    if row["epoch"] == 2:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
if sys.argv[2] == "early":
    hook({"epoch": 2})
history = train(model, [(X, X)], nn.MSELoss(), torch.optim.SGD(model.parameters(), lr=0.1),
                epochs=3, checkpoint=Checkpoint(sys.argv[1]), on_epoch=hook)
print(len(history), "epochs")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits on files")
@pytest.mark.parametrize("when", ["early", "late"])
def test_a_disk_that_is_really_full(when: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "run.pt"), when],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "could not be written" in done.stderr
    if when == "early":
        assert done.returncode != 0
        assert "OSError" in done.stderr
        assert list(tmp_path.iterdir()) == []
    else:
        assert done.stdout == "3 epochs\n"
        assert load_checkpoint(tmp_path / "run.pt", nn.Linear(300, 300)).epoch == 1
        assert [it.name for it in tmp_path.iterdir()] == ["run.pt"]


ENTRIES: dict[str, Any] = {
    "array": (np.array([0.1, 0.2]), [0.1, 0.2]),
    "list": ([np.float64(0.1), torch.tensor(2)], [0.1, 2]),
    "tensor": (torch.zeros(3), [0.0, 0.0, 0.0]),
    "parameter": (nn.Parameter(torch.ones(())), 1.0),
    "matrix": (np.eye(2, dtype=int), [[1, 0], [0, 1]]),
    "text": (np.str_("a"), "a"),
    "nested": ({"a": (np.int64(1), None)}, {"a": (1, None)}),
    "flag": (np.bool_(True), True),
}


@pytest.mark.parametrize("saved", [False, True])
@pytest.mark.parametrize(("value", "wanted"), ENTRIES.values(), ids=ENTRIES)
def test_entries_of_a_row_are_alike_with_and_without_a_file(
    value: Any, wanted: Any, saved: bool, tmp_path: Path
) -> None:
    path = tmp_path / "run.pt" if saved else None
    with silent():
        history = run(path, 2, on_epoch=lambda row: row.update(extra=value))
        if saved:
            history = run(path, 3, on_epoch=lambda row: row.update(extra=value))
    for came in history.extra:
        assert came == wanted
    assert history.extra.map(str).nunique() == 1


@pytest.mark.parametrize("value", [Path("here"), object(), np.array([object()]), lambda: 0])
def test_an_entry_that_no_file_can_hold_is_left_out_and_named_once(
    value: Any, tmp_path: Path
) -> None:
    path = tmp_path / "run.pt"
    with pytest.warns(UserWarning, match="left out of the file") as caught:
        history = run(path, 3, on_epoch=lambda row: row.update(figure=value))
    assert "history.figure" in str(caught[0].message)
    assert "left out of the file" in str(caught[0].message)
    assert len(caught) == 1
    assert "figure" in history
    assert list(load_checkpoint(path, nn.Linear(1, 1)).history) == [
        "epoch",
        "seconds",
        "train_loss",
    ]


@pytest.mark.parametrize("every", [2, np.int64(2)])
def test_every_may_be_numpys(every: Any, tmp_path: Path) -> None:
    run(tmp_path / "run.pt", 3, every=every)
    for wrong in (0, 2.5, "2", True):
        with pytest.raises(ValueError, match="every must be a number of epochs from 1 up"):
            Checkpoint(tmp_path / "run.pt", every=wrong)  # type: ignore[arg-type]
