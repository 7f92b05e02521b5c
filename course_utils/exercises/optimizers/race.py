"""Exercise 4.6 of notebook 04: tune each rule alike, and decide on fresh starts."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.optimizers import solutions
from course_utils.exercises.optimizers.race_mistakes import MISTAKES
from course_utils.exercises.optimizers.referees import Run

# Last losses: for each rule and rate a row, with a number for each of six starts.
Table = dict[tuple[str, float], Sequence[float]]

RATES_DIFFER: Table = {
    ("plain", 0.1): (5.0, 7.0, 9.0, 6.0, 8.0, 7.0),
    ("plain", 0.5): (2.0, 3.0, 2.5, 0.9, 1.0, 0.8),
    ("round", 0.1): (4.0, 4.5, 5.0, 1.0, 1.5, 1.2),
    ("round", 0.5): (9.0, 9.5, 9.0, 0.5, 0.6, 0.7),
    ("slow", 0.1): (9.0, 9.5, 9.2, 9.1, 9.6, 9.4),
    ("slow", 0.5): (9.9, 9.7, 9.9, 9.8, 9.9, 9.7),
}
FRESH_DECIDES: Table = {
    ("lucky", 0.01): (3.0, 3.0, 3.0, 3.0, 3.0, 3.0),
    ("lucky", 0.1): (0.1, 0.2, 0.1, 9.0, 9.5, 8.0),
    ("steady", 0.01): (1.0, 1.2, 1.1, 1.0, 1.3, 1.2),
    ("steady", 0.1): (2.0, 2.2, 2.1, 0.2, 0.3, 0.1),
}
EXPLODES: Table = {
    ("bold", 1.0): (0.1, math.nan, 7.0, 0.1, 0.1, 0.1),
    ("bold", 0.1): (4.0, 5.0, 4.0, 5.0, 4.5, 4.0),
    ("calm", 1.0): (9.0, 9.5, 9.0, 0.4, 0.3, 0.2),
    ("calm", 0.1): (3.0, 3.5, 3.0, 3.5, 3.2, 3.1),
}
EXPLODES_LATER: Table = {key: EXPLODES[key] for key in reversed(EXPLODES)}  # rates in order
LUCKY_START: Table = {
    ("wild", 0.1): (0.1, 6.0, 6.0, 0.1, 7.0, 7.0),
    ("wild", 1.0): (5.0, 5.0, 5.0, 5.0, 5.0, 5.0),
    ("even", 0.1): (4.5, 4.5, 4.5, 4.5, 4.5, 4.5),
    ("even", 1.0): (4.9, 4.9, 4.9, 4.9, 4.9, 4.9),
}
OUTLIERS: Table = {
    ("wild", 0.1): (0.1, 0.1, 30.0, 0.2, 20.0, 0.1),
    ("wild", 1.0): (5.0, 5.0, 5.0, 4.0, 4.5, 5.0),
    ("even", 0.1): (3.0, 3.0, 3.0, 3.0, 3.0, 3.0),
    ("even", 1.0): (0.5, 8.0, 8.5, 0.6, 9.0, 7.0),
}
ONE_BAD_START: Table = {
    ("wild", 0.1): (0.1, 0.1, 8.0, 0.2, 7.5, 0.1),
    ("wild", 1.0): (5.0, 5.0, 5.0, 4.0, 4.5, 5.0),
    ("even", 0.1): (3.0, 3.0, 3.0, 3.0, 3.0, 3.0),
    ("even", 1.0): (4.0, 3.5, 4.0, 3.1, 3.2, 3.3),
}
FRESH_EXPLODES: Table = {
    ("first", 0.1): (1.0, 1.0, 1.0, math.nan, 0.1, 0.1),
    ("first", 1.0): (9.0, 9.0, 9.0, 9.0, 9.0, 9.0),
    ("second", 0.1): (8.0, 7.0, 8.0, 7.0, 8.0, 7.0),
    ("second", 1.0): (math.inf, 5.0, 6.0, 7.0, 8.0, 7.5),
}


def _referee(answer: Callable[..., Any], table: Table) -> Any:
    """Return whom the answer declares the winner: starts 0 to 2 tune, starts 3 to 5 decide."""

    def run(rule: str, lr: float, start: int) -> float:
        return table[rule, lr][start]

    rules = list(dict.fromkeys(rule for rule, _ in table))
    lrs = list(dict.fromkeys(lr for _, lr in table))
    return answer(run, rules, lrs, [0, 1, 2], [3, 4, 5])


def _by_tensor(run: Run, rules: Any, lrs: Any, tuning: Any, fresh: Any) -> Any:
    def score(rule: str, lr: float, starts: Any) -> float:
        losses = torch.tensor([run(rule, lr, start) for start in starts], dtype=torch.float64)
        return losses.mean().nan_to_num(nan=math.inf, posinf=math.inf).item()

    chosen = {rule: min(lrs, key=lambda lr: score(rule, lr, tuning)) for rule in rules}
    return min(chosen.items(), key=lambda pair: score(pair[0], pair[1], fresh))


def _by_sums(run: Run, rules: Any, lrs: Any, tuning: Any, fresh: Any) -> Any:
    def total(rule: str, lr: float, starts: Any) -> float:
        result = sum(run(rule, lr, start) for start in starts)
        return math.inf if result != result else result

    pairs = []
    for rule in rules:
        lr = sorted(lrs, key=lambda each: total(rule, each, tuning))[0]
        pairs.append((total(rule, lr, fresh), rule, lr))
    return sorted(pairs)[0][1:]


TUNE_AND_DECIDE = Exercise(
    number="4.6",
    name="tune_and_decide",
    title="Tune, then decide",
    level="build",
    hints=(
        "Section 4.10 does the same with steps in place of losses. Begin with the score: a small "
        "function of `run`, a rule, a rate and a list of starts. The rest uses it twice.",
        "For each rule: compute the score of every rate over `tuning_starts`, and keep the rate "
        "of the lowest. Then compute one more score, of this rate over `fresh_starts`. The lowest "
        "of these wins. `math.isnan(loss)` finds a nan.",
        "With `scores = [...]`, one for each rate, `lrs[scores.index(min(scores))]` is the rate to "
        "keep. Before the loop over the rules, set `lowest = math.inf`; in the loop, if the fresh "
        "score is lower, note it together with the rule and its rate.",
    ),
    learned="each rule at its own best rate, judged where it was not tuned",
    cases=(
        Case("three rules that want different rates", (RATES_DIFFER,), _referee),
        Case("one rule is best on the tuning starts, the other after", (FRESH_DECIDES,), _referee),
        Case("a large rate is good, and sometimes explodes", (EXPLODES,), _referee),
        Case("the same with the rates in another order", (EXPLODES_LATER,), _referee),
        Case("one start in three goes very well", (LUCKY_START,), _referee),
        Case("one start in three goes badly", (ONE_BAD_START,), _referee),
        Case("one start in three goes very badly", (OUTLIERS,), _referee),
        Case("a run explodes only from a fresh start", (FRESH_EXPLODES,), _referee),
    ),
    reference=solutions.tune_and_decide,
    correct=(_by_tensor, _by_sums),
    mistakes=MISTAKES,
)
