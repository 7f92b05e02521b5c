"""The loop to take home, on the device: nothing mixes, and no batch waits."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pandas
import pytest
import torch
from sklearn.metrics import accuracy_score, balanced_accuracy_score, roc_auc_score
from torch import Tensor, nn
from torch.utils.data import DataLoader, TensorDataset

from course_utils.training import NonFiniteLossError, TensorBatches
from tests.stand_in_device.problems import (
    EPOCHS,
    FEW,
    MANY,
    batches_of,
    few_and_many,
    network,
    own_loss,
    points,
    quietly,
)


def run(num_batches: int, *, kind: Any = torch.optim.SGD, loss: Any = None, **settings: Any) -> Any:
    """Train a fresh network for two epochs."""
    model = network()
    examples = points()
    optimizer = kind(model.parameters(), lr=0.01)
    if "scheduler" in settings:
        settings["scheduler"] = settings["scheduler"](optimizer)
    return quietly(
        model,
        batches_of(examples, num_batches),
        loss or nn.CrossEntropyLoss(),
        optimizer,
        epochs=EPOCHS,
        **settings,
    )


OPTIMIZERS = ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "NAdam", "Adadelta")
SETTINGS: dict[str, dict[str, Any]] = {
    **{name: {"kind": getattr(torch.optim, name)} for name in OPTIMIZERS},
    "momentum": {"kind": partial(torch.optim.SGD, momentum=0.9, weight_decay=0.1)},
    "accumulate": {"accumulate": 2},
    "clip_norm": {"clip_norm": 1.0},
    "scheduler": {"scheduler": lambda it: torch.optim.lr_scheduler.StepLR(it, 1)},
    "OneCycleLR": {
        "scheduler": lambda it: torch.optim.lr_scheduler.CosineAnnealingLR(it, EPOCHS * MANY),
        "scheduler_every": "step",
    },
    "own loss": {"loss": own_loss},
    "ignored": {"loss": nn.CrossEntropyLoss(ignore_index=1)},
    "metrics": {"metrics": [accuracy_score, roc_auc_score]},
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_no_batch_waits(settings: dict[str, Any]) -> None:
    few, many = few_and_many(partial(run, **settings))
    assert few == many
    assert few[0] <= 40


def test_no_batch_waits_with_class_weights() -> None:
    loss = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 5.0], device="toy"))
    few, many = few_and_many(partial(run, loss=loss))
    assert few == many


def test_no_batch_waits_with_validation_and_dropout_and_batch_norm() -> None:
    def work(num_batches: int) -> None:
        layers = nn.Linear(2, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.2), nn.Linear(8, 2)
        model = nn.Sequential(*layers).to("toy")
        examples = points()
        quietly(
            model,
            batches_of(examples, num_batches),
            nn.CrossEntropyLoss(),
            torch.optim.SGD(model.parameters(), lr=0.1),
            epochs=EPOCHS,
            val_batches=batches_of(examples, num_batches),
            metrics=[accuracy_score],
        )

    few, many = few_and_many(work)
    assert few == many


LOSSES: dict[str, tuple[Any, Callable[[Tensor], Tensor]]] = {
    "BCEWithLogitsLoss": (nn.BCEWithLogitsLoss(), lambda y: y.float().reshape(-1, 1)),
    "MSELoss": (nn.MSELoss(), lambda y: y.float().reshape(-1, 1)),
    "L1Loss": (nn.L1Loss(), lambda y: y.float().reshape(-1, 1)),
    "HuberLoss": (nn.HuberLoss(), lambda y: y.float().reshape(-1, 1)),
}


@pytest.mark.parametrize(("loss_fn", "shape"), LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("stream", [False, True])
def test_no_batch_waits_for_any_loss(loss_fn: Any, shape: Any, stream: bool) -> None:
    """Of a stream the targets cannot be seen beforehand."""
    X, y = points()

    def work(num_batches: int) -> None:
        model = network(outputs=1)
        batches: Any = batches_of((X, shape(y)), num_batches)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        quietly(model, Stream(batches) if stream else batches, loss_fn, optimizer, epochs=EPOCHS)

    few, many = few_and_many(work)
    assert few == many


class Stream:
    """Batches that can be iterated and nothing else, brought to the device where they are not."""

    def __init__(self, batches: Any) -> None:
        self._batches = batches

    def __iter__(self) -> Iterator[Any]:
        return ((X.to("toy"), y.to("toy")) for X, y in self._batches)


@pytest.mark.parametrize(("kind", "times_sent"), [(list, 1), (Stream, EPOCHS)])
def test_batches_of_a_loader_are_sent_and_none_waits(kind: Any, times_sent: int) -> None:
    data = TensorDataset(*points(device="cpu"))

    def work(num_batches: int) -> None:
        loader = DataLoader(data, batch_size=len(data) // num_batches)
        model = network()
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        quietly(model, kind(Stream(loader)), nn.CrossEntropyLoss(), optimizer, epochs=EPOCHS)

    (few, few_sent), (many, many_sent) = few_and_many(work)
    assert few == many
    assert many_sent - few_sent == 2 * times_sent * (MANY - FEW)


def test_the_history_is_that_of_the_cpu() -> None:
    histories = []
    for device in ("cpu", "toy"):
        model = network(device)
        optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
        histories.append(
            quietly(
                model,
                batches_of(points(device=device), 7),
                nn.CrossEntropyLoss(),
                optimizer,
                epochs=3,
                val_batches=batches_of(points(90, device), 4),
                metrics=[accuracy_score, balanced_accuracy_score],
            ).drop(columns="seconds")
        )
    pandas.testing.assert_frame_equal(*histories, rtol=1e-5)


def test_lbfgs_and_wrong_devices_are_told() -> None:
    run(FEW, kind=torch.optim.LBFGS)
    model = network()
    with pytest.raises(ValueError, match=r"model on toy:0 and a batch on cpu: move one of them"):
        quietly(
            model,
            batches_of(points(device="cpu"), FEW),
            nn.CrossEntropyLoss(),
            torch.optim.SGD(model.parameters(), lr=0.1),
            epochs=1,
        )


def test_a_loss_that_is_not_finite_is_told_with_its_batch() -> None:
    examples = points()
    examples.X[100] = float("nan")
    model = network()
    with pytest.raises(NonFiniteLossError, match="got nan in batch 3 of epoch 1"):
        quietly(
            model,
            TensorBatches(*examples, batch_size=40),
            nn.CrossEntropyLoss(),
            torch.optim.SGD(model.parameters(), lr=0.1),
            epochs=1,
        )
