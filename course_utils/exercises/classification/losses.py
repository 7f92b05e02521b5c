"""Exercise 8.3 of notebook 08: cross-entropy by gather."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from course_utils.exercises import Case, Exercise, Mistake


def cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the mean cross-entropy of logits (N, C) for labels (N,), int64."""
    true_logits = logits.gather(1, labels[:, None])[:, 0]
    return (torch.logsumexp(logits, dim=1) - true_logits).mean()


def _by_index(logits: Tensor, labels: Tensor) -> Tensor:
    log_p = torch.log_softmax(logits, dim=-1)
    return -log_p[torch.arange(len(labels)), labels].mean()


def _by_one_hot(logits: Tensor, labels: Tensor) -> Tensor:
    log_p = torch.log_softmax(logits, dim=1)
    return -(log_p * functional.one_hot(labels, logits.shape[1])).sum() / len(labels)


def _log_of_softmax(logits: Tensor, labels: Tensor) -> Tensor:
    return -torch.softmax(logits, dim=1).gather(1, labels[:, None]).log().mean()


_LOGITS = torch.tensor([[2.0, 0.0, 1.0], [0.0, 3.0, 0.0], [1.0, 1.0, 1.0]])
_LARGE = torch.tensor([[1000.0, 0.0], [0.0, 1000.0]])
CROSS_ENTROPY = Exercise(
    number="8.3",
    title="Cross-entropy by gather",
    level="build",
    learned="log Σ exp z minus the logit of the true class, and the mean over examples",
    cases=(
        Case("the logits of section 8.5, labels (0, 2, 1)", (_LOGITS, torch.tensor([0, 2, 1]))),
        Case("the same logits, labels (2, 2, 0)", (_LOGITS, torch.tensor([2, 2, 0]))),
        Case(
            "one example, logits (0, 5, −1, 2), label 3",
            (torch.tensor([[0.0, 5, -1, 2]]), torch.tensor([3])),
        ),
        Case("logits of 1000, labels (0, 0)", (_LARGE, torch.tensor([0, 0]))),
        Case("logits of 1000, labels (0, 1)", (_LARGE, torch.tensor([0, 1]))),
    ),
    reference=cross_entropy,
    correct=(_by_index, _by_one_hot, torch.nn.CrossEntropyLoss()),
    mistakes=(
        Mistake(
            "the logarithm of a softmax",
            _log_of_softmax,
            "Right for logits of usual size. At a difference of 1000 the probability is zero in "
            "float32, and its logarithm is not finite. Can you do without the probability?",
        ),
        Mistake(
            "log-sum-exp without a shift",
            lambda logits, labels: (
                logits.exp().sum(dim=1).log() - logits.gather(1, labels[:, None])[:, 0]
            ).mean(),
            "The right formula, but e to the 1000 is infinite in float32. Which function of the "
            "exercise's text takes the logarithm of the sum without forming it?",
        ),
        Mistake(
            "a probability kept from 0",
            lambda logits, labels: (
                -torch.softmax(logits, dim=1).clamp(min=1e-12).gather(1, labels[:, None]).log()
            ).mean(),
            "A floor under the probability makes the loss finite, and too small: a surprise of "
            "1000 costs no more than one of 28. Can you do without the probability?",
        ),
        Mistake(
            "an index that is a row",
            lambda logits, labels: (
                torch.logsumexp(logits, dim=1) - logits.gather(1, labels[None])[0]
            ).mean(),
            "An index of shape (1, N) picks all entries from row 0. Each example has a row of its "
            "own: should the labels stand side by side or one below the other?",
        ),
        Mistake(
            "an index without a second axis",
            lambda logits, labels: -torch.log_softmax(logits, dim=1).gather(1, labels).mean(),
            "gather wants an index with as many axes as the logits have. How do the labels, (N,), "
            "become a column?",
        ),
        Mistake(
            "the index of axis 0",
            lambda logits, labels: -torch.log_softmax(logits, dim=1)[labels].mean(),
            "logits[labels] picks whole rows. Which entry of each row is asked for?",
        ),
        Mistake(
            "the wrong sign",
            lambda logits, labels: -cross_entropy(logits, labels),
            "A surprise costs something: should the loss be negative?",
        ),
        Mistake(
            "the sum",
            lambda logits, labels: cross_entropy(logits, labels) * len(labels),
            "This is the sum over examples, and twice as many examples would double it. What is "
            "asked for?",
        ),
        Mistake(
            "one loss for each example",
            lambda logits, labels: functional.cross_entropy(logits, labels, reduction="none"),
            "These are the losses of the examples one by one. One number is asked for.",
        ),
        Mistake(
            "softmax before the loss",
            lambda logits, labels: cross_entropy(torch.softmax(logits, dim=1), labels),
            "The softmax is in twice here: log Σ exp already contains it. What should go into it?",
        ),
        Mistake(
            "only the logit of the true class",
            lambda logits, labels: -logits.gather(1, labels[:, None]).mean(),
            "This is −z_y alone, and raising all logits would lower it for ever. Which term makes "
            "the classes compete?",
        ),
        Mistake(
            "only log-sum-exp",
            lambda logits, labels: torch.logsumexp(logits, dim=1).mean(),
            "The labels make no difference here. Which term of the formula names y?",
        ),
        Mistake(
            "the most probable class",
            lambda logits, labels: cross_entropy(logits, logits.argmax(dim=1)),
            "This is the surprise at the model's own favourite. Whose class is asked for?",
        ),
        Mistake(
            "divided by the number of classes too",
            lambda logits, labels: cross_entropy(logits, labels) / logits.shape[1],
            "Too small by a factor of C. The mean runs over the examples; is the one-hot matrix "
            "averaged over all of its entries?",
        ),
    ),
)
