"""Known mistakes of exercise 1.4 in the second factor of the chain, and in the prediction."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake

Factors = Callable[[Tensor, float, float, float], tuple[Tensor | float, ...]]  # of t_u, w2, w1, b
Model = Callable[[Tensor, float, float, float], Tensor]


def factors_of_a_parabola(t: Tensor, w2: float, w1: float, b: float) -> tuple[Tensor | float, ...]:
    """Return dŷ/dw2, dŷ/dw1 and dŷ/db: by how much the prediction grows with each parameter."""
    return t**2, t, 1.0


def parabola(t: Tensor, w2: float, w1: float, b: float) -> Tensor:
    """Return the predictions of the model with a bend, shape (N,)."""
    return w2 * t**2 + w1 * t + b


def chain(
    factors: Factors = factors_of_a_parabola, model: Model = parabola
) -> Callable[..., Tensor]:
    """Return an answer to 1.4 with other second factors, or with another prediction."""

    def answer(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> Tensor:
        d = 2 * (model(t_u, w2, w1, b) - t_c) / len(t_u)
        return torch.stack([(d * factor).sum() for factor in factors(t_u, w2, w1, b)])

    return answer


_FACTORS: tuple[tuple[str, Factors, str], ...] = (
    (
        "the reading for its square",
        lambda t, w2, w1, b: (t, t, 1.0),
        "The slopes for w2 and w1 are alike. In the model, what does w2 multiply?",
    ),
    (
        "the derivative with respect to the reading",
        lambda t, w2, w1, b: (2 * t, t, 1.0),
        "For w2 you have 2·t_u: that is how fast t_u² changes with t_u. Here the reading rests, "
        "and w2 moves.",
    ),
    (
        "the derivative with respect to the reading, with w2",
        lambda t, w2, w1, b: (2 * w2 * t, t, 1.0),
        "For w2 you have 2·w2·t_u: that is how fast its term changes with t_u. Here the reading "
        "rests, and w2 moves.",
    ),
    (
        "the derivatives with respect to the reading, with w2 and w1",
        lambda t, w2, w1, b: (2 * w2 * t, w1 * torch.ones_like(t), 1.0),
        "You let the reading move. Here the data rest, and one parameter moves at a time.",
    ),
    (
        "the powers one too low",
        lambda t, w2, w1, b: (2 * t, torch.ones_like(t), 0.0),
        "Every power has come down by one, as if the reading moved. Here the parameters move.",
    ),
    (
        "whole terms",
        lambda t, w2, w1, b: (w2 * t**2, w1 * t, b),
        "These are the whole terms of the model. When w2 grows by 1, by how much does its term "
        "grow? What w2 is now does not matter to that.",
    ),
    (
        "the whole term for w2",
        lambda t, w2, w1, b: (w2 * t**2, t, 1.0),
        "For w1 and b this is right. For w2 the parameter itself has come into the factor.",
    ),
    (
        "whole terms for w2 and w1",
        lambda t, w2, w1, b: (w2 * t**2, w1 * t, 1.0),
        "For b this is right. For w2 and w1 the parameter itself has come into the factor: the "
        "slope of `w1 * t_u` in w1 is the reading, without w1.",
    ),
    (
        "the whole term for w1",
        lambda t, w2, w1, b: (t**2, w1 * t, 1.0),
        "For w2 and b this is right. For w1 the parameter itself has come into the factor.",
    ),
    (
        "the whole term for b",
        lambda t, w2, w1, b: (t**2, t, b),
        "For w2 and w1 this is right. When b grows by 1, by how much does each prediction grow?",
    ),
    (
        "parameters for readings",
        lambda t, w2, w1, b: (w2, w1, 1.0),
        "The second factor is made of parameters. It says how the prediction changes with them, "
        "and that depends on the reading.",
    ),
    (
        "ones everywhere",
        lambda t, w2, w1, b: (1.0, 1.0, 1.0),
        "All three slopes are alike. When w2 grows a little, does each prediction grow by the "
        "same?",
    ),
    (
        "a cube",
        lambda t, w2, w1, b: (t**3, t**2, t),
        "The powers are one too high: which power of the reading does each parameter multiply?",
    ),
    (
        "no slope for b",
        lambda t, w2, w1, b: (t**2, t, 0.0),
        "The slope for b is always 0, as if b had no effect. What becomes of the predictions when "
        "b grows?",
    ),
    (
        "the square of the mean",
        lambda t, w2, w1, b: (t.mean() ** 2, t.mean(), 1.0),
        "The readings were averaged first. The product belongs to each example: its own miss times "
        "its own reading, and then the sum.",
    ),
    (
        "a product of sums",
        lambda t, w2, w1, b: ((t**2).sum(), t.sum(), 1.0),
        "A product of two sums is no sum of products: multiply example by example, then add up.",
    ),
)

_MODELS: tuple[tuple[str, Model, str], ...] = (
    (
        "a straight line in the prediction",
        lambda t, w2, w1, b: w1 * t + b,
        "The second factors are right. But the prediction is still that of a straight line.",
    ),
    (
        "no b in the prediction",
        lambda t, w2, w1, b: w2 * t**2 + w1 * t,
        "The second factors are right. The prediction lacks its last term.",
    ),
    (
        "no w1 in the prediction",
        lambda t, w2, w1, b: w2 * t**2 + b,
        "The second factors are right. The prediction lacks its middle term.",
    ),
    (
        "w1 and w2 exchanged in the prediction",
        lambda t, w2, w1, b: w1 * t**2 + w2 * t + b,
        "In the prediction w1 and w2 have changed places: w2 belongs to the square.",
    ),
    (
        "a square that reaches too far",
        lambda t, w2, w1, b: (w2 * t) ** 2 + w1 * t + b,
        "In the prediction w2 is squared as well: only the reading is.",
    ),
    (
        "twice the reading for its square",
        lambda t, w2, w1, b: w2 * t * 2 + w1 * t + b,
        "In the prediction the reading is doubled, and not squared: `*` and `**` differ.",
    ),
)

ENTRY_MISTAKES = (
    *(Mistake(name, chain(factors), hint) for name, factors, hint in _FACTORS),
    *(Mistake(name, chain(model=model), hint) for name, model, hint in _MODELS),
)
