"""Wrong ways to clip a gradient, for exercise 7.5 of notebook 07."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises.initialization.solutions import clip_by_norm

Grads = Sequence[Tensor]
Norm = Callable[[Grads], float]


def norm_of(grads: Grads) -> float:
    """Return the common norm of all gradients."""
    return sum(grad.square().sum().item() for grad in grads) ** 0.5


def by(norm: Norm) -> Callable[[Grads, float], list[Tensor]]:
    """Return an answer that takes this for the norm."""
    return times(lambda grads, max_norm: min(1.0, max_norm / max(norm(grads), 1e-30)))


def times(factor: Callable[[Grads, float], float]) -> Callable[[Grads, float], list[Tensor]]:
    """Return an answer that multiplies all gradients with this factor."""
    return lambda grads, max_norm: [grad * factor(grads, max_norm) for grad in grads]


def when_long(change: Callable[[Tensor, float, float], Tensor]) -> Callable[..., list[Tensor]]:
    """Return an answer that does this to each gradient, the norm and `max_norm` if too long."""

    def answer(grads: Grads, max_norm: float) -> list[Tensor]:
        norm = norm_of(grads)
        return [change(g, norm, max_norm) if norm > max_norm else g.clone() for g in grads]

    return answer


def made(change: Callable[[list[Tensor]], Any]) -> Callable[[Grads, float], Any]:
    """Return an answer that makes something of the right list."""
    return lambda grads, max_norm: change(clip_by_norm(grads, max_norm))


def at(place: int) -> Callable[[Grads, float], list[Tensor]]:
    """Return an answer that clips the gradient at this place and leaves the others."""

    def answer(grads: Grads, max_norm: float) -> list[Tensor]:
        clipped = [grad.clone() for grad in grads]
        clipped[place] = clip_by_norm(grads, max_norm)[place]
        return clipped

    return answer


def in_place(grads: Grads, max_norm: float) -> list[Tensor]:
    """Write into the given gradients."""
    for grad, clipped in zip(grads, clip_by_norm(grads, max_norm), strict=True):
        grad.copy_(clipped)
    return list(grads)


def nan_for_zero(grads: Grads, max_norm: float) -> list[Tensor]:
    """Divide by a norm of 0."""
    if norm_of(grads) == 0:
        return [torch.full_like(grad, torch.nan) for grad in grads]
    return clip_by_norm(grads, max_norm)


def crashes_for_zero(grads: Grads, max_norm: float) -> list[Tensor]:
    """Divide by a norm of 0, as a number of Python."""
    factor = min(1.0, max_norm / norm_of(grads))
    return [factor * grad for grad in grads]


def hands_back(grads: Grads, max_norm: float) -> list[Tensor]:
    """Hand short gradients back as they were given."""
    return list(grads) if norm_of(grads) <= max_norm else clip_by_norm(grads, max_norm)


def anew_in_the_loop(grads: Grads, max_norm: float) -> list[Tensor]:
    """Compute the norm anew, with those that are clipped already."""
    clipped = [grad.clone() for grad in grads]
    for place, grad in enumerate(clipped):
        clipped[place] = grad * min(1.0, max_norm / max(norm_of(clipped), 1e-30))
    return clipped


def sizes(grads: Grads) -> float:
    """Add up the sizes of all entries."""
    return sum(grad.abs().sum().item() for grad in grads)


def mean_square(grads: Grads) -> float:
    """Add up means of squares, and take the root."""
    return float(sum(grad.square().mean().item() for grad in grads) ** 0.5)


def root_mean_square(grads: Grads) -> float:
    """Take the root of the mean of all squares."""
    return norm_of(grads) / sum(grad.numel() for grad in grads) ** 0.5


def largest(grads: Grads) -> float:
    """Return the largest size of an entry."""
    return max(grad.abs().max().item() for grad in grads)


def sum_of(grads: Grads) -> float:
    """Add up all entries with their signs."""
    return float(sum(grad.sum().item() for grad in grads))
