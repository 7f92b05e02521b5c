"""Known mistakes of exercise 2.6 in how x and the new places are scaled."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.z_lines import scaled, unscale, with_new, z

INPUT_MISTAKES = (
    Mistake(
        "the standard deviation with N − 1",
        scaled(lambda x, x_new: (x.mean(), x.std())),
        "Very close. You divide by the standard deviation with N − 1, and the task asks for "
        "the one with N.",
    ),
    Mistake(
        "scaled by old and new places together",
        scaled(
            lambda x, x_new: (
                torch.cat([x, x_new]).mean(),
                torch.cat([x, x_new]).std(correction=0),
            )
        ),
        "Very close. Your mean and standard deviation have seen the new places; when the model "
        "was trained, nobody knew them.",
    ),
    Mistake(
        "inputs divided by the variance",
        scaled(lambda x, x_new: (x.mean(), x.var(correction=0))),
        "The inputs are divided by the variance, the square of the standard deviation. A z-score "
        "has no unit.",
    ),
    Mistake(
        "inputs only centred",
        scaled(lambda x, x_new: (x.mean(), torch.tensor(1.0))),
        "The inputs are centred, and not divided by their standard deviation.",
    ),
    Mistake(
        "inputs only divided",
        scaled(lambda x, x_new: (torch.tensor(0.0), x.std(correction=0))),
        "The inputs are divided by their standard deviation, and not centred first.",
    ),
    Mistake(
        "inputs not scaled",
        scaled(lambda x, x_new: (torch.tensor(0.0), torch.tensor(1.0))),
        "The targets are scaled, and the inputs are not: training ran on x as it is.",
    ),
    Mistake(
        "new inputs scaled by themselves",
        with_new(lambda x_new, x, y: z(x_new, x_new)),
        "The new places are scaled with their own mean and standard deviation. What comes of "
        "that when there is only one of them?",
    ),
    Mistake(
        "new inputs scaled by themselves, with N − 1",
        with_new(
            lambda x_new, x, y: (
                (x_new - x_new.mean())
                / ((x_new - x_new.mean()) ** 2).sum().div(len(x_new) - 1).sqrt()
            )
        ),
        "The new places are scaled with their own mean and standard deviation, and the one with "
        "N − 1 at that. What if there is only one of them?",
    ),
    Mistake(
        "new inputs not scaled",
        with_new(lambda x_new, x, y: x_new),
        "The model has been trained on z-scores of x, and is asked about raw ones.",
    ),
    Mistake(
        "new inputs only centred",
        with_new(lambda x_new, x, y: x_new - x.mean()),
        "The new places are centred, and not divided as the old ones were.",
    ),
    Mistake(
        "new inputs only divided",
        with_new(lambda x_new, x, y: x_new / x.std(correction=0)),
        "The new places are divided, and not centred as the old ones were.",
    ),
    Mistake(
        "new inputs scaled by y",
        with_new(lambda x_new, x, y: z(x_new, y)),
        "The new places are places of x, and you have scaled them with the numbers of y.",
    ),
    Mistake(
        "new inputs scaled with the wrong sign",
        with_new(lambda x_new, x, y: (x_new + x.mean()) / x.std(correction=0)),
        "The mean is added to the new places, where it was taken off the old ones.",
    ),
    Mistake(
        "new inputs unscaled",
        with_new(lambda x_new, x, y: unscale(x_new, x)),
        "The new places are treated as z-scores and unscaled. They are raw: the model knows "
        "z-scores of x.",
    ),
)
