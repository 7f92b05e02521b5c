"""Exercise 5.4 of notebook 05: early stopping with patience, which keeps the best epoch."""

from __future__ import annotations

from itertools import accumulate

import numpy as np

from course_utils.exercises import Case, Exercise
from course_utils.exercises.overfitting import solutions, stopping_mistakes

Losses = list[float]


def _with_a_counter(val_losses: Losses, patience: int) -> int:
    lowest, waited, kept = val_losses[0], 0, 1
    for i in range(1, len(val_losses)):
        waited = 0 if val_losses[i] < lowest else waited + 1
        if waited == 0:
            lowest, kept = val_losses[i], i + 1
        if waited == patience:
            return kept
    return kept


def _by_slices(val_losses: Losses, patience: int) -> float:
    for end in range(1, len(val_losses) + 1):
        best = val_losses.index(min(val_losses[:end]))
        if end - 1 - best >= patience:
            return best + 1.0
    return val_losses.index(min(val_losses)) + 1.0


def _by_running_minima(val_losses: Losses, patience: int) -> np.int64:
    lowest = np.array(list(accumulate(val_losses, min)))
    first = np.array([int(np.argmax(lowest == low)) for low in lowest])
    stops = np.flatnonzero(np.arange(len(first)) - first >= patience)
    return np.int64(first[stops[0] if len(stops) else -1] + 1)


EPOCH_TO_KEEP = Exercise(
    number="5.4",
    name="epoch_to_keep",
    title="The epoch to keep",
    level="change",
    hints=(
        "The task says what patience is. Go through the losses 3, 2, 1, 2, 3, 0.5 with "
        "patience 2 and a pencil: what do you have to remember from one epoch to the next?",
        "Two things: the lowest loss so far, and the epoch at which it came. They take the place "
        "of `previous`. How many epochs have passed since the lowest loss tells when to stop.",
        "Begin with `lowest = math.inf` and `kept = 0`. In the loop, `if loss < lowest:` notes "
        "the new loss and its epoch. Otherwise, if `epoch - kept >= patience`, a `break` ends the "
        "loop.",
    ),
    learned="stop after patience epochs without a new best, and keep the best, not the last",
    cases=(
        Case("losses 3, 2, 1, 2, 3, 0.5, patience 2", ([3.0, 2.0, 1.0, 2.0, 3.0, 0.5], 2)),
        Case("the same losses, patience 3", ([3.0, 2.0, 1.0, 2.0, 3.0, 0.5], 3)),
        Case(
            "losses that fall to the end: 5, 4, 3, 2, 1, patience 2", ([5.0, 4.0, 3.0, 2.0, 1.0], 2)
        ),
        Case(
            "losses 3, 1, 2, 1.5, 1.2, 0.5, patience 3",
            ([3.0, 1.0, 2.0, 1.5, 1.2, 0.5], 3),
        ),
        Case(
            "losses 2, 1, 3, 0.9, 4, 0.8, 5, 5, 0.1, patience 2",
            ([2.0, 1.0, 3.0, 0.9, 4.0, 0.8, 5.0, 5.0, 0.1], 2),
        ),
        Case("losses 2, 1, 1, 1, 0.5, patience 2", ([2.0, 1.0, 1.0, 1.0, 0.5], 2)),
        Case("losses 4, 2, 3, patience 2: the list ends first", ([4.0, 2.0, 3.0], 2)),
        Case("losses 2, 3, 1, patience 1", ([2.0, 3.0, 1.0], 1)),
        Case(
            "losses 1, 2, 3, 2, 3, 2, 0.5, patience 2",
            ([1.0, 2.0, 3.0, 2.0, 3.0, 2.0, 0.5], 2),
        ),
        Case("a single epoch, loss 1, patience 3", ([1.0], 3)),
        Case(
            "losses 4, 5, 3, 6, 7, 6, 2, 8, patience 4",
            ([4.0, 5.0, 3.0, 6.0, 7.0, 6.0, 2.0, 8.0], 4),
        ),
        Case(
            "losses 0.7, 0.5, 0.499999, 0.499998, 0.6, patience 2",
            ([0.7, 0.5, 0.499999, 0.499998, 0.6], 2),
        ),
        Case(
            "losses 0.7, 0.5, 0.499999, 0.6, 0.499998, 0.8, patience 3",
            ([0.7, 0.5, 0.499999, 0.6, 0.499998, 0.8], 3),
        ),
        Case(
            "large losses: 2e12, 3e12, 1e12, 1.5e12, patience 2",
            ([2e12, 3e12, 1e12, 1.5e12], 2),
        ),
        Case("losses 2, 1, 3, 1, 3, 4, 0.5, patience 3", ([2.0, 1.0, 3.0, 1.0, 3.0, 4.0, 0.5], 3)),
        Case("losses 2, 3, 1, 4, patience 2", ([2.0, 3.0, 1.0, 4.0], 2)),
    ),
    reference=solutions.epoch_to_keep,
    correct=(_with_a_counter, _by_slices, _by_running_minima),
    mistakes=stopping_mistakes.MISTAKES,
)
