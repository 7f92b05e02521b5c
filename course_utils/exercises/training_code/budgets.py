"""Exercise 11.7 of notebook 11: the width that a number of parameters allows."""

from __future__ import annotations

import math
from collections.abc import Callable

from course_utils.exercises import Case, Exercise, Mistake


def widest(depth: int, budget: int) -> int:
    """Return the largest width with which 2 inputs, `depth` hidden layers and 2 outputs fit."""
    width = 0
    while num_parameters(depth, width + 1) <= budget:
        width += 1
    return width


def num_parameters(depth: int, width: int) -> int:
    """Return the number of weights and biases."""
    return 3 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)


def _search(count: Callable[[int, int], int], extra: int = 0) -> Callable[[int, int], int]:
    def widest(depth: int, budget: int) -> int:
        return sum(count(depth, width) <= budget for width in range(1, budget + 1)) + extra

    return widest


def _by_formula(depth: int, budget: int) -> int:
    a, b, c = depth - 1, depth + 4, 2 - budget  # a·w² + b·w + c ≤ 0
    if c + b + a > 0:
        return 0
    root = math.isqrt(b * b - 4 * a * c)
    return -c // b if a == 0 else (root - b) // (2 * a)


WIDEST = Exercise(
    number="11.7",
    title="Width for a budget",
    level="build",
    learned="compare depths at equal numbers of parameters; between layers they grow as width²",
    cases=(
        Case("1 hidden layer, 1,000 parameters", (1, 1000)),
        Case("1 hidden layer, 152 parameters", (1, 152)),
        Case("2 hidden layers, 1,082 parameters", (2, 1082)),
        Case("2 hidden layers, 1,081 parameters", (2, 1081)),
        Case("5 hidden layers, 1,000 parameters", (5, 1000)),
        Case("20 hidden layers, 10,000 parameters", (20, 10_000)),
        Case("20 hidden layers, 44 parameters", (20, 44)),
        Case("1 hidden layer, 6 parameters", (1, 6)),
    ),
    reference=widest,
    correct=(_by_formula, _search(num_parameters)),
    mistakes=(
        Mistake(
            "weights alone",
            _search(lambda depth, w: 4 * w + (depth - 1) * w * w),
            "The biases are not counted: each layer has one for each of its outputs.",
        ),
        Mistake(
            "one step too far",
            _search(num_parameters, extra=1),
            "This is the first width that does not fit. The last one that does is asked for.",
        ),
        Mistake(
            "less than the budget",
            _search(lambda depth, w: num_parameters(depth, w) + 1),
            "A network that needs the whole budget fits too: at most, not less than.",
        ),
        Mistake(
            "one hidden layer too many",
            _search(lambda depth, w: num_parameters(depth + 1, w)),
            "One layer between too many: how many matrices of width × width does a network with a "
            "single hidden layer have?",
        ),
        Mistake(
            "one hidden layer, whatever depth says",
            _search(lambda depth, w: num_parameters(1, w)),
            "With one hidden layer this is right. What lies between two hidden layers?",
        ),
        Mistake(
            "no biases at the end",
            _search(lambda depth, w: num_parameters(depth, w) - 2),
            "The two outputs have biases as well.",
        ),
        Mistake(
            "one output",
            _search(lambda depth, w: num_parameters(depth, w) - (w + 1)),
            "One output is missing: the last layer has two, each with its weights and its bias.",
        ),
        Mistake(
            "at least 1",
            lambda depth, budget: max(1, widest(depth, budget)),
            "Right wherever a network fits. Where not even width 1 does, what is to be returned?",
        ),
    ),
)
