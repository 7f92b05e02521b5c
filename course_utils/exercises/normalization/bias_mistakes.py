"""Known mistakes of exercise 2.3 in the bias; the weight is right in all of them."""

from __future__ import annotations

from course_utils.exercises import Mistake

BIAS_MISTAKES = (
    Mistake(
        "adds the shift",
        lambda w_z, b_z, mean, std: (w_z / std, b_z + w_z * mean / std),
        "The sign of the shift is wrong: multiply out w_z·(t − mean)/std.",
    ),
    Mistake(
        "the bias with both signs turned around",
        lambda w_z, b_z, mean, std: (w_z / std, w_z * mean / std - b_z),
        "The bias has its sign turned around: what does the model give for a reading of 0?",
    ),
    Mistake(
        "the shift alone",
        lambda w_z, b_z, mean, std: (w_z / std, -w_z * mean / std),
        "The weight is right. In the bias, b_z itself is missing.",
    ),
    Mistake(
        "forgets that the shift is scaled too",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - w_z * mean),
        "In (t − mean)/std the mean is divided by std as well.",
    ),
    Mistake(
        "the shift multiplied",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - w_z * mean * std),
        "In the bias std multiplies. In (t − mean)/std, what does it do?",
    ),
    Mistake(
        "the mean over std",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - mean / std),
        "In the bias w_z is missing: it multiplies all of z, and so its shift.",
    ),
    Mistake(
        "the mean times std",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - mean * std),
        "In the bias a reading times std is taken from a temperature. What turns a z into a "
        "temperature, and where is w_z?",
    ),
    Mistake(
        "subtracts the mean alone",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - mean),
        "The mean is a reading and b_z a temperature; they cannot be subtracted from one "
        "another. What turns a reading into a temperature?",
    ),
    Mistake(
        "divides all of the bias by the scale",
        lambda w_z, b_z, mean, std: (w_z / std, (b_z - w_z * mean) / std),
        "The weight is right. b_z is a temperature already and is not divided by std; only "
        "the term with the mean is.",
    ),
    Mistake(
        "divides the bias by the scale",
        lambda w_z, b_z, mean, std: (w_z / std, b_z / std),
        "b_z is a temperature already and is not divided by std. And it was learned for z = 0, "
        "which is not a reading of 0.",
    ),
    Mistake(
        "a z-score of the bias",
        lambda w_z, b_z, mean, std: (w_z / std, (b_z - mean) / std),
        "The bias is standardised as if it were a reading. b_z is a temperature: put z into "
        "w_z·z + b_z, and sort.",
    ),
    Mistake(
        "divides the shift twice",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - w_z / std * mean / std),
        "In the bias std divides twice: has your w been divided already?",
    ),
    Mistake(
        "the shift upside down",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - w_z * std / mean if mean else b_z),
        "In the shift mean and std have changed places: which is divided by which?",
    ),
    Mistake(
        "the bias multiplied by std",
        lambda w_z, b_z, mean, std: (w_z / std, b_z * std - w_z * mean),
        "The bias is off by a factor of std: multiplied out, and not divided again.",
    ),
    Mistake(
        "the weight taken from the bias",
        lambda w_z, b_z, mean, std: (w_z / std, b_z - w_z),
        "In the bias, mean and std are missing. What is z for a reading of 0?",
    ),
    Mistake(
        "the shift alone, with its sign turned around",
        lambda w_z, b_z, mean, std: (w_z / std, w_z * mean / std),
        "In the bias b_z itself is missing, and the sign of the shift is turned around.",
    ),
    Mistake(
        "the mean over std added",
        lambda w_z, b_z, mean, std: (w_z / std, b_z + mean / std),
        "In the bias w_z is missing, and the sign of the shift is turned around.",
    ),
    Mistake(
        "the mean added",
        lambda w_z, b_z, mean, std: (w_z / std, b_z + mean),
        "The mean is a reading and b_z a temperature; they cannot be added. What turns a reading "
        "into a temperature?",
    ),
    Mistake(
        "adds a shift that is not scaled",
        lambda w_z, b_z, mean, std: (w_z / std, b_z + w_z * mean),
        "Two things in the shift: its sign is turned around, and in (t − mean)/std the mean is "
        "divided by std as well.",
    ),
    Mistake(
        "no bias",
        lambda w_z, b_z, mean, std: (w_z / std, 0.0),
        "The bias is always 0. What does the model give for a reading of 0?",
    ),
)
