"""What has to hold for clipped gradients, for exercise 7.5 of notebook 07.

Each property is a case of its own, with a mistake that breaks it and nothing else: whatever breaks
it gets the hint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Mistake
from course_utils.exercises.initialization.clipping_slips import Grads
from course_utils.exercises.initialization.solutions import clip_by_norm

Clip = Callable[[Grads, float], Any]


def _flat(parts: Any) -> Tensor:
    if not isinstance(parts, list | tuple):
        return torch.full((5,), torch.nan)  # no gradients, which the other cases say
    return torch.cat([torch.as_tensor(part).float().flatten() for part in parts])


def _direction(answer: Clip, grads: Grads, max_norm: float) -> str:
    given, result = _flat(grads), _flat(answer(grads, max_norm))
    factors = result / given
    if (factors < 0).all():
        return "against the given gradients"
    alike = torch.allclose(factors, factors.mean(), rtol=1e-3)
    return "the same direction" if alike else "another direction"


def _length(answer: Clip, grads: Grads, max_norm: float) -> str:
    length = _flat(answer(grads, max_norm)).norm().item()
    if abs(length / max_norm - 1) < 1e-3:
        return "as long as it may be"
    return "still too long" if length > max_norm else "too short now"


def _short(answer: Clip, grads: Grads, max_norm: float) -> str:
    given, length = _flat(grads).norm().item(), _flat(answer(grads, max_norm)).norm().item()
    if abs(length / given - 1) < 1e-3:
        return "as long as before"
    return "longer than before" if length > given else "shorter than before"


_PARTS = [torch.tensor([1.0, -2.0]), torch.tensor([[3.0], [-4.0], [5.0]])]

# The limits 1.7, 2.3 and 50 tell these cases apart from each other and from all others.
CASES = (
    Case("five numbers, clipped to 1.7: the direction", (_PARTS, 1.7), _direction),
    Case("five numbers, clipped to 2.3: the length", (_PARTS, 2.3), _length),
    Case("five numbers, clipped to 50: the length", (_PARTS, 50.0), _short),
)


def _where(limit: float, change: Callable[[list[Tensor]], list[Tensor]]) -> Clip:
    def answer(grads: Grads, max_norm: float) -> list[Tensor]:
        clipped = clip_by_norm(grads, max_norm)
        return change(clipped) if max_norm == limit else clipped

    return answer


PROPERTIES = (
    Mistake(
        "against the direction",
        _where(1.7, lambda clipped: [-grad for grad in clipped]),
        "The clipped gradients point the other way: is a factor below 0?",
    ),
    Mistake(
        "another direction",
        _where(1.7, lambda clipped: [grad + 1 for grad in clipped]),
        "The gradients are not all multiplied with one and the same number, so the direction "
        "changes.",
    ),
    Mistake(
        "short ones stretched",
        _where(50.0, lambda clipped: [2 * grad for grad in clipped]),
        "Gradients that are short enough become longer here. What should happen to them?",
    ),
    Mistake(
        "short ones shortened",
        _where(50.0, lambda clipped: [grad / 2 for grad in clipped]),
        "Gradients that are short enough become shorter here. What should happen to them?",
    ),
    Mistake(
        "still too long",
        _where(2.3, lambda clipped: [2 * grad for grad in clipped]),
        "What was too long is clipped, and still longer than `max_norm`: which norm was used?",
    ),
    Mistake(
        "too short now",
        _where(2.3, lambda clipped: [grad / 2 for grad in clipped]),
        "What was too long is now shorter than `max_norm`: which norm was used?",
    ),
)
