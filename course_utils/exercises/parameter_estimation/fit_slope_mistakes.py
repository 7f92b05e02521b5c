"""Known mistakes of exercise 1.6 in the slopes: wrong in length, in sign, or of the wrong model."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation.descents import (
    descend,
    predicting,
    right_slopes,
    times,
    with_slopes,
)

_NAMES = ("w2", "w1", "b")


def _averaged_twice(place: int) -> Callable[..., Tensor]:
    def slopes(d: Tensor, t_u: Tensor, params: Tensor) -> Tensor:
        found = right_slopes(d, t_u, params)
        found[place] /= len(d)
        return found

    return with_slopes(slopes)


SLOPE_MISTAKES = (
    Mistake(
        "goes uphill",
        times(-1, -1, -1),
        "The loss rises from step to step: the gradient points uphill, and we want downhill.",
    ),
    *(
        Mistake(
            f"{name} goes uphill",
            times(**{name: -1}),
            f"Here {name} goes uphill and the others go downhill: look at the sign of {name}'s "
            "update.",
        )
        for name in _NAMES
    ),
    Mistake(
        "averages twice",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr / len(t_u), num_epochs),
        "The direction is right and every step is N times too short: is there a second "
        "division by N?",
    ),
    *(
        Mistake(
            f"averages twice for {name}",
            _averaged_twice(i),
            f"The slope for {name} is N times too short, the others are not: is {name}'s divided "
            "by N once more?",
        )
        for i, name in enumerate(_NAMES)
    ),
    Mistake(
        "never divides by N",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr * len(t_u), num_epochs),
        "The direction is right and every step is N times too long: the loss is a mean.",
    ),
    Mistake(
        "neither N nor the 2",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr * len(t_u) / 2, num_epochs),
        "Two things are missing in the slopes: the loss is a mean, and the derivative of a square "
        "brings a factor along.",
    ),
    Mistake(
        "divides by a fixed 11",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr * len(t_u) / 11, num_epochs),
        "You divide by 11, which is right for eleven days only. The loss is a mean over as "
        "many examples as there are.",
    ),
    Mistake(
        "divides by num_epochs",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr * len(t_u) / num_epochs, num_epochs),
        "You divide by num_epochs. The loss is a mean over the examples: how many are there?",
    ),
    Mistake(
        "factor 2 missing",
        times(0.5, 0.5, 0.5),
        "The direction is right and every step is half as long as it should be. Look at the "
        "derivative of the square.",
    ),
    Mistake(
        "factor 2 twice",
        times(2, 2, 2),
        "The direction is right and every step is twice as long as it should be: is there a 2 in "
        "two places?",
    ),
    Mistake(
        "the square of lr",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr**2, num_epochs),
        "The direction is right and every step is too short: is lr multiplied twice?",
    ),
    Mistake(
        "no lr",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, 1.0, num_epochs),
        "The steps are as long as the slopes: what is lr handed over for?",
    ),
    *(
        Mistake(
            f"factor 2 twice for {name}",
            times(**{name: 2}),
            f"The slope for {name} is twice as long as it should be: is there a 2 in two places?",
        )
        for name in _NAMES
    ),
    *(
        Mistake(
            f"factor 2 missing for {name}",
            times(**{name: 0.5}),
            f"The slope for {name} is half as long as it should be: is a 2 missing there only?",
        )
        for name in _NAMES
    ),
    Mistake(
        "w1's slope for w2",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum(), (d * t_u).sum(), d.sum()])),
        "The slopes for w2 and w1 are alike. When w2 grows a little, by how much does the "
        "prediction for a reading grow?",
    ),
    Mistake(
        "the derivative by the reading",
        with_slopes(lambda d, t_u, p: torch.stack([(d * 2 * t_u).sum(), (d * t_u).sum(), d.sum()])),
        "For w2 you take 2·t_u, which says how t_u² changes with the reading. But w2 moves, and "
        "the reading rests.",
    ),
    Mistake(
        "b's slope for all",
        with_slopes(lambda d, t_u, p: d.sum().expand(3)),
        "The slopes are all alike. When w1 grows a little, does each prediction grow by the same?",
    ),
    Mistake(
        "w1's slope for w1 and b",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u**2).sum(), *[(d * t_u).sum()] * 2])),
        "The slopes for w1 and b are alike. When b grows a little, by how much does each "
        "prediction grow?",
    ),
    Mistake(
        "all slopes added up",
        with_slopes(lambda d, t_u, p: right_slopes(d, t_u, p).sum().expand(3)),
        "All slopes are added up, and all take the same step. Each has a slope of its own.",
    ),
    Mistake(
        "parameters in the second factor",
        with_slopes(
            lambda d, t_u, p: torch.stack([(d * p[0] * t_u).sum(), (d * p[1]).sum(), d.sum()])
        ),
        "Look at the second factors of the slopes: how does the prediction change with w2, and how "
        "with w1?",
    ),
    Mistake(
        "squares in the chain",
        with_slopes(lambda d, t_u, p: right_slopes(d**2, t_u, p) * len(d) / 2),
        "The miss is still squared in the slopes. How fast does Δ² change with Δ?",
    ),
    Mistake(
        "divides lr by num_epochs",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr / num_epochs, num_epochs),
        "Every step is num_epochs times too short: the learning rate is for each step.",
    ),
    Mistake(
        "slopes in reverse",
        with_slopes(lambda d, t_u, p: right_slopes(d, t_u, p).flip(0)),
        "The slopes for w2 and b have changed places: which of them takes the squares of the "
        "readings into account?",
    ),
    Mistake(
        "the slopes for w2 and w1 exchanged",
        with_slopes(lambda d, t_u, p: right_slopes(d, t_u, p)[[1, 0, 2]]),
        "The slopes for w2 and w1 have changed places: which of them takes the squares of the "
        "readings into account?",
    ),
    Mistake(
        "predicts without b",
        predicting(lambda t_u, p: p[0] * t_u**2 + p[1] * t_u),
        "The prediction goes without b: what is the model?",
    ),
    Mistake(
        "predicts without the bend",
        predicting(lambda t_u, p: p[1] * t_u + p[2]),
        "The prediction is still the straight line: w2 moves, and nothing listens to it.",
    ),
    Mistake(
        "predicts without w1",
        predicting(lambda t_u, p: p[0] * t_u**2 + t_u + p[2]),
        "The prediction does not change with w1: what is the model?",
    ),
    Mistake(
        "squares the whole term",
        predicting(lambda t_u, p: (p[0] * t_u) ** 2 + p[1] * t_u + p[2]),
        "In the prediction w2 is squared as well. Only the reading is.",
    ),
)
