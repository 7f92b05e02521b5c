"""An answer to 4.1 of notebook 04 that has mended one of two faults: it clears, and nothing moves.

By its result alone it is the function that was given. So the calls of `zero_grad` are counted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.families import AS_IT_SHOULD_BE, near
from course_utils.exercises.optimizers.stepping import Pair

PLACE = "clears, and moves nothing"


def _still(x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int) -> Tensor:
    return torch.tensor(start)


_still.stands_for_all = True  # type: ignore[attr-defined]


def clears_and_moves_nothing(
    answer: Callable[..., Any], x: Tensor, y: Tensor, start: Pair, lr: float, num_epochs: int
) -> tuple[str, str]:
    """Return `PLACE` of an answer that clears in each round and returns the start, else nothing.

    It is a pair for the reason that `families.place_of` gives.
    """
    clear, num_calls = torch.optim.Optimizer.zero_grad, 0

    def count(*args: Any, **settings: Any) -> None:
        nonlocal num_calls
        num_calls += 1
        clear(*args, **settings)

    with patch.object(torch.optim.Optimizer, "zero_grad", count):
        result = answer(x, y, start, lr, num_epochs)
    is_still = near(result, torch.tensor(start)) and num_calls >= num_epochs
    is_still = is_still or getattr(answer, "stands_for_all", False)
    return "in five rounds", PLACE if is_still else AS_IT_SHOULD_BE


CLEARS_AND_MOVES_NOTHING = Mistake(
    PLACE,
    _still,
    "The gradients are cleared in each round now, and still nothing moves. Two questions: does the "
    "optimizer hold the tensor that the loss is computed with? And is the gradient still there "
    "when `step` is called?",
)
