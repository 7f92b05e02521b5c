"""What `train` and `TensorBatches` cost, as ratios to what they replace.

Two moons, 8,000 training and 200 validation points, two hidden layers of 30, plain SGD, 5 epochs,
one thread. `train` measures validation loss and accuracy and moves its progress bar; the bare loop
over slices of shuffled tensors does nothing but learn. The table of the README is what

    python -m tests.benchmarks.test_training_speed

prints. Only ratios are asserted, of times measured side by side in one process.
"""

import io
import statistics
import sys
from unittest import mock

import pytest
import torch
from sklearn.metrics import accuracy_score
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.training import TensorBatches, train
from tests.benchmarks.pairs import HEADER, ratios, row

N, EPOCHS = 8000, 5
GOALS = {32: 1.10, N: 1.7}  # batch size: at most so many times the bare loop, on a quiet machine
BUSY = 1.2  # times the goal is what a test bears, beside which others run
FASTER = 10  # TensorBatches than a DataLoader, at least

X, y = moons(N, noise=0.4, generator=torch.Generator().manual_seed(0))
X_val, y_val = moons(200, noise=0.4, generator=torch.Generator().manual_seed(1))
loss_fn = nn.CrossEntropyLoss()


class Screen(io.StringIO):
    """A stream that says it is a terminal, so that the progress bar is drawn and costs."""

    def isatty(self) -> bool:
        return True


def start() -> tuple[nn.Module, torch.optim.Optimizer, torch.Generator]:
    model = mlp(2, 30, 30, 2, generator=torch.Generator().manual_seed(2))
    return model, torch.optim.SGD(model.parameters(), lr=0.1), torch.Generator().manual_seed(3)


def bare_loop(batch_size: int) -> nn.Module:
    model, optimizer, generator = start()
    for _ in range(EPOCHS):
        order = torch.randperm(N, generator=generator)
        X_shuffled, y_shuffled = X[order], y[order]
        for first in range(0, N, batch_size):
            X_batch = X_shuffled[first : first + batch_size]
            y_batch = y_shuffled[first : first + batch_size]
            loss = loss_fn(model(X_batch), y_batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model


def full_train(batch_size: int) -> nn.Module:
    model, optimizer, generator = start()
    batches = TensorBatches(X, y, batch_size=batch_size, shuffle=True, generator=generator)
    val_batches = TensorBatches(X_val, y_val, batch_size=len(X_val))
    metrics = {"accuracy": accuracy_score}
    with mock.patch.object(sys, "stdout", Screen()) as screen:
        train(
            model,
            batches,
            loss_fn,
            optimizer,
            epochs=EPOCHS,
            val_batches=val_batches,
            metrics=metrics,
        )
    assert "/5 " in screen.getvalue(), "the progress bar was not drawn"
    return model


def iterate(batches: object) -> None:
    for _ in batches:  # type: ignore[attr-defined]
        pass


def loader_and_batches() -> tuple[object, object]:
    batches = TensorBatches(X, y, batch_size=32, shuffle=True)
    return DataLoader(TensorDataset(X, y), batch_size=32, shuffle=True), batches


@pytest.mark.parametrize("batch_size", GOALS)
def test_train_costs_little_more_than_a_bare_loop(batch_size: int) -> None:
    limit = BUSY * GOALS[batch_size]
    found = ratios(
        lambda: full_train(batch_size),
        lambda: bare_loop(batch_size),
        good_enough=lambda ratio: ratio <= limit,
    )
    assert statistics.median(found) <= limit, found


@pytest.mark.parametrize("batch_size", GOALS)
def test_both_do_the_same_work(batch_size: int) -> None:
    ours, theirs = full_train(batch_size).parameters(), bare_loop(batch_size).parameters()
    assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_slices_are_ten_times_as_fast_as_a_data_loader() -> None:
    loader, batches = loader_and_batches()
    found = ratios(
        lambda: iterate(loader),
        lambda: iterate(batches),
        good_enough=lambda ratio: ratio >= FASTER,
    )
    assert statistics.median(found) >= FASTER, found


def table() -> str:
    lines = [HEADER]
    for batch_size, limit in GOALS.items():
        found = ratios(lambda b=batch_size: full_train(b), lambda b=batch_size: bare_loop(b))  # type: ignore[misc]
        name = f"`train` to a bare loop, B = {batch_size} (at most {limit:.2f})"
        lines.append(row(name, found))
    loader, batches = loader_and_batches()
    found = ratios(lambda: iterate(loader), lambda: iterate(batches))
    name = f"`DataLoader` to `TensorBatches`, B = 32 (at least {FASTER})"
    lines.append(row(name, found, digits=0))
    return "\n".join(lines)


if __name__ == "__main__":
    torch.set_num_threads(1)
    print(table())
