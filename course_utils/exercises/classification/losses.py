"""Exercise 8.3 of notebook 08: cross-entropy by gather."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from course_utils.exercises import Case, Exercise
from course_utils.exercises.classification import solutions
from course_utils.exercises.classification.loss_mistakes import MISTAKES
from course_utils.exercises.classification.ready_made import without


def _by_index(logits: Tensor, labels: Tensor) -> Tensor:
    log_p = torch.log_softmax(logits, dim=-1)
    return -log_p[torch.arange(len(labels)), labels].mean()


def _by_one_hot(logits: Tensor, labels: Tensor) -> Tensor:
    log_p = torch.log_softmax(logits, dim=1)
    return -(log_p * functional.one_hot(labels, logits.shape[1])).sum() / len(labels)


def _one_by_one(logits: Tensor, labels: Tensor) -> Any:
    surprises = []
    for row, label in zip(logits.double(), labels, strict=True):
        shifted = row - row.max()
        surprises.append((shifted.exp().sum().log() - shifted[label]).item())
    return np.mean(surprises)


def _surprise(answer: Callable[..., Any], logits: Tensor, labels: Tensor) -> str:
    """Say in words what comes of losses that should be 5 and, with larger logits, 500."""
    losses = [torch.as_tensor(answer(scale * logits, labels)).double() for scale in (10, 1000)]
    if any(loss.numel() != 1 for loss in losses):
        return "a loss for each example"
    if abs(float(losses[0]) - 5) > 0.1:
        return "not even the first is 5"
    if not losses[1].isfinite().all():
        return "a loss of 5, and one that is not finite"
    off = float(losses[1]) - 500
    return "a loss of 5, and one " + (
        "of 500" if abs(off) < 0.1 else "that is smaller" if off < 0 else "that is larger"
    )


_LOGITS = torch.tensor([[2.0, 0.0, 1.0], [0.0, 3.0, 0.0], [1.0, 1.0, 1.0]])
_SURE = torch.eye(2)
_FIVE = torch.tensor(
    [
        [0.3, -1.2, 2.0, 0.7],
        [1.5, 0.2, -0.4, 0.1],
        [-2.1, 0.6, 0.9, 1.3],
        [0, 0.5, 1, -3],
        [4, 2, 1, 0],
    ]
)
_MIXED = torch.tensor([[1000.0, 999.0, 998.0], [0.0, 1.0, 0.5]])
CROSS_ENTROPY = Exercise(
    number="8.3",
    name="cross_entropy",
    title="Cross-entropy by gather",
    level="build",
    hints=(
        "Section 8.4 writes the loss of one example in two forms. The second, log Σ exp z minus "
        "the logit of the true class, never forms a probability. Find both of its terms for each "
        "row; the mean comes last.",
        "`torch.logsumexp(logits, dim=1)` is the first term, `(N,)`. For the second, `gather` "
        "picks one logit from each row, as the cell of section 8.4 picked from `p_of_three`. It "
        "comes as a column: `[:, 0]` makes `(N,)` of it.",
        "First line: `true_logits = logits.gather(1, labels[:, None])[:, 0]`. One line is left: "
        "take these off the log-sum-exp of their rows, and return the mean of the differences.",
    ),
    learned="log Σ exp z minus the logit of the true class, and the mean over examples",
    cases=(
        Case("the logits of section 8.4, labels (0, 2, 1)", (_LOGITS, torch.tensor([0, 2, 1]))),
        Case("the same logits, labels (2, 2, 0)", (_LOGITS, torch.tensor([2, 2, 0]))),
        Case(
            "one example, logits (0, 5, −1, 2), label 3",
            (torch.tensor([[0.0, 5, -1, 2]]), torch.tensor([3])),
        ),
        Case("five examples of four classes", (_FIVE, torch.tensor([3, 1, 1, 0, 2]))),
        Case("logits of 10, then of 1000, labels (0, 0)", (_SURE, torch.tensor([0, 0])), _surprise),
        Case("logits of 1000, labels (0, 1)", (1000 * _SURE, torch.tensor([0, 1]))),
        Case(
            "two rows, one large and one small: (1000, 999, 998) and (0, 1, 0.5)",
            (_MIXED, torch.tensor([1, 2])),
        ),
        Case(
            "the logits of section 8.4 once more: is F.cross_entropy called?",
            (_LOGITS, torch.tensor([0, 2, 1])),
            without("cross_entropy", "cross_entropy_loss", called="F.cross_entropy"),
        ),
    ),
    reference=solutions.cross_entropy,
    correct=(_by_index, _by_one_hot, _one_by_one),
    mistakes=MISTAKES,
)
