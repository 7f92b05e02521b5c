"""Exercise 8.7 of notebook 08: the area under the ROC curve, from logits."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.classification import solutions
from course_utils.exercises.classification.auc_mistakes import MISTAKES, area
from course_utils.exercises.classification.notebook import metrics


def _by_pairs(logits: Tensor, labels: Tensor) -> Tensor:
    return area(labels, logits[:, 1] - logits[:, 0])


def _by_probability(logits: Tensor, labels: Tensor) -> Any:
    return metrics.roc_auc_score(labels, torch.softmax(logits, dim=1)[:, 1])


def _by_ranks(logits: Tensor, labels: Tensor) -> float:
    margins = logits[:, 1].double() - logits[:, 0]
    above = [(margins < it).sum() + ((margins == it).sum() + 1) / 2 for it in margins[labels == 1]]
    won = sum(above).item() - len(above) * (len(above) + 1) / 2
    return won / (len(above) * (len(labels) - len(above)))


_LOGITS = torch.tensor(
    [
        [[0.0, -1.0], [3.0, 2.5], [-2.0, -1.5], [1.0, -1.0]],
        [[0.0, 0.4], [0.5, 5.0], [1.0, 0.0], [4.0, 1.0]],
    ]
).reshape(8, 2)
_LABELS = torch.tensor([0, 1, 1, 0, 0, 1, 1, 0])
_RARE = torch.tensor([0, 0, 1, 0, 0, 0, 0, 0])
_SURE = torch.tensor(
    [[-4.0, 3.0], [-3.0, 5.0], [1.0, 9.5], [0.0, 9.0], [6.0, -1.5], [2.0, 1.0], [-1.0, -3.0]]
)
AUC_TO_MEND = Exercise(
    number="8.7",
    name="auc_to_mend",
    title="AUC from logits",
    level="change",
    hints=(
        "Section 8.11 says what AUC needs: something that puts the examples in order. Does an "
        "answer of 0 or 1 do that? The section names something that does.",
        "Only the second argument of `roc_auc_score` is wrong. It should hold one number for each "
        "example, large where class 1 is probable. See what the section calls "
        "`margin`, and of which two numbers it is made.",
        "First line: `margins = logits[:, 1] - logits[:, 0]`, the logarithm of the odds of class "
        "1. Where does it belong in the line that was given?",
    ),
    learned="AUC judges an order: give it the difference of the logits, not a decision",
    cases=(
        Case("eight examples, four of class 1; two margins are tied", (_LOGITS, _LABELS)),
        Case("eight examples, one of class 1", (_LOGITS, _RARE)),
        Case(
            "three examples, all held to be class 0",
            (torch.tensor([[2.0, 0.0], [1.0, 0.5], [3.0, 2.0]]), torch.tensor([0, 1, 0])),
        ),
        Case("seven examples, margins up to 9", (_SURE, torch.tensor([0, 0, 1, 1, 0, 1, 0]))),
        Case("the same, labels 1 where they were 0", (_SURE, torch.tensor([1, 1, 0, 0, 1, 0, 1]))),
    ),
    reference=solutions.auc_to_mend,
    correct=(
        _by_pairs,
        _by_probability,
        _by_ranks,
        lambda logits, labels: area(labels, torch.log_softmax(logits, dim=1)[:, 1]),
    ),
    mistakes=MISTAKES,
)
