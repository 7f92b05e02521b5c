"""Every kind of loss and of targets, on the device: the numbers of the CPU, and no batch waits."""

import copy
from functools import partial
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from course_utils.training import TensorBatches, evaluate
from tests.stand_in_device.problems import EPOCHS, few_and_many, quietly
from tests.training.helpers import sgd
from tests.training.test_evaluation import SITUATIONS, N, X, net, split

HERE_ONLY = {"class weights in a lambda", "a weight of another kind"}  # tensors nobody can reach
# PyTorch's own cross-entropy picks the targets that count by a mask where it has weights and
# smooths, and so does the loss of one's own.
WAITING = {
    "class weights and smoothing",
    "ignored, weighted, smoothed",
    "ignore_index of one's own",
}
MOVABLE = sorted(set(SITUATIONS) - HERE_ONLY)


def moved(loss_fn: Any) -> Any:
    """Return a loss whose tensors are on the device."""
    if isinstance(loss_fn, nn.Module):
        return copy.deepcopy(loss_fn).to("toy")
    if isinstance(loss_fn, partial):
        tensors = {name: it for name, it in loss_fn.keywords.items() if isinstance(it, Tensor)}
        return partial(loss_fn, **{name: it.to("toy") for name, it in tensors.items()})
    return loss_fn


@pytest.mark.parametrize("name", MOVABLE)
def test_evaluating(name: str) -> None:
    num_outputs, y, loss_fn, metrics = SITUATIONS[name]
    batches = split([7, 30, 1], X, y)
    wanted = evaluate(net(num_outputs), batches, loss_fn, metrics)
    there = [tuple(part.to("toy") for part in batch) for batch in batches]
    for kind in (there, iter(there)):
        found = evaluate(net(num_outputs).to("toy"), kind, moved(loss_fn), metrics)
        assert found == pytest.approx(wanted, rel=1e-5)


@pytest.mark.parametrize("name", sorted(set(MOVABLE) - WAITING))
def test_training(name: str) -> None:
    num_outputs, y, loss_fn, metrics = SITUATIONS[name]
    X_toy, y_toy = (torch.cat([part] * 4).to("toy") for part in (X, y))

    def work(num_batches: int) -> None:
        model = net(num_outputs).to("toy")
        batches = TensorBatches(X_toy, y_toy, batch_size=4 * N // num_batches)
        settings: Any = {"metrics": metrics, "val_batches": batches, "epochs": EPOCHS}
        quietly(model, batches, moved(loss_fn), sgd(model), **settings)

    few, many = few_and_many(work)
    assert few == many
