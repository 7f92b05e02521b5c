"""What the rehearsals of the training room begin with: a small problem, and a count."""

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.data import Examples, moons
from course_utils.models import mlp
from course_utils.training import TensorBatches, train
from tests.stand_in_device.kinds import UPLOAD
from tests.stand_in_device.waits import counted, waits

FEW, MANY = 4, 40  # batches an epoch
EPOCHS = 2
quietly = partial(train, progress=False)


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def points(num_examples: int = 160, device: str = "toy") -> Examples:
    return moons(num_examples, noise=0.3, generator=seeded(), device=device)


def network(device: str = "toy", outputs: int = 2) -> nn.Module:
    return mlp(2, 8, outputs, generator=seeded(1), device=device)


def batches_of(examples: Any, num_batches: int) -> TensorBatches:
    X, y = examples
    return TensorBatches(X, y, batch_size=len(X) // num_batches, shuffle=True, generator=seeded(2))


def counts(work: Callable[[], Any]) -> tuple[int, int]:
    """Return how often it waited for the device, and how often it sent something there."""
    counted.clear()
    work()
    return waits(), counted[UPLOAD]


def own_loss(logits: Tensor, y: Tensor) -> Tensor:
    return (logits.logsumexp(dim=1) - logits[torch.arange(len(y), device=y.device), y]).mean()


def few_and_many(work: Callable[[int], Any]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the counts of a training with few batches an epoch, and of one with many."""
    return counts(partial(work, FEW)), counts(partial(work, MANY))
