"""What has to hold for Xavier's bound, for exercise 7.3 of notebook 07.

Each property is a case of its own, with a mistake that breaks it and nothing else: whatever breaks
it gets the hint.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from course_utils.exercises import Case, Mistake
from course_utils.exercises.initialization.solutions import xavier_bound

Bound = Callable[[int, int], Any]


def _both_ways(answer: Bound, num_in: int, num_out: int) -> str:
    one, other = float(answer(num_in, num_out)), float(answer(num_out, num_in))
    return "the same" if math.isclose(one, other, rel_tol=1e-3) else "another bound"


def _larger_network(answer: Bound, num_in: int, num_out: int) -> str:
    ratio = float(answer(num_in, num_out)) / float(answer(4 * num_in, 4 * num_out))
    if abs(ratio - 1) < 1e-3:
        return "it stays"
    if ratio < 1:
        return "it grows"
    if ratio > 2.1:
        return "it falls, to less than half"
    return "it falls to a half" if ratio > 1.9 else "it stays above a half"


def _variance(answer: Bound, num_in: int, num_out: int) -> str:
    if float(answer(num_in, num_out)) == float(answer(4 * num_in, 4 * num_out)):
        return "the same for all sizes"
    parts = float(answer(num_in, num_out)) ** 2 / 3 * (num_in + num_out) / 2
    if abs(parts - 1) < 0.01:
        return "the one that is wanted"
    return "too large" if parts > 1 else "too small"


# The sizes 7, 8 and 9 tell these cases apart from each other and from all others.
CASES = (
    Case("7 inputs and 18 outputs, and the other way round", (7, 18), _both_ways),
    Case("four times as many inputs and outputs", (8, 19), _larger_network),
    Case("9 inputs, 16 outputs: the variance of the weights", (9, 16), _variance),
)


def _where(num_in: int, wrong: Bound) -> Bound:
    return lambda a, b: wrong(a, b) if a == num_in else xavier_bound(a, b)


PROPERTIES = (
    Mistake(
        "one side counts more",
        _where(7, lambda a, b: 2 * xavier_bound(a, b)),
        "With inputs and outputs exchanged the bound is another one. Does one side count for more "
        "in 2/(a + b)?",
    ),
    Mistake(
        "grows with the network",
        _where(8, lambda a, b: 1e-9),
        "The larger the network, the larger this bound. Which way should it go?",
    ),
    Mistake(
        "falls too fast",
        _where(8, lambda a, b: 1e9),
        "With a larger network this bound falls too fast. Does all that belongs "
        "under the root stand there?",
    ),
    Mistake(
        "falls too slowly",
        _where(8, lambda a, b: 1.5 * xavier_bound(4 * a, 4 * b)),
        "With a larger network this bound hardly falls. Is something added, or rooted twice?",
    ),
    Mistake(
        "too large a variance",
        _where(9, lambda a, b: 9.0),
        "The variance of these weights comes out larger than 2/(a + b). Which one have numbers "
        "that are uniform in [−c, c]?",
    ),
    Mistake(
        "too small a variance",
        _where(9, lambda a, b: 0.0),
        "The variance of these weights comes out smaller than 2/(a + b). How large is it for "
        "numbers uniform in [−c, c]?",
    ),
)
