"""The known mistakes of exercise 8.3 in its terms, and in the mean over examples."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from course_utils.exercises import Mistake


def log_p(logits: Tensor, dim: int = 1) -> Tensor:
    """Return the logarithms of the probabilities of logits (N, C)."""
    return torch.log_softmax(logits, dim=dim)


def p(logits: Tensor) -> Tensor:
    """Return the probabilities of logits (N, C)."""
    return torch.softmax(logits, dim=1)


def true(table: Tensor, labels: Tensor) -> Tensor:
    """Return the entries (N,) of a table (N, C) that belong to the labels (N,)."""
    return table.gather(1, labels[:, None])[:, 0]


def each_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the cross-entropy of each example, (N,)."""
    return -true(log_p(logits), labels)


TERMS: tuple[Mistake, ...] = (
    Mistake(
        "softmax before the loss",
        lambda logits, labels: -true(log_p(p(logits)), labels).mean(),
        "The softmax is in twice here: log Σ exp already contains it. What should go into it?",
    ),
    Mistake(
        "only the logit of the true class",
        lambda logits, labels: -true(logits, labels).mean(),
        "This is −z_y alone, and raising all logits would lower it for ever. Which term makes the "
        "classes compete?",
    ),
    Mistake(
        "only log-sum-exp",
        lambda logits, labels: torch.logsumexp(logits, dim=1).mean(),
        "The labels make no difference here. Which term of the formula names y?",
    ),
    Mistake(
        "the label in place of its logit",
        lambda logits, labels: (torch.logsumexp(logits, dim=1) - labels).mean(),
        "The label itself is subtracted, a number of a class. What of that class should be?",
    ),
    Mistake(
        "the largest logit for log-sum-exp",
        lambda logits, labels: (logits.amax(dim=1) - true(logits, labels)).mean(),
        "Only the largest logit competes with the true one here. Should the others not count too?",
    ),
    Mistake(
        "the sum of the logits",
        lambda logits, labels: (logits.sum(dim=1) - true(logits, labels)).mean(),
        "Here the plain sum of the logits is taken. What happens to each before the sum, and to "
        "the sum after it?",
    ),
    Mistake(
        "minus the probability",
        lambda logits, labels: -true(p(logits), labels).mean(),
        "This is minus the probability itself. What turns a probability into a surprise?",
    ),
    Mistake(
        "one minus the probability",
        lambda logits, labels: 1 - true(p(logits), labels).mean(),
        "This is how much is missing to a probability of 1. What turns it into a surprise?",
    ),
    Mistake(
        "the logarithm of a mean",
        lambda logits, labels: -true(p(logits), labels).mean().log(),
        "The logarithm of a mean is not the mean of logarithms. Which comes first?",
    ),
    Mistake(
        "the entropy",
        lambda logits, labels: -(p(logits) * log_p(logits)).sum(dim=1).mean(),
        "This is the entropy of the model's own probabilities: every class counts, by its "
        "probability. Which class should count?",
    ),
    Mistake(
        "squared distances",
        lambda logits, labels: (
            (p(logits) - functional.one_hot(labels, logits.shape[1])).square().sum(dim=1).mean()
        ),
        "These are squared distances of probabilities. Which function of the true class's "
        "probability is its surprise?",
    ),
    Mistake(
        "the other classes too",
        lambda logits, labels: functional.binary_cross_entropy_with_logits(
            logits, functional.one_hot(labels, logits.shape[1]).float()
        ),
        "This asks about each class by itself, by a sigmoid. What makes the classes of a row "
        "compete?",
    ),
)

MEANS: tuple[Mistake, ...] = (
    Mistake(
        "the largest loss",
        lambda logits, labels: each_loss(logits, labels).max(),
        "This is the largest of the losses. The mean is asked for.",
    ),
    Mistake(
        "the wrong sign",
        lambda logits, labels: -each_loss(logits, labels).mean(),
        "A surprise costs something: should the loss be negative?",
    ),
    Mistake(
        "the sum",
        lambda logits, labels: each_loss(logits, labels).sum(),
        "This is the sum over examples, and twice as many examples would double it. What is "
        "asked for?",
    ),
    Mistake(
        "one loss for each example",
        each_loss,
        "These are the losses of the examples one by one. One number is asked for.",
    ),
    Mistake(
        "the first example alone",
        lambda logits, labels: each_loss(logits, labels)[0],
        "This is the loss of the first example alone. Is the `return` inside the loop?",
    ),
    Mistake(
        "the last example alone",
        lambda logits, labels: each_loss(logits, labels)[-1],
        "This is the loss of the last example alone. Is each loss added to those before it?",
    ),
    Mistake(
        "the last one left out",
        lambda logits, labels: each_loss(logits, labels)[:-1].sum() / len(labels),
        "The last example is missing in the sum. Where does the loop end?",
    ),
    Mistake(
        "the median",
        lambda logits, labels: each_loss(logits, labels).median(),
        "This is the median of the losses. The mean is asked for.",
    ),
    Mistake(
        "divided by three",
        lambda logits, labels: each_loss(logits, labels).sum() / 3,
        "Divided by 3, however many examples there are. Where does their number stand?",
    ),
    Mistake(
        "divided by the number of classes too",
        lambda logits, labels: each_loss(logits, labels).mean() / logits.shape[1],
        "Too small by a factor of C. The mean runs over the examples; is the one-hot matrix "
        "averaged over all of its entries?",
    ),
    Mistake(
        "divided by the number of classes",
        lambda logits, labels: each_loss(logits, labels).sum() / logits.shape[1],
        "The sum was divided by the number of classes. Over what does the mean run?",
    ),
    Mistake(
        "the ready-made one",
        functional.cross_entropy,
        "The number is right. But this is the function that you are asked to build: what does it "
        "do inside?",
    ),
)
