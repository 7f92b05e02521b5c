"""The known mistakes of exercise 10.2: other weights, another divisor, some of the batches."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Mistake

Batches = list[tuple[Tensor, Tensor]]


@torch.no_grad()
def means(model: nn.Module, batches: Batches) -> Tensor:
    """Return the mean loss of each batch, one after the other."""
    return torch.stack([F.cross_entropy(model(X), y) for X, y in batches])


def sizes(batches: Batches) -> Tensor:
    """Return how many examples each batch holds."""
    return torch.tensor([len(y) for _, y in batches])


def _sums(model: nn.Module, batches: Batches) -> Tensor:
    return means(model, batches) * sizes(batches)


def _mean(model: nn.Module, batches: Batches) -> Tensor:
    return _sums(model, batches).sum() / sizes(batches).sum()


@torch.no_grad()
def _each(model: nn.Module, batches: Batches) -> Tensor:
    return torch.cat([F.cross_entropy(model(X), y, reduction="none") for X, y in batches])


@torch.no_grad()
def _mistakes_made(model: nn.Module, batches: Batches) -> Tensor:
    wrong = torch.stack([(model(X).argmax(dim=1) != y).sum() for X, y in batches])
    return wrong.sum() / sizes(batches).sum()


def _softmax_twice(model: nn.Module, batches: Batches) -> Tensor:
    return _mean(nn.Sequential(model, nn.Softmax(dim=1)), batches)


def _of_the_size_of(place: int, model: nn.Module, batches: Batches) -> Tensor:
    return _sums(model, batches).sum() / (len(batches) * len(batches[place][1]))


def _without_the_small(model: nn.Module, batches: Batches) -> Tensor:
    return _mean(model, [pair for pair in batches if len(pair[1]) == len(batches[0][1])])


MISTAKES: tuple[Mistake, ...] = (
    Mistake("mean of means", lambda model, batches: means(model, batches).mean(), given=True),
    Mistake(
        "the sum of the means",
        lambda model, batches: means(model, batches).sum(),
        "This adds the means of the batches up: with one batch it is right, with four much too "
        "large. What does each have to be multiplied by, and the total divided by?",
    ),
    Mistake(
        "the sum over examples",
        lambda model, batches: _sums(model, batches).sum(),
        "This is the sum over all examples. What turns it into a mean?",
    ),
    Mistake(
        "sums divided by the number of batches",
        lambda model, batches: _sums(model, batches).mean(),
        "Sums are right now, but they were divided by the number of batches. How many terms does "
        "the sum have?",
    ),
    Mistake(
        "sums divided by the first batch size",
        lambda model, batches: _of_the_size_of(0, model, batches),
        "The number of examples was taken as batches times B. Is that how many there are if the "
        "batches are of several sizes?",
    ),
    Mistake(
        "sums divided by the last batch size",
        lambda model, batches: _of_the_size_of(-1, model, batches),
        "The number of examples was taken as batches times the last size. Is that how many there "
        "are if the batches are of several sizes?",
    ),
    Mistake(
        "divided by the first size alone",
        lambda model, batches: _sums(model, batches).sum() / len(batches[0][1]),
        "All the losses were divided by the size of one batch, the first. How many terms does the "
        "sum have?",
    ),
    Mistake(
        "divided by the last size alone",
        lambda model, batches: _sums(model, batches).sum() / len(batches[-1][1]),
        "All the losses were divided by the size of one batch, the last. How many terms does the "
        "sum have?",
    ),
    Mistake(
        "the pairs counted as two",
        lambda model, batches: _sums(model, batches).sum() / (2 * len(batches)),
        "The sums are right now, but the divisor is twice the number of batches: a pair of X and y "
        "has the length 2. How many examples does it hold?",
    ),
    Mistake(
        "means divided by the number of examples",
        lambda model, batches: means(model, batches).sum() / sizes(batches).sum(),
        "Means were added up and divided by the number of examples. What should be added up, for "
        "that divisor?",
    ),
    Mistake(
        "means divided by their sizes",
        lambda model, batches: (means(model, batches) / sizes(batches)).sum(),
        "Each mean is divided by the size of its batch. Should a large batch weigh more than a "
        "small one, or less?",
    ),
    Mistake(
        "weighted, then averaged over batches",
        lambda model, batches: (
            means(model, batches) * sizes(batches) / sizes(batches).max()
        ).mean(),
        "The means are weighted now, but the total is still divided by the number of batches. What "
        "do the weights add up to?",
    ),
    Mistake(
        "shares, then averaged over batches",
        lambda model, batches: _mean(model, batches) / len(batches),
        "The weights add up to 1, and the total is divided once more, by the number of batches. "
        "Is a sum or a mean needed after the weighting?",
    ),
    Mistake(
        "without the small batches",
        _without_the_small,
        "Only the batches of the first one's size were counted. Examples in other batches are "
        "examples too: how can they take part with their proper weight?",
    ),
    Mistake(
        "without the last batch",
        lambda model, batches: _mean(model, batches[:-1] or batches),
        "The last batch is missing. Its examples count like all others: how can they take part "
        "with their proper weight?",
    ),
    Mistake(
        "mean of means without the last batch",
        lambda model, batches: means(model, batches[:-1] or batches).mean(),
        "The last batch is missing, and averages were averaged. How can all examples count alike?",
    ),
    Mistake(
        "the last batch alone",
        lambda model, batches: means(model, batches)[-1],
        "This is the loss of the last batch. Where do the others go?",
    ),
    Mistake(
        "the first batch alone",
        lambda model, batches: means(model, batches)[0],
        "This is the loss of the first batch. Is the `return` inside the loop?",
    ),
    Mistake(
        "the median of the means",
        lambda model, batches: means(model, batches).median(),
        "This is the median of the means. Every example should have the same weight: what has to "
        "be added up?",
    ),
    Mistake(
        "one for each example",
        _each,
        "These are the losses of the examples, one by one. One number is asked for.",
    ),
    Mistake(
        "one for each batch",
        lambda model, batches: means(model, batches),
        "These are the losses of the batches, one by one. One number is asked for.",
    ),
    Mistake(
        "a list of the batches' losses",
        lambda model, batches: means(model, batches).tolist(),
        "A list came back, with the loss of each batch. One number is asked for, in which every "
        "example weighs the same.",
    ),
    Mistake(
        "the share of mistakes",
        _mistakes_made,
        "This is the share of wrong answers. The loss is asked for.",
    ),
    Mistake(
        "the accuracy",
        lambda model, batches: 1 - _mistakes_made(model, batches),
        "This is the accuracy. The loss is asked for.",
    ),
    Mistake(
        "softmax before the loss",
        _softmax_twice,
        "The softmax is in twice here: the model returns logits. What does cross_entropy want?",
    ),
    Mistake(
        "divided by the classes too",
        lambda model, batches: _mean(model, batches) / 3,
        "Divided by the number of classes as well. Over what does the mean run?",
    ),
)
