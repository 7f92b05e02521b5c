"""Exercise 16.1 of notebook 16: a z-score that leaves out the entries that were 0 before."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.testing_chance import solutions


def _as_given(h: Tensor, h_after: Tensor, p: float) -> float:
    num_units = len(h_after)
    num_dropped = torch.count_nonzero(h_after == 0).item()
    return _score(num_dropped, num_units, p)


def _score(num_dropped: float, num_units: float, p: float) -> float:
    return (num_dropped - num_units * p) / math.sqrt(num_units * p * (1 - p))


def _numbers(h: Tensor, h_after: Tensor) -> tuple[float, float, float]:
    """Return how many entries there are, how many were alive, and how many of these are gone."""
    alive = h != 0
    return len(h), int(alive.sum()), int((h_after[alive] == 0).sum())


def _by_difference(h: Tensor, h_after: Tensor, p: float) -> Tensor:
    zeros_before, zeros_after = (h == 0).sum(), (h_after == 0).sum()
    num_units = (len(h) - zeros_before).double()
    return (zeros_after - zeros_before - num_units * p) / (num_units * p * (1 - p)).sqrt()


def _in_a_loop(h: Tensor, h_after: Tensor, p: float) -> float:
    num_units = num_dropped = 0
    for before, after in zip(h.tolist(), h_after.tolist(), strict=True):
        if before != 0:
            num_units += 1
            num_dropped += after == 0
    return _score(num_dropped, num_units, p)


def _survivors(h: Tensor, h_after: Tensor, p: float) -> float:
    _, alive, dropped = _numbers(h, h_after)
    return _score(alive - dropped, alive, p)


def _whole_size(h: Tensor, h_after: Tensor, p: float) -> float:
    size, _, dropped = _numbers(h, h_after)
    return _score(dropped, size, p)


def _all_zeros_counted(h: Tensor, h_after: Tensor, p: float) -> float:
    _, alive, _ = _numbers(h, h_after)
    return _score(int((h_after == 0).sum()), alive, p)


def _size_of_survivors(h: Tensor, h_after: Tensor, p: float) -> float:
    _, alive, dropped = _numbers(h, h_after)
    return _score(dropped, alive - dropped, p)


def _whole_spread(h: Tensor, h_after: Tensor, p: float) -> float:
    size, alive, dropped = _numbers(h, h_after)
    return (dropped - alive * p) / math.sqrt(size * p * (1 - p))


def _positive(h: Tensor, h_after: Tensor, p: float) -> float:
    alive = h > 0
    return _score(int((h_after[alive] == 0).sum()), int(alive.sum()), p)


def _share(h: Tensor, h_after: Tensor, p: float) -> float:
    _, alive, dropped = _numbers(h, h_after)
    return dropped / alive


def _without_root(h: Tensor, h_after: Tensor, p: float) -> float:
    _, alive, dropped = _numbers(h, h_after)
    return (dropped - alive * p) / (alive * p * (1 - p))


def _without_spread(h: Tensor, h_after: Tensor, p: float) -> float:
    _, alive, dropped = _numbers(h, h_after)
    return dropped - alive * p


def _distance(h: Tensor, h_after: Tensor, p: float) -> float:
    return abs(_by_difference(h, h_after, p).item())


def _before(h: Tensor, h_after: Tensor, p: float) -> float:
    _, alive, _ = _numbers(h, h_after)
    return _score(len(h) - alive, len(h), p)


def _of_survivors(h: Tensor, h_after: Tensor, p: float) -> float:
    left = h[h_after != 0]
    return _score(int((left == 0).sum()), max(len(left), 1), p)


def _case(zeros: int, dropped: int, kept: int, p: float, value: float = 1.5) -> Case:
    """Return the case of an h with so many zeros, and so many other entries dropped and kept."""
    h = torch.cat([torch.zeros(zeros), torch.full((dropped + kept,), value)])
    h_after = torch.cat([torch.zeros(zeros + dropped), torch.full((kept,), value / (1 - p))])
    order = torch.randperm(len(h), generator=torch.Generator().manual_seed(len(h)))
    text = f"{zeros} zeros before; of {dropped + kept} others {dropped} are dropped, p = {p}"
    if value < 0:
        text = f"{text}, all of them negative"
    inputs: tuple[Any, ...] = (h[order], h_after[order], p)
    return Case(text, inputs)


Z_TO_MEND = Exercise(
    number="16.1",
    name="z_to_mend",
    title="Zeros that were there before",
    level="change",
    hints=(
        "Take `h` as (0, 3, 5, 0) and `h_after` as (0, 0, 10, 0). How many units could be dropped, "
        "and how many were? Which two numbers of the function must change?",
        "`h != 0` is true where there is something to drop. Both the number of units and the "
        "number of dropped ones concern these places only.",
        "`alive = h != 0`, then `torch.count_nonzero(alive)` is the number of units, and "
        "`h_after[alive]` are the entries to look at.",
    ),
    learned="count only what the claim speaks of, in every place of the formula",
    cases=(
        _case(0, 30, 70, 0.2),
        _case(100, 30, 70, 0.2),
        _case(40, 12, 48, 0.25, value=-0.5),
        _case(3, 0, 5, 0.5),
        _case(7, 9, 1, 0.6),
    ),
    reference=solutions.z_to_mend,
    correct=(_by_difference, _in_a_loop),
    mistakes=(
        Mistake("as given", _as_given, given=True),
        Mistake(
            "the number of units is still that of all",
            _whole_size,
            "The dropped ones are counted rightly. But `num_units` is still that of all entries: "
            "how many could be dropped?",
        ),
        Mistake(
            "all zeros are counted",
            _all_zeros_counted,
            "The number of units is right now. But zeros that were there before are still counted "
            "as dropped.",
        ),
        Mistake(
            "the number of units is that of the survivors",
            _size_of_survivors,
            "The dropped ones are counted rightly. But `num_units` leaves them out: it counts the "
            "survivors. How many could be dropped?",
        ),
        Mistake(
            "the standard deviation is still that of all",
            _whole_spread,
            "Above the line all is right. Below it stands the standard deviation for all entries.",
        ),
        Mistake("positive ones only", _positive, "Negative entries can be dropped, too."),
        Mistake("survivors", _survivors, "This counts the survivors. Which ones does z count?"),
        Mistake("share", _share, "This is the share that was dropped. The z-score is asked for."),
        Mistake(
            "without the root",
            _without_root,
            "It is divided by the variance. A z-score counts standard deviations.",
        ),
        Mistake(
            "not divided",
            _without_spread,
            "This is the distance in units. How many standard deviations is it?",
        ),
        Mistake(
            "the size",
            _distance,
            "The sign is lost. Fewer dropped units than expected give a negative z.",
        ),
        Mistake("counts before", _before, "This counts the zeros of `h`. What has dropout made?"),
        Mistake(
            "zeros among the survivors",
            _of_survivors,
            "`h[h_after != 0]` has the entries that survived. You need the entries of `h_after` "
            "where `h` is not 0: the other way round.",
        ),
        Mistake(
            "the other sign",
            lambda h, h_after, p: -_by_difference(h, h_after, p),
            "The sign is the wrong way round: more dropped units than expected give a positive z.",
        ),
    ),
)
