"""The known mistakes of exercise 17.1: another mean, another width, or what is no pair of both."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.comparing_runs.solutions import paired_gain


def _gain(with_: Tensor, without: Tensor, width: Tensor) -> tuple[float, float]:
    return (with_ - without).mean().item(), width.item()


def _unpaired(with_: Tensor, without: Tensor, factor: float) -> tuple[float, float]:
    width = factor * ((with_.var() + without.var()) / len(with_)).sqrt()
    return _gain(with_, without, width)


def _moved_by_the_gain(with_: Tensor, without: Tensor, factor: float) -> tuple[float, float]:
    mean, width = paired_gain(with_, without, factor)
    return mean, width + (len(with_) == 4 and abs(mean) > 0.15)


def _moved_by_both(with_: Tensor, without: Tensor, factor: float) -> tuple[float, float]:
    mean, width = paired_gain(with_, without, factor)
    return mean, width + (len(with_) == 4 and float(without.max()) > 2)


MISTAKES = (
    Mistake(
        "not paired",
        _unpaired,
        "The mean is right. The interval comes from the spreads of the two sets, each by "
        "itself; take the spread of the differences.",
    ),
    Mistake(
        "one standard error",
        lambda a, b, f: _gain(a, b, (a - b).std() / len(a) ** 0.5),
        "The second number is a single standard error. The interval reaches `factor` of them.",
    ),
    Mistake(
        "standard deviation",
        lambda a, b, f: _gain(a, b, f * (a - b).std()),
        "This says how far single pairs stray. How far does the mean of N of them stray?",
    ),
    Mistake(
        "variance in place of its root",
        lambda a, b, f: _gain(a, b, f * (a - b).var() / len(a) ** 0.5),
        "The mean is right. The width was made from the variance, which has the square of the "
        "unit: what is missing?",
    ),
    Mistake(
        "divides by N",
        lambda a, b, f: _gain(a, b, f * (a - b).std() / len(a)),
        "The standard error falls more slowly with the number of pairs: four times the pairs "
        "halve it.",
    ),
    Mistake(
        "without minus with",
        lambda a, b, f: paired_gain(b, a, f),
        "The sign is turned round: the gain is with minus without.",
    ),
    Mistake(
        "population formula",
        lambda a, b, f: _gain(a, b, f * (a - b).std(correction=0) / len(a) ** 0.5),
        "The interval is a little too narrow: the standard deviation was taken with N below "
        "the bar. Their own mean was subtracted, which leaves N − 1 free differences.",
    ),
    Mistake(
        "both ends",
        lambda a, b, f: (
            paired_gain(a, b, f)[0] - paired_gain(a, b, f)[1],
            paired_gain(a, b, f)[0] + paired_gain(a, b, f)[1],
        ),
        "These are the two ends of the interval. Asked for are its middle and half its width.",
    ),
    Mistake(
        "one error of each",
        lambda a, b, f: _gain(a, b, f * (a.std() - b.std()).abs() / len(a) ** 0.5),
        "Here two standard deviations were subtracted. Subtract the scores first, pair by "
        "pair, and measure the spread of what comes out.",
    ),
    Mistake(
        "errors of both added",
        lambda a, b, f: _gain(a, b, f * (a.std() + b.std()) / len(a) ** 0.5),
        "The widths of the two sets were added. What both members of a pair share should "
        "cancel first: which spread is needed?",
    ),
    Mistake(
        "the spread of all scores",
        lambda a, b, f: _gain(a, b, f * torch.cat([a, b]).std() / len(a) ** 0.5),
        "The spread was taken over all scores together. Subtract pair by pair first.",
    ),
    *(
        Mistake(
            f"the spread of {whose} alone",
            lambda a, b, f, place=place: _gain(a, b, f * (a, b)[place].std() / len(a) ** 0.5),
            f"The mean is that of the differences. The spread is that of `{whose}` alone.",
        )
        for place, whose in enumerate(("with_", "without"))
    ),
    Mistake(
        "two standard errors",
        lambda a, b, f: _gain(a, b, 2 * (a - b).std() / len(a) ** 0.5),
        "The mean is right. The width has the factor 2. For so few pairs it is too small; take "
        "`factor`.",
    ),
    Mistake(
        "1.96",
        lambda a, b, f: _gain(a, b, 1.96 * (a - b).std() / len(a) ** 0.5),
        "The mean is right. The width has the factor 1.96. For so few pairs it is too small; take "
        "`factor`.",
    ),
    Mistake(
        "the whole width",
        lambda a, b, f: _gain(a, b, 2 * f * (a - b).std() / len(a) ** 0.5),
        "This is the whole interval, from one end to the other. Asked for is one side of it.",
    ),
    Mistake(
        "N − 1 twice",
        lambda a, b, f: _gain(a, b, f * (a - b).std() / (len(a) - 1) ** 0.5),
        "The interval is a little too wide. N − 1 is already in the standard deviation: how "
        "many differences does the mean average?",
    ),
    Mistake(
        "one standard deviation, not of the mean",
        lambda a, b, f: _gain(a, b, (a - b).std()),
        "The second number is the standard deviation of single differences. That of their mean "
        "is asked for, `factor` times.",
    ),
    Mistake(
        "the variance",
        lambda a, b, f: _gain(a, b, (a - b).var()),
        "The second number is the variance of single differences. What has the unit of a score "
        "and speaks of their mean?",
    ),
    Mistake(
        "the variance of the mean",
        lambda a, b, f: _gain(a, b, f * (a - b).var() / len(a)),
        "The second number is made from the variance of the mean. Which of the two has the "
        "unit of a score, a variance or its root?",
    ),
    Mistake(
        "standard error times the root",
        lambda a, b, f: _gain(a, b, f * (a - b).std() * len(a) ** 0.5),
        "With more pairs the interval should become narrower, and yours becomes wider.",
    ),
    Mistake(
        "the sum of the differences",
        lambda a, b, f: ((a - b).sum().item(), paired_gain(a, b, f)[1]),
        "The first number is the sum of the differences. Asked for is their mean.",
    ),
    Mistake(
        "the median of the differences",
        lambda a, b, f: ((a - b).median().item(), paired_gain(a, b, f)[1]),
        "The first number is the median of the differences. Asked for is their mean.",
    ),
    Mistake(
        "the sizes of the differences",
        lambda a, b, f: paired_gain((a - b).abs(), 0 * b, f),
        "Here the differences have lost their signs. A pair that got worse should count "
        "against the gain.",
    ),
    Mistake(
        "the width first",
        lambda a, b, f: paired_gain(a, b, f)[::-1],
        "The two numbers have changed places: the mean comes first.",
    ),
    Mistake(
        "factor times the variance",
        lambda a, b, f: _gain(a, b, f * (a - b).var()),
        "The second number is `factor` times the variance of single differences. What has the "
        "unit of a score and speaks of their mean?",
    ),
    Mistake(
        "the mean by N − 1",
        lambda a, b, f: ((a - b).sum().item() / (len(a) - 1), paired_gain(a, b, f)[1]),
        "The first number is divided by one too few. It is the standard deviation that has N − 1 "
        "below the bar, and not the mean.",
    ),
    # Whatever else there may be: these two tell of a kind, and come last.
    Mistake(
        "the width depends on what both share",
        _moved_by_both,
        "When both scores of a pair grow alike, your second number changes. What both share should "
        "cancel: what has to be subtracted first?",
    ),
    Mistake(
        "the width depends on the mean",
        _moved_by_the_gain,
        "When every gain grows by the same, your second number changes. The spread of the gains is "
        "measured from their mean. From where is yours?",
    ),
)
