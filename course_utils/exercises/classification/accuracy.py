"""Exercise 8.5 of notebook 08: accuracy from logits."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.classification import solutions
from course_utils.exercises.classification.accuracy_mistakes import MISTAKES

_FIVE = torch.tensor(
    [[2.0, 1.0, 0.0], [0.5, 0.1, 0.4], [-3.0, -2.0, -1.0], [0.0, 1.0, -1.0], [1.0, 3.0, 2.0]]
)
_THREE = torch.tensor([[0.3, 0.1, 0.2], [5.0, 6.0, 1.0], [-1.0, -4.0, -2.0]])
_DRAWS = torch.Generator().manual_seed(8)
_MANY = 2 * torch.randn(29, 5, generator=_DRAWS)
_MANY_LABELS = torch.randint(5, (29,), generator=_DRAWS)
_MANY_LABELS[::3] = _MANY[::3].argmax(dim=1)
ACCURACY = Exercise(
    number="8.5",
    name="accuracy",
    title="Accuracy from logits",
    level="build",
    hints=(
        "For each row compare two class numbers: the one with the largest logit, and the label. "
        "The accuracy is the share of rows in which they are equal. Section 8.2 measured it for "
        "its scores: read its last cell again.",
        "`logits.argmax(dim=1)` is the place of the largest logit in each row, `(N,)`. `==` "
        "compares it with `labels` and gives truth values; `.float()` makes 1.0 and 0.0 of them.",
        "First line: `right = logits.argmax(dim=1) == labels`. One line is left: return the mean "
        "of `right`, once its truth values have become numbers.",
    ),
    learned="arg max over the classes, compare with the labels, take the mean",
    cases=(
        Case("five examples of three classes", (_FIVE, torch.tensor([1, 0, 2, 1, 0]))),
        Case("three examples of three classes, all right", (_THREE, torch.tensor([0, 1, 0]))),
        Case("the same three, all wrong", (_THREE, torch.tensor([1, 2, 1]))),
        Case(
            "four examples of two classes",
            (torch.tensor([[1.0, 2], [-2, -1], [3, 1], [0.5, 0.2]]), torch.tensor([1, 1, 1, 0])),
        ),
        Case("29 examples of five classes", (_MANY, _MANY_LABELS)),
    ),
    reference=solutions.accuracy,
    correct=(
        lambda logits, labels: (logits.max(dim=-1).indices == labels).float().mean(),
        lambda logits, labels: (logits.argmax(1) == labels).sum() / len(labels),
        lambda logits, labels: (torch.softmax(logits, 1).argmax(1) == labels).float().mean(),
        lambda logits, labels: np.mean(logits.numpy().argmax(1) == labels.numpy()),
        lambda logits, labels: Fraction(
            sum(int(row.argmax() == label) for row, label in zip(logits, labels, strict=True)),
            len(labels),
        ),
    ),
    mistakes=MISTAKES,
)
