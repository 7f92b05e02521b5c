"""Exercise 17.3 of notebook 17: pairs are added until the gap looks clear."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from typing import Any

import numpy as np

from course_utils.exercises import Case, Exercise
from course_utils.exercises.comparing_runs import solutions
from course_utils.exercises.comparing_runs.stopping_mistakes import MISTAKES

StopsAt = Callable[[Any], Any]


def _stop(answer: StopsAt, gaps: Any) -> str:
    """Say where an answer stops, with the number that it returned, or that it never does."""
    found = answer(gaps)
    if found is None:
        return "never"
    if isinstance(found, bool | str) or np.ndim(found) != 0 or int(found) != found:
        return "something else than a whole number"
    return f"at {int(found)} pairs"


def _by_sums(gaps: Any) -> int | None:
    total, squares = 0.0, 0.0
    for count, gap in enumerate(gaps.tolist(), start=1):
        total, squares = total + gap, squares + gap**2
        if count >= 5:
            mean = total / count
            variance = max(squares - count * mean**2, 0) / (count - 1)
            if abs(mean) > 2 * math.sqrt(variance / count):
                return count
    return None


def _by_statistics(gaps: Any) -> int | None:
    values = [float(gap) for gap in gaps]
    for count in range(5, len(values) + 1):
        so_far = values[:count]
        if abs(statistics.mean(so_far)) > 2 * statistics.stdev(so_far) / count**0.5:
            return count
    return None


_SEVEN = np.array([0.9, -0.2, 0.4, -0.3, 0.7, 0.5, 1.0, 0.2, -2.0, 0.1])
_BELOW = -_SEVEN
_FIVE = np.array([0.9, 1.1, 1.0, 0.8, 1.2, -3.0, -2.0])
_LAST = np.array([0.3, 0.7, 0.2, -0.3, 1.6, -0.1, 0.7, 0.3])
_NEVER = np.array([1.0, -1.1, 0.9, -0.8, 1.2, -1.0, 0.4, -0.5, 0.3, -0.2])
# clear with the first three, and never from five on
_EARLY = np.array([1.0, 1.1, 0.9, -4.0, 1.0, -2.0, 0.5, -1.0])
# clear with N below the bar one look before it is with N − 1, and earlier with other widths
_CLOSE = np.array([0.0, -0.6, 1.7, -0.1, 0.6, 0.1, 1.6, 1.4, 0.8, -1.5, 0.3, 0.8])
# clear at 7 pairs with two standard errors, later with Student's factors
_LATER = np.array([1.5, 0.2, 0.4, -0.6, 1.1, 2.6, 0.5, 2.2, 0.4, 1.7, -0.1, 2.2])
_ALIKE = np.array([0.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0])

STOPS_AT = Exercise(
    number="17.3",
    name="stops_at",
    title="Until it is clear",
    level="build",
    hints=(
        "Go through the numbers of pairs, from 5 to all of them. At each of them only the first "
        "pairs are known: `gaps[:num_pairs]`.",
        "For each number of pairs compare two quantities: the size of the mean, `abs(…)`, and two "
        "standard errors of this mean. `half_width(so_far, 2)` gives the second. Return at the "
        "first number where the mean is larger.",
        "`for num_pairs in range(5, len(gaps) + 1):` and inside `so_far = gaps[:num_pairs]`, then "
        "one `if` with a `return`. What stands after the loop is reached if they never stop.",
    ),
    learned="many looks, many chances: on noise more than a third stop within 50 pairs",
    cases=(
        Case("ten gaps, most of them above 0", (_SEVEN,), _stop),
        Case("the same gaps with the other sign", (_BELOW,), _stop),
        Case("seven gaps, the first five alike", (_FIVE,), _stop),
        Case("eight gaps that become clear with the last", (_LAST,), _stop),
        Case("ten gaps that change their sign each time", (_NEVER,), _stop),
        Case("eight gaps, the first three alike", (_EARLY,), _stop),
        Case("twelve gaps, close to the limit", (_CLOSE,), _stop),
        Case("eight gaps, all but the first alike", (_ALIKE,), _stop),
        Case("twelve gaps, most of them above 0", (_LATER,), _stop),
        Case("twelve gaps, most of them below 0", (-_LATER,), _stop),
    ),
    reference=solutions.stops_at,
    correct=(_by_sums, _by_statistics),
    mistakes=MISTAKES,
)
