"""Exercise 16.2 of notebook 16: a test that finds faulty shuffles, and spares right ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.testing_chance import solutions
from course_utils.exercises.testing_chance.shuffles_mistakes import MISTAKES, Finder, alarm_by_limit

# Enough to tell a threshold of 2, with six counts in each test, from one of 3.
RIGHT_SEEDS = 32


def randperm(n: int, generator: Generator) -> Tensor:
    """Return a right shuffle."""
    return torch.randperm(n, generator=generator)


def by_sorting(n: int, generator: Generator) -> Tensor:
    """Return another right shuffle: the order that sorts n random numbers."""
    return torch.rand(n, generator=generator).argsort()


def loses(n: int, generator: Generator) -> Tensor:
    """Draw each number by itself, so that some come twice and some not at all."""
    return torch.randint(0, n, (n,), generator=generator)


def fixed(n: int, generator: Generator) -> Tensor:
    """Return the same order each time."""
    return torch.arange(n).roll(1)


def wheel(n: int, generator: Generator) -> Tensor:
    """Turn the row around like a wheel: each number comes to each place equally often."""
    return torch.arange(n).roll(int(torch.randint(0, n, (), generator=generator)))


def one_cycle(n: int, generator: Generator) -> Tensor:
    """Always move every number (Sattolo's shuffle)."""
    order = torch.arange(n)
    for i in range(n - 1, 0, -1):
        j = int(torch.randint(0, i, (), generator=generator))
        order[[i, j]] = order[[j, i]]
    return order


def lazy(n: int, generator: Generator) -> Tensor:
    """Leave the row as it is in every third call."""
    stays = torch.rand((), generator=generator) < 1 / 3
    return torch.arange(n) if stays else torch.randperm(n, generator=generator)


def keeps_last(n: int, generator: Generator) -> Tensor:
    """Shuffle all but the last number."""
    return torch.cat([torch.randperm(n - 1, generator=generator), torch.tensor([n - 1])])


def twisted(n: int, generator: Generator) -> Tensor:
    """Sort the others wherever the largest number comes first."""
    order = torch.randperm(n, generator=generator)
    return torch.cat([order[:1], order[1:].sort().values]) if order[0] == n - 1 else order


def misses_one(n: int, generator: Generator) -> Tensor:
    """Draw again where the numbers come in falling order, so that this order never comes."""
    order = torch.randperm(n, generator=generator)
    while torch.equal(order, torch.arange(n).flip(0)):
        order = torch.randperm(n, generator=generator)
    return order


def _watched(shuffle: Callable, given: Generator) -> Callable:
    """Return the shuffle; it refuses every generator but the given one."""

    def watched(n: int, generator: Generator) -> Tensor:
        if generator is not given:
            raise TypeError(
                "wanted `shuffle` to draw from the generator that finds_fault gets, got another "
                "one: call `shuffle(3, generator)`"
            )
        return shuffle(n, generator)

    return watched


def _alarms(answer: Finder, shuffle: Callable, seeds: range) -> list[bool]:
    found = []
    for seed in seeds:
        given = torch.Generator().manual_seed(seed)
        result: Any = answer(_watched(shuffle, given), given)
        if not isinstance(result, (bool, np.bool_, Tensor)):
            raise TypeError(f"wanted True or False from finds_fault, got {result!r}")
        found.append(bool(result))
    return found


def _false_alarms(answer: Finder, shuffle: Callable) -> str:
    """Say in words how often a right shuffle is accused. Two of the seeds are bad luck."""
    count = sum(_alarms(answer, shuffle, range(RIGHT_SEEDS)))
    return "hardly ever an alarm" if count <= 2 else "too often an alarm"


def _noticed(answer: Finder, shuffle: Callable) -> str:
    """Say in words whether a faulty shuffle is noticed with both of two seeds."""
    return "an alarm" if all(_alarms(answer, shuffle, range(100, 102))) else "no alarm"


def _with_chi_squared(shuffle: Callable, generator: Generator) -> bool:
    draws = torch.stack([torch.as_tensor(shuffle(3, generator)) for _ in range(2_000)])
    if not torch.equal(draws.sort(dim=1).values, torch.arange(3).expand(2_000, 3)):
        return True
    numbers = 3 * draws[:, 0] + draws[:, 1]
    counts = torch.bincount(numbers, minlength=9)[[1, 2, 3, 5, 6, 7]].double()
    return float(((counts - 2_000 / 6) ** 2).sum() / (2_000 / 6)) > 35


FINDS_FAULT = Exercise(
    number="16.2",
    name="finds_fault",
    title="A test for a shuffle",
    level="build",
    hints=(
        "Write down the six orders of 0, 1 and 2. In 1,000 draws of a right shuffle, how often "
        "does each come, and with which standard deviation? Each of the six counts is a count as "
        "in section 16.2, with p = 1/6.",
        "A test has three parts: draw, count, compare. `tuple(shuffle(3, generator).tolist())` is "
        "an order that can be the key of a dictionary. Something that is no order at all is an "
        "alarm by itself. Mind an order that never comes: its count is 0, and it must be looked "
        "at, too.",
        "Begin with a dictionary that has all six orders and the count 0 for each. After 1,000 "
        "draws compute for each z = (count − 1,000/6) / √(1,000 · 1/6 · 5/6), and raise an alarm "
        "where |z| is above 5. (Six scores are a suite of six tests: see section 16.3.)",
    ),
    learned="a test for chance: a claim, a count, a threshold, and faults to try it on",
    cases=(
        Case("a right shuffle, 32 seeds", (randperm,), _false_alarms),
        Case("another right shuffle, 32 seeds", (by_sorting,), _false_alarms),
        Case("a shuffle that loses numbers", (loses,), _noticed),
        Case("one that gives the same order each time", (fixed,), _noticed),
        Case("one that moves every number", (one_cycle,), _noticed),
        Case("one that does nothing in every third call", (lazy,), _noticed),
        Case("one that leaves the last number", (keeps_last,), _noticed),
        Case(
            "one that sorts the others where the largest number comes first", (twisted,), _noticed
        ),
        Case("one that turns the row like a wheel", (wheel,), _noticed),
        Case("one that never gives one of the six orders", (misses_one,), _noticed),
    ),
    reference=solutions.finds_fault,
    correct=(_with_chi_squared, alarm_by_limit(4, 3_000)),
    mistakes=MISTAKES,
    seconds=10.0,
)
