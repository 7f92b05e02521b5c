"""Known mistakes of exercise 1.7 in the slopes: wrong in length, in sign, or of the wrong model."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation.descents import descend, with_slopes

SLOPE_MISTAKES = (
    Mistake(
        "goes uphill",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, -lr, num_epochs),
        "The loss rises from step to step: the gradient points uphill, and we want to go the "
        "other way.",
    ),
    Mistake(
        "b goes uphill",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum(), -d.sum()])),
        "Here w goes downhill and b goes uphill: look at the sign of b's update.",
    ),
    Mistake(
        "w goes uphill",
        with_slopes(lambda d, t_u, p: torch.stack([-(d * t_u).sum(), d.sum()])),
        "Here b goes downhill and w goes uphill: look at the sign of w's update.",
    ),
    Mistake(
        "averages twice",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr / len(t_u), num_epochs),
        "The direction is right and every step is N times too short: is there a second "
        "division by N?",
    ),
    Mistake(
        "averages twice for w",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).mean(), d.sum()])),
        "The slope for w is N times too short, that for b is not: is w's divided by N once more?",
    ),
    Mistake(
        "averages twice for b",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum(), d.mean()])),
        "The slope for b is N times too short, that for w is not: is b's divided by N once more?",
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
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr / 2, num_epochs),
        "The direction is right and every step is half as long as it should be. Look at the "
        "derivative of the square.",
    ),
    Mistake(
        "factor 2 twice",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, 2 * lr, num_epochs),
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
    Mistake(
        "w's slope for both",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum(), (d * t_u).sum()])),
        "Both slopes are alike. When b grows a little, by how much does each prediction grow?",
    ),
    Mistake(
        "b's slope for both",
        with_slopes(lambda d, t_u, p: torch.stack([d.sum(), d.sum()])),
        "Both slopes are alike. When w grows a little, does each prediction grow by the same?",
    ),
    Mistake(
        "both slopes added up",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum() + d.sum()] * 2)),
        "Both slopes are added up, and w and b take the same step. Each has a slope of its own.",
    ),
    Mistake(
        "w for the reading",
        with_slopes(lambda d, t_u, p: torch.stack([(d * p[0]).sum(), d.sum()])),
        "Look at the slope for w: how does the prediction w·t_u + b change with w?",
    ),
    Mistake(
        "factor 2 twice for b",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum(), 2 * d.sum()])),
        "The slope for b is twice as long as it should be: is there a 2 in two places?",
    ),
    Mistake(
        "factor 2 twice for w",
        with_slopes(lambda d, t_u, p: torch.stack([2 * (d * t_u).sum(), d.sum()])),
        "The slope for w is twice as long as it should be: is there a 2 in two places?",
    ),
    Mistake(
        "factor 2 missing for b",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum(), d.sum() / 2])),
        "The slope for b is half as long as it should be: is a 2 there for w only?",
    ),
    Mistake(
        "factor 2 missing for w",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum() / 2, d.sum()])),
        "The slope for w is half as long as it should be: is a 2 there for b only?",
    ),
    Mistake(
        "squares in the chain",
        with_slopes(lambda d, t_u, p: torch.stack([(d**2 * t_u).sum(), (d**2).sum()]) * len(d) / 2),
        "The miss is still squared in the slopes. How fast does Δ² change with Δ?",
    ),
    Mistake(
        "divides lr by num_epochs",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr / num_epochs, num_epochs),
        "Every step is num_epochs times too short: the learning rate is for each step.",
    ),
    Mistake(
        "slopes exchanged",
        with_slopes(lambda d, t_u, p: torch.stack([d.sum(), (d * t_u).sum()])),
        "The two slopes have changed places: which of them takes the readings into account?",
    ),
    Mistake(
        "predicts without b",
        with_slopes(
            lambda d, t_u, p: torch.stack(
                [((d - 2 * p[1] / len(d)) * t_u).sum(), (d - 2 * p[1] / len(d)).sum()]
            )
        ),
        "The prediction goes without b: what is the model?",
    ),
    Mistake(
        "predicts without w",
        with_slopes(
            lambda d, t_u, p: torch.stack(
                [
                    ((d + 2 * (1 - p[0]) * t_u / len(d)) * t_u).sum(),
                    (d + 2 * (1 - p[0]) * t_u / len(d)).sum(),
                ]
            )
        ),
        "The prediction does not change with w: what is the model?",
    ),
)
