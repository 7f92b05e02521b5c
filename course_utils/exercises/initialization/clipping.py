"""Exercise 7.5 of notebook 07: clipping a gradient by its norm."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Grads = Sequence[Tensor]


def clip_by_norm(grads: Grads, max_norm: float) -> list[Tensor]:
    """Return all `grads` times one factor, at most 1, so that their common norm is ≤ `max_norm`."""
    factor = min(1.0, max_norm / max(_norm(grads), 1e-30))
    return [factor * grad for grad in grads]


def _norm(grads: Grads) -> float:
    return sum(grad.square().sum().item() for grad in grads) ** 0.5


def _by_one_long_vector(grads: Grads, max_norm: float) -> tuple[Tensor, ...]:
    norm = torch.cat([grad.flatten() for grad in grads]).norm()
    return tuple(torch.where(norm > max_norm, grad * max_norm / norm, grad) for grad in grads)


def _as_torch_does(grads: Grads, max_norm: float) -> list[Tensor]:
    params = [torch.zeros_like(grad, requires_grad=True) for grad in grads]
    for param, grad in zip(params, grads, strict=True):
        param.grad = grad.clone()
    torch.nn.utils.clip_grad_norm_(params, max_norm)
    return [param.grad for param in params if param.grad is not None]


def _in_place(grads: Grads, max_norm: float) -> list[Tensor]:
    factor = min(1.0, max_norm / max(_norm(grads), 1e-30))
    for grad in grads:
        grad *= factor
    return list(grads)


def _sizes(grads: Grads) -> float:
    return sum(grad.abs().sum().item() for grad in grads)


def _mean_square(grads: Grads) -> float:
    return sum(grad.square().mean().item() for grad in grads) ** 0.5


def _largest(grads: Grads) -> float:
    return max(grad.abs().max().item() for grad in grads)


_LONG = (torch.tensor([3.0, 0.0]), torch.tensor([[0.0, -4.0]]))  # common norm 5
_THREE = (
    torch.tensor([[1.0, -2.0], [3.0, 4.0]]),
    torch.tensor([0.5, -0.5]),
    torch.tensor(6.0),
)

CLIP_BY_NORM = Exercise(
    number="7.5",
    title="Clipping by norm",
    level="build",
    learned="one factor for all gradients: the direction stays, the length is limited",
    cases=(
        Case("(3, 0) and (0, −4), clipped to 1: the common norm is 5", (list(_LONG), 1.0)),
        Case("the same, clipped to 10: nothing to clip", (list(_LONG), 10.0)),
        Case("the same, clipped to 4.5", (list(_LONG), 4.5)),
        Case("gradients of shapes (2, 2), (2,) and (), clipped to 2", (list(_THREE), 2.0)),
        Case("one gradient, (0.3, 0.4), clipped to 1", ([torch.tensor([0.3, 0.4])], 1.0)),
        Case("one gradient, 1e4 times (3, 4), clipped to 5", ([torch.tensor([3e4, 4e4])], 5.0)),
    ),
    reference=clip_by_norm,
    correct=(_by_one_long_vector, _as_torch_does),
    mistakes=(
        Mistake(
            "each gradient for itself",
            lambda grads, max_norm: [clip_by_norm([grad], max_norm)[0] for grad in grads],
            "Each tensor was given a factor of its own, so the direction of the whole is bent. "
            "What is the length of all of them together?",
        ),
        Mistake(
            "clips each entry",
            lambda grads, max_norm: [grad.clamp(-max_norm, max_norm) for grad in grads],
            "Here each entry is cut by itself, and the direction changes. One factor should "
            "multiply them all.",
        ),
        Mistake(
            "stretches short gradients",
            lambda grads, max_norm: [grad * max_norm / _norm(grads) for grad in grads],
            "Long gradients come out right, short ones are stretched to the same length. What "
            "should happen to them?",
        ),
        Mistake(
            "to a norm of one",
            lambda grads, max_norm: (
                [grad / _norm(grads) for grad in grads]
                if _norm(grads) > max_norm
                else [grad.clone() for grad in grads]
            ),
            "What is too long becomes 1 long, whatever `max_norm` is.",
        ),
        Mistake(
            "forgets the root",
            lambda grads, max_norm: [
                grad * min(1.0, max_norm / _norm(grads) ** 2) for grad in grads
            ],
            "The factor is too small: it was made with the square of the norm.",
        ),
        Mistake(
            "adds the norms",
            lambda grads, max_norm: [
                grad * min(1.0, max_norm / sum(_norm([g]) for g in grads)) for grad in grads
            ],
            "The norms of the tensors were added: 3 and 4 gave 7. Lengths at right angles add "
            "differently.",
        ),
        Mistake(
            "adds the sizes",
            lambda grads, max_norm: [grad * min(1.0, max_norm / _sizes(grads)) for grad in grads],
            "The sizes of all entries were added. The norm is the root of a sum of squares.",
        ),
        Mistake(
            "means for sums",
            lambda grads, max_norm: [
                grad * min(1.0, max_norm / _mean_square(grads)) for grad in grads
            ],
            "What comes out is still too long: a mean was taken where the norm has a sum.",
        ),
        Mistake(
            "the largest entry for the norm",
            lambda grads, max_norm: [grad * min(1.0, max_norm / _largest(grads)) for grad in grads],
            "The factor belongs to the largest entry. The norm takes all entries into account.",
        ),
        Mistake(
            "multiplies where it should divide",
            lambda grads, max_norm: [grad * max(1.0, _norm(grads) / max_norm) for grad in grads],
            "Long gradients became longer still: the factor is upside down.",
        ),
        Mistake(
            "clips nothing",
            lambda grads, max_norm: [grad.clone() for grad in grads],
            "The gradients come back as they were, also those that are too long.",
        ),
        Mistake(
            "writes into the gradients",
            _in_place,
            "The caller's gradients have changed. `*=` writes into the tensor that was given: make "
            "new ones here.",
        ),
    ),
)
