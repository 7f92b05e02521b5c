"""Known mistakes of exercise 2.3 in the formula: another centre, another scale, another order."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.scales import both, of_each

FORMULA_MISTAKES = (
    Mistake(
        "the standard deviation with N − 1",
        lambda X_train, X_val: both(X_train, X_val, X_train.mean(dim=0), X_train.std(dim=0)),
        "This is a z-score with the other standard deviation, the one that divides by N − 1. "
        "`torch.std` has an argument for that, `correction`.",
    ),
    Mistake(
        "one scale for all features",
        lambda X_train, X_val: both(X_train, X_val, X_train.mean(), X_train.std(correction=0)),
        "One mean and one standard deviation for the whole table: the largest feature decides "
        "for all of them. Along which dimension do the examples run?",
    ),
    Mistake(
        "one scale for all features, with N − 1",
        lambda X_train, X_val: both(X_train, X_val, X_train.mean(), X_train.std()),
        "One mean and one standard deviation for the whole table, and divided by N − 1. Along "
        "which dimension do the examples run?",
    ),
    Mistake(
        "one mean for all features",
        lambda X_train, X_val: both(
            X_train, X_val, X_train.mean(), X_train.std(dim=0, correction=0)
        ),
        "One mean for the whole table is taken off every feature. Each feature has its own.",
    ),
    Mistake(
        "one deviation for all features",
        lambda X_train, X_val: both(X_train, X_val, X_train.mean(dim=0), X_train.std(correction=0)),
        "One standard deviation for the whole table divides every feature. Each has its own.",
    ),
    Mistake(
        "divides by the variance",
        of_each(lambda X, mean, std: (X - mean) / std**2),
        "You divide by the variance, the square of the standard deviation. What unit has the "
        "result? A z-score has none.",
    ),
    Mistake(
        "divides by the variance with N − 1",
        lambda X_train, X_val: both(X_train, X_val, X_train.mean(dim=0), X_train.var(dim=0)),
        "You divide by the variance, and by the one with N − 1. A z-score has no unit: is a root "
        "missing?",
    ),
    Mistake(
        "only divides",
        of_each(lambda X, mean, std: X / std),
        "The size is right, but nothing was centred: the mean of each training feature should "
        "come out as 0.",
    ),
    Mistake(
        "only centres",
        of_each(lambda X, mean, std: X - mean),
        "The mean of each training feature is 0 now. But its spread is the old one; what should "
        "its standard deviation be?",
    ),
    Mistake(
        "no parentheses",
        of_each(lambda X, mean, std: X - mean / std),
        "Division comes before the minus, so only the mean is divided. Parentheses say what "
        "belongs together.",
    ),
    Mistake(
        "the sign turned around",
        of_each(lambda X, mean, std: (mean - X) / std),
        "The sign is turned around: a reading above the mean has a positive z-score.",
    ),
    Mistake(
        "adds the mean",
        of_each(lambda X, mean, std: (X + mean) / std),
        "The mean is added here. What has to happen to it, for the centre to be at 0?",
    ),
    Mistake(
        "multiplies",
        of_each(lambda X, mean, std: (X - mean) * std),
        "You multiply by the standard deviation: the spread grows where it should become 1.",
    ),
    Mistake(
        "mean and deviation exchanged",
        of_each(lambda X, mean, std: (X - std) / mean),
        "Mean and standard deviation have changed places: which is the centre, and which the unit?",
    ),
    Mistake(
        "divides by the mean",
        of_each(lambda X, mean, std: X / mean),
        "You divide by the mean, and so 1 is where 0 should be. A z-score counts standard "
        "deviations from the mean.",
    ),
    Mistake(
        "centres, and divides by the mean",
        of_each(lambda X, mean, std: (X - mean) / mean),
        "You divide by the mean, which makes shares of it. A z-score counts standard deviations.",
    ),
    Mistake(
        "divides, then centres",
        of_each(lambda X, mean, std: X / std - mean),
        "Divided first, and then the mean of the old readings is taken off. In which order?",
    ),
    Mistake(
        "divides by the root of the deviation",
        of_each(lambda X, mean, std: (X - mean) / std.sqrt()),
        "You divide by the root of the standard deviation: one root too many.",
    ),
    Mistake(
        "divides by the root of the sum of squares",
        lambda X_train, X_val: both(
            X_train, X_val, X_train.mean(dim=0), (X_train - X_train.mean(dim=0)).norm(dim=0)
        ),
        "You divide by the root of a sum of squares. A standard deviation is the root of their "
        "mean.",
    ),
    Mistake(
        "from 0 to 1",
        lambda X_train, X_val: both(
            X_train, X_val, X_train.amin(dim=0), X_train.amax(dim=0) - X_train.amin(dim=0)
        ),
        "This maps the smallest reading to 0 and the largest to 1. A z-score counts standard "
        "deviations from the mean.",
    ),
    Mistake(
        "divides by the range",
        lambda X_train, X_val: both(
            X_train,
            X_val,
            X_train.mean(dim=0),
            X_train.amax(dim=0) - X_train.amin(dim=0),
        ),
        "You divide by the distance from the smallest to the largest reading. A z-score counts "
        "standard deviations.",
    ),
    Mistake(
        "divides by the largest size",
        lambda X_train, X_val: both(X_train, X_val, X_train.mean(dim=0), X_train.abs().amax(dim=0)),
        "You divide by the largest reading. A z-score counts standard deviations.",
    ),
    Mistake(
        "the median for the mean",
        lambda X_train, X_val: both(
            X_train, X_val, X_train.median(dim=0).values, X_train.std(dim=0, correction=0)
        ),
        "The centre is the median here. A z-score is counted from the mean.",
    ),
    Mistake(
        "numbers of each example, in a row",
        lambda X_train, X_val: both(
            X_train, X_val, X_train.mean(dim=1), X_train.std(dim=1, correction=0)
        ),
        "Mean and standard deviation run along the features, so there is one for each example. One "
        "for each feature is needed.",
    ),
    Mistake(
        "the mean of each example, in a row",
        lambda X_train, X_val: both(
            X_train, X_val, X_train.mean(dim=1), X_train.std(dim=0, correction=0)
        ),
        "Your mean runs along the features, so there is one for each example. One for each feature "
        "is needed.",
    ),
    Mistake(
        "the mean of sizes",
        lambda X_train, X_val: both(
            X_train,
            X_val,
            X_train.mean(dim=0),
            (X_train - X_train.mean(dim=0)).abs().mean(dim=0),
        ),
        "You divide by the mean of the sizes of the misses. A standard deviation is made of "
        "squares.",
    ),
)
