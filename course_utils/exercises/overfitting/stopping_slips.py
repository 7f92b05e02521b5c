"""Wrong answers to exercise 5.4: what stops at another time, or keeps another epoch."""

from __future__ import annotations

import math

Losses = list[float]


def seen(losses: Losses, patience: int, *, ties: bool = False) -> tuple[int, int]:
    """Return the best epoch and the last one seen; with `ties` an equal loss is an improvement."""
    best, keep, epoch = math.inf, 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best or (ties and loss == best):
            best, keep = loss, epoch
        elif epoch - keep >= patience:
            break
    return keep, epoch


def kept(losses: Losses, patience: int) -> int:
    """Return the right epoch."""
    return seen(losses, patience)[0]


def first_rise(losses: Losses) -> int:
    """Return the epoch of the first rise, or 0 where the losses never rise."""
    return next((i + 1 for i in range(1, len(losses)) if losses[i] > losses[i - 1]), 0)


def counts_rises(losses: Losses, patience: int, *, in_a_row: bool, ties: bool = True) -> int:
    """Compare with the epoch before, and stop after so many rises, in a row or in all."""
    keep, rises = 1, 0
    for epoch in range(2, len(losses) + 1):
        loss = losses[epoch - 1]
        if loss < losses[keep - 1]:
            keep = epoch
        if loss > losses[epoch - 2] or (ties and loss == losses[epoch - 2]):
            rises += 1
        elif in_a_row:
            rises = 0
        if rises >= patience:
            break
    return keep


def never_resets(losses: Losses, patience: int) -> int:
    """Count all epochs that were no better, also those before the best one."""
    keep, waited = 1, 0
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < losses[keep - 1]:
            keep = epoch
        else:
            waited += 1
        if waited >= patience:
            break
    return keep


def last_unless_stopped(losses: Losses, patience: int) -> int:
    """Return the last epoch where the list ends before patience runs out."""
    keep, last = seen(losses, patience)
    return keep if last - keep >= patience else len(losses)


def nothing_unless_stopped(losses: Losses, patience: int) -> int | None:
    """Return None where the list ends before patience runs out."""
    keep, last = seen(losses, patience)
    return keep if last - keep >= patience else None


def off_where_stopped(losses: Losses, patience: int, by: int) -> int:
    """Return another epoch where patience runs out."""
    keep, last = seen(losses, patience)
    return keep + by if last - keep >= patience else keep


def best_starts_at(start: float, keep: int, losses: Losses, patience: int) -> int:
    """Begin with a lowest loss and an epoch that nobody has seen."""
    best, waited = start, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best:
            best, keep, waited = loss, epoch, 0
        else:
            waited += 1
        if waited >= patience:
            break
    return keep


def best_stays(losses: Losses, patience: int, waited: int = 0) -> int:
    """Compare each loss with the first one; `waited` counts from the first epoch on."""
    keep = 1
    for epoch in range(2, len(losses) + 1):
        if losses[epoch - 1] < losses[0]:
            keep, waited = epoch, 0
        else:
            waited += 1
        if waited >= patience:
            break
    return keep


def by_at_least(delta: float, losses: Losses, patience: int) -> int:
    """Take only losses that are lower by more than `delta`."""
    best, keep = math.inf, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best - delta:
            best, keep = loss, epoch
        elif epoch - keep >= patience:
            break
    return keep
