"""The known mistakes of exercise 1.4: the first factor, the sum, and what is handed back."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation.gradient_entry_mistakes import (
    ENTRY_MISTAKES,
    factors_of_a_parabola,
    parabola,
)
from course_utils.exercises.parameter_estimation.solutions import quadratic_gradient

_First = Callable[[Tensor], Tensor]  # of the misses


def _scaled(scale: Callable[[int], float]) -> Callable[..., Tensor]:
    """Return an answer whose length is off by a factor that depends on N."""
    return lambda t_u, *rest: quadratic_gradient(t_u, *rest) * scale(len(t_u))


def _with_first(first: _First) -> Callable[..., Tensor]:
    """Return an answer with another first factor, made of the misses."""

    def answer(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> Tensor:
        d = first(parabola(t_u, w2, w1, b) - t_c) / len(t_u)
        return torch.stack([(d * f).sum() for f in factors_of_a_parabola(t_u, w2, w1, b)])

    return answer


def _entry(place: int, scale: Callable[[int], float]) -> Callable[..., Tensor]:
    """Return an answer in which one entry is scaled."""

    def answer(t_u: Tensor, *rest: object) -> Tensor:
        slopes = quadratic_gradient(t_u, *rest)
        slopes[place] = slopes[place] * scale(len(t_u))
        return slopes

    return answer


def _loss(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> Tensor:
    return ((parabola(t_u, w2, w1, b) - t_c) ** 2).mean()


def _ahead(t_u: Tensor, t_c: Tensor, *params: float) -> Tensor:
    here, step = torch.tensor(params).double(), 0.1 * torch.eye(3).double()
    t_u, t_c = t_u.double(), t_c.double()
    rises = [_loss(t_u, t_c, *(here + row)) - _loss(t_u, t_c, *here) for row in step]
    return torch.stack(rises) / 0.1


def _rows(t_u: Tensor, t_c: Tensor, w2: float, w1: float, b: float) -> Tensor:
    d = 2 * (parabola(t_u, w2, w1, b) - t_c) / len(t_u)
    return torch.stack([d * t_u**2, d * t_u, d])


MISTAKES = (
    Mistake(
        "averages twice",
        _scaled(lambda n: 1 / n),
        "The direction is right and the length N times too short: that is the slip of section "
        "1.6. Which two parts divide by N?",
    ),
    Mistake(
        "never divides by N",
        _scaled(lambda n: n),
        "The direction is right and the length N times too long: the loss is a mean.",
    ),
    Mistake(
        "divides by a fixed 11",
        _scaled(lambda n: n / 11),
        "You divide by 11, which is right for eleven days only. The loss is a mean over as many "
        "days as there are.",
    ),
    Mistake(
        "neither N nor the 2",
        _scaled(lambda n: n / 2),
        "Two things are missing: the loss is a mean, and the derivative of a square brings a "
        "factor along.",
    ),
    Mistake(
        "factor 2 missing",
        _scaled(lambda n: 0.5),
        "Half of what is wanted. What is the derivative of Δ² with respect to Δ?",
    ),
    Mistake(
        "factor 2 twice",
        _scaled(lambda n: 2),
        "Twice what is wanted: the 2 of the square's derivative is needed once.",
    ),
    Mistake(
        "sign reversed",
        _scaled(lambda n: -1),
        "Right length, opposite direction. When a prediction is too high and rises further, does "
        "the loss grow or shrink?",
    ),
    Mistake(
        "order b, w1, w2",
        lambda *args: quadratic_gradient(*args).flip(0),
        "The three numbers are right, and in reverse order: the slope for w2 comes first.",
    ),
    Mistake(
        "order w1, w2, b",
        lambda *args: quadratic_gradient(*args)[[1, 0, 2]],
        "The first two numbers have changed places: the slope for w2 comes first.",
    ),
    *(
        Mistake(
            f"averages twice for {name}",
            _entry(place, lambda n: 1 / n),
            f"The slope for {name} is N times too short: is a mean taken where a sum belongs?",
        )
        for place, name in enumerate(("w2", "w1", "b"))
    ),
    Mistake(
        "squares in the chain",
        _with_first(lambda misses: misses**2),
        "The first factor is the miss squared. It should say how fast Δ² changes with Δ.",
    ),
    Mistake(
        "squares in the chain, and a 2",
        _with_first(lambda misses: 2 * misses**2),
        "The 2 is there, and the miss is still squared. How fast does Δ² change with Δ?",
    ),
    Mistake(
        "the slope of sizes",
        _with_first(torch.sign),
        "This is the slope of the mean of sizes |Δ|: it knows signs only. The loss here is the "
        "mean of squares.",
    ),
    Mistake(
        "signs lost",
        _with_first(lambda misses: 2 * misses.abs()),
        "The misses have lost their signs before they are added: those in opposite directions "
        "should cancel.",
    ),
    *ENTRY_MISTAKES,
    Mistake(
        "two slopes",
        lambda *args: quadratic_gradient(*args)[1:],
        "Two slopes, as for the straight line. The model has three parameters.",
    ),
    Mistake(
        "the loss",
        _loss,
        "This is the loss itself. How fast does it change with each of the three parameters?",
    ),
    Mistake(
        "added up to one number",
        lambda *args: quadratic_gradient(*args).sum(),
        "The three slopes have been added up. Each of them is asked for.",
    ),
    Mistake(
        "measured ahead",
        _ahead,
        "This is measured, and on one side only. The chain rule gives the slopes exactly.",
    ),
    Mistake(
        "one row for each example",
        _rows,
        "This is the effect of each example. They act together: three numbers are asked for.",
    ),
)
