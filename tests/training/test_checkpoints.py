"""Checkpoints: resuming equals never having stopped, bit for bit, and saving is timed right."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas
import pytest
import torch
from sklearn.metrics import accuracy_score
from torch import Tensor, nn
from torch.optim import lr_scheduler
from torch.utils.data import DataLoader, RandomSampler, TensorDataset

from course_utils.data import moons
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

# A new process may start with any global seed, and hears of it; see test_checkpoints_programs.py.
pytestmark = pytest.mark.filterwarnings("ignore:.*seed 5 in the file and 77 here")

X, y = moons(60, noise=0.1, generator=seeded(0))
X_val, y_val = moons(20, noise=0.1, generator=seeded(1))


@pytest.fixture(autouse=True)
def _global_state_is_kept() -> Iterator[None]:
    states = random.getstate(), np.random.get_state()
    with torch.random.fork_rng():
        yield
    random.setstate(states[0])
    np.random.set_state(states[1])


def seed_all(seed: int) -> None:
    random.seed(seed)
    np.random.seed(seed)
    torch.default_generator.manual_seed(seed)


OPTIMIZERS = {
    "SGD": partial(torch.optim.SGD, lr=0.1),
    "Nesterov": partial(torch.optim.SGD, lr=0.1, momentum=0.9, nesterov=True),
    "Adam": partial(torch.optim.Adam, lr=0.01, amsgrad=True),
    "AdamW": partial(torch.optim.AdamW, lr=0.01),
    "RMSprop": partial(torch.optim.RMSprop, lr=0.01, centered=True),
    "LBFGS": partial(torch.optim.LBFGS, max_iter=3),
}
SCHEDULERS = {
    "none": lambda optimizer: None,
    "MultiStep": partial(lr_scheduler.MultiStepLR, milestones=[2, 4], gamma=0.3),
    "Cosine": partial(lr_scheduler.CosineAnnealingLR, T_max=6),
    "OneCycle": partial(lr_scheduler.OneCycleLR, max_lr=0.5, total_steps=6),
    "OneCycle by steps": partial(lr_scheduler.OneCycleLR, max_lr=0.5, total_steps=24),
    "Lambda": partial(lr_scheduler.LambdaLR, lr_lambda=lambda epoch: 0.8**epoch),
    "Plateau": partial(lr_scheduler.ReduceLROnPlateau, patience=0, threshold=0.5),
    "Sequential": lambda optimizer: lr_scheduler.SequentialLR(
        optimizer,
        [lr_scheduler.LinearLR(optimizer), lr_scheduler.ExponentialLR(optimizer, 0.5)],
        milestones=[2],
    ),
}


def tensor_batches(generator: torch.Generator | None) -> TensorBatches:
    return TensorBatches(X, y, batch_size=16, shuffle=True, generator=generator)


def loader(generator: torch.Generator | None) -> DataLoader:
    return DataLoader(TensorDataset(X, y), batch_size=16, shuffle=True, generator=generator)


def sampled(generator: torch.Generator | None) -> DataLoader:
    sampler = RandomSampler(y, generator=generator)
    return DataLoader(TensorDataset(X, y), batch_size=16, sampler=sampler)


class Noise(nn.Module):
    """Draws from the global generators of Python and NumPy, as an augmentation may."""

    def forward(self, X: Tensor) -> Tensor:
        return X + (0.1 * (random.random() + np.random.rand()) if self.training else 0.0)


class Fragile:
    """Batches that break off like a pulled plug, `left` batches from now."""

    def __init__(self, batches: Any, left: int) -> None:
        self.batches, self.left = batches, left
        self.generator = getattr(batches, "generator", None)
        self.sampler = getattr(batches, "sampler", None)

    def __len__(self) -> int:
        return len(self.batches)

    def __iter__(self) -> Iterator[Any]:
        for batch in self.batches:
            if not self.left:
                raise ConnectionError("pulled")
            self.left -= 1
            yield batch


class Setup:
    """A run, built afresh as a new process would build it."""

    def __init__(
        self,
        make_optimizer: Any = OPTIMIZERS["Adam"],
        make_scheduler: Any = SCHEDULERS["none"],
        make_batches: Any = tensor_batches,
        own_generator: bool = True,
        layer: type[nn.Module] | None = None,
    ) -> None:
        first = [layer()] if layer else []
        layers = mlp(2, 8, 2, generator=seeded(2))
        self.model = nn.Sequential(*first, nn.BatchNorm1d(2), layers, nn.Dropout(0.3))
        self.optimizer = make_optimizer(self.model.parameters())
        self.scheduler = make_scheduler(self.optimizer)
        self.batches = make_batches(seeded(3) if own_generator else None)

    def run(self, epochs: int, checkpoint: Checkpoint | None = None, **settings: Any) -> Any:
        settings.setdefault("train_batches", self.batches)
        return train(
            self.model,
            loss_fn=nn.CrossEntropyLoss(),
            optimizer=self.optimizer,
            epochs=epochs,
            val_batches=TensorBatches(X_val, y_val, batch_size=7),
            metrics={"accuracy": accuracy_score},
            scheduler=self.scheduler,
            checkpoint=checkpoint,
            progress=False,
            **settings,
        )


def assert_same(one: Setup, other: Setup, *histories: pandas.DataFrame) -> None:
    """Bit for bit: parameters, buffers, optimizer, and all of the history but the seconds."""
    for a, b in zip(
        one.model.state_dict().values(), other.model.state_dict().values(), strict=True
    ):
        assert torch.equal(a, b)
    assert str(one.optimizer.state_dict()) == str(other.optimizer.state_dict())
    first, second = (history.drop(columns="seconds") for history in histories)
    pandas.testing.assert_frame_equal(first, second, check_exact=True)


def check_resuming(path: Path, **parts: Any) -> None:
    """Six epochs at once; and two, a pulled plug in the third, and the rest in a new process."""
    seed_all(5)
    whole = Setup(**parts)
    expected = whole.run(6)
    seed_all(5)
    broken = Setup(**parts)
    with pytest.raises(ConnectionError):
        broken.run(6, Checkpoint(path), train_batches=Fragile(broken.batches, 2 * 4 + 2))
    seed_all(77)  # a new process starts anywhere
    resumed = Setup(**parts)
    came = resumed.run(6, Checkpoint(path))
    assert len(came) == 6
    assert_same(whole, resumed, expected, came)


@pytest.mark.parametrize("make_optimizer", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_resuming_equals_never_stopping_for_each_optimizer(
    make_optimizer: Any, tmp_path: Path
) -> None:
    check_resuming(tmp_path / "run.pt", make_optimizer=make_optimizer)


@pytest.mark.parametrize("make_scheduler", SCHEDULERS.values(), ids=SCHEDULERS)
def test_resuming_equals_never_stopping_for_each_scheduler(
    make_scheduler: Any, tmp_path: Path
) -> None:
    make_optimizer = OPTIMIZERS["Nesterov"]
    check_resuming(
        tmp_path / "run.pt", make_optimizer=make_optimizer, make_scheduler=make_scheduler
    )


@pytest.mark.parametrize("own_generator", [True, False])
@pytest.mark.parametrize("make_batches", [tensor_batches, loader, sampled])
def test_resuming_equals_never_stopping_however_batches_are_shuffled(
    make_batches: Any, own_generator: bool, tmp_path: Path
) -> None:
    check_resuming(tmp_path / "run.pt", make_batches=make_batches, own_generator=own_generator)


def test_resuming_restores_the_generators_of_python_and_numpy(tmp_path: Path) -> None:
    check_resuming(tmp_path / "run.pt", layer=Noise)


def test_epochs_count_from_the_beginning(tmp_path: Path) -> None:
    checkpoint = Checkpoint(tmp_path / "run.pt")
    Setup().run(2, checkpoint)
    assert Setup().run(5, checkpoint).epoch.tolist() == [1, 2, 3, 4, 5]
    finished = Setup()
    again = finished.run(5, checkpoint)
    assert again.epoch.tolist() == [1, 2, 3, 4, 5]
    untouched = Setup()
    before = str(untouched.model.state_dict())
    with pytest.raises(ValueError, match=r"at least the 5 that .*run\.pt holds, got 3: they count"):
        untouched.run(3, checkpoint)
    assert str(untouched.model.state_dict()) == before


def test_a_run_that_is_over_is_loaded_without_training(tmp_path: Path) -> None:
    checkpoint, first, second = Checkpoint(tmp_path / "run.pt"), Setup(), Setup()
    expected = first.run(2, checkpoint)
    came = second.run(2, checkpoint)
    assert_same(first, second, expected, came)
    assert came.seconds.tolist() == expected.seconds.tolist()


def test_every_n_epochs_and_after_the_last(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    saved: list[int] = []

    def look(row: dict[str, Any]) -> bool:
        saved.append(load_checkpoint(path, Setup().model).epoch if path.exists() else 0)
        return row["epoch"] == 8

    Setup().run(100, Checkpoint(path, every=3), on_epoch=look)
    assert saved == [0, 0, 0, 3, 3, 3, 6, 6]  # as the hook finds it, before the epoch is saved
    assert load_checkpoint(path, Setup().model).epoch == 8
    with pytest.raises(ValueError, match="from 1 up, got 0"):
        Checkpoint(path, every=0)


def test_the_best_model_is_that_of_its_epoch(tmp_path: Path) -> None:
    checkpoint, setup = Checkpoint(tmp_path / "run.pt", best="train_loss"), Setup()
    states = {}

    def keep(row: dict[str, Any]) -> None:
        states[row["epoch"]] = str(setup.model.state_dict())

    history = setup.run(6, checkpoint, on_epoch=keep)
    best = Setup().model
    epoch, rows = load_checkpoint(checkpoint.best_path, best)
    assert epoch == history.train_loss.idxmin() + 1 == len(rows)
    assert str(best.state_dict()) == states[epoch]


def test_by_hand_a_frame_and_a_generator_come_back(tmp_path: Path) -> None:
    setup, generator = Setup(), seeded(9)
    history = pandas.DataFrame({"epoch": [1, 2], "train_loss": np.array([0.5, 0.25])})
    setup.model(X)
    save_checkpoint(
        tmp_path / "a.pt",
        setup.model,
        setup.optimizer,
        epoch=2,
        history=history,
        generators=[generator],
    )
    drawn = torch.rand(3, generator=generator), torch.rand(3), random.random(), np.random.rand()
    epoch, came = load_checkpoint(
        str(tmp_path / "a.pt"), Setup().model, setup.optimizer, generators=[generator]
    )
    assert epoch == 2
    pandas.testing.assert_frame_equal(came, history)
    again = torch.rand(3, generator=generator), torch.rand(3), random.random(), np.random.rand()
    assert str(drawn) == str(again)


def test_train_does_not_go_on_without_a_history(tmp_path: Path) -> None:
    setup = Setup()
    save_checkpoint(tmp_path / "a.pt", setup.model, setup.optimizer, epoch=2)
    with pytest.raises(CheckpointError, match="got 0 rows for 2 epochs"):
        setup.run(3, Checkpoint(tmp_path / "a.pt"))


def test_a_model_alone_is_loaded_without_touching_randomness(tmp_path: Path) -> None:
    setup, other = Setup(), Setup()
    setup.run(1, Checkpoint(tmp_path / "run.pt"))
    torch.rand(1)
    before = torch.get_rng_state(), random.getstate()
    load_checkpoint(tmp_path / "run.pt", other.model)
    assert torch.equal(torch.get_rng_state(), before[0])
    assert random.getstate() == before[1]
    assert str(other.model.state_dict()) == str(setup.model.state_dict())
