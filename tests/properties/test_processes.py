"""train_sharded in a group of one process, and torchrun, with any argument."""

from collections.abc import Iterator
from typing import Any

import pytest
import torch
import torch.distributed as dist
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from course_utils.data import Examples
from course_utils.models import mlp
from course_utils.training import TensorBatches, train_sharded
from tests.properties.promises import attempt
from tests.properties.strategies import BAD_NUMBERS, reproducible
from tests.training.helpers import quietly, seeded, sgd

DATA = Examples(torch.linspace(-1, 1, 8).reshape(4, 2), torch.tensor([0, 1, 1, 0]))
NOT_MEANT: dict[str, list[Any]] = {
    "epochs": BAD_NUMBERS,
    "batch_size": [it for it in BAD_NUMBERS if it is not True] + [True, 5],
    "lr": ["3", [1], 1j],
    "checkpoint": [3, 2.5, torch.zeros(2)],
}


@pytest.fixture(scope="module", autouse=True)
def group() -> Iterator[None]:
    """A group of one, without a socket."""
    if dist.is_initialized():
        pytest.skip("there is a group of processes already")
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    yield
    dist.destroy_process_group()


def meant() -> dict[str, Any]:
    model = mlp(2, 3, 2, generator=seeded(0))
    return {
        "model": model, "train": DATA, "val": DATA, "epochs": 1, "batch_size": 2, "lr": 0.1,
        "generator": seeded(1),
    }  # fmt: skip


@pytest.mark.parametrize("name", NOT_MEANT)
def test_an_argument_that_is_not_meant_is_told(name: str) -> None:
    for bad in NOT_MEANT[name]:
        assert attempt(train_sharded, **{**meant(), name: bad}).error is not None, (name, bad)


@given(st.integers(1, 2), st.integers(1, 4))
@reproducible(6)
def test_one_process_learns_what_train_learns(epochs: int, batch_size: int) -> None:
    given_here = {**meant(), "epochs": epochs, "batch_size": batch_size}
    rows = train_sharded(**given_here)
    model = mlp(2, 3, 2, generator=seeded(0))
    batches = TensorBatches(*DATA, batch_size=batch_size, shuffle=True, generator=seeded(1))
    history = quietly(
        model, batches, nn.CrossEntropyLoss(), sgd(model), epochs=epochs, val_batches=[DATA[:2]]
    )
    for row, (_, other) in zip(rows, history.iterrows(), strict=True):
        assert row["train_loss"] == pytest.approx(other["train_loss"], rel=1e-4)
        assert row["val_loss"] == pytest.approx(other["val_loss"], rel=1e-4)
