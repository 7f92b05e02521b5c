"""Checkpoints, with any argument and any file."""

from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn
from torch.optim.lr_scheduler import StepLR

from course_utils.models import mlp
from course_utils.training import Checkpoint, load_checkpoint, save_checkpoint
from tests.properties.promises import attempt
from tests.properties.snapshots import snapshot
from tests.properties.strategies import BAD_NUMBERS, bad_numbers, reproducible, tensors
from tests.training.helpers import seeded, sgd

NO_FILES: list[Any] = [None, 3, 2.5, ["run.pt"], torch.zeros(2)]


def net() -> Any:
    return mlp(2, 3, 2, generator=seeded(0))


@given(
    bad_numbers(), st.sampled_from([None, "val_loss", 3]), st.sampled_from([None, "lower", "x", 0])
)
@reproducible(100)
def test_a_plan_to_save_is_right_or_told(every: Any, best: Any, better: Any) -> None:
    outcome = attempt(Checkpoint, "run.pt", every, best, better)
    assert outcome.error is not None or every is None


@pytest.mark.parametrize("path", NO_FILES, ids=lambda it: type(it).__name__)
def test_what_is_no_path_is_told(path: Any) -> None:
    assert attempt(Checkpoint, path).error is not None
    assert attempt(save_checkpoint, path, net()).error is not None
    assert attempt(load_checkpoint, path, net()).error is not None


# For each argument of save_checkpoint what it may not be.
NOT_MEANT: dict[str, list[Any]] = {
    "model": [None, 3, "mlp", nn.Linear, torch.zeros(2)],
    "optimizer": [3, "sgd", torch.optim.SGD, net()],
    "scheduler": [3, "step", StepLR],
    "epoch": [it for it in BAD_NUMBERS if not (type(it) is int and it >= 0)],
    "history": [None, 3, "text", [1, 2], torch.zeros(2), {"epoch": 1}],
    "generators": [3, [3], ["seed"], "seed", seeded(0)],
}


@pytest.mark.parametrize("name", NOT_MEANT)
def test_an_argument_of_save_checkpoint_that_is_not_meant_is_told(
    name: str, tmp_path: Path
) -> None:
    for bad in NOT_MEANT[name]:
        outcome = attempt(save_checkpoint, tmp_path / "run.pt", **{"model": net(), name: bad})
        assert outcome.error is not None, (name, bad)
        assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["model", "optimizer", "scheduler", "generators"])
def test_an_argument_of_load_checkpoint_that_is_not_meant_is_told(
    name: str, tmp_path: Path
) -> None:
    save_checkpoint(tmp_path / "run.pt", net())
    for bad in NOT_MEANT[name]:
        outcome = attempt(load_checkpoint, tmp_path / "run.pt", **{"model": net(), name: bad})
        assert outcome.error is not None, (name, bad)


@given(tensors(), st.integers(0, 3), st.integers(0, 99))
@reproducible(40)
def test_what_was_saved_comes_back(tmp_path: Path, tensor: Any, epoch: int, seed: int) -> None:
    rows = [{"epoch": it, "seen": tensor.detach(), "rate": 0.1} for it in range(1, epoch + 1)]
    model, other = net(), net()
    nn.init.zeros_(other.linear1.weight)
    optimizer, generator, again = sgd(model), seeded(seed), seeded(seed + 1)
    path = tmp_path / "run.pt"
    saved: Any = {"epoch": epoch, "history": rows, "generators": [generator]}
    assert attempt(save_checkpoint, path, model, optimizer, **saved).error is None
    found = load_checkpoint(path, other, sgd(other), generators=[again])
    assert found.epoch == epoch
    assert len(found.history) == epoch
    assert snapshot(other) == snapshot(model)
    assert snapshot(again) == snapshot(generator)


@given(st.binary(max_size=200))
@reproducible(40)
def test_any_other_file_is_told_and_changes_nothing(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "foreign.pt"
    path.write_bytes(data)
    assert attempt(load_checkpoint, path, net(), sgd(net())).error is not None


@given(st.integers(0, 10_000), st.integers(0, 255))
@reproducible(60)
def test_a_damaged_file_is_told_or_gives_what_was_saved(
    tmp_path: Path, place: int, byte: int
) -> None:
    path, model = tmp_path / "damaged.pt", net()
    save_checkpoint(path, model, epoch=2, history=[{"epoch": 1}, {"epoch": 2}])
    whole = bytearray(path.read_bytes())
    whole[place % len(whole)] = byte
    path.write_bytes(whole)
    other = net()
    nn.init.zeros_(other.linear1.weight)
    before = snapshot(other)
    outcome = attempt(load_checkpoint, path=path, model=other, hides="model")
    wanted = before if outcome.error else snapshot(model)
    assert snapshot(other) == wanted
