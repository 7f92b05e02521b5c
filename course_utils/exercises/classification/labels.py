"""Exercise 8.4 of notebook 08: labels that came from a table file."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from course_utils.exercises import Case, Exercise, Mistake


def loss_of_table(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the mean cross-entropy of logits (N, C) for float labels (N, 1)."""
    return functional.cross_entropy(logits, labels.squeeze(1).long())


def _by_one_hot(logits: Tensor, labels: Tensor) -> Tensor:
    one_hot = functional.one_hot(labels[:, 0].long(), logits.shape[1])
    return functional.cross_entropy(logits, one_hot.to(logits.dtype))


def _one_hot_of_all(logits: Tensor, labels: Tensor) -> Tensor:
    one_hot = functional.one_hot(labels.long().flatten())
    return functional.cross_entropy(logits, one_hot.float())


_FOUR = torch.tensor([[0.2, 1.0, -0.5], [2.0, 0.0, 0.3], [-1.0, 0.4, 0.9], [0.0, 1.5, 1.0]])


def _column(*classes: float) -> Tensor:
    return torch.tensor(classes).reshape(-1, 1)


def _what_stays(answer: Callable[..., Tensor], logits: Tensor, labels: Tensor) -> str:
    """Whether labels from a table are accepted; if not, which half of the mending is missing."""
    refused = (RuntimeError, IndexError, ValueError)
    try:
        answer(logits, labels)
    except refused:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the learner never wrote about a row
                answer(logits, labels[:, 0])  # floats: only a right type helps
        except refused:
            return "refused"
        return "refused for their shape alone"
    return "accepted"


LABELS_TO_MEND = Exercise(
    number="8.4",
    title="Labels from a table",
    level="change",
    learned="cross_entropy wants labels of shape (N,) and type int64",
    cases=(
        Case("four examples, labels 0, 2, 1, 2", (_FOUR, _column(0.0, 2.0, 1.0, 2.0))),
        Case("four examples, labels 0, 1, 0, 0", (_FOUR, _column(0.0, 1.0, 0.0, 0.0))),
        Case("one example, label 1", (_FOUR[:1], _column(1.0))),
        Case("labels 0, 2, 1, 2 from a table", (_FOUR, _column(0.0, 2.0, 1.0, 2.0)), _what_stays),
    ),
    reference=loss_of_table,
    correct=(
        _by_one_hot,
        lambda logits, labels: functional.cross_entropy(logits, labels.view(-1).to(torch.int64)),
        lambda logits, labels: functional.cross_entropy(logits, labels.long()[:, 0]),
    ),
    mistakes=(
        Mistake("as it was", functional.cross_entropy, given=True),
        Mistake(
            "still floats",
            lambda logits, labels: functional.cross_entropy(logits, labels.squeeze(1)),
            "The shape is right now. The message names a dtype: which one should labels have?",
        ),
        Mistake(
            "still a column",
            lambda logits, labels: functional.cross_entropy(logits, labels.long()),
            "The type is right now. The message speaks of the number of axes: the labels are a "
            "column, (N, 1). Which shape should they have?",
        ),
        Mistake(
            "squeezes the wrong axis",
            lambda logits, labels: functional.cross_entropy(logits, labels.squeeze(0).long()),
            "Right for one example alone. In (N, 1), which axis has size 1 whatever N is?",
        ),
        Mistake(
            "the place of the largest",
            lambda logits, labels: functional.cross_entropy(logits, labels.argmax(dim=1)),
            "argmax over a single column is 0 for every example. The column holds the labels "
            "themselves: what is left to do?",
        ),
        Mistake(
            "int32",
            lambda logits, labels: functional.cross_entropy(logits, labels.squeeze(1).int()),
            "Whole numbers, but of 32 bits: `.int()` is int32. Which method makes int64?",
        ),
        Mistake(
            "squeezes everything",
            lambda logits, labels: functional.cross_entropy(logits, labels.squeeze().long()),
            "Right for four examples. With one, `squeeze()` removes both axes and nothing is left "
            "of (1, 1). Which axis should go?",
        ),
        Mistake(
            "only the first row",
            lambda logits, labels: functional.cross_entropy(logits, labels[0].long()),
            "Here labels[0] is one row, the label of one example. How do you take a whole column?",
        ),
        Mistake(
            "one-hot as wide as the largest label",
            _one_hot_of_all,
            "one_hot makes as many columns as the largest label needs, which may be fewer than C. "
            "How do you tell it the number of classes?",
        ),
        Mistake(
            "truth values in between",
            lambda logits, labels: functional.cross_entropy(logits, labels[:, 0].bool().long()),
            "A 2 has become a 1 on the way: what does `bool` make of it?",
        ),
    ),
)
