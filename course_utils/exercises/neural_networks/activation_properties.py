"""What has to hold for the way back through a sigmoid, for exercise 6.4 of notebook 06.

Each property is a case of its own, with a mistake that breaks it and nothing else: whatever breaks
it gets the hint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Mistake
from course_utils.exercises.neural_networks.solutions import sigmoid_backward

Backward = Callable[[Tensor, Tensor], Any]


def _in_proportion(answer: Backward, h: Tensor, grad_h: Tensor) -> str:
    same = torch.allclose(_tensor(answer(h, 3 * grad_h)), 3 * _tensor(answer(h, grad_h)))
    return "three times as much leaves" if same else "not three times as much leaves"


def _apart(answer: Backward, h: Tensor, grad_h: Tensor) -> str:
    together = _tensor(answer(h, grad_h))
    first = _tensor(answer(h[:1], grad_h[:1]))
    if together.shape != h.shape or first.shape != h[:1].shape:
        return "another shape"
    same = torch.allclose(together[:1], first)
    return "the same as among others" if same else "something else than among others"


def _ends(answer: Backward, h: Tensor, grad_h: Tensor) -> str:
    low, high = (_tensor(answer(h, grad_h))[[0, -1]].abs() > 0.01).tolist()
    if not low and not high:
        return "flat at both ends"
    return "steep at both ends" if low and high else f"steep near {0 if low else 1}"


def _middle(answer: Backward, h: Tensor, grad_h: Tensor) -> str:
    slope = _tensor(answer(h, grad_h))[0].item()
    if abs(slope - 0.25) < 1e-3:
        return "1/4"
    return "more than 1/4" if slope > 0.25 else "less than 1/4"


def _tensor(value: Any) -> Tensor:
    return torch.as_tensor(value).detach().float()


# The sizes 6, 7, 8 and 9 tell these cases apart from each other and from all others.
CASES = (
    Case(
        "three times as much arrives",
        (torch.linspace(0.1, 0.8, 6), torch.tensor([1.0, -2.0, 0.5, 3.0, -1.0, 2.0])),
        _in_proportion,
    ),
    Case(
        "the first example, alone and among others",
        (torch.linspace(0.1, 0.9, 9).reshape(3, 3), torch.linspace(-1, 2, 9).reshape(3, 3)),
        _apart,
    ),
    Case(
        "the slope near h = 0 and near h = 1",
        (torch.tensor([0.001, 0.2, 0.3, 0.5, 0.7, 0.8, 0.999]), torch.ones(7)),
        _ends,
    ),
    Case("the slope at h = 1/2", (torch.full((8,), 0.5), torch.ones(8)), _middle),
)


def _where(size: int, wrong: Backward) -> Backward:
    return lambda h, grad_h: wrong(h, grad_h) if h.numel() == size else sigmoid_backward(h, grad_h)


PROPERTIES = (
    Mistake(
        "not in proportion",
        _where(6, lambda h, grad_h: grad_h + h),
        "Three times as much arrives, and not three times as much leaves: what does the chain rule "
        "do with `grad_h`?",
    ),
    Mistake(
        "units are mixed",
        _where(9, lambda h, grad_h: (grad_h * h * (1 - h)).cumsum(dim=0).flip(0)),
        "What one unit gets depends on the others here. Does an activation mix its units?",
    ),
    Mistake(
        "steep at the lower end",
        _where(7, lambda h, grad_h: grad_h * (1 - h)),
        "Near h = 0 the sigmoid is flat, and this slope is not.",
    ),
    Mistake(
        "steep at the upper end",
        _where(7, lambda h, grad_h: grad_h * h),
        "Near h = 1 the sigmoid is flat, and this slope is not.",
    ),
    Mistake(
        "steep at both ends",
        _where(7, lambda h, grad_h: grad_h),
        "Near h = 0 and near h = 1 the sigmoid is flat, and this slope is not.",
    ),
    Mistake(
        "too steep in the middle",
        _where(8, lambda h, grad_h: grad_h),
        "At h = 1/2 this is steeper than 1/4, the sigmoid's largest slope.",
    ),
    Mistake(
        "too flat in the middle",
        _where(8, lambda h, grad_h: 0 * grad_h),
        "At h = 1/2 this is less steep than 1/4, and there the sigmoid is steepest.",
    ),
)
