"""Ways to find the width of exercise 18.1 other than that of the solution."""

from __future__ import annotations

import math
from collections.abc import Callable


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
