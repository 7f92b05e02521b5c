"""The width that exercise 11.7 asks for, and other ways to find one."""

from __future__ import annotations

import math
from collections.abc import Callable


def widest(depth: int, budget: int) -> int:
    """Return the largest width with which 2 inputs, `depth` hidden layers and 2 outputs fit."""
    width = 0
    while num_parameters(depth, width + 1) <= budget:
        width += 1
    return width


def num_parameters(depth: int, width: int) -> int:
    """Return the number of weights and biases."""
    return 3 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)


def search(count: Callable[[int, int], int], extra: int = 0) -> Callable[[int, int], int]:
    """Return a search for the largest width with at most `budget` of what `count` counts."""

    def widest(depth: int, budget: int) -> int:
        return sum(count(depth, width) <= budget for width in range(1, budget + 1)) + extra

    return widest


def by_formula(depth: int, budget: int) -> int:
    """Return the width as the solution of an equation, in whole numbers."""
    a, b, c = depth - 1, depth + 4, 2 - budget  # a·w² + b·w + c ≤ 0
    if c + b + a > 0:
        return 0
    root = math.isqrt(b * b - 4 * a * c)
    return -c // b if a == 0 else (root - b) // (2 * a)


def solved(depth: int, budget: int) -> float:
    """Return the width at which a network has just `budget` parameters, with its fraction."""
    a, b, c = depth - 1, depth + 4, 2 - budget
    return -c / b if a == 0 else (math.sqrt(b * b - 4 * a * c) - b) / (2 * a)
