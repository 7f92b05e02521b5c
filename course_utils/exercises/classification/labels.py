"""Exercise 8.4 of notebook 08: labels that came from a table file."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from course_utils.exercises import Case, Exercise
from course_utils.exercises.classification import solutions
from course_utils.exercises.classification.label_mistakes import MISTAKES


def _by_one_hot(logits: Tensor, labels: Tensor) -> Tensor:
    one_hot = functional.one_hot(labels[:, 0].long(), logits.shape[1])
    return functional.cross_entropy(logits, one_hot.to(logits.dtype))


_FOUR = torch.tensor([[0.2, 1.0, -0.5], [2.0, 0.0, 0.3], [-1.0, 0.4, 0.9], [0.0, 1.5, 1.0]])

_SIX = torch.linspace(-2.0, 3.0, 30).reshape(6, 5).sin() * 2.5


def _column(*classes: float) -> Tensor:
    return torch.tensor(classes).reshape(-1, 1)


def _what_stays(answer: Callable[..., Tensor], logits: Tensor, labels: Tensor) -> str:
    """Whether labels from a table are accepted; if not, which half of the mending is missing."""
    refused = (RuntimeError, IndexError, ValueError)
    try:
        answer(logits, labels)
    except refused:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the learner never wrote about a row
                answer(logits, labels[:, 0])  # floats: only a right type helps
        except refused:
            return "refused"
        return "refused for their shape alone"
    return "accepted"


LABELS_TO_MEND = Exercise(
    number="8.4",
    name="loss_to_mend",
    title="Labels from a table",
    level="change",
    hints=(
        "Section 8.7 goes through what `F.cross_entropy` refuses, and names a cure for each "
        "message. Compare these labels with its list: two things about them are not as the loss "
        "wants them.",
        "The type should be int64 and the shape `(N,)`. Section 8.7 has a cure for `Long` and one "
        "for labels that are a column. Use both. With a batch of one example, N is 1: the axis of "
        "the examples must still be there.",
        "`labels.long()` mends the type. `labels.squeeze(1)` removes axis 1 and no other, so a "
        "batch of one example keeps its axis. Do one after the other, inside the call.",
    ),
    learned="give cross_entropy class numbers of shape (N,) and type int64",
    cases=(
        Case("four examples, labels 0, 2, 1, 2", (_FOUR, _column(0.0, 2.0, 1.0, 2.0))),
        Case("four examples, labels 0, 1, 0, 0", (_FOUR, _column(0.0, 1.0, 0.0, 0.0))),
        Case("one example, label 1", (_FOUR[:1], _column(1.0))),
        Case("six examples of five classes", (_SIX, _column(4.0, 0.0, 3.0, 3.0, 1.0, 2.0))),
        Case("labels 0, 2, 1, 2 from a table", (_FOUR, _column(0.0, 2.0, 1.0, 2.0)), _what_stays),
    ),
    reference=solutions.loss_to_mend,
    correct=(
        _by_one_hot,
        lambda logits, labels: functional.cross_entropy(logits, labels.view(-1).to(torch.int64)),
        lambda logits, labels: functional.cross_entropy(logits, labels.long()[:, 0]).item(),
        lambda logits, labels: functional.nll_loss(
            torch.log_softmax(logits, dim=1), torch.tensor([int(label) for label in labels])
        ),
    ),
    mistakes=MISTAKES,
)
