"""Evaluation, batches and ensembles on the device: the numbers of the CPU, and no batch waits."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas
import pytest
import torch
from sklearn.metrics import accuracy_score, r2_score, roc_auc_score
from torch import nn

from course_utils.models import mlp
from course_utils.training import TensorBatches, evaluate, measure, train_ensemble
from tests.stand_in_device.problems import (
    EPOCHS,
    FEW,
    batches_of,
    counts,
    few_and_many,
    network,
    own_loss,
    points,
)


def test_evaluate_and_measure() -> None:
    found = []
    for device in ("cpu", "toy"):
        examples, model = points(device=device), network(device)
        batches = TensorBatches(*examples, batch_size=33)
        loss_fn, metrics = nn.CrossEntropyLoss(), {"accuracy": accuracy_score, "auc": roc_auc_score}
        measured = evaluate(model, batches, loss_fn, metrics)
        measured |= {
            f"{name}_": value
            for name, value in measure(metrics, model(examples.X), examples.y, loss_fn).items()
        }
        numbers = measure({"r2": r2_score}, examples.X, examples.X + 1, nn.MSELoss())
        found.append(measured | numbers)
    assert found[0] == pytest.approx(found[1], rel=1e-5)

    def again(num_batches: int) -> None:
        evaluate(network(), batches_of(points(), num_batches), nn.CrossEntropyLoss())

    few, many = few_and_many(again)
    assert few == many


def test_tensor_batches_shuffle_alike_and_send_one_order_an_epoch() -> None:
    here, there = (batches_of(points(device=device), FEW) for device in ("cpu", "toy"))
    for (X, y), (X_toy, y_toy) in zip(here, there, strict=True):
        assert torch.equal(X, X_toy.cpu())
        assert torch.equal(y, y_toy.cpu())
    assert counts(lambda: list(there)) == (0, 2)


ENSEMBLES: dict[str, tuple[Any, Callable[[torch.Generator], nn.Module]]] = {
    "chain": (nn.CrossEntropyLoss(), lambda it: mlp(2, 8, 2, generator=it, device="toy")),
    "vmap": (
        nn.CrossEntropyLoss(label_smoothing=0.1),
        lambda it: nn.Sequential(*mlp(2, 8, 2, generator=it, device="toy"), nn.LayerNorm(2)).to(
            "toy"
        ),
    ),
    "own loss": (own_loss, lambda it: mlp(2, 8, 2, generator=it, device="toy")),
}


@pytest.mark.parametrize(("loss_fn", "make"), ENSEMBLES.values(), ids=ENSEMBLES)
def test_ensembles_wait_for_no_batch(loss_fn: Any, make: Any) -> None:
    def work(num_batches: int) -> pandas.DataFrame:
        X, y = points()
        settings: Any = {"epochs": EPOCHS, "batch_size": len(X) // num_batches, "lr": 0.1}
        return train_ensemble(
            make, X, y, loss_fn, seeds=range(3), val=(X, y), metrics=[accuracy_score], **settings
        )

    few, many = few_and_many(work)
    assert few == many


def small(device: str, generator: torch.Generator) -> nn.Module:
    return mlp(2, 8, 2, generator=generator, device=device)


def test_an_ensemble_is_that_of_the_cpu() -> None:
    found = [
        train_ensemble(
            partial(small, device),
            *points(device=device),
            nn.CrossEntropyLoss(),
            seeds=[3, 4], epochs=2, batch_size=30, lr=0.1, metrics=[accuracy_score],
        )
        for device in ("cpu", "toy")
    ]  # fmt: skip
    pandas.testing.assert_frame_equal(*found, rtol=1e-5)
