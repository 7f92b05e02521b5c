"""The known mistakes of exercise 8.5: the wrong place, the wrong comparison."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.classification.accuracy_shares import SHARES


def _mean(right: Tensor) -> Tensor:
    return right.double().mean()


def _accuracy(logits: Tensor, labels: Tensor) -> Tensor:
    return _mean(logits.argmax(dim=1) == labels)


def _p_true(logits: Tensor, labels: Tensor) -> Tensor:
    return torch.softmax(logits, dim=1).gather(1, labels[:, None])[:, 0]


def _balanced(logits: Tensor, labels: Tensor) -> Tensor:
    right = logits.argmax(dim=1) == labels
    return torch.stack([_mean(right[labels == label]) for label in labels.unique()]).mean()


def _entry_by_entry(logits: Tensor, labels: Tensor) -> Tensor:
    classes = range(logits.shape[1])
    both = (logits.argmax(dim=1), labels)
    picked, true = (torch.stack([places == c for c in classes]) for places in both)
    return _mean(picked == true)


def _among_two(logits: Tensor, labels: Tensor) -> Tensor:
    return _mean((logits.topk(2, dim=1).indices == labels[:, None]).any(dim=1))


MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "percent",
        lambda logits, labels: 100 * _accuracy(logits, labels),
        "This is in percent. A fraction lies between 0 and 1.",
    ),
    Mistake(
        "a count",
        lambda logits, labels: (logits.argmax(dim=1) == labels).sum(),
        "This counts the right ones. Of how many?",
    ),
    Mistake(
        "a list of rights and wrongs",
        lambda logits, labels: logits.argmax(dim=1) == labels,
        "One truth value for each example: the comparison is right. One number is asked for.",
    ),
    Mistake(
        "the fraction wrong",
        lambda logits, labels: 1 - _accuracy(logits, labels),
        "This is the fraction of mistakes. Who is counted here, == or !=?",
    ),
    Mistake(
        "the arg max of all entries",
        lambda logits, labels: (logits.argmax() == labels).double().mean(),
        "Without an axis, argmax numbers the entries of the whole table and returns one place. "
        "Along which axis do the classes lie?",
    ),
    Mistake(
        "along the wrong axis",
        lambda logits, labels: (logits.argmax(dim=0) == labels).double().mean(),
        "argmax(dim=0) gives one place for each class. One for each example is wanted: along "
        "which axis do the classes lie?",
    ),
    Mistake(
        "compares every example with every label",
        lambda logits, labels: _mean(logits.argmax(dim=1, keepdim=True) == labels),
        "A column (N, 1) against a row (N,) makes N × N comparisons. Which shape should the "
        "predictions have?",
    ),
    Mistake(
        "the mean probability",
        lambda logits, labels: _p_true(logits, labels).mean(),
        "This is the mean probability of the true class, which changes smoothly. Being right "
        "is yes or no: whose logit is the largest?",
    ),
    Mistake(
        "the value in place of the place",
        lambda logits, labels: (logits.max(dim=1) == labels).float().mean(),
        "`max(dim=1)` returns two things, values and indices, and a pair is not compared entry "
        "by entry. Which of the two is a class?",
    ),
    Mistake(
        "a mean of truth values",
        lambda logits, labels: (logits.argmax(dim=1) == labels).mean(),
        "The comparison is right. A mean needs numbers, and these are truth values: what turns "
        "them into 0.0 and 1.0?",
    ),
    Mistake(
        "a threshold on one logit",
        lambda logits, labels: _mean((logits[:, 1] > 0).long() == labels),
        "One logit above zero says nothing alone: only differences count. Compare the logits "
        "of a row with each other.",
    ),
    Mistake(
        "the largest logit itself",
        lambda logits, labels: (logits.amax(dim=1) == labels).double().mean(),
        "This compares the value of the largest logit with the label. Its place is asked for.",
    ),
    Mistake(
        "the smallest logit",
        lambda logits, labels: (logits.argmin(dim=1) == labels).double().mean(),
        "The place of the smallest logit: which class does the model hold most probable?",
    ),
    Mistake(
        "one class compared with one-hot labels",
        _entry_by_entry,
        "This counts the entries of a one-hot table that agree, and most are zeros on both sides. "
        "What counts is each example, once.",
    ),
    Mistake(
        "more than one half",
        lambda logits, labels: _mean(torch.softmax(logits, dim=1).gather(1, labels[:, None]) > 0.5),
        "With three classes the largest probability may be below one half. What is the true class "
        "compared with?",
    ),
    Mistake(
        "the balanced accuracy",
        _balanced,
        "Here each class counts the same, however many examples it has. Each example should count "
        "the same.",
    ),
    Mistake(
        "all or nothing",
        lambda logits, labels: torch.equal(logits.argmax(dim=1), labels),
        "`torch.equal` asks whether all of them agree. How many do?",
    ),
    Mistake(
        "the first two classes",
        lambda logits, labels: _mean((logits[:, 1] > logits[:, 0]).long() == labels),
        "Only the first two classes compete here. There are C of them.",
    ),
    Mistake(
        "among the two largest",
        _among_two,
        "Here it suffices to be among the two largest. How many are allowed?",
    ),
    Mistake(
        "predictions from 1",
        lambda logits, labels: _mean(logits.argmax(dim=1) + 1 == labels),
        "Predictions and labels count differently. With which number does the first class begin?",
    ),
    Mistake(
        "labels from 1",
        lambda logits, labels: _mean(logits.argmax(dim=1) == labels + 1),
        "The labels are moved up by one. With which number does the first class begin?",
    ),
    Mistake(
        "the largest size",
        lambda logits, labels: _mean(logits.abs().argmax(dim=1) == labels),
        "This takes the logit of the largest size, whatever its sign. Is −5 a large logit?",
    ),
    *SHARES,
)
