"""The known mistakes of exercise 8.4: another type, another shape, another loss."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from course_utils.exercises import Mistake


def _one_hot_of_all(logits: Tensor, labels: Tensor) -> Tensor:
    one_hot = functional.one_hot(labels.long().flatten())
    return functional.cross_entropy(logits, one_hot.float())


MISTAKES: tuple[Mistake, ...] = (
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
    Mistake(
        "one-hot for three classes",
        lambda logits, labels: functional.cross_entropy(
            logits, functional.one_hot(labels[:, 0].long(), 3).float()
        ),
        "Right where there are three classes. Which axis of the logits says how many there are?",
    ),
    Mistake(
        "a row",
        lambda logits, labels: functional.cross_entropy(logits, labels.T.long()),
        "Turned round, the labels are a row, (1, N), and still have two axes. How many should they "
        "have?",
    ),
    Mistake(
        "the largest over the examples",
        lambda logits, labels: functional.cross_entropy(logits, labels.argmax(dim=0)),
        "argmax over the examples gives one place. The column holds the labels themselves: what is "
        "left to do?",
    ),
    Mistake(
        "labels that begin at 1",
        lambda logits, labels: functional.cross_entropy(logits, labels[:, 0].long() - 1),
        "A label of −1 came out. The labels already begin at 0: is there anything to take off?",
    ),
    Mistake(
        "as wide as the logits",
        lambda logits, labels: functional.cross_entropy(logits, labels.expand(-1, logits.shape[1])),
        "Floats of the logits' shape are read as probabilities of the classes, and these are class "
        "numbers. Which shape and type do class numbers need?",
    ),
    Mistake(
        "softmax first",
        lambda logits, labels: functional.cross_entropy(
            torch.softmax(logits, dim=1), labels[:, 0].long()
        ),
        "The labels are accepted now, but the loss gets probabilities. Does cross_entropy "
        "not apply the softmax itself?",
    ),
    Mistake(
        "nll_loss of logits",
        lambda logits, labels: functional.nll_loss(logits, labels[:, 0].long()),
        "nll_loss wants log-probabilities and gets logits here, so the loss may be negative. Which "
        "loss takes logits?",
    ),
    Mistake(
        "the sum",
        lambda logits, labels: functional.cross_entropy(
            logits, labels[:, 0].long(), reduction="sum"
        ),
        "The labels are accepted now, but this is the sum over the examples. What is asked for?",
    ),
    Mistake(
        "one loss for each example",
        lambda logits, labels: functional.cross_entropy(
            logits, labels[:, 0].long(), reduction="none"
        ),
        "The labels are accepted now, but these are the losses one by one. One number is "
        "asked for.",
    ),
    Mistake(
        "the logits are turned round",
        lambda logits, labels: functional.cross_entropy(logits.T, labels[:, 0].long()),
        "The logits are turned round, so that examples and classes change places. Only the labels "
        "need mending.",
    ),
    Mistake(
        "the same label for all",
        lambda logits, labels: functional.cross_entropy(
            logits, labels[0].long().expand(len(logits))
        ),
        "Every example has the label of the first one here. How do you take a whole column?",
    ),
    Mistake(
        "one-hot in whole numbers",
        lambda logits, labels: functional.cross_entropy(
            logits, functional.one_hot(labels[:, 0].long(), logits.shape[1])
        ),
        "A one-hot matrix is read as probabilities, and these have to be floats. Or do without "
        "one: what else are labels?",
    ),
)
