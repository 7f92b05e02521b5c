"""Exercise 8.7 of notebook 08: the area under the ROC curve, from logits."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def _area(labels: Tensor, scores: Any) -> Any:
    from sklearn.metrics import roc_auc_score

    return roc_auc_score(labels, scores)


def auc(logits: Tensor, labels: Tensor) -> Any:
    """Return the area under the ROC curve of class 1, from logits (N, 2) and labels (N,)."""
    return _area(labels, logits[:, 1] - logits[:, 0])


def _by_pairs(logits: Tensor, labels: Tensor) -> Tensor:
    margins = (logits[:, 1] - logits[:, 0]).double()
    gaps = margins[labels == 1][:, None] - margins[labels == 0]
    return ((gaps > 0).double() + 0.5 * (gaps == 0)).mean()


def _pairs_without_ties(logits: Tensor, labels: Tensor) -> Tensor:
    margins = logits[:, 1] - logits[:, 0]
    return (margins[labels == 1][:, None] > margins[labels == 0]).double().mean()


_LOGITS = torch.tensor(
    [
        [[0.0, -1.0], [3.0, 2.5], [-2.0, -1.5], [1.0, -1.0]],
        [[0.0, 0.4], [0.5, 5.0], [1.0, 0.0], [4.0, 1.0]],
    ]
).reshape(8, 2)
_LABELS = torch.tensor([0, 1, 1, 0, 0, 1, 1, 0])
_RARE = torch.tensor([0, 0, 1, 0, 0, 0, 0, 0])
AUC_TO_MEND = Exercise(
    number="8.7",
    title="AUC from logits",
    level="change",
    learned="AUC judges an order: give it the difference of the logits, not a decision",
    cases=(
        Case("eight examples, four of class 1; two margins are tied", (_LOGITS, _LABELS)),
        Case("eight examples, one of class 1", (_LOGITS, _RARE)),
        Case(
            "three examples, all held to be class 0",
            (torch.tensor([[2.0, 0.0], [1.0, 0.5], [3.0, 2.0]]), torch.tensor([0, 1, 0])),
        ),
    ),
    reference=auc,
    correct=(
        _by_pairs,
        lambda logits, labels: _area(labels, torch.softmax(logits, dim=1)[:, 1]),
        lambda logits, labels: _area(labels, torch.log_softmax(logits, dim=1)[:, 1]),
    ),
    mistakes=(
        Mistake(
            "as it was",
            lambda logits, labels: _area(labels, logits.argmax(dim=1)),
            given=True,
        ),
        Mistake(
            "the logit of class 1 alone",
            lambda logits, labels: _area(labels, logits[:, 1]),
            "An order, as AUC wants it, but by one logit alone. What does a logit of 2.5 mean when "
            "its rival has 3.0?",
        ),
        Mistake(
            "the logit of class 0 alone",
            lambda logits, labels: _area(labels, logits[:, 0]),
            "This orders the examples by the logit of the other class. What should be large where "
            "class 1 is probable?",
        ),
        Mistake(
            "the wrong way round",
            lambda logits, labels: _area(labels, logits[:, 0] - logits[:, 1]),
            "1 minus the right answer: the order is turned round. What should be large where class "
            "1 is probable?",
        ),
        Mistake(
            "the size of the larger logit",
            lambda logits, labels: _area(labels, logits.amax(dim=1)),
            "This orders by the larger logit, whichever class has it. Sure of what?",
        ),
        Mistake(
            "the confidence",
            lambda logits, labels: _area(labels, torch.softmax(logits, dim=1).amax(dim=1)),
            "This orders by confidence, also by the confidence that it is class 0. AUC wants the "
            "probability of one class.",
        ),
        Mistake(
            "pairs without ties",
            _pairs_without_ties,
            "Nearly: a pair in which both have the same margin counts one half, as if a coin "
            "decided.",
        ),
        Mistake(
            "the accuracy",
            lambda logits, labels: (logits.argmax(dim=1) == labels).double().mean(),
            "This is the accuracy at one threshold. AUC asks about all thresholds at once.",
        ),
    ),
    seconds=10.0,  # the first use of scikit-learn takes a second
)
