"""Stopping after any epoch and going on gives the run that never stopped, whatever it is made of."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import nn
from torch.optim import lr_scheduler
from torch.utils.data import (
    BatchSampler,
    DataLoader,
    DistributedSampler,
    RandomSampler,
    TensorDataset,
    WeightedRandomSampler,
)

from course_utils.data import moons
from course_utils.training import Checkpoint, TensorBatches, train
from tests.training.helpers import seeded

X, y = moons(13, noise=0.1, generator=seeded(0))
data = TensorDataset(X, y)
EPOCHS, BATCH, PER_EPOCH = 4, 5, 3

OPTIMIZERS = [
    partial(torch.optim.SGD, lr=0.1),
    partial(torch.optim.SGD, lr=0.1, momentum=0.9, nesterov=True),
    partial(torch.optim.Adam, lr=0.05),
    partial(torch.optim.AdamW, lr=0.05, amsgrad=True),
    partial(torch.optim.RMSprop, lr=0.01, momentum=0.5),
    partial(torch.optim.Adagrad, lr=0.1),
    partial(torch.optim.NAdam, lr=0.01),
    partial(torch.optim.Rprop, lr=0.01),
    partial(torch.optim.ASGD, lr=0.1),
]
SCHEDULES: list[tuple[Any, str]] = [
    (None, "epoch"),
    (partial(lr_scheduler.StepLR, step_size=2, gamma=0.3), "epoch"),
    (partial(lr_scheduler.StepLR, step_size=2, gamma=0.3), "step"),
    (partial(lr_scheduler.ExponentialLR, gamma=0.9), "step"),
    (partial(lr_scheduler.CosineAnnealingLR, T_max=EPOCHS), "epoch"),
    (partial(lr_scheduler.CosineAnnealingWarmRestarts, T_0=2), "step"),
    (
        partial(lr_scheduler.OneCycleLR, max_lr=0.3, total_steps=EPOCHS, cycle_momentum=False),
        "epoch",
    ),
    (partial(lr_scheduler.OneCycleLR, max_lr=0.3, total_steps=20, cycle_momentum=False), "step"),
    (partial(lr_scheduler.ReduceLROnPlateau, patience=0, threshold=0.5), "epoch"),
]
LAYERS: dict[str, Callable[[], list[nn.Module]]] = {
    "plain": list,
    "dropout": lambda: [nn.Dropout(0.4)],
    "batch norm": lambda: [nn.BatchNorm1d(4)],
    "both": lambda: [nn.BatchNorm1d(4), nn.Dropout(0.4)],
    "frozen norm": lambda: [nn.BatchNorm1d(4).eval()],
}
Make = Callable[[torch.Generator | None], Any]
BATCHES: dict[str, Make] = {
    "slices": lambda g: TensorBatches(X[:12], y[:12], batch_size=BATCH, shuffle=True, generator=g),
    "drop last": lambda g: TensorBatches(
        X, y, batch_size=4, shuffle=True, drop_last=True, generator=g
    ),
    "loader": lambda g: DataLoader(data, BATCH, shuffle=True, generator=g),
    "batch sampler": lambda g: DataLoader(
        data, batch_sampler=BatchSampler(RandomSampler(data, generator=g), BATCH, False)
    ),
    "weighted": lambda g: DataLoader(
        data, BATCH, sampler=WeightedRandomSampler([1.0] * 13, 13, generator=g)
    ),
    "distributed": lambda g: DataLoader(
        data, BATCH, sampler=DistributedSampler(data, num_replicas=2, rank=1)
    ),
}  # fmt: skip


@pytest.mark.nightly
@settings(
    max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(
    make_optimizer=st.sampled_from(OPTIMIZERS),
    schedule=st.sampled_from(SCHEDULES),
    layer=st.sampled_from(list(LAYERS)),
    batches=st.sampled_from(list(BATCHES)),
    own_generator=st.booleans(),
    accumulate=st.sampled_from([1, 2]),
    clip_norm=st.sampled_from([None, 0.3]),
    every=st.integers(1, 3),
    stops=st.lists(st.integers(1, EPOCHS), max_size=2),
)
def test_stopping_at_any_epoch_changes_nothing(
    make_optimizer: Any, schedule: tuple[Any, str], layer: str, batches: str, own_generator: bool,
    accumulate: int, clip_norm: float | None, every: int, stops: list[int],
) -> None:  # fmt: skip
    def run(epochs: int, file: Path | None) -> tuple[str, list[float]]:
        torch.manual_seed(1)  # a new process with the same program
        layers = LAYERS[layer]()
        model = nn.Sequential(nn.Linear(2, 4), *layers, nn.Linear(4, 2))
        optimizer = make_optimizer(model.parameters())
        make_scheduler, scheduler_every = schedule
        history = train(
            model,
            BATCHES[batches](seeded(3) if own_generator else None),
            nn.CrossEntropyLoss(),
            optimizer,
            epochs=epochs,
            val_batches=[(X, y)],
            scheduler=make_scheduler(optimizer) if make_scheduler else None,
            scheduler_every=scheduler_every,
            accumulate=accumulate,
            clip_norm=clip_norm,
            checkpoint=Checkpoint(file, every=every, best="val_loss") if file else None,
            progress=False,
        )
        state = str([model.state_dict(), optimizer.state_dict()])
        return state, history.drop(columns="seconds").to_numpy().tolist()

    with torch.random.fork_rng(), tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "run.pt"
        whole = run(EPOCHS, None)
        for epochs in sorted(stops):
            run(epochs, file)
        assert run(EPOCHS, file) == whole
        assert run(EPOCHS, file) == whole  # and once it is over
