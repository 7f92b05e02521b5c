"""Checkpoints of a run on the device: they open anywhere, and the run goes on as if never stopped."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas
import pytest
import torch
from torch import nn

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.training import Checkpoint, TensorBatches, load_checkpoint, save_checkpoint, train
from tests.stand_in_device.waits import counted, waits


class Run:
    """A network of two moons on a device, built afresh."""

    def __init__(self, device: str, num_batches: int = 4, kind: Any = torch.optim.Adam) -> None:
        generator = torch.Generator().manual_seed(5)
        X, y = moons(120, noise=0.3, generator=generator, device=device)
        chain = mlp(2, 6, generator=generator), nn.BatchNorm1d(6), mlp(6, 2, generator=generator)
        self.model = nn.Sequential(*chain).to(device)
        self.optimizer = kind(self.model.parameters(), lr=0.02)
        self.batches = TensorBatches(
            X, y, batch_size=120 // num_batches, shuffle=True, generator=generator
        )

    def train(self, epochs: int, file: Path | None = None) -> pandas.DataFrame:
        return train(
            self.model,
            self.batches,
            nn.CrossEntropyLoss(),
            self.optimizer,
            epochs=epochs,
            checkpoint=Checkpoint(file) if file else None,
            progress=False,
        ).drop(columns="seconds")

    def weights(self) -> dict[str, torch.Tensor]:
        return {name: it.cpu().clone() for name, it in self.model.state_dict().items()}


DEVICES = [("toy", "toy"), ("toy", "cpu"), ("cpu", "toy")]


@pytest.mark.parametrize(("first", "then"), DEVICES)
@pytest.mark.parametrize("kind", [torch.optim.Adam, torch.optim.SGD, torch.optim.RMSprop])
def test_a_run_goes_on_on_either_device(tmp_path: Path, first: str, then: str, kind: Any) -> None:
    whole = Run(then, kind=kind)
    history = whole.train(4)
    Run(first, kind=kind).train(2, tmp_path / "run.pt")
    resumed = Run(then, kind=kind)
    found = resumed.train(4, tmp_path / "run.pt")
    pandas.testing.assert_frame_equal(found, history, rtol=1e-4)
    for name, weight in whole.weights().items():
        torch.testing.assert_close(resumed.weights()[name], weight, rtol=1e-3, atol=1e-5)
    for state in resumed.optimizer.state.values():
        moments = [it for name, it in state.items() if name != "step" and it is not None]
        assert {it.device.type for it in moments} <= {then}


@pytest.mark.parametrize(("first", "then"), DEVICES)
def test_a_file_of_one_device_opens_on_the_other(tmp_path: Path, first: str, then: str) -> None:
    source, target = Run(first), Run(then)
    source.train(1)
    save_checkpoint(tmp_path / "one.pt", source.model, source.optimizer, epoch=1)
    assert load_checkpoint(tmp_path / "one.pt", target.model, target.optimizer).epoch == 1
    assert {it.device.type for it in target.model.parameters()} == {then}
    for name, weight in source.weights().items():
        assert torch.equal(target.weights()[name], weight)
    raw = torch.load(tmp_path / "one.pt", map_location=then, weights_only=True)
    assert {it.device.type for it in raw["model"].values()} == {then}


OPEN = """
import sys, torch
from torch import nn
from course_utils.models import mlp
from course_utils.training import load_checkpoint
try:
    torch.device("toy")
except RuntimeError:
    generator = torch.Generator()
    chain = mlp(2, 6, generator=generator), nn.BatchNorm1d(6), mlp(6, 2, generator=generator)
    model = nn.Sequential(*chain)
    print(load_checkpoint(sys.argv[1], model).epoch, next(model.parameters()).device)
"""


def test_a_machine_without_the_device_opens_the_file(tmp_path: Path) -> None:
    Run("toy").train(2, tmp_path / "run.pt")
    bare = {
        name: it for name, it in os.environ.items() if name not in ("PYTHONPATH", "COURSE_DEVICE")
    }
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(tmp_path / "run.pt")],
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "2 cpu\n", done.stderr


def test_saving_waits_for_no_batch(tmp_path: Path) -> None:
    found = []
    for num_batches in (4, 40):
        counted.clear()
        Run("toy", num_batches).train(2, tmp_path / f"{num_batches}.pt")
        found.append(waits())
    assert found[0] == found[1]
