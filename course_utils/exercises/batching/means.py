"""Exercise 10.4 of notebook 10: a mean over examples, from batches of several sizes."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.models import mlp

Batches = list[tuple[Tensor, Tensor]]
MeanLoss = Callable[[nn.Module, Batches], float]


@torch.no_grad()
def mean_loss(model: nn.Module, batches: Batches) -> float:
    """Return the mean cross-entropy over all examples of batches X (B, 2), y (B,)."""
    sums = [F.cross_entropy(model(X), y, reduction="sum") for X, y in batches]
    return (torch.stack(sums).sum() / sum(len(y) for _, y in batches)).item()


@torch.no_grad()
def _joined(model: nn.Module, batches: Batches) -> float:
    X, y = (torch.cat(parts) for parts in zip(*batches, strict=True))
    return F.cross_entropy(model(X), y).item()


@torch.no_grad()
def _weighted(model: nn.Module, batches: Batches) -> float:
    total, num_examples = 0.0, 0
    for X, y in batches:
        total += F.cross_entropy(model(X), y).item() * len(y)
        num_examples += len(y)
    return total / num_examples


@torch.no_grad()
def _means(model: nn.Module, batches: Batches) -> Tensor:
    return torch.stack([F.cross_entropy(model(X), y) for X, y in batches])


@torch.no_grad()
def _sums(model: nn.Module, batches: Batches) -> Tensor:
    return torch.stack([F.cross_entropy(model(X), y, reduction="sum") for X, y in batches])


def _sizes(batches: Batches) -> Tensor:
    return torch.tensor([len(y) for _, y in batches])


def _by_largest(model: nn.Module, batches: Batches) -> float:
    sizes = _sizes(batches)
    weights = sizes / sizes.max()
    return (_means(model, batches) * weights).mean().item()


def _without_last(model: nn.Module, batches: Batches) -> float:
    kept = [pair for pair in batches if len(pair[1]) == len(batches[0][1])]
    return mean_loss(model, kept)


def _ask(answer: MeanLoss, sizes: tuple[int, ...]) -> float:
    """Let the answer measure a network on batches of these sizes."""
    generator = torch.Generator().manual_seed(4)
    model = mlp(2, 5, 3, generator=generator)
    X = 3 * torch.randn(sum(sizes), 2, generator=generator)
    y = torch.randint(3, (sum(sizes),), generator=generator)
    return answer(model, list(zip(X.split(sizes), y.split(sizes), strict=True)))


MEAN_LOSS = Exercise(
    number="10.4",
    title="The mean over examples",
    level="change",
    learned="sums are added up and divided once, so every example weighs the same",
    cases=(
        Case("batches of 33, 33, 33 and 1", ((33, 33, 33, 1),), _ask),
        Case("batches of 4, 4 and 2", ((4, 4, 2),), _ask),
        Case("batches of 1, 7 and 2", ((1, 7, 2),), _ask),
        Case("one batch of 6", ((6,),), _ask),
    ),
    reference=mean_loss,
    correct=(
        _joined,
        _weighted,
        lambda model, batches: (
            (_means(model, batches) * _sizes(batches)).sum() / _sizes(batches).sum()
        ),
    ),
    mistakes=(
        Mistake(
            "mean of means",
            lambda model, batches: _means(model, batches).mean().item(),
            given=True,
        ),
        Mistake(
            "the sum of the means",
            lambda model, batches: _means(model, batches).sum().item(),
            "This adds the means of the batches up: with one batch it is right, with four much "
            "too large. What does each have to be multiplied by, and the total divided by?",
        ),
        Mistake(
            "the sum over examples",
            lambda model, batches: _sums(model, batches).sum().item(),
            "This is the sum over all examples. What turns it into a mean?",
        ),
        Mistake(
            "sums divided by the number of batches",
            lambda model, batches: _sums(model, batches).mean().item(),
            "Sums are right now, but they were divided by the number of batches. How many terms "
            "does the sum have?",
        ),
        Mistake(
            "sums divided by the first batch size",
            lambda model, batches: (
                _sums(model, batches).sum().item() / (len(batches) * len(batches[0][1]))
            ),
            "The number of examples was taken as batches times B. Is that how many there are if "
            "the batches are of several sizes?",
        ),
        Mistake(
            "weighted, then averaged over batches",
            _by_largest,
            "The means are weighted now, but the total is still divided by the number of batches. "
            "What do the weights add up to?",
        ),
        Mistake(
            "without the small batches",
            _without_last,
            "Only the batches of the first one's size were counted. Examples in other batches are "
            "examples too: how can they take part with their proper weight?",
        ),
        Mistake(
            "the last batch alone",
            lambda model, batches: _means(model, batches)[-1].item(),
            "This is the loss of the last batch. Where do the others go?",
        ),
    ),
)
