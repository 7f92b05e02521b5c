"""What goes wrong in exercise 15.1 of notebook 15, and what to ask then."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake


def _over_bins(
    rule: Callable[[Tensor, Tensor, Tensor, int], Tensor], skip: bool = True
) -> Callable:
    """Return an answer that adds up `rule(said, happened, share, places)` over bins with days."""

    def answer(said: Tensor, happened: Tensor) -> Tensor:
        total = torch.tensor(0.0)
        for k in range(10):
            inside = (said > k / 10) & (said <= (k + 1) / 10)
            if inside.any() or not skip:
                share = inside.float().mean()
                total = total + rule(said[inside], happened[inside], share, len(said))
        return total

    return answer


def _mean_of_bins(said: Tensor, happened: Tensor) -> Tensor:
    distances = []
    for k in range(10):
        inside = (said > k / 10) & (said <= (k + 1) / 10)
        if inside.any():
            distances.append((said[inside].mean() - happened[inside].mean()).abs())
    return torch.stack(distances).mean()


def _largest(said: Tensor, happened: Tensor) -> Tensor:
    distances = []
    for k in range(10):
        inside = (said > k / 10) & (said <= (k + 1) / 10)
        if inside.any():
            distances.append((said[inside].mean() - happened[inside].mean()).abs())
    return torch.stack(distances).max()


def _five_bins(said: Tensor, happened: Tensor) -> Tensor:
    total = torch.tensor(0.0)
    for k in range(5):
        inside = (said > k / 5) & (said <= (k + 1) / 5)
        if inside.any():
            distance = (said[inside].mean() - happened[inside].mean()).abs()
            total = total + distance * inside.float().mean()
    return total


def _middle_of_bins(said: Tensor, happened: Tensor) -> Tensor:
    total = torch.tensor(0.0)
    for k in range(10):
        inside = (said > k / 10) & (said <= (k + 1) / 10)
        if inside.any():
            distance = ((2 * k + 1) / 20 - happened[inside].mean()).abs()
            total = total + distance * inside.float().mean()
    return total


MISTAKES = (
    Mistake(
        "each bin alike",
        _mean_of_bins,
        "Here each bin counts the same. A bin with more days should count for more.",
    ),
    Mistake("the worst bin", _largest, "This is the largest distance. Asked for is their average."),
    Mistake(
        "not weighted",
        _over_bins(lambda said, happened, share, n: (said.mean() - happened.mean()).abs()),
        "The distances were added up. By which share does each bin count?",
    ),
    Mistake(
        "ten for the number of bins",
        _over_bins(lambda said, happened, share, n: (said.mean() - happened.mean()).abs() / 10),
        "The sum of the distances was divided by ten. A bin counts by its share of the days.",
    ),
    Mistake(
        "not divided",
        _over_bins(
            lambda said, happened, share, n: (said.mean() - happened.mean()).abs() * share * n
        ),
        "Each distance was multiplied by the number of days in its bin, and nothing divides by the "
        "number of all days.",
    ),
    Mistake(
        "signs kept",
        _over_bins(lambda said, happened, share, n: (said.mean() - happened.mean()) * share),
        "Bins above and below the diagonal cancel each other here. A distance has no sign.",
    ),
    Mistake(
        "one sign turned",
        _over_bins(lambda said, happened, share, n: (happened.mean() - said.mean()) * share),
        "Bins above and below the diagonal cancel each other here. A distance is never negative.",
    ),
    Mistake(
        "the gap alone",
        lambda said, happened: (said.mean() - happened.mean()).abs(),
        "This compares the means over all days. Asked for is one distance for each bin.",
    ),
    Mistake(
        "squared",
        _over_bins(lambda said, happened, share, n: (said.mean() - happened.mean()) ** 2 * share),
        "The distances were squared. The bars in the formula stand for the absolute value.",
    ),
    Mistake(
        "the root of squares",
        lambda said, happened: (
            _over_bins(lambda s, h, share, n: (s.mean() - h.mean()) ** 2 * share)(said, happened)
            ** 0.5
        ),
        "This is the root of a mean of squares. The mean of the distances themselves is asked for.",
    ),
    Mistake(
        "day by day",
        lambda said, happened: (said - happened).abs().mean(),
        "This is the distance of each day's forecast from 0 or 1. Average over the days of a bin "
        "first, then take the distance.",
    ),
    Mistake(
        "day by day, squared",
        lambda said, happened: ((said - happened) ** 2).mean(),
        "This is the mean squared error of the forecasts, called the Brier score. Asked for are "
        "distances between means, bin by bin.",
    ),
    Mistake(
        "empty bins kept",
        _over_bins(
            lambda said, happened, share, n: (said.mean() - happened.mean()).abs() * share,
            skip=False,
        ),
        "It is `nan` where a bin has no days: the mean of nothing. Leave such a bin out.",
    ),
    Mistake(
        "five bins",
        _five_bins,
        "These are five bins. Ten are asked for, as in the reliability diagram.",
    ),
    Mistake(
        "the middle of the bin",
        _middle_of_bins,
        "The middle of a bin is not the mean of its forecasts. Take the mean of those inside.",
    ),
)
