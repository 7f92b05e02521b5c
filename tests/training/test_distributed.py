"""Two real processes under torchrun: the same losses as one, and a killed worker that returns."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import psutil
import pytest
import torch
import torch.distributed as dist
from torch import nn

from course_utils.training import TensorBatches, distributed, train
from course_utils.training.distributed import main, moons_problem
from course_utils.training.launching import ON_THIS_CPU
from tests.browser.lab import free_port

# Batches of 33, 33, 33 and 1: shares of 17 and 16, and at last one that is empty.
EPOCHS, BATCH_SIZE, NUM_EXAMPLES, LR = 4, 33, 100, 0.5
PATIENCE = 240  # seconds; a quiet machine needs a tenth of it


class Finished(NamedTuple):
    """What a run under torchrun left behind."""

    returncode: int
    stdout: str
    stderr: str
    history: list[dict[str, float]]


def start(folder: Path, *more: str, restarts: int = 0) -> "subprocess.Popen[str]":
    command = [
        *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--local-addr=127.0.0.1"),
        *(
            "--nproc-per-node=2",
            f"--max-restarts={restarts}",
            "-m",
            "course_utils.training.distributed",
        ),
        *(f"--epochs={EPOCHS}", f"--batch-size={BATCH_SIZE}", f"--num-examples={NUM_EXAMPLES}"),
        *(f"--lr={LR}", "--seed=7", f"--history={folder / 'history.json'}", *more),
    ]
    return subprocess.Popen(
        command,
        env=os.environ | ON_THIS_CPU,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def finish(process: "subprocess.Popen[str]", folder: Path) -> Finished:
    try:
        stdout, stderr = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGTERM)  # torchrun takes its processes with it
        stdout, stderr = process.communicate(timeout=60)
    path = folder / "history.json"
    history = json.loads(path.read_text("utf-8")) if path.exists() else []
    return Finished(process.returncode, stdout, stderr, history)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Finished]]:
    """A run that nobody disturbs, and one whose second process is killed in epoch 3."""
    folders = {name: tmp_path_factory.mktemp(name) for name in ("smooth", "killed")}
    killed = ("--die-at=3", f"--checkpoint={folders['killed'] / 'run.pt'}")
    processes = {
        "smooth": start(folders["smooth"]),
        "killed": start(folders["killed"], *killed, restarts=1),
    }
    try:
        yield {name: finish(process, folders[name]) for name, process in processes.items()}
    finally:
        for process in processes.values():
            process.kill()


two_processes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@two_processes
def test_two_processes_have_the_losses_of_one(runs: dict[str, Finished]) -> None:
    finished = runs["smooth"]
    assert finished.returncode == 0, finished.stderr
    model, data, val, generator = moons_problem(7, num_examples=NUM_EXAMPLES)
    history = train(
        model,
        TensorBatches(*data, batch_size=BATCH_SIZE, shuffle=True, generator=generator),
        nn.CrossEntropyLoss(),
        torch.optim.SGD(model.parameters(), lr=LR),
        epochs=EPOCHS,
        val_batches=TensorBatches(*val, batch_size=len(val.y)),
        progress=False,
    )
    assert [row["epoch"] for row in finished.history] == [1, 2, 3, 4]
    for name in ("train_loss", "val_loss"):
        together = [row[name] for row in finished.history]
        assert together == pytest.approx(history[name].tolist(), rel=1e-5)
    *_, last = finished.stdout.splitlines()
    assert last == "train_loss {train_loss:.4f}, val_loss {val_loss:.4f}".format(
        **finished.history[-1]
    )


@two_processes
def test_a_killed_worker_returns_and_changes_nothing(runs: dict[str, Finished]) -> None:
    finished = runs["killed"]
    assert finished.returncode == 0, finished.stderr
    # It was killed indeed: torchrun says so, or names the survivor, who says whom it lost.
    lost = re.search(r"rank0\]: \w+: .*Connection \w+ by peer", finished.stderr)
    assert "exitcode: -9" in finished.stderr or lost, finished.stderr
    begun = [line for line in finished.stdout.splitlines() if line.startswith("epoch")]
    assert begun == [f"epoch {epoch} of 4" for epoch in (1, 2, 3, 3, 4)]
    assert finished.history == runs["smooth"].history
    assert "begun with other settings" not in finished.stderr  # it is the same command


def test_a_finished_process_leaves_without_taking_python_down() -> None:
    program = (
        "import atexit, os, runpy, sys; atexit.register(os._exit, 3); "
        "sys.argv[1:] = ['--epochs=1', '--num-examples=10', '--batch-size=5']; "
        "runpy.run_module('course_utils.training.distributed', run_name='__main__')"
    )
    alone = {"RANK": "0", "LOCAL_RANK": "0", "WORLD_SIZE": "1", "LOCAL_WORLD_SIZE": "1"}
    meeting = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port())}
    finished = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | ON_THIS_CPU | alone | meeting,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    assert finished.stdout.splitlines()[-1].startswith("train_loss")


@two_processes
def test_no_process_stays_behind(runs: dict[str, Finished]) -> None:
    assert len(runs) == 2
    commands = [
        " ".join(process.info["cmdline"] or []) for process in psutil.process_iter(["cmdline"])
    ]
    assert not [command for command in commands if "course_utils.training.distributed" in command]


def test_without_torchrun_it_says_how_to_start_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("LOCAL_RANK", raising=False)
    with pytest.raises(SystemExit):
        main([])
    assert "start this with torchrun, such as: torchrun --standalone" in capsys.readouterr().err


@pytest.mark.parametrize("place", ["file/h.json", "folder"])
def test_a_history_that_cannot_be_written_is_told_at_once(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    monkeypatch.setenv("LOCAL_RANK", "0")
    with pytest.raises(SystemExit):
        main([f"--history={tmp_path / place}"])
    assert "--history must be a file that can be written, got" in capsys.readouterr().err


def test_the_folder_of_a_history_is_made_and_losses_are_printed_at_worst(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOCAL_RANK", "0")
    path = tmp_path / "no" / "where" / "h.json"
    asked = distributed._arguments([f"--history={path}"])
    assert path.parent.is_dir()
    assert list(path.parent.iterdir()) == []
    distributed._write_history(asked.history, "[1]\n")
    assert path.read_text() == "[1]\n"
    distributed._write_history(tmp_path, "[2]\n")
    assert "this is what belongs there:\n[2]\n" in capsys.readouterr().out
    distributed._write_history(None, "[3]\n")


def test_each_process_needs_a_gpu_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed, "pick_device", lambda: torch.device("cuda"))
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    monkeypatch.setenv("LOCAL_WORLD_SIZE", "2")
    with pytest.raises(ValueError, match="a GPU of its own, got 1 for 2 processes"):
        distributed._device(1)
    monkeypatch.setattr(distributed, "pick_device", lambda: torch.device("mps"))
    assert distributed._device(1) == torch.device("cpu")


@pytest.mark.parametrize(("machines", "is_shared"), [("1", False), ("2", True)])
def test_the_addresses_of_the_dead_are_not_found_again(
    machines: str, is_shared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """torchrun keeps one store for all lives; whether old entries do harm is a matter of luck."""
    kept, used = dist.HashStore(), []
    monkeypatch.setattr(dist, "rendezvous", lambda *args, **more: iter([(kept, 0, 1)]))
    monkeypatch.setattr(
        dist, "init_process_group", lambda *args, **more: used.append(more["store"])
    )
    monkeypatch.setenv("GROUP_WORLD_SIZE", machines)
    for life in ("0", "1"):
        monkeypatch.setenv("TORCHELASTIC_RESTART_COUNT", life)
        distributed._join(torch.device("cpu"))
    used[0].set("address", "127.0.0.1:20878")
    assert used[1].check(["address"]) is is_shared


def test_every_process_has_the_same_problem() -> None:
    first, second = moons_problem(3, num_examples=20), moons_problem(3, num_examples=20)
    assert all(map(torch.equal, first.model.parameters(), second.model.parameters()))
    assert torch.equal(first.train.X, second.train.X)
    assert torch.equal(first.generator.get_state(), second.generator.get_state())
    assert (len(first.train.y), len(first.val.y)) == (20, 200)
