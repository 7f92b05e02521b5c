"""Exercise 17.4 of notebook 17: a comparison in which both sides get the same search."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from course_utils.exercises import Case, Exercise
from course_utils.exercises.comparing_runs import solutions
from course_utils.exercises.comparing_runs.opponents_mistakes import MISTAKES, RATES, fair

LossOf = Callable[[str, float, int], float]
# The mean loss of each method at each of the four rates, without luck.
_LEVELS = {"old": (0.60, 0.45, 0.30, 0.42), "new": (0.62, 0.50, 0.40, 0.28)}
_EQUAL = {"old": (0.60, 0.45, 0.35, 0.30), "new": (0.62, 0.45, 0.41, 0.30)}


def _losses(levels: Mapping[str, tuple[float, ...]], luck: float, shared: float) -> LossOf:
    """Return losses with luck on the first five seeds and a swing that both methods share.

    With `luck`, the methods look better by it on the seeds 0 to 4, the new one by twice as much.
    """

    def loss_of(method: str, lr: float, seed: int) -> float:
        if method not in levels:
            raise ValueError(f"the methods are 'old' and 'new', got {method!r}")
        if lr not in RATES:
            raise ValueError(f"the rates are {RATES}, got {lr!r}")
        loss = levels[method][RATES.index(lr)] + shared * ((7 * seed) % 11 - 5) / 10
        if seed < 5:
            loss -= luck * (2 if method == "new" else 1)
        return loss + 0.01 * ((seed * (3 if method == "new" else 5)) % 7 - 3)

    return loss_of


def _gain(
    answer: Any, levels: Mapping[str, tuple[float, ...]], luck: float = 0.0, shared: float = 0.0
) -> float:
    return float(answer(_losses(levels, luck, shared)))


def _calls(answer: Any) -> str:
    """Say how many seeds chose the rates, and what was run on the fresh ones."""
    seen: set[tuple[str, float, int]] = set()
    inner = _losses(_LEVELS, 0.0, 0.0)

    def loss_of(method: str, lr: float, seed: int) -> float:
        loss = inner(method, lr, seed)
        seen.add((method, lr, seed))
        return loss

    answer(loss_of)
    tuning = {seed for _, _, seed in seen if seed < 5}
    fresh = [call for call in seen if call[2] >= 5]
    combinations = {call[:2] for call in fresh}
    return (
        f"{len(tuning)} seeds below 5; from 5 on {len({seed for _, _, seed in fresh})} seeds, "
        f"and {len(combinations)} pairs of a method and a rate"
    )


def _with_arrays(loss_of: LossOf) -> Any:
    table = {
        method: np.array([[loss_of(method, lr, seed) for seed in range(5)] for lr in RATES])
        for method in ("old", "new")
    }
    best = {method: RATES[int(losses.mean(axis=1).argmin())] for method, losses in table.items()}
    fresh = {
        method: np.array([loss_of(method, lr, seed) for seed in range(5, 25)])
        for method, lr in best.items()
    }
    return fresh["new"].mean() - fresh["old"].mean()


FAIR_GAIN = Exercise(
    number="17.4",
    name="fair_gain",
    title="A fair opponent",
    level="change",
    hints=(
        "Section 17.9 and the end of section 17.8 name two faults. Which side has chosen its rate "
        "here? And on which seeds does the last line measure?",
        'Put the search into a loop over `("old", "new")`, and keep the chosen rate of each '
        "method, for example in a dictionary. The means must begin anew for each method.",
        "After the search, loop over `range(5, 25)`. In each round call `loss_of` twice, once for "
        "each method at its own rate, and collect the differences.",
    ),
    learned="the same search for both sides, and seeds that have chosen nothing",
    cases=(
        Case("new is better by 0.02 when both are tuned", (_LEVELS,), _gain),
        Case("the two are equal when both are tuned", (_EQUAL,), _gain),
        Case("the first five seeds flatter the new one", (_LEVELS, 0.05), _gain),
        Case("a swing that both share, and flattering seeds", (_EQUAL, 0.05, 0.2), _gain),
        Case("which runs are made", (), _calls),
    ),
    reference=solutions.fair_gain,
    correct=(_with_arrays, fair()),
    mistakes=MISTAKES,
)
