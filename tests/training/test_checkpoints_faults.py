"""Checkpoints when things go wrong: kills, full disks, damaged, foreign, hostile and unfit files."""

import os
import pickle
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from course_utils.models import mlp
from course_utils.training import (
    Checkpoint,
    CheckpointError,
    TensorBatches,
    load_checkpoint,
    save_checkpoint,
    train,
)
from tests.training.helpers import seeded

KILLS = 50

# Forks, so that PyTorch is imported once. Each child saves again and again, epoch after epoch, and
# is killed at a random moment; what it leaves must load, and be of one epoch through and through.
KILL_WHILE_SAVING = """
import os, random, signal, sys, time
from pathlib import Path
import torch
from torch import nn
from course_utils.training import load_checkpoint, save_checkpoint

torch.set_num_threads(1)
path, kills, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(0)
model = nn.Linear(300, 300)

def save(epoch):
    nn.init.constant_(model.weight, epoch)
    nn.init.constant_(model.bias, epoch)
    save_checkpoint(path, model, epoch=epoch, history=[{"epoch": epoch}])

save(0)
began = time.perf_counter()
save(1)
took = time.perf_counter() - began
leftovers, last = 0, 1
for _ in range(kills):
    child = os.fork()
    if child == 0:
        for epoch in range(last + 1, 10**9):
            save(epoch)
    time.sleep(chance.uniform(0, 5 * took))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    epoch, history = load_checkpoint(path, model)
    assert epoch >= last, f"epoch {epoch} came after {last}"
    assert history.epoch.tolist() == [epoch]
    assert (model.weight == epoch).all() and (model.bias == epoch).all()
    last = epoch
    leftovers += len(list(path.parent.iterdir())) > 1
    for file in path.parent.glob(".*.tmp"):
        file.unlink()
print(last, leftovers)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_kill_at_any_moment_leaves_a_whole_checkpoint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILL_WHILE_SAVING, str(tmp_path / "run.pt"), str(KILLS)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    last, leftovers = map(int, done.stdout.split())
    assert last > 2, "no child lived long enough to save"
    assert leftovers >= KILLS // 10, f"only {leftovers} of {KILLS} kills fell into a save"


TRAIN = """
import os, sys, torch
from torch import nn
from course_utils.training import TensorBatches
from course_utils.training import Checkpoint
from course_utils.training import train

path, kill_at = sys.argv[1], int(sys.argv[2])
X = torch.linspace(-1, 1, 40).unsqueeze(1)
generator = torch.Generator().manual_seed(0)
batches = TensorBatches(X, X.sin(), batch_size=8, shuffle=True, generator=generator)
torch.manual_seed(1)
model = nn.Sequential(nn.Linear(1, 8), nn.Dropout(0.2), nn.Linear(8, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
steps = 0

def kill(*_):
    global steps
    steps += 1
    if steps == kill_at:
        os.kill(os.getpid(), 9)

model.register_forward_hook(kill)
history = train(model, batches, nn.MSELoss(), optimizer, epochs=6, checkpoint=Checkpoint(path))
print([param.tolist() for param in model.parameters()], history.train_loss.tolist())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_run_killed_in_the_middle_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    def run(name: str, kill_at: int) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", TRAIN, str(tmp_path / name), str(kill_at)]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    whole = run("whole.pt", 0)
    assert run("killed.pt", 18).returncode == -signal.SIGKILL
    assert whole.returncode == 0, whole.stderr
    assert whole.stdout == run("killed.pt", 0).stdout != ""


class Here:
    """A folder with a saved run, and a run that a load may try to change."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "run.pt"
        self.generator = seeded(4)
        X = torch.linspace(-1, 1, 16).unsqueeze(1)
        for seed in (1, 2):  # the first is saved, the second stays here
            self.model = mlp(1, 4, 4, 1, generator=seeded(seed))
            self.optimizer = torch.optim.Adam(self.model.parameters(), lr=0.1)
            self.scheduler = torch.optim.lr_scheduler.StepLR(self.optimizer, 2)
            batches = TensorBatches(X, X, batch_size=4, shuffle=True, generator=self.generator)
            train(
                self.model,
                batches,
                nn.MSELoss(),
                self.optimizer,
                epochs=seed + 1,
                scheduler=self.scheduler,
                checkpoint=Checkpoint(self.path) if seed == 1 else None,
                progress=False,
            )

    def state(self) -> str:
        parts = (self.model, self.optimizer, self.scheduler)
        return str([part.state_dict() for part in parts]) + str(
            [self.generator.get_state().tolist(), torch.get_rng_state().tolist()]
        )

    def load(self, path: Path | None = None, **changes: Any) -> Any:
        parts: dict[str, Any] = {
            "model": self.model,
            "optimizer": self.optimizer,
            "scheduler": self.scheduler,
            "generators": [self.generator],
            **changes,
        }
        return load_checkpoint(path or self.path, **parts)

    def refusal(self, path: Path | None = None, **changes: Any) -> str:
        """The one sentence with which the file is refused, everything being left as it was."""
        before = self.state()
        with pytest.raises(CheckpointError) as caught:
            self.load(path, **changes)
        assert self.state() == before
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 400
        assert caught.value.__suppress_context__ or caught.value.__context__ is None
        assert "weights_only=False" not in str(caught.value)
        return str(caught.value)


@pytest.fixture
def here(tmp_path: Path) -> Here:
    return Here(tmp_path)


def test_the_file_as_it_was_saved_is_loaded(here: Here) -> None:
    before = here.state()
    assert here.load().epoch == 2
    assert here.state() != before


def test_a_truncated_file_is_refused(here: Here) -> None:
    whole = here.path.read_bytes()
    for length in [*range(0, 200, 20), *range(200, len(whole), len(whole) // 40), len(whole) - 1]:
        here.path.write_bytes(whole[:length])
        assert "damaged" in here.refusal()


def test_a_file_with_a_byte_changed_is_refused_or_the_same(here: Here) -> None:
    whole = here.path.read_bytes()
    model = mlp(1, 4, 4, 1, generator=torch.Generator())
    load_checkpoint(here.path, model)
    expected, refused = str(model.state_dict()), 0
    places = range(7, len(whole), len(whole) // 150)
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 0xFF
        here.path.write_bytes(changed)
        try:
            load_checkpoint(here.path, model)
        except CheckpointError:
            refused += 1
        assert str(model.state_dict()) == expected
    assert refused > len(places) / 4  # what is not refused is padding between the parts


@pytest.mark.parametrize(
    "contents", [b"", b"hello", b"\x89PNG\r\n\x1a\n" + bytes(99), pickle.dumps({"epoch": 1})]
)
def test_a_file_of_another_kind_is_refused(here: Here, contents: bytes) -> None:
    here.path.write_bytes(contents)
    said = here.refusal()
    assert str(here.path) in said
    assert "damaged or foreign" in said


def test_a_zip_of_something_else_is_refused(here: Here) -> None:
    with zipfile.ZipFile(here.path, "w") as archive:
        archive.writestr("letter.txt", "hello")
    assert "damaged or foreign" in here.refusal()


@pytest.mark.parametrize("contents", [{"weight": torch.zeros(2)}, [1, 2], 5, {"format": "other 1"}])
def test_a_file_of_torch_save_without_the_mark_is_refused(here: Here, contents: Any) -> None:
    torch.save(contents, here.path)
    assert f"got a {type(contents).__name__} of other contents" in here.refusal()


class Hostile:
    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (self.command,)


@pytest.mark.parametrize("wrap", [lambda thing: thing, lambda thing: {"format": thing}])
@pytest.mark.parametrize("legacy", [False, True])
def test_a_hostile_file_runs_nothing(here: Here, wrap: Any, legacy: bool) -> None:
    proof = here.folder / "proof"
    hostile = wrap(Hostile(f"echo > {proof}"))
    torch.save(hostile, here.path, _use_new_zipfile_serialization=not legacy)
    said = here.refusal()
    assert "could run code" in said or (legacy and "damaged or foreign" in said)
    assert legacy or "system" in said
    assert not proof.exists()
    torch.load(here.path, weights_only=False)  # it is a loaded gun
    assert proof.exists()


def test_a_missing_file_is_said_to_be_missing(here: Here) -> None:
    with pytest.raises(FileNotFoundError, match=r"must be a file .*nowhere\.pt, got none"):
        here.load(here.folder / "nowhere.pt")


def seeded_mlp(*sizes: int, **settings: Any) -> nn.Sequential:
    return mlp(*sizes, generator=torch.Generator(), **settings)


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (seeded_mlp(1, 4, 5, 1), "linear2.weight is float32 (4, 4) in the file and float32 (5, 4)"),
        (seeded_mlp(1, 4, 1), "linear2.weight is float32 (4, 4) in the file and float32 (1, 4)"),
        (seeded_mlp(1, 4, 4, 4, 1), "linear3.weight is float32 (1, 4) in the file"),
        (seeded_mlp(1, 4, 4, 1)[:3], "linear3.weight is in the file and not in the model"),
        (nn.Sequential(seeded_mlp(1, 4, 4, 1)), "0.linear1.weight is in the model and not in"),
        (
            seeded_mlp(1, 4, 4, 1).double(),
            "linear1.weight is float32 (4, 1) in the file and float64",
        ),
    ],
)
def test_the_first_layer_that_differs_is_named(here: Here, model: nn.Module, said: str) -> None:
    before = str(model.state_dict())
    assert said in here.refusal(model=model)
    assert said in here.refusal(model=model, optimizer=None, scheduler=None, generators=())
    assert str(model.state_dict()) == before


def test_other_parts_that_differ_are_named(here: Here) -> None:
    params = list(here.model.parameters())
    sgd = torch.optim.SGD(params)
    assert "the optimizer is Adam in the file and SGD here" in here.refusal(optimizer=sgd)
    fewer = torch.optim.Adam(params[:-1])
    assert "groups hold [6] parameters in the file and [5] here" in here.refusal(optimizer=fewer)
    groups = torch.optim.Adam([{"params": params[:3]}, {"params": params[3:]}])
    assert "[6] parameters in the file and [3, 3] here" in here.refusal(optimizer=groups)
    assert "the scheduler is StepLR in the file and none here" in here.refusal(scheduler=None)
    assert "1 generators shuffle in the file and 0 here" in here.refusal(generators=())
    save_checkpoint(here.path, here.model)
    assert "the optimizer is none in the file and Adam here" in here.refusal()


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("random", {}),
        ("random", {"torch": torch.zeros(3)}),
        ("generators", [torch.zeros(5056)]),
        ("scheduler", {"kind": "StepLR", "state": 3}),
        ("optimizer", {"kind": "Adam", "state": {"param_groups": [{"params": list(range(6))}]}}),
        ("optimizer", 5),
        ("model", 5),
        ("model", {"linear1.weight": "text"}),
        ("model", None),
    ],
)
def test_the_right_mark_over_nonsense_changes_nothing(here: Here, part: str, value: Any) -> None:
    contents = torch.load(here.path, weights_only=True)
    torch.save({**contents, part: value}, here.path)
    assert "out of order" in here.refusal()


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("epoch", "of other contents"),
        ("history", "of other contents"),
        ("model", "out of order"),
        ("optimizer", "out of order"),
        ("random", "out of order"),
    ],
)
def test_a_part_that_is_missing_changes_nothing(here: Here, missing: str, said: str) -> None:
    contents = torch.load(here.path, weights_only=True)
    del contents[missing]
    torch.save(contents, here.path)
    assert said in here.refusal()


def test_what_could_not_be_loaded_is_not_saved(here: Here) -> None:
    before = here.path.read_bytes()
    with pytest.raises(CheckpointError, match=r"only tensors, numbers and strings, got .*Path"):
        save_checkpoint(here.path, here.model, history=[{"epoch": 1, "file": here.path}])
    assert here.path.read_bytes() == before
    assert list(here.folder.iterdir()) == [here.path]


def test_an_error_while_writing_leaves_the_old_file(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    before = here.path.read_bytes()
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_checkpoint(here.path, here.model)
    assert here.path.read_bytes() == before
    assert list(here.folder.iterdir()) == [here.path]


def test_the_contents_are_on_the_disk_before_the_name_is(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def noted(name: str, function: Callable[..., None]) -> Callable[..., None]:
        return lambda *arguments: (calls.append(name), function(*arguments))[1]  # type: ignore[func-returns-value]

    monkeypatch.setattr("os.fsync", noted("fsync", os.fsync))
    monkeypatch.setattr("os.replace", noted("replace", os.replace))
    save_checkpoint(here.path, here.model)
    assert calls[:2] == ["fsync", "replace"]
    assert calls[2:] == (["fsync"] if os.name == "posix" else [])


def test_train_refuses_a_file_that_does_not_fit(here: Here) -> None:
    model = seeded_mlp(1, 3, 1)
    X = torch.ones(4, 1)
    before = str(model.state_dict())
    with pytest.raises(CheckpointError, match=r"linear1\.weight"):
        train(
            model,
            TensorBatches(X, X, batch_size=2),
            nn.MSELoss(),
            torch.optim.Adam(model.parameters()),
            epochs=9,
            checkpoint=Checkpoint(here.path),
            progress=False,
        )
    assert str(model.state_dict()) == before
