"""Exercise 8.1 of notebook 08: a softmax that does not overflow."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.classification import solutions
from course_utils.exercises.classification.ready_made import without
from course_utils.exercises.classification.softmax_mistakes import MISTAKES


def _by_numpy(logits: Tensor) -> Any:
    values = logits.numpy()
    positive = torch.from_numpy(values - values.max(axis=-1, keepdims=True)).exp().numpy()
    return positive / positive.sum(axis=-1, keepdims=True)


def _row_by_row(logits: Tensor) -> Tensor:
    rows = logits.double().reshape(-1, logits.shape[-1])
    positive = [(row - row.max()).exp() for row in rows]
    return torch.stack([each / each.sum() for each in positive]).reshape(logits.shape)


_TINY = -1000.0
_BATCH = torch.tensor([[3.0, 4.0, 1.0], [-3.0, -4.0, -1.0]])
STABLE_SOFTMAX = Exercise(
    number="8.1",
    name="softmax",
    title="A stable softmax",
    level="build",
    hints=(
        "Section 8.3 has the cure: a number that is taken off all logits of a row does not change "
        "the probabilities. Which number should it be? All else in `naive_softmax` can stay.",
        "Shift first, then do what `naive_softmax` does. `logits.max(dim=-1, keepdim=True)` finds "
        "the largest of each row, however many axes there are, and keeps the axis. Its `.values` "
        "are the logits, its `.indices` their places.",
        "First line: `shifted = logits - logits.max(dim=-1, keepdim=True).values`. Two lines "
        "follow, those of `naive_softmax` with `shifted` in place of `logits`.",
    ),
    learned="subtract the largest logit of each row: same probabilities, no overflow",
    cases=(
        Case("three logits, (3, 4, 1)", (torch.tensor([3.0, 4.0, 1.0]),)),
        Case("a batch of two rows, (2, 3)", (_BATCH,)),
        Case("logits (1000, 1001)", (torch.tensor([1000.0, 1001.0]),)),
        Case("logits (−1000, −1001)", (torch.tensor([_TINY, _TINY - 1]),)),
        Case("logits (0, 0, 1000)", (torch.tensor([0.0, 0.0, 1000.0]),)),
        Case(
            "two rows, one large and one small: (1000, 999) and (0, 1)",
            (torch.tensor([[1000.0, 999.0], [0.0, 1.0]]),),
        ),
        Case(
            "logits of shape (2, 2, 3)",
            (torch.tensor([[[1.0, 2, 3], [0, 0, 0]], [[5, 1, 1], [-1, 0.5, 2.25]]]),),
        ),
        Case(
            "the batch of two rows once more: is torch.softmax called?",
            (_BATCH,),
            without("softmax", "special_softmax", called="torch.softmax"),
        ),
    ),
    reference=solutions.softmax,
    correct=(
        lambda logits: (logits - torch.logsumexp(logits, dim=-1, keepdim=True)).exp(),
        lambda logits: torch.log_softmax(logits.double(), dim=-1).exp(),
        _by_numpy,
        _row_by_row,
    ),
    mistakes=MISTAKES,
)
