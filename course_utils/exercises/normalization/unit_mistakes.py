"""The known mistakes of exercise 2.3."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.bias_mistakes import BIAS_MISTAKES
from course_utils.exercises.normalization.solutions import to_raw_units

MISTAKES = (
    Mistake(
        "nothing done",
        lambda w_z, b_z, mean, std: (w_z, b_z),
        "Both come back as they were given. They belong to z; which w and b belong to readings?",
    ),
    Mistake(
        "whole numbers",
        lambda w_z, b_z, mean, std: (w_z // std, b_z - w_z * mean // std),
        "What follows the point has been dropped: `//` divides to a whole number.",
    ),
    Mistake(
        "a whole shift",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - w_z * mean // std),
        "In the bias, what follows the point has been dropped: `//` divides to a whole number.",
    ),
    Mistake(
        "leaves the bias as it was",
        lambda w_z, b_z, mean, std: (w_z / std, b_z),
        "The weight is right. The bias was learned for z = 0, and that is a reading equal to "
        "the mean, not a reading of 0.",
    ),
    Mistake(
        "leaves the weight as it was",
        lambda w_z, b_z, mean, std: (w_z, b_z - w_z * mean / std),
        "The bias is right. The weight is still the rise for one unit of z; how many readings is "
        "one unit of z?",
    ),
    Mistake(
        "only shifts",
        lambda w_z, b_z, mean, std: (w_z, b_z - w_z * mean),
        "This would be so for z = t − mean. The readings were also divided by std, so one unit of "
        "z is not one unit of the reading.",
    ),
    Mistake(
        "turns z into readings the wrong way round",
        lambda w_z, b_z, mean, std: (w_z * std, b_z + w_z * mean),
        "That would be right for t = (z − mean)/std, the rule turned round. Put "
        "z = (t − mean)/std into w_z·z + b_z and multiply out.",
    ),
    Mistake(
        "multiplies instead of dividing",
        lambda w_z, b_z, mean, std: (w_z * std, b_z - w_z * mean * std),
        "z comes of dividing by std, so one unit of the reading is 1/std of a unit of z.",
    ),
    Mistake(
        "multiplies the weight",
        lambda w_z, b_z, mean, std: (w_z * std, b_z - w_z * mean / std),
        "The bias is right. In the weight std multiplies: one unit of the reading is 1/std of a "
        "unit of z.",
    ),
    Mistake(
        "multiplies the weight, and leaves the bias",
        lambda w_z, b_z, mean, std: (w_z * std, b_z),
        "One unit of the reading is only 1/std of a unit of z. And the bias was learned for z = 0, "
        "which is not a reading of 0.",
    ),
    Mistake(
        "parameters treated as readings",
        lambda w_z, b_z, mean, std: ((w_z - mean) / std, (b_z - mean) / std),
        "Here w_z and b_z are standardised as if they were readings; they are parameters. Put z "
        "into w_z·z + b_z, and sort.",
    ),
    Mistake(
        "parameters treated as z-scores",
        lambda w_z, b_z, mean, std: (w_z * std + mean, b_z * std + mean),
        "Here w_z and b_z are turned back as if they were z-scores; they are parameters. Put z "
        "into w_z·z + b_z, and sort.",
    ),
    Mistake(
        "the rule of the tenths",
        lambda w_z, b_z, mean, std: (0.1 * w_z, b_z),
        "That was for readings × 0.1. Here the readings were shifted by mean and divided by std.",
    ),
    Mistake(
        "the weight upside down",
        lambda w_z, b_z, mean, std: (std / w_z if w_z else 0.0, b_z - w_z * mean / std),
        "The bias is right. The weight is upside down: which of the two is divided by the other?",
    ),
    Mistake(
        "the sign of the weight lost",
        lambda w_z, b_z, mean, std: (abs(w_z) / std, b_z - abs(w_z) * mean / std),
        "The weight has lost its sign: a line may fall.",
    ),
    Mistake(
        "the sign of the weight turned around",
        lambda w_z, b_z, mean, std: (-w_z / std, b_z - w_z * mean / std),
        "The bias is right. The sign of the weight is turned around.",
    ),
    Mistake(
        "divides by the square",
        lambda w_z, b_z, mean, std: (w_z / std**2, b_z - w_z * mean / std**2),
        "You divide by the square of std. How often does std stand in (t − mean)/std?",
    ),
    *BIAS_MISTAKES,
    Mistake(
        "mean and std exchanged",
        lambda w_z, b_z, std, mean: to_raw_units(w_z, b_z, mean, std),
        "Have mean and std changed places? The check hands over w_z, b_z, mean, std, in this "
        "order.",
    ),
    Mistake(
        "bias first",
        lambda w_z, b_z, mean, std: (b_z - w_z * mean / std, w_z / std),
        "Both numbers are right. The weight comes first, then the bias.",
    ),
)
