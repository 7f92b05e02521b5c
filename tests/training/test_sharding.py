"""Training on shares of batches, as far as one process can show it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.functional import cross_entropy

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.training import (
    NonFiniteLossError,
    TensorBatches,
    sharding,
    shards,
    train,
    train_sharded,
)
from tests.training.helpers import seeded


@pytest.fixture
def alone() -> Iterator[None]:
    """A group of one process."""
    dist.init_process_group("gloo", store=dist.HashStore(), rank=0, world_size=1)
    yield
    dist.destroy_process_group()


def sharded(epochs: int, lr: float = 0.1, **settings: Any) -> list[dict[str, Any]]:
    data = moons(25, noise=0.4, generator=seeded(1))
    val = moons(9, noise=0.4, generator=seeded(2))
    return train_sharded(
        mlp(2, 8, 2, generator=seeded(3)), data, val,
        epochs=epochs, batch_size=10, lr=lr, generator=seeded(4), **settings,
    )  # fmt: skip


@pytest.mark.parametrize(("batch_size", "world_size"), [(10, 2), (7, 3), (25, 4), (3, 5)])
def test_together_the_shares_are_the_batch(batch_size: int, world_size: int) -> None:
    X, y = moons(25, generator=seeded(0))
    alike = [
        shards(TensorBatches(X, y, batch_size=batch_size, shuffle=True, generator=seeded(1)), rank, world_size)
        for rank in range(world_size)
    ]  # fmt: skip
    whole_batches = TensorBatches(X, y, batch_size=batch_size, shuffle=True, generator=seeded(1))
    for (X_batch, y_batch), *shares in zip(whole_batches, *alike, strict=True):
        sizes = [len(y_share) for _, y_share, _ in shares]
        assert max(sizes) - min(sizes) <= 1
        assert sum(sizes) == len(y_batch)
        assert {whole for _, _, whole in shares} == {len(y_batch)}
        together = torch.cat([X_share for X_share, _, _ in shares])
        assert torch.equal(together.sort(dim=0).values, X_batch.sort(dim=0).values)


def test_weighted_sums_average_to_the_gradient_of_the_batch() -> None:
    """What `train_sharded` does, with plain tensors; and that plain means would not do."""
    X, y = moons(5, generator=seeded(0))
    model = mlp(2, 4, 2, generator=seeded(1))

    def gradient(loss: torch.Tensor) -> torch.Tensor:
        return torch.cat(
            [grad.flatten() for grad in torch.autograd.grad(loss, list(model.parameters()))]
        )

    right = gradient(cross_entropy(model(X), y))
    means, sums = [], []
    for rank in range(2):
        X_share, y_share, whole = next(shards([(X, y)], rank, 2))
        means.append(gradient(cross_entropy(model(X_share), y_share)))
        sums.append(gradient(cross_entropy(model(X_share), y_share, reduction="sum") * 2 / whole))
    torch.testing.assert_close(torch.stack(sums).mean(dim=0), right)
    assert not torch.allclose(torch.stack(means).mean(dim=0), right, rtol=0.01)


@pytest.mark.usefixtures("alone")
def test_one_process_trains_as_train_does() -> None:
    model = mlp(2, 8, 2, generator=seeded(3))
    data = moons(25, noise=0.4, generator=seeded(1))
    val = moons(9, noise=0.4, generator=seeded(2))
    history = train(
        model,
        TensorBatches(*data, batch_size=10, shuffle=True, generator=seeded(4)),
        nn.CrossEntropyLoss(),
        torch.optim.SGD(model.parameters(), lr=0.1),
        epochs=4,
        val_batches=TensorBatches(*val, batch_size=9),
        progress=False,
    )
    rows = sharded(4)
    assert [row["epoch"] for row in rows] == [1, 2, 3, 4]
    for name in ("train_loss", "val_loss"):
        assert [row[name] for row in rows] == pytest.approx(history[name].tolist(), rel=1e-5)


@pytest.mark.usefixtures("alone")
def test_a_run_goes_on_where_its_checkpoint_ends(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    straight = sharded(4)
    sharded(2, checkpoint=tmp_path / "run.pt")
    resumed = sharded(
        4, checkpoint=tmp_path / "run.pt", on_batch=lambda epoch, number: seen.append((epoch, number))
    )  # fmt: skip
    assert resumed == straight
    assert seen == [(3, 0), (3, 1), (3, 2), (4, 0), (4, 1), (4, 2)]
    assert sharded(4, checkpoint=tmp_path / "run.pt") == straight
    with pytest.raises(ValueError, match=r"at least the 4 that .*run\.pt holds, got 3"):
        sharded(3, checkpoint=tmp_path / "run.pt")


@pytest.mark.usefixtures("alone")
def test_what_cannot_be_done_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r"epochs must be at least 1 .*, got 0"):
        sharded(0)
    with pytest.raises(
        NonFiniteLossError, match="losses of epoch 1 must be finite, got inf in training"
    ):
        sharded(2, lr=1e38, checkpoint=tmp_path / "run.pt")
    assert not (tmp_path / "run.pt").exists()

    def others(starts: list[int], done: int) -> None:
        starts[:] = [done, 3]

    monkeypatch.setattr(sharding.dist, "all_gather_object", others)
    with pytest.raises(RuntimeError, match=r"same epoch, got \[0, 3\] epochs done"):
        sharded(4)


@pytest.mark.usefixtures("alone")
def test_the_checkpoint_of_shares_is_that_of_train(tmp_path: Path) -> None:
    path = tmp_path / "runs" / "run.pt"
    sharded(2, checkpoint=path)  # its folder is made
    with pytest.warns(UserWarning, match="lr 0.1 in the file and 0.5 here: it goes on with"):
        assert len(sharded(3, lr=0.5, checkpoint=path)) == 3
    contents = torch.load(path, weights_only=True)
    contents["optimizer"]["state"]["param_groups"][0]["lr"] = 1e38
    torch.save(contents, path)
    with pytest.raises(NonFiniteLossError, match="First delete") as caught:
        sharded(9, checkpoint=path)
    assert str(path) in str(caught.value)
    with pytest.raises(OSError, match="could not be written"):
        sharded(2, checkpoint=tmp_path)
