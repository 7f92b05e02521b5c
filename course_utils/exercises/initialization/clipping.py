"""Exercise 7.5 of notebook 07: clipping a gradient by its norm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.initialization import clipping_mistakes, solutions
from course_utils.exercises.initialization.clipping_properties import CASES
from course_utils.exercises.initialization.clipping_slips import Grads, norm_of


def _by_one_long_vector(grads: Grads, max_norm: float) -> tuple[Tensor, ...]:
    norm = torch.cat([grad.flatten() for grad in grads]).norm()
    return tuple(torch.where(norm > max_norm, grad * max_norm / norm, grad) for grad in grads)


def _by_numbers(grads: Grads, max_norm: float) -> tuple[Tensor, ...]:
    factor = min(1.0, max_norm / max(norm_of(grads), 1e-30))
    return tuple(factor * grad for grad in grads)


def _as_torch_does(grads: Grads, max_norm: float) -> list[Tensor]:
    params = [torch.zeros_like(grad, requires_grad=True) for grad in grads]
    for param, grad in zip(params, grads, strict=True):
        param.grad = grad.clone()
    torch.nn.utils.clip_grad_norm_(params, max_norm)
    return [param.grad for param in params if param.grad is not None]


def _whose_tensors(answer: Callable[..., Any], grads: list[Tensor], max_norm: float) -> str:
    """Say in words whether the result has a memory of its own."""
    given = {grad.untyped_storage().data_ptr() for grad in grads}
    result = answer(grads, max_norm)
    if not isinstance(result, list | tuple):
        return "no list of tensors"
    parts = [torch.as_tensor(part) for part in result]
    shared = any(part.untyped_storage().data_ptr() in given for part in parts)
    return "the given tensors themselves" if shared else "new tensors"


_LONG = (torch.tensor([3.0, 0.0]), torch.tensor([[0.0, -4.0]]))  # common norm 5
_THREE = (
    torch.tensor([[1.0, -2.0], [3.0, 4.0]]),
    torch.tensor([0.5, -0.5]),
    torch.tensor(2.0),
)
_ZERO = (torch.zeros(2), torch.zeros(1, 2))

CLIP_BY_NORM = Exercise(
    number="7.5",
    name="clip_by_norm",
    title="Clipping by norm",
    level="build",
    hints=(
        "All tensors of the list together are one gradient. Section 7.10 says under Cure by which "
        "number it is multiplied, and when. So there are three steps: the common norm, the number, "
        "the products.",
        "For the norm add up the squares of all entries of all tensors, and take the root. The "
        "number is `max_norm` divided by that norm, but never more than 1: what is short enough "
        "stays as it is.",
        "First line: `norm = sum(grad.square().sum() for grad in grads).sqrt()`. Then `factor = "
        "max_norm / norm`, which `.clamp(max=1)` limits. What comes back is a list with one "
        "product for each tensor.",
    ),
    learned="one factor for all gradients: the direction stays, the length is limited",
    cases=(
        Case("(3, 0) and (0, −4), clipped to 2: the common norm is 5", (list(_LONG), 2.0)),
        Case("the same, clipped to 10: nothing to clip", (list(_LONG), 10.0)),
        Case("the same, clipped to 40: far from it", (list(_LONG), 40.0)),
        Case("the same, clipped to 4.5", (list(_LONG), 4.5)),
        Case("the same, clipped to 0.3", (list(_LONG), 0.3)),
        Case("gradients of shapes (2, 2), (2,) and (), clipped to 3", (list(_THREE), 3.0)),
        Case("one gradient, (0.3, 0.4), clipped to 1", ([torch.tensor([0.3, 0.4])], 1.0)),
        Case("one gradient, 1e4 times (3, 4), clipped to 5", ([torch.tensor([3e4, 4e4])], 5.0)),
        *CASES,
        Case("all gradients are 0, clipped to 1", (list(_ZERO), 1.0)),
        Case("nothing to clip: are the results new?", (list(_LONG), 10.0), _whose_tensors),
        Case("something to clip: are the results new?", (list(_LONG), 2.0), _whose_tensors),
    ),
    reference=solutions.clip_by_norm,
    correct=(
        _by_one_long_vector,
        _as_torch_does,
        _by_numbers,
    ),
    mistakes=clipping_mistakes.MISTAKES,
)
