"""Referees of a race, fair or not, for exercise 4.6 of notebook 04."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from typing import Any

Run = Callable[[str, float, int], float]  # the last loss of a rule, at a rate, from a start
Losses = list[float]


def mean(losses: Losses) -> float:
    """Return the score: the mean, and inf if there is a nan."""
    return math.inf if any(map(math.isnan, losses)) else sum(losses) / len(losses)


def without_nan(measure: Callable[[Losses], float]) -> Callable[[Losses], float]:
    """Return a measure of the losses that are not nan."""
    return lambda losses: measure([loss for loss in losses if not math.isnan(loss)] or [math.inf])


def strict(measure: Callable[[Losses], float]) -> Callable[[Losses], float]:
    """Return a measure that is inf if there is a nan."""
    return lambda losses: math.inf if any(map(math.isnan, losses)) else measure(losses)


def median_with_inf(losses: Losses) -> float:
    """Return the median, for which a nan is as bad as inf."""
    return statistics.median(math.inf if math.isnan(loss) else loss for loss in losses)


def referee(
    score: Callable[[Losses], float] = mean,
    tune_on: Callable[[Any, Any], Any] = lambda tuning, fresh: tuning,
    decide_on: Callable[[Any, Any], Any] = lambda tuning, fresh: fresh,
    choose: Callable[..., Any] = min,
    decide: Callable[..., Any] = min,
    result: Callable[[str, float, float], Any] = lambda rule, lr, lowest: (rule, lr),
) -> Callable[..., Any]:
    """Return a referee who is fair but for what is handed in.

    `tune_on` and `decide_on` say on which of (tuning starts, fresh starts); `choose` finds the best
    rate and `decide` the winner, called like `min`; `result` makes what is returned.
    """

    def answer(run: Run, rules: Any, lrs: Any, tuning: Any, fresh: Any) -> Any:
        def score_of(rule: str, lr: float, starts: Any) -> float:
            return score([run(rule, lr, start) for start in starts])

        pairs = [
            (
                rule,
                choose(lrs, key=lambda lr, rule=rule: score_of(rule, lr, tune_on(tuning, fresh))),
            )
            for rule in rules
        ]
        rule, lr = decide(
            pairs, key=lambda pair: score_of(pair[0], pair[1], decide_on(tuning, fresh))
        )
        return result(rule, lr, score_of(rule, lr, decide_on(tuning, fresh)))

    return answer


def one_rate(run: Run, rules: Any, lrs: Any, tuning: Any, fresh: Any) -> Any:
    """Tune one rate for all rules together."""

    def score(rule: str, lr: float, starts: Any) -> float:
        return mean([run(rule, lr, start) for start in starts])

    lr = min(lrs, key=lambda each: sum(score(rule, each, tuning) for rule in rules))
    return min(((rule, lr) for rule in rules), key=lambda pair: score(pair[0], pair[1], fresh))


def rate_of_the_best(run: Run, rules: Any, lrs: Any, tuning: Any, fresh: Any) -> Any:
    """Run all rules at the rate of the single best pair of rule and rate."""

    def score(rule: str, lr: float, starts: Any) -> float:
        return mean([run(rule, lr, start) for start in starts])

    lr = min(lrs, key=lambda each: min(score(rule, each, tuning) for rule in rules))
    return min(((rule, lr) for rule in rules), key=lambda pair: score(pair[0], pair[1], fresh))


def by_comparing(values: Any, key: Callable[[Any], float]) -> Any:
    """Return the value of the lowest score, found by `<` one after the other, so that nan loses."""
    best, lowest = None, math.inf
    for value in values:
        if key(value) < lowest:
            best, lowest = value, key(value)
    return best


def first(values: Any, key: Any = None) -> Any:
    """Return the first of some values, untouched by any score."""
    return next(iter(values))


def last(values: Any, key: Any = None) -> Any:
    """Return the last of some values, untouched by any score."""
    return list(values)[-1]
