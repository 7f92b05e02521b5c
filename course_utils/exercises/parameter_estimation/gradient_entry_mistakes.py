"""Known mistakes of exercise 1.5 in one of its two entries."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake

_Slope = Callable[[Tensor, Tensor, float, float], Tensor]  # of d, t_u, w and b


def _wrong(for_w: _Slope | None = None, for_b: _Slope | None = None) -> Callable[..., Tensor]:
    """Return a gradient with another slope for w or b, made of dℓ/dŷ of each example."""

    def answer(t_u: Tensor, t_c: Tensor, w: float, b: float) -> Tensor:
        d = 2 * (w * t_u + b - t_c) / len(t_u)
        slopes = (d * t_u).sum(), d.sum()
        return torch.stack(
            [
                for_w(d, t_u, w, b) if for_w else slopes[0],
                for_b(d, t_u, w, b) if for_b else slopes[1],
            ]
        )

    return answer


ENTRY_MISTAKES = (
    Mistake(
        "w for the reading",
        _wrong(for_w=lambda d, t_u, w, b: (d * w).sum()),
        "Look at the slope for w: how does the prediction w·t_u + b change with w?",
    ),
    Mistake(
        "the slope for b twice",
        _wrong(for_w=lambda d, t_u, w, b: d.sum()),
        "Both slopes are alike. When w grows a little, does each prediction grow by the same?",
    ),
    Mistake(
        "the slope for w twice",
        _wrong(for_b=lambda d, t_u, w, b: (d * t_u).sum()),
        "Both slopes are alike. When b grows a little, by how much does each prediction grow?",
    ),
    Mistake(
        "b for its own derivative",
        _wrong(for_b=lambda d, t_u, w, b: (d * b).sum()),
        "Look at the slope for b: how does the prediction w·t_u + b change with b? What b is, does "
        "not matter to that.",
    ),
    Mistake(
        "no slope for b",
        _wrong(for_b=lambda d, t_u, w, b: 0 * d.sum()),
        "The slope for b is always 0, as if b were a constant. When b grows a little, what becomes "
        "of the predictions?",
    ),
    Mistake(
        "one for b",
        _wrong(for_b=lambda d, t_u, w, b: 1 + 0 * d.sum()),
        "The slope for b is always 1. That is how the prediction changes when b grows, and not yet "
        "how the loss does.",
    ),
    Mistake(
        "the reading for w",
        _wrong(for_w=lambda d, t_u, w, b: t_u.sum()),
        "The slope for w is made of the readings alone. How much does the loss care about each?",
    ),
    Mistake(
        "b the other way",
        _wrong(for_b=lambda d, t_u, w, b: -d.sum()),
        "The slope for b has its sign turned around: does the loss grow or shrink with b?",
    ),
    Mistake(
        "w the other way",
        _wrong(for_w=lambda d, t_u, w, b: -(d * t_u).sum()),
        "The slope for w has its sign turned around: does the loss grow or shrink with w?",
    ),
    Mistake(
        "sum times sum",
        _wrong(for_w=lambda d, t_u, w, b: d.sum() * t_u.sum()),
        "In the slope for w two sums are multiplied. Each example has a product of its own; add "
        "up those products.",
    ),
    Mistake(
        "sum times mean",
        _wrong(for_w=lambda d, t_u, w, b: d.sum() * t_u.mean()),
        "In the slope for w a sum meets the mean of the readings. Each example has a product of "
        "its own, and those are added up.",
    ),
    Mistake(
        "mean times mean",
        _wrong(
            for_w=lambda d, t_u, w, b: d.mean() * t_u.mean(),
            for_b=lambda d, t_u, w, b: d.mean(),
        ),
        "In the slope for w two means are multiplied, where each example has a product of its own. "
        "And for both slopes, a mean divides by N once more.",
    ),
)
