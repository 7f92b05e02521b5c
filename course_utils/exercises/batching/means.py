"""Exercise 10.2 of notebook 10: a mean over examples, from batches of several sizes."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.batching import solutions
from course_utils.exercises.batching.mean_mistakes import MISTAKES, Batches, means, sizes
from course_utils.models import mlp


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


class _Modeless(nn.Sequential):
    """A network that stays as it is: an answer may ask for a mode, or for none."""

    def train(self, mode: bool = True) -> _Modeless:
        return self


def _case(text: str, *num: int) -> Case:
    """Return the case of a network and batches with so many examples."""
    generator = torch.Generator().manual_seed(4)
    model = _Modeless(mlp(2, 5, 3, generator=generator))
    X = 3 * torch.randn(sum(num), 2, generator=generator)
    y = torch.randint(3, (sum(num),), generator=generator)
    return Case(text, (model, list(zip(X.split(num), y.split(num), strict=True))))


MEAN_LOSS = Exercise(
    number="10.2",
    name="mean_loss_to_mend",
    title="The mean over examples",
    level="change",
    hints=(
        "Section 10.3 has the same trap, for accuracies. `F.cross_entropy` returns the mean of its "
        "batch. How much does the single example of a batch of one weigh in the mean of those "
        "means, and how much should it?",
        "Add up over examples, and divide once, at the end. That takes two totals: the sum of the "
        "losses of all examples, and how many examples there are in all batches together.",
        'With `reduction="sum"`, `F.cross_entropy` returns the sum over its batch. '
        "`sum(len(y) for _, y in batches)` counts all examples. The line with `return` is where "
        "the two meet.",
    ),
    learned="sums are added up and divided once, so every example weighs the same",
    cases=(
        _case("batches of 33, 33, 33 and 1", 33, 33, 33, 1),
        _case("batches of 4, 4 and 2", 4, 4, 2),
        _case("batches of 1, 7 and 2", 1, 7, 2),
        _case("one batch of 6", 6),
        _case("batches of 3, 3 and 8", 3, 3, 8),
    ),
    reference=solutions.mean_loss_to_mend,
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
