"""Exercises 8.5 and 8.6 of notebook 08: accuracy from logits; precision and recall on paper."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def accuracy(logits: Tensor, labels: Tensor) -> float:
    """Return the fraction of rows of logits (N, C) whose largest entry is the label's, (N,)."""
    return (logits.argmax(dim=1) == labels).double().mean().item()


def _threshold(logits: Tensor, labels: Tensor) -> float:
    return ((logits[:, 1] > 0).long() == labels).double().mean().item()


def _probability(logits: Tensor, labels: Tensor) -> float:
    return torch.softmax(logits, dim=1).gather(1, labels[:, None]).mean().item()


_FIVE = torch.tensor(
    [[2.0, 1.0, 0.0], [0.5, 0.1, 0.4], [-3.0, -2.0, -1.0], [0.0, 1.0, -1.0], [1.0, 3.0, 2.0]]
)
_THREE = torch.tensor([[0.3, 0.1, 0.2], [5.0, 6.0, 1.0], [-1.0, -4.0, -2.0]])
ACCURACY = Exercise(
    number="8.5",
    title="Accuracy from logits",
    level="build",
    learned="arg max over the classes, compare with the labels, take the mean",
    cases=(
        Case("five examples of three classes", (_FIVE, torch.tensor([0, 2, 2, 1, 0]))),
        Case("three examples of three classes, all right", (_THREE, torch.tensor([0, 1, 0]))),
        Case("the same three, all wrong", (_THREE, torch.tensor([1, 2, 1]))),
        Case(
            "four examples of two classes",
            (torch.tensor([[1.0, 2], [-2, -1], [3, 1], [0.5, 0.2]]), torch.tensor([1, 1, 1, 0])),
        ),
    ),
    reference=accuracy,
    correct=(
        lambda logits, labels: (logits.max(dim=-1).indices == labels).float().mean(),
        lambda logits, labels: (logits.argmax(1) == labels).sum() / len(labels),
        lambda logits, labels: (torch.softmax(logits, 1).argmax(1) == labels).float().mean(),
    ),
    mistakes=(
        Mistake(
            "percent",
            lambda logits, labels: 100 * accuracy(logits, labels),
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
            lambda logits, labels: 1 - accuracy(logits, labels),
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
            lambda logits, labels: (
                (logits.argmax(dim=1, keepdim=True) == labels).double().mean().item()
            ),
            "A column (N, 1) against a row (N,) makes N × N comparisons. Which shape should the "
            "predictions have?",
        ),
        Mistake(
            "the mean probability",
            _probability,
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
            _threshold,
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
    ),
)

ILL = Exercise(
    number="8.6",
    title="Accuracy, precision, recall",
    level="read",
    learned="precision divides by the flagged, recall by the ill, accuracy by all",
    cases=(Case("1,000 people, 20 ill, 50 flagged, 15 of these ill"),),
    reference=(0.96, 0.3, 0.75),
    correct=([0.96, 0.3, 0.75], (torch.tensor(0.96), 15 / 50, 15 / 20)),
    mistakes=(
        Mistake(
            "precision and recall exchanged",
            (0.96, 0.75, 0.3),
            "The last two have changed places. Of those flagged, how many are ill? Which of the "
            "two is that?",
        ),
        Mistake(
            "another order",
            (0.3, 0.75, 0.96),
            "The three numbers are right; the order asked for is accuracy, precision, recall.",
        ),
        Mistake(
            "the found are forgotten",
            (0.945, 0.3, 0.75),
            "Precision and recall are right. 945 healthy people were left in peace; who else was "
            "answered rightly?",
        ),
        Mistake(
            "in percent",
            (96.0, 30.0, 75.0),
            "These are percentages; give fractions between 0 and 1.",
        ),
        Mistake(
            "the missed are forgotten",
            (0.965, 0.3, 0.75),
            "Precision and recall are right. Wrong are the false alarms and also some others: how "
            "many of the ill were not flagged?",
        ),
        Mistake(
            "the false alarms are forgotten",
            (0.995, 0.3, 0.75),
            "Precision and recall are right. Wrong are the missed and also some others: how many "
            "healthy people were flagged?",
        ),
        Mistake(
            "accuracy of never flagging",
            (0.98, 0.3, 0.75),
            "0.98 is the accuracy of a test that flags nobody. Count the mistakes of this one.",
        ),
        Mistake(
            "accuracy of the found alone",
            (0.015, 0.3, 0.75),
            "Also who is healthy and left in peace is answered rightly. How many are they?",
        ),
        Mistake(
            "recall of the healthy",
            (0.96, 0.3, 945 / 980),
            "Accuracy and precision are right. The last one is the fraction of the healthy who "
            "were left in peace; recall asks for the ill.",
        ),
    ),
    rtol=1e-3,
)
