"""What has to hold for a log-sum-exp, for exercise 13.5 of notebook 13.

Each property is a case of its own, with a mistake that breaks it and nothing else: whatever breaks
it gets the hint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Mistake
from course_utils.exercises.floating_point.solutions import log_sum_exp

LogSumExp = Callable[[Tensor], Any]


def _alone(answer: LogSumExp, logits: Tensor) -> str:
    together, alone = _rows(answer, logits), _rows(answer, logits[:1])
    same = len(together) == len(logits) and torch.allclose(together[:1], alone)
    return "the same as among others" if same else "something else than among others"


def _order(answer: LogSumExp, logits: Tensor) -> str:
    same = torch.allclose(_rows(answer, logits), _rows(answer, logits.flip(1)), rtol=1e-4)
    return "the same" if same else "something else"


def _one_up(answer: LogSumExp, logits: Tensor) -> str:
    moved = _rows(answer, logits + 1) - _rows(answer, logits)
    return (
        "1 larger" if torch.allclose(moved, torch.ones(len(logits)), atol=1e-3) else "not 1 larger"
    )


def _against_largest(answer: LogSumExp, logits: Tensor) -> str:
    above = _rows(answer, logits) >= logits.max(dim=1).values - 1e-4
    return "not below the largest logit" if above.all() else "below the largest logit"


def _rows(answer: LogSumExp, logits: Tensor) -> Tensor:
    return torch.as_tensor(answer(logits)).detach().float()


_BASE = torch.tensor([[0.3, -1.2, 2.0, 0.1, 1.1], [1.5, 0.2, -0.7, 0.9, 0.4]])

# The numbers of classes 5, 6, 7 and 8 tell these cases apart from each other and from all others.
CASES = (
    Case("the first row, alone and among others", (_BASE,), _alone),
    Case("the classes in reverse order", (torch.cat([_BASE, _BASE[:, :1] + 1], 1),), _order),
    Case("all logits 1 larger", (torch.cat([_BASE, _BASE[:, :2] + 1], 1),), _one_up),
    Case("beside the largest logit", (torch.cat([_BASE, _BASE[:, :3] - 1], 1),), _against_largest),
)


def _where(num_classes: int, wrong: LogSumExp) -> LogSumExp:
    return lambda z: wrong(z) if z.shape[1] == num_classes else log_sum_exp(z)


PROPERTIES = (
    Mistake(
        "rows are mixed",
        _where(5, lambda logits: log_sum_exp(logits) + logits.sum()),
        "What one row gets depends on the other rows here. Over which axis does each step run?",
    ),
    Mistake(
        "the order matters",
        _where(6, lambda logits: log_sum_exp(logits) + logits[:, 0]),
        "The order of the classes changes this result. Do all of them count alike?",
    ),
    Mistake(
        "below the largest",
        _where(8, lambda logits: log_sum_exp(logits) - 9),
        "This is below the largest logit. Can a sum be smaller than its largest term?",
    ),
    Mistake(
        "does not move along",
        _where(7, lambda logits: 2 * log_sum_exp(logits)),
        "With all logits 1 larger the result should be 1 larger, and is not. Is what was taken off "
        "put back, once and as it was?",
    ),
)
