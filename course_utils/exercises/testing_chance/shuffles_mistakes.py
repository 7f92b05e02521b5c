"""Wrong answers to exercise 16.2: tests that accuse right shuffles, or miss faulty ones."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable

import torch
from torch import Generator, Tensor

from course_utils.exercises import Mistake

Shuffle = Callable[[int, Generator], Tensor]
Finder = Callable[[Shuffle, Generator], bool]
NUM_DRAWS = 300  # enough for the faults here, and quick
PLACE_DRAWS = 600  # a missing order shows less at the places
ORDERS = tuple(itertools.permutations(range(3)))


def _counts(shuffle: Shuffle, generator: Generator, num_draws: int) -> Counter:
    return Counter(tuple(shuffle(3, generator).tolist()) for _ in range(num_draws))


def _z(count: int, num_draws: int, p: float) -> float:
    return (count - num_draws * p) / math.sqrt(num_draws * p * (1 - p))


def alarm_by_limit(threshold: float, num_draws: int) -> Finder:
    """Return the test of the six orders with this threshold and number of draws."""

    def finds_fault(shuffle: Shuffle, generator: Generator) -> bool:
        counts = _counts(shuffle, generator, num_draws)
        if set(counts) - set(ORDERS):
            return True
        return any(abs(_z(counts[order], num_draws, 1 / 6)) > threshold for order in ORDERS)

    return finds_fault


def _seen_orders_only(shuffle: Shuffle, generator: Generator) -> bool:
    counts = _counts(shuffle, generator, NUM_DRAWS)
    if set(counts) - set(ORDERS):
        return True
    return (
        max(abs(_z(count, NUM_DRAWS, 1 / len(counts))) for count in counts.values()) > 5
        if (len(counts) > 1)
        else False
    )


def _seen_orders_of_six(shuffle: Shuffle, generator: Generator) -> bool:
    counts = _counts(shuffle, generator, NUM_DRAWS)
    if set(counts) - set(ORDERS):
        return True
    return any(abs(_z(count, NUM_DRAWS, 1 / 6)) > 5 for count in counts.values())


def _no_order_only(shuffle: Shuffle, generator: Generator) -> bool:
    return bool(set(_counts(shuffle, generator, NUM_DRAWS)) - set(ORDERS))


def _orders_taken_for_granted(shuffle: Shuffle, generator: Generator) -> bool:
    counts = _counts(shuffle, generator, NUM_DRAWS)
    inside = sum(counts[order] for order in ORDERS)
    return any(abs(_z(counts[order], inside, 1 / 6)) > 5 for order in ORDERS)


def _different_orders(shuffle: Shuffle, generator: Generator) -> bool:
    return len(_counts(shuffle, generator, NUM_DRAWS)) < len(ORDERS)


def _exactly_six(shuffle: Shuffle, generator: Generator) -> bool:
    return len(_counts(shuffle, generator, NUM_DRAWS)) != len(ORDERS)


def _identity_only(shuffle: Shuffle, generator: Generator) -> bool:
    counts = _counts(shuffle, generator, NUM_DRAWS)
    if set(counts) - set(ORDERS):
        return True
    return abs(_z(counts[0, 1, 2], NUM_DRAWS, 1 / 6)) > 5


def _places(shuffle: Shuffle, generator: Generator) -> bool:
    draws = torch.stack([shuffle(3, generator) for _ in range(PLACE_DRAWS)])
    if not torch.equal(draws.sort(dim=1).values, torch.arange(3).expand(PLACE_DRAWS, 3)):
        return True
    return any(
        abs(_z(int((draws[:, place] == number).sum()), PLACE_DRAWS, 1 / 3)) > 5
        for place in range(3)
        for number in range(3)
    )


def _first_place(shuffle: Shuffle, generator: Generator) -> bool:
    firsts = Counter(int(shuffle(3, generator)[0]) for _ in range(PLACE_DRAWS))
    return any(abs(_z(firsts[number], PLACE_DRAWS, 1 / 3)) > 5 for number in range(3))


def _never_twice(shuffle: Shuffle, generator: Generator) -> bool:
    return torch.equal(shuffle(3, generator), shuffle(3, generator))


def _other_way_round(shuffle: Shuffle, generator: Generator) -> bool:
    return not alarm_by_limit(5, NUM_DRAWS)(shuffle, generator)


def _own_draws(shuffle: Shuffle, generator: Generator) -> bool:
    return alarm_by_limit(5, NUM_DRAWS)(
        lambda n, _: torch.randperm(n, generator=generator), generator
    )


MISTAKES = (
    Mistake(
        "never an alarm",
        _own_draws,
        "No alarm at all. Does the function draw from the `shuffle` that it is given, and does it "
        "return what it has found?",
    ),
    Mistake(
        "the other way round",
        _other_way_round,
        "Right shuffles get an alarm and faulty ones get none: `True` means an alarm.",
    ),
    Mistake(
        "a low threshold",
        alarm_by_limit(1.5, NUM_DRAWS),
        "All faults raise an alarm, and right shuffles do as well. Is the standard deviation that "
        "of the count? And six z-scores are a suite of six tests: with the threshold 2 about "
        "every fourth such suite raises a false alarm. See section 16.3.",
    ),
    Mistake(
        "no order",
        _no_order_only,
        "It notices lost numbers, and nothing else. Are all six orders equally likely?",
    ),
    Mistake(
        "lost numbers are left out",
        _orders_taken_for_granted,
        "A result that is none of the six orders raises no alarm.",
    ),
    Mistake(
        "how many different orders",
        _different_orders,
        "It asks how many different results come. What if all six orders come, but not equally "
        "often, or if other results come as well?",
    ),
    Mistake(
        "six different results",
        _exactly_six,
        "It asks whether just six different results come. What if all six orders come, but not "
        "equally often?",
    ),
    Mistake(
        "seen orders only",
        _seen_orders_only,
        "Only orders that have come are looked at. An order that never comes has the count 0, and "
        "is the clearest sign of all.",
    ),
    Mistake(
        "seen orders only, each expected in a sixth",
        _seen_orders_of_six,
        "Only orders that have come are looked at. If one never comes, the other five come in a "
        "fifth of the draws instead of a sixth, too near for 1,000 draws. The count 0 of the "
        "missing one is the clearest sign: look at all six.",
    ),
    Mistake(
        "the unmoved order only",
        _identity_only,
        "One order is counted. A shuffle may be right in this one and wrong in others.",
    ),
    Mistake(
        "each number at each place",
        _places,
        "Each number comes to each place equally often, also with the wheel. But which orders does "
        "the wheel reach?",
    ),
    Mistake(
        "the first place only",
        _first_place,
        "This looks at one place of the row. What do the other places do?",
    ),
    Mistake(
        "few draws",
        alarm_by_limit(5, 12),
        "Too few draws: with a dozen or so, large faults are missed. How many does the task name?",
    ),
    Mistake(
        "two calls",
        _never_twice,
        "Two results that are equal are no proof: with three numbers that happens to a right "
        "shuffle in one of six pairs. Count.",
    ),
)
