"""What goes wrong in exercise 17.4 of notebook 17, and what to ask then."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from course_utils.exercises import Mistake

LossOf = Callable[[str, float, int], float]
RATES = (0.03, 0.1, 0.3, 1.0)
TUNING, FRESH = range(5), range(5, 25)


def _best(loss_of: LossOf, method: str, seeds: Iterable[int], pick: Any = min) -> float:
    means = {lr: np.mean([loss_of(method, lr, seed) for seed in seeds]) for lr in RATES}
    return float(pick(means, key=lambda lr: means[lr]))


def fair(
    *,
    tuning: Iterable[int] = TUNING,
    fresh: Iterable[int] = FRESH,
    old: float | None = None,
    new: float | None = None,
    pick: Any = min,
    join: Any = np.mean,
    sign: int = 1,
) -> Callable[[LossOf], Any]:
    """Return an answer that searches, measures and joins in its own way, or has a rate fixed."""

    def answer(loss_of: LossOf) -> Any:
        new_lr = _best(loss_of, "new", tuning, pick) if new is None else new
        old_lr = _best(loss_of, "old", tuning, pick) if old is None else old
        return sign * join([loss_of("new", new_lr, k) - loss_of("old", old_lr, k) for k in fresh])

    return answer


def _one_rate(loss_of: LossOf) -> Any:
    lr = _best(loss_of, "new", TUNING)
    return np.mean([loss_of("new", lr, seed) - loss_of("old", lr, seed) for seed in FRESH])


def _old_rate_for_both(loss_of: LossOf) -> Any:
    lr = _best(loss_of, "old", TUNING)
    return np.mean([loss_of("new", lr, seed) - loss_of("old", lr, seed) for seed in FRESH])


def _other_seeds(loss_of: LossOf) -> Any:
    new_lr, old_lr = _best(loss_of, "new", TUNING), _best(loss_of, "old", TUNING)
    old = np.mean([loss_of("old", old_lr, seed) for seed in TUNING])
    return np.mean([loss_of("new", new_lr, seed) for seed in FRESH]) - old


def _pair(loss_of: LossOf) -> Any:
    new_lr, old_lr = _best(loss_of, "new", TUNING), _best(loss_of, "old", TUNING)
    means = [
        np.mean([loss_of(method, lr, seed) for seed in FRESH])
        for method, lr in (("new", new_lr), ("old", old_lr))
    ]
    return means[0]


MISTAKES = (
    Mistake("as given", fair(fresh=TUNING, old=0.1), given=True),
    Mistake(
        "tuned on both sides, measured on the same seeds",
        fair(fresh=TUNING),
        "Both sides are tuned now. The gain is still measured on the seeds that chose the rates.",
    ),
    Mistake(
        "fresh seeds, one side tuned",
        fair(old=0.1),
        "The seeds are fresh now. The old method still has the rate 0.1, and nobody has tried "
        "another for it.",
    ),
    Mistake(
        "only the old one tuned",
        fair(new=0.1),
        "Now the old method is tuned and the new one is not. Both need the search.",
    ),
    Mistake(
        "the new method's rate for both",
        _one_rate,
        "Both run at the rate that is best for the new method. Each should have its own.",
    ),
    Mistake(
        "the old method's rate for both",
        _old_rate_for_both,
        "Both run at the rate that is best for the old method. Each should have its own.",
    ),
    Mistake(
        "chosen on the fresh seeds, too",
        fair(tuning=range(25)),
        "The rates are chosen on all seeds, those of the comparison among them.",
    ),
    Mistake(
        "chosen on the fresh seeds",
        fair(tuning=FRESH),
        "The rates are chosen on the seeds on which the gain is measured.",
    ),
    Mistake(
        "all seeds measured",
        fair(fresh=range(25)),
        "The gain is taken over all 25 seeds. The first five have chosen the rates.",
    ),
    Mistake(
        "seeds 5 to 25",
        fair(fresh=range(5, 26)),
        "One seed too many: `range(5, 26)` ends with 25.",
    ),
    Mistake(
        "seeds 6 to 24",
        fair(fresh=range(6, 25)),
        "Seed 5 is fresh, too: only 0 to 4 took part in the choice.",
    ),
    Mistake(
        "seeds 5 to 23",
        fair(fresh=range(5, 24)),
        "The last seed is missing: `range(5, 24)` ends with 23.",
    ),
    Mistake(
        "seeds 5 to 9",
        fair(fresh=range(5, 10)),
        "These are five fresh seeds, and twenty are asked for: 5 to 24.",
    ),
    Mistake(
        "the highest loss",
        fair(pick=max),
        "This chooses the rate with the highest mean loss.",
    ),
    Mistake(
        "old minus new",
        fair(sign=-1),
        "The sign is turned round: asked for is new minus old.",
    ),
    Mistake(
        "the sum",
        fair(join=sum),
        "This is the sum of the differences. Asked for is their mean.",
    ),
    Mistake(
        "the median",
        fair(join=np.median),
        "This is the median of the differences. Asked for is their mean.",
    ),
    Mistake(
        "different seeds on the two sides",
        _other_seeds,
        "The old losses come from the seeds 0 to 4, the new ones from 5 to 24. Take the same fresh "
        "seeds for both.",
    ),
    Mistake(
        "the loss of new",
        _pair,
        "This is the mean loss of the new method. Subtract that of the old one.",
    ),
)
