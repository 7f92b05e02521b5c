"""The known mistakes of exercise 8.3: another entry, an overflow."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.classification.loss_terms import MEANS, TERMS, log_p, p, true


def _globally_shifted(logits: Tensor, labels: Tensor) -> Tensor:
    shifted = logits - logits.max()
    return (shifted.exp().sum(dim=1).log() - true(shifted, labels)).mean()


def _by_naive_softmax(logits: Tensor, labels: Tensor) -> Tensor:
    probabilities = logits.exp() / logits.exp().sum(dim=1, keepdim=True)
    return -true(probabilities, labels).log().mean()


_OVERFLOWS: tuple[Mistake, ...] = (
    Mistake(
        "the logarithm of a softmax",
        lambda logits, labels: -true(p(logits), labels).log().mean(),
        "Right for logits of usual size. At a difference of 1000 the probability is zero in "
        "float32, and its logarithm is not finite. Can you do without the probability?",
    ),
    Mistake(
        "the logarithm of a softmax without a shift",
        _by_naive_softmax,
        "Right for logits of usual size. e to the 1000 is infinite, and infinite by infinite is "
        "nan. Can you do without the probability?",
    ),
    Mistake(
        "log-sum-exp without a shift",
        lambda logits, labels: (logits.exp().sum(dim=1).log() - true(logits, labels)).mean(),
        "The right formula, but e to the 1000 is infinite in float32. Which function of the "
        "exercise's text takes the logarithm of the sum without forming it?",
    ),
    Mistake(
        "one shift for all rows",
        _globally_shifted,
        "Right until one row is large and another small: the largest logit of all rows pushes the "
        "small row to zero. Whose largest logit should be subtracted from a row?",
    ),
    Mistake(
        "the shift is not given back",
        lambda logits, labels: (
            (logits - logits.amax(dim=1, keepdim=True)).exp().sum(dim=1).log()
            - true(logits, labels)
        ).mean(),
        "The logits were shifted in one term and not in the other. What happens to the shift?",
    ),
    Mistake(
        "a mean of exponentials",
        lambda logits, labels: (logits.exp().mean(dim=1).log() - true(logits, labels)).mean(),
        "The logarithm is taken of a mean of exponentials. What stands under it in the formula?",
    ),
    Mistake(
        "a sum of both terms",
        lambda logits, labels: (torch.logsumexp(logits, dim=1) + true(logits, labels)).mean(),
        "Both terms are added, so a large true logit costs more. Which sign does it have?",
    ),
    Mistake(
        "log-sum-exp of everything",
        lambda logits, labels: (torch.logsumexp(logits, dim=(0, 1)) - true(logits, labels)).mean(),
        "One log-sum-exp of the whole table: all rows compete. Who should compete with the true "
        "class?",
    ),
    Mistake(
        "a probability kept from 0",
        lambda logits, labels: -true(p(logits), labels).clamp(min=1e-12).log().mean(),
        "A floor under the probability, or a little added to it, makes the loss finite, and too "
        "small where the class is very improbable. Can you do without the probability?",
    ),
)

_ENTRIES: tuple[Mistake, ...] = (
    Mistake(
        "an index that is a row",
        lambda logits, labels: (
            torch.logsumexp(logits, dim=1) - logits.gather(1, labels[None])[0]
        ).mean(),
        "An index of shape (1, N) picks all entries from row 0. Each example has a row of its own: "
        "should the labels stand side by side or one below the other?",
    ),
    Mistake(
        "an index without a second axis",
        lambda logits, labels: -log_p(logits).gather(1, labels).mean(),
        "gather wants an index with as many axes as the logits have. How do the labels, (N,), "
        "become a column?",
    ),
    Mistake(
        "the index of axis 0",
        lambda logits, labels: -log_p(logits)[labels].mean(),
        "logits[labels] picks whole rows. Which entry of each row is asked for?",
    ),
    Mistake(
        "all these columns of all rows",
        lambda logits, labels: -log_p(logits)[:, labels].mean(),
        "`[:, labels]` takes these columns from every row, a table (N, N). How many entries of "
        "each row are asked for?",
    ),
    Mistake(
        "gather along the examples",
        lambda logits, labels: -log_p(logits).gather(0, labels[:, None]).mean(),
        "gather along axis 0 goes from row to row. Along which axis do the classes lie?",
    ),
    Mistake(
        "gather along the examples, by a row",
        lambda logits, labels: -log_p(logits).gather(0, labels[None]).mean(),
        "gather along axis 0 looks for the label among the rows. Along which axis do the classes "
        "lie?",
    ),
    Mistake(
        "all classes",
        lambda logits, labels: -log_p(logits).mean(),
        "This is the mean over all classes, whichever is the true one. Which entry of each row is "
        "asked for?",
    ),
    Mistake(
        "labels that begin at 1",
        lambda logits, labels: -log_p(logits)[torch.arange(len(labels)), labels - 1].mean(),
        "This takes the entry before the label's. Where do classes begin to count?",
    ),
    Mistake(
        "gather with labels that begin at 1",
        lambda logits, labels: -log_p(logits).gather(1, labels[:, None] - 1).mean(),
        "An index of −1 came out for label 0. Where do classes begin to count?",
    ),
    Mistake(
        "the most probable class",
        lambda logits, labels: (torch.logsumexp(logits, dim=1) - logits.amax(dim=1)).mean(),
        "This is the surprise at the model's own favourite. Whose class is asked for?",
    ),
    Mistake(
        "the softmax along the examples",
        lambda logits, labels: -true(log_p(logits, 0), labels).mean(),
        "Here the examples compete with each other. Along which axis do the classes lie?",
    ),
    Mistake(
        "log-sum-exp along the examples",
        lambda logits, labels: (torch.logsumexp(logits, dim=0) - true(logits, labels)).mean(),
        "The log-sum-exp has one entry for each class, (C,), and one for each example is needed. "
        "Along which axis does it run?",
    ),
)

MISTAKES: tuple[Mistake, ...] = (*_OVERFLOWS, *_ENTRIES, *TERMS, *MEANS)
