"""A program that goes on with a file: alike it does nothing new, and what is unlike is said."""

import warnings
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy, l1_loss, mse_loss

from course_utils.training import Checkpoint, NonFiniteLossError, TensorBatches
from tests.training.helpers import quietly, seeded

X = torch.linspace(-1, 1, 40).reshape(-1, 1)
y = 2 * X + 1
WITH_MOMENTUM = partial(torch.optim.SGD, momentum=0.5)


@pytest.fixture(autouse=True)
def _seed_is_kept() -> Iterator[None]:
    with torch.random.fork_rng():
        yield


def program(
    path: Path,
    *,
    epochs: int = 3,
    seed: int | None = 0,
    lr: float = 0.01,
    batch_size: int = 10,
    loss_fn: Any = mse_loss,
    scale: float = 1.0,
    data_seed: int = 3,
    optimizer: Any = WITH_MOMENTUM,
    gamma: float | None = None,
    weight_seed: int = 1,
    **settings: Any,
) -> Any:
    if seed is None:
        torch.seed()  # what PyTorch does at the start of a program
    else:
        torch.manual_seed(seed)
    model = nn.Linear(1, 1)
    nn.init.constant_(model.weight, weight_seed / 10)
    generator = seeded(data_seed)
    batches = TensorBatches(scale * X, y, batch_size=batch_size, shuffle=True, generator=generator)
    chosen = optimizer(model.parameters(), lr=lr)
    if gamma is not None:
        settings["scheduler"] = torch.optim.lr_scheduler.ExponentialLR(chosen, gamma)
    return quietly(
        model, batches, loss_fn, chosen, epochs=epochs, checkpoint=Checkpoint(path), **settings
    )


def said(path: Path, **changes: Any) -> list[str]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        program(path, **changes)
    for warning in caught:
        assert warning.filename.endswith("functools.py") or warning.filename == __file__
    return [str(warning.message) for warning in caught]


@pytest.mark.parametrize("epochs", [3, 5])
def test_the_same_program_again_is_silent(epochs: int, tmp_path: Path) -> None:
    assert said(tmp_path / "run.pt", gamma=0.5) == []
    assert said(tmp_path / "run.pt", gamma=0.5, epochs=epochs) == []


def test_a_seed_that_nobody_chose_is_no_setting(tmp_path: Path) -> None:
    for epochs in (3, 4):
        assert said(tmp_path / "run.pt", seed=None, epochs=epochs) == []


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"lr": 0.5}, "lr 0.01 in the file and 0.5 here"),
        ({"optimizer": torch.optim.SGD}, "momentum 0.5 in the file and 0 here"),
        ({"seed": 7}, "seed 0 in the file and 7 here"),
        ({"data_seed": 4}, "seed of generator 1 3 in the file and 4 here"),
        ({"batch_size": 8}, "batch_size 10 in the file and 8 here"),
        ({"loss_fn": l1_loss}, "loss mse_loss in the file and l1_loss here"),
        ({"loss_fn": lambda a, b: (a - b).abs().mean()}, "loss mse_loss in the file and <lambda>"),
        ({"loss_fn": nn.HuberLoss()}, "loss mse_loss in the file and HuberLoss here"),
        ({"accumulate": 2}, "accumulate 1 in the file and 2 here"),
        ({"clip_norm": 0.5}, "clip_norm none in the file and 0.5 here"),
    ],
)
@pytest.mark.parametrize("epochs", [3, 4])
def test_another_program_is_told_in_one_line(
    changes: dict[str, Any], difference: str, epochs: int, tmp_path: Path
) -> None:
    path = tmp_path / "run.pt"
    program(path)
    (line,) = said(path, epochs=epochs, **changes)
    assert difference in line
    assert f"{path} was begun with other settings" in line
    assert ("nothing was trained" in line) is (epochs == 3)
    assert "delete it, or choose another path, to start anew" in line
    assert "\n" not in line
    path.unlink()  # the remedy
    assert said(path, **changes) == []


def test_settings_of_a_loss_and_a_scheduler_are_told(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    program(path, loss_fn=nn.HuberLoss(delta=2.0), gamma=0.5)
    (line,) = said(path, loss_fn=nn.HuberLoss(delta=3.0), gamma=0.9, epochs=4)
    assert "delta of the loss 2 in the file and 3 here" in line
    assert "gamma of ExponentialLR 0.5 in the file and 0.9 here" in line
    path.unlink()
    program(path, loss_fn=partial(nn.functional.huber_loss, delta=2.0))
    (line,) = said(path, loss_fn=partial(nn.functional.huber_loss, delta=1.0), epochs=4)
    assert "delta of the loss 2 in the file and 1 here" in line


def test_weights_of_classes_are_told(tmp_path: Path) -> None:
    def run(weight: torch.Tensor | None, epochs: int) -> None:
        torch.manual_seed(0)
        model = nn.Linear(1, 2)
        loss_fn = nn.CrossEntropyLoss(weight=weight)
        quietly(
            model,
            [(X, (X[:, 0] > 0).long())],
            loss_fn,
            torch.optim.SGD(model.parameters(), lr=0.1),
            epochs=epochs,
            checkpoint=Checkpoint(tmp_path / "run.pt"),
        )

    run(torch.tensor([1.0, 20.0]), 1)
    with pytest.warns(UserWarning, match=r"weight of the loss \[1.0, 20.0\] in the file and \[1.0"):
        run(torch.tensor([1.0, 5.0]), 2)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        run(torch.tensor([1.0, 20.0]), 3)


def test_other_weights_at_the_start_are_told_where_nothing_is_trained(tmp_path: Path) -> None:
    program(tmp_path / "run.pt")
    (line,) = said(tmp_path / "run.pt", weight_seed=2)  # as a loop over seeds into one file
    assert "norm of the weights at the start" in line
    assert "nothing was trained" in line
    assert said(tmp_path / "run.pt", weight_seed=2, epochs=4) == []  # a cell, run again


def test_the_same_objects_go_on_without_a_word(tmp_path: Path) -> None:
    torch.manual_seed(0)
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
    batches = TensorBatches(X, y, batch_size=8, shuffle=True, generator=seeded(0))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for epochs in (2, 4, 4):
            history = quietly(
                model, batches, mse_loss, optimizer, epochs=epochs, scheduler=scheduler,
                checkpoint=Checkpoint(tmp_path / "run.pt"),
            )  # fmt: skip
    assert len(history) == 4


def test_the_remedy_for_a_loss_that_explodes_works(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    sgd = torch.optim.SGD
    with pytest.raises(NonFiniteLossError, match=r"\(lr 10\).* First delete .*run\.pt") as caught:
        program(path, lr=10.0, epochs=60, scale=3.0, optimizer=sgd)
    assert len(caught.value.history) > 1
    with (
        pytest.warns(UserWarning, match="lr 10 in the file and 0.1 here"),
        pytest.raises(NonFiniteLossError, match="First delete"),
    ):
        program(path, lr=0.1, epochs=60, scale=3.0, optimizer=sgd)
    path.unlink()
    assert len(program(path, lr=0.1, epochs=60, scale=3.0, optimizer=sgd)) == 60
    path.unlink()
    with pytest.raises(NonFiniteLossError) as caught:  # in the first epoch there is no file yet
        program(path, lr=1e30, epochs=60, scale=3.0, optimizer=sgd)
    assert "First delete" not in str(caught.value)


def stop_at_three(row: dict[str, Any]) -> bool:
    return row["epoch"] == 3


def test_a_run_that_was_ended_is_over(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    first = program(path, epochs=100, on_epoch=stop_at_three)
    assert len(first) == 3
    for _ in range(3):
        again = program(path, epochs=100, on_epoch=lambda row: row["epoch"] > 3)
        assert again.equals(first)
    assert len(program(path, epochs=50)) == 3  # fewer epochs, or no hook: it is over all the same
    assert len(program(path, epochs=101)) == 101  # asked for more than before, it goes on
    assert len(program(path, epochs=101)) == 101


def test_a_run_ended_at_its_last_epoch_or_interrupted_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    assert len(program(path, epochs=3, on_epoch=stop_at_three)) == 3
    assert len(program(path, epochs=5)) == 5

    def interrupt(row: dict[str, Any]) -> None:
        if row["epoch"] == 3:
            raise KeyboardInterrupt

    path.unlink()
    assert len(program(path, epochs=6, on_epoch=interrupt)) == 2
    assert len(program(path, epochs=6)) == 6


def test_a_loss_of_ones_own_is_told_by_what_it_names(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    program(path, loss_fn=lambda a, b: (a - b).square().mean())
    assert said(path, loss_fn=lambda a, b: (a - b).square().mean()) == []
    (line,) = said(path, loss_fn=lambda a, b: (a - b).abs().mean())
    assert "square mean in the file" in line
    assert cross_entropy.__name__ not in line
