"""Exercise 18.2 of notebook 18: the rate with the lowest median, not the one lucky run."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from course_utils.exercises import Case, Exercise
from course_utils.exercises.depth_and_width import solutions
from course_utils.exercises.depth_and_width.rate_mistakes import MISTAKES, in_a_loop, ranked

Runs = tuple[tuple[float, float], ...]
NAN, INF = math.nan, math.inf

_LUCKY: Runs = (
    *((0.1, 0.30), (0.1, 0.31), (0.1, 0.32)),
    *((1.0, 0.20), (1.0, 0.60), (1.0, 0.70)),
)
_DRAGGED: Runs = (
    *((0.1, 0.40), (0.1, 0.41), (0.1, 0.42)),
    *((0.3, 0.29), (0.3, 0.30), (0.3, 9.00)),
)
_EXPLODED: Runs = (
    *((0.1, 0.50), (0.1, 0.51), (0.1, 0.52)),
    *((1.0, 0.20), (1.0, NAN), (1.0, NAN)),
)
_INFINITE: Runs = (
    *((0.03, 0.90), (0.03, 0.80), (0.03, 0.70)),
    *((1.0, INF), (1.0, 0.10), (1.0, INF)),
)
_ONE_NAN: Runs = (
    *((0.1, 0.40), (0.1, 0.45), (0.1, 0.50)),
    *((0.3, 0.30), (0.3, 0.35), (0.3, NAN)),
)
_CLOSE: Runs = (
    *((0.1, 0.72), (0.1, 0.73), (0.1, 0.74)),
    *((1.0, 0.70), (1.0, 0.80), (1.0, NAN)),
)
_WORST: Runs = (
    *((3.0, 0.60), (3.0, 0.55), (3.0, 0.50)),
    *((0.3, 0.45), (0.3, 0.48), (0.3, 0.70)),
)


def _chosen(answer: Callable[[Any], Any], *runs: tuple[float, float]) -> float | str:
    """Give the answer a table of these rates and losses, and return what it chooses."""
    import pandas as pd

    seeds: dict[float, int] = {}
    rows = []
    for lr, loss in runs:
        seeds[lr] = seeds.get(lr, -1) + 1
        rows.append({"lr": lr, "seed": seeds[lr], "val_loss": loss})
    # The rows of the rates alternate, and their labels do not begin at 0.
    table = pd.DataFrame(rows).sort_values("seed", kind="stable")
    table.index = table.index + 7
    before = table.copy()
    chosen = answer(table)
    if not table.equals(before):
        return "the table has changed"
    if isinstance(chosen, int | float) or hasattr(chosen, "item"):
        return float(chosen)
    return f"no number: {type(chosen).__name__}"


CHOOSE_RATE = Exercise(
    number="18.2",
    name="choose_rate",
    title="A lucky rate",
    level="change",
    hints=(
        'Take three rates with three seeds each on paper. `runs.groupby("lr")` puts the rows of a '
        "rate together. Section 18.3 does so with the widths.",
        "What does pandas make of the median of 0.2, `nan` and `nan`? What should stand in the "
        "place of `nan`, so that it counts as the worst? `fillna` puts something there.",
        'First line: `losses = runs["val_loss"].fillna(torch.inf)`. Then group these losses by '
        '`runs["lr"]`, take the median, and ask for the rate with the smallest: `idxmin`.',
    ),
    learned="choose a rate by its median over seeds, and count exploded runs as the worst",
    cases=(
        Case("one lucky run at 1, three good ones at 0.1", _LUCKY, _chosen),
        Case("at 0.3 two good runs and one bad one", _DRAGGED, _chosen),
        Case("at 1 one good run and two that exploded to nan", _EXPLODED, _chosen),
        Case("at 1 one good run and two of inf", _INFINITE, _chosen),
        Case("at 0.3 two good runs and one nan", _ONE_NAN, _chosen),
        Case("three close runs at 0.1; two and one nan at 1", _CLOSE, _chosen),
        Case("rates 3 and 0.3, one worse run at 0.3", _WORST, _chosen),
    ),
    reference=solutions.choose_rate,
    correct=(in_a_loop, ranked),
    mistakes=MISTAKES,
)
