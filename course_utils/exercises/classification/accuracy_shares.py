"""The known mistakes of exercise 8.5 in the share: of whom, and divided by what."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake


def _mean(right: Tensor) -> Tensor:
    return right.double().mean()


SHARES: tuple[Mistake, ...] = (
    Mistake(
        "the first example alone",
        lambda logits, labels: _mean(logits[:1].argmax(dim=1) == labels[:1]),
        "Only the first example was judged. Is the `return` inside the loop?",
    ),
    Mistake(
        "the last example alone",
        lambda logits, labels: _mean(logits[-1:].argmax(dim=1) == labels[-1:]),
        "Only the last example was judged. Is the count set anew in each round of the loop?",
    ),
    Mistake(
        "without the last one",
        lambda logits, labels: (logits.argmax(dim=1) == labels)[:-1].sum() / len(labels),
        "The last example is never counted. Where does the loop end?",
    ),
    Mistake(
        "divided by the number of classes",
        lambda logits, labels: (logits.argmax(dim=1) == labels).sum() / logits.shape[1],
        "The right ones were counted and divided by the number of classes. Of how many examples is "
        "this the share?",
    ),
    Mistake(
        "divided by five",
        lambda logits, labels: (logits.argmax(dim=1) == labels).sum() / 5,
        "Divided by 5, however many examples there are. Where does their number stand?",
    ),
    Mistake(
        "softmax along the examples",
        lambda logits, labels: _mean(torch.softmax(logits, dim=0).argmax(dim=1) == labels),
        "The softmax runs over the examples, and changes the order inside a row. Along which axis "
        "do the classes lie, and is it needed at all?",
    ),
    Mistake(
        "divided by the number of entries",
        lambda logits, labels: (logits.argmax(dim=1) == labels).sum() / logits.numel(),
        "The right ones were divided by the number of all logits. Of how many examples is this the "
        "share?",
    ),
    Mistake(
        "divided by the wrong ones",
        lambda logits, labels: (
            (logits.argmax(dim=1) == labels).sum() / (logits.argmax(dim=1) != labels).sum()
        ),
        "This compares the right ones with the wrong ones. A fraction divides by all.",
    ),
    Mistake(
        "distances of class numbers",
        lambda logits, labels: (logits.argmax(dim=1) - labels).abs().double().mean(),
        "These are distances between class numbers, which are only names. Is the answer right or "
        "not?",
    ),
)
