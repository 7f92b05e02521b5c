"""The known mistakes of exercise 8.7: another order, another count of pairs, another measure."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.classification.notebook import metrics


def area(labels: Tensor, scores: Tensor, ties: float = 0.5) -> Tensor:
    """Return the share of pairs, one of class 1 and one of class 0, that the scores (N,) order."""
    scores = scores.double()
    gaps = scores[labels == 1][:, None] - scores[labels == 0]
    return ((gaps > 0).double() + ties * (gaps == 0)).mean()


def _margins(logits: Tensor) -> Tensor:
    return logits[:, 1] - logits[:, 0]


def _given(logits: Tensor, labels: Tensor) -> Tensor:
    return area(labels, logits.argmax(dim=1))


def _of_all_pairs(logits: Tensor, labels: Tensor) -> Tensor:
    classes = torch.stack([labels == 0, labels == 1]).sum(dim=1)
    return area(labels, _margins(logits)) * classes.prod() / len(labels) ** 2


def _precision_over_recall(logits: Tensor, labels: Tensor) -> Tensor:
    margins, found, total = _margins(logits), torch.tensor(0.0), torch.tensor(0.0)
    for threshold in margins.unique().flip(0):
        flagged = margins >= threshold
        recall = labels[flagged].sum() / labels.sum()
        total += (recall - found) * labels[flagged].double().mean()
        found = recall
    return total


_ORDERS: tuple[Mistake, ...] = (
    Mistake(
        "the logit of class 1 alone",
        lambda logits, labels: area(labels, logits[:, 1]),
        "An order, as AUC wants it, but by one logit alone. What does a logit of 2.5 mean when its "
        "rival has 3.0?",
    ),
    Mistake(
        "the logit of class 0 alone",
        lambda logits, labels: area(labels, logits[:, 0]),
        "This orders the examples by the logit of the other class. What should be large where "
        "class 1 is probable?",
    ),
    Mistake(
        "minus the logit of class 0",
        lambda logits, labels: area(labels, -logits[:, 0]),
        "This looks at the logit of class 0 alone. What does a logit mean without its rival?",
    ),
    Mistake(
        "the wrong way round",
        lambda logits, labels: area(labels, -_margins(logits)),
        "1 minus the right answer: the order is turned round. What should be large where class 1 "
        "is probable?",
    ),
    Mistake(
        "the size of the larger logit",
        lambda logits, labels: area(labels, logits.amax(dim=1)),
        "This orders by the larger logit, whichever class has it. Sure of what?",
    ),
    Mistake(
        "the confidence",
        lambda logits, labels: area(labels, _margins(logits).abs()),
        "This orders by confidence, also by the confidence that it is class 0. AUC wants the "
        "probability of one class.",
    ),
    Mistake(
        "the sum of the logits",
        lambda logits, labels: area(labels, logits.sum(dim=1)),
        "The sum, or the mean, of the two logits stays the same when they change places. Should "
        "the order?",
    ),
    Mistake(
        "the quotient of the logits",
        lambda logits, labels: area(labels, logits[:, 1] / logits[:, 0]),
        "A quotient of logits says little: they may be negative, or zero. What about two logits "
        "decides the probability?",
    ),
    Mistake(
        "the probability of the true class",
        lambda logits, labels: area(
            labels, torch.softmax(logits, dim=1).gather(1, labels[:, None])[:, 0]
        ),
        "These scores have looked at the labels: each is that of the true class. A score should be "
        "for class 1, whatever the label is.",
    ),
    Mistake(
        "each logit against its own class",
        lambda logits, labels: (area(labels, logits[:, 1]) + area(1 - labels, logits[:, 0])) / 2,
        "Here each logit is judged alone, and then the mean is taken. What does a logit mean "
        "without its rival?",
    ),
    Mistake(
        "rounded probabilities",
        lambda logits, labels: area(labels, torch.softmax(logits, dim=1)[:, 1].round(decimals=2)),
        "Some scores are equal here that should not be. Is something rounded on the way?",
    ),
    Mistake(
        "both columns",
        lambda logits, labels: metrics.roc_auc_score(labels, logits),
        "The second argument holds two numbers for each example. Which one number says how much "
        "more likely class 1 is?",
    ),
    Mistake(
        "arguments exchanged",
        lambda logits, labels: metrics.roc_auc_score(_margins(logits), labels),
        "The scores stand where the labels belong. In which order does `roc_auc_score` want them?",
    ),
)

_PAIRS: tuple[Mistake, ...] = (
    Mistake(
        "pairs without ties",
        lambda logits, labels: area(labels, _margins(logits), ties=0),
        "Nearly: a pair in which both have the same margin counts one half, as if a coin decided.",
    ),
    Mistake(
        "ties won",
        lambda logits, labels: area(labels, _margins(logits), ties=1),
        "Nearly: ties count as won here. What is a pair worth in which both have the same margin?",
    ),
    Mistake(
        "all pairs",
        _of_all_pairs,
        "Divided by all pairs of examples. Only pairs of one example of class 1 and one of class 0 "
        "can be ordered: how many are they?",
    ),
    Mistake(
        "never below one half",
        lambda logits, labels: torch.maximum(
            area(labels, _margins(logits)), area(labels, -_margins(logits))
        ),
        "Right as long as the model orders better than chance. An AUC may be below one half: what "
        "does that say of a model?",
    ),
    Mistake(
        "Gini",
        lambda logits, labels: 2 * area(labels, _margins(logits)) - 1,
        "This runs from −1 to 1, with 0 for chance. In which range does an AUC lie?",
    ),
)

_MEASURES: tuple[Mistake, ...] = (
    Mistake(
        "the accuracy",
        lambda logits, labels: (logits.argmax(dim=1) == labels).double().mean(),
        "This is the accuracy at one threshold. AUC asks about all thresholds at once.",
    ),
    Mistake(
        "one minus what was given",
        lambda logits, labels: 1 - _given(logits, labels),
        "The scores are still decisions, 0 or 1, only turned round. What do they forget of the "
        "logits?",
    ),
    Mistake(
        "the larger of what was given and its rest",
        lambda logits, labels: torch.maximum(_given(logits, labels), 1 - _given(logits, labels)),
        "The scores are still decisions, 0 or 1. What do they forget of the logits?",
    ),
    Mistake(
        "the average precision",
        _precision_over_recall,
        "This is the average precision, the area under another curve. Which two rates does a ROC "
        "curve draw?",
    ),
    Mistake(
        "the labels as scores",
        lambda logits, labels: area(labels, labels),
        "An AUC of 1 in every case: are the labels compared with themselves?",
    ),
)

MISTAKES: tuple[Mistake, ...] = (
    Mistake("as it was", _given, given=True),
    *_ORDERS,
    *_PAIRS,
    *_MEASURES,
)
