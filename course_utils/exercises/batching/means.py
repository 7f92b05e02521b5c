"""Exercise 10.4 of notebook 10: a mean over examples, from batches of several sizes."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.batching.mean_mistakes import MISTAKES, Batches, means, sizes
from course_utils.models import mlp


@torch.no_grad()
def mean_loss(model: nn.Module, batches: Batches) -> float:
    """Return the mean cross-entropy over all examples of batches X (B, 2), y (B,).

    The model is put into evaluation mode, as any answer may do.
    """
    model.eval()
    sums = [F.cross_entropy(model(X), y, reduction="sum") for X, y in batches]
    return (torch.stack(sums).sum() / sum(len(y) for _, y in batches)).item()


@torch.no_grad()
def _joined(model: nn.Module, batches: Batches) -> float:
    X, y = (torch.cat(parts) for parts in zip(*batches, strict=True))
    return F.cross_entropy(model(X), y).item()


def _weighted(model: nn.Module, batches: Batches) -> Tensor:
    total, num_examples = torch.zeros(()), 0
    for X, y in batches:
        total = total + F.cross_entropy(model(X), y) * len(y)
        num_examples += len(y)
    return total / num_examples


def _case(text: str, *num: int) -> Case:
    """Return the case of a network and batches with so many examples."""
    generator = torch.Generator().manual_seed(4)
    model = mlp(2, 5, 3, generator=generator)
    X = 3 * torch.randn(sum(num), 2, generator=generator)
    y = torch.randint(3, (sum(num),), generator=generator)
    return Case(text, (model, list(zip(X.split(num), y.split(num), strict=True))))


MEAN_LOSS = Exercise(
    number="10.4",
    title="The mean over examples",
    level="change",
    learned="sums are added up and divided once, so every example weighs the same",
    cases=(
        _case("batches of 33, 33, 33 and 1", 33, 33, 33, 1),
        _case("batches of 4, 4 and 2", 4, 4, 2),
        _case("batches of 1, 7 and 2", 1, 7, 2),
        _case("one batch of 6", 6),
        _case("batches of 3, 3 and 8", 3, 3, 8),
    ),
    reference=mean_loss,
    correct=(
        _joined,
        _weighted,
        lambda model, batches: (
            (means(model, batches) * sizes(batches)).sum() / sizes(batches).sum()
        ),
        lambda model, batches: np.average(means(model, batches), weights=sizes(batches)),
    ),
    mistakes=MISTAKES,
)
