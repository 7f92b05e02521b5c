"""Exercise 5.3 of notebook 05: early stopping with patience, which keeps the best epoch."""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Case, Exercise, Mistake

Losses = list[float]


def epoch_to_keep(val_losses: Losses, patience: int) -> int:
    """Return the best epoch, counted from 1, that is seen before training stops.

    It stops after `patience` epochs in a row without a new lowest loss.
    Source: Prechelt, Early stopping, but when? (1998).
    """
    return _stopped(val_losses, patience)[0]


def _stopped(val_losses: Losses, patience: int, *, ties: bool = False) -> tuple[int, int]:
    """Return the best epoch and the last one seen; with `ties` an equal loss is an improvement."""
    best, best_epoch, epoch = math.inf, 0, 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best or (ties and loss == best):
            best, best_epoch = loss, epoch
        elif epoch - best_epoch >= patience:
            break
    return best_epoch, epoch


def _with_a_counter(val_losses: Losses, patience: int) -> int:
    lowest, waited, kept = val_losses[0], 0, 1
    for i in range(1, len(val_losses)):
        waited = 0 if val_losses[i] < lowest else waited + 1
        if waited == 0:
            lowest, kept = val_losses[i], i + 1
        if waited == patience:
            return kept
    return kept


def _by_slices(val_losses: Losses, patience: int) -> int:
    for end in range(1, len(val_losses) + 1):
        best = val_losses.index(min(val_losses[:end]))
        if end - 1 - best >= patience:
            return best + 1
    return val_losses.index(min(val_losses)) + 1


def _first_rise(val_losses: Losses, patience: int) -> int:
    previous = math.inf
    for epoch, loss in enumerate(val_losses, start=1):
        if loss > previous:
            return epoch
        previous = loss
    return len(val_losses)


def _counts_rises(val_losses: Losses, patience: int, *, in_a_row: bool) -> int:
    """Compare with the epoch before, and stop after so many rises, in a row or in all."""
    best_epoch, rises = 1, 0
    for epoch in range(2, len(val_losses) + 1):
        loss = val_losses[epoch - 1]
        if loss < val_losses[best_epoch - 1]:
            best_epoch = epoch
        if loss >= val_losses[epoch - 2]:
            rises += 1
        elif in_a_row:
            rises = 0
        if rises >= patience:
            break
    return best_epoch


def _never_resets(val_losses: Losses, patience: int) -> int:
    best_epoch, waited = 1, 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[best_epoch - 1]:
            best_epoch = epoch
        else:
            waited += 1
        if waited >= patience:
            break
    return best_epoch


def _last_unless_stopped(val_losses: Losses, patience: int) -> int:
    best_epoch, last = _stopped(val_losses, patience)
    return best_epoch if last - best_epoch >= patience else len(val_losses)


EPOCH_TO_KEEP = Exercise(
    number="5.3",
    title="The epoch to keep",
    level="change",
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
    ),
    reference=epoch_to_keep,
    correct=(_with_a_counter, _by_slices),
    mistakes=(
        Mistake("stops at the first rise", _first_rise, given=True),
        Mistake(
            "the last epoch",
            lambda losses, patience: _stopped(losses, patience)[1],
            "You stop at the right time, and return the epoch at which you stopped. Whose "
            "parameters were the best?",
        ),
        Mistake(
            "the last epoch if nothing stops it",
            _last_unless_stopped,
            "When the list ends before patience runs out, you return the last epoch. Were its "
            "parameters the best?",
        ),
        Mistake(
            "the loss",
            lambda losses, patience: losses[epoch_to_keep(losses, patience) - 1],
            "This is the lowest loss that was seen. At which epoch was it?",
        ),
        Mistake(
            "no patience",
            lambda losses, patience: epoch_to_keep(losses, 1),
            "You return the best epoch, but stop at the first one that is no better. What is the "
            "second argument for?",
        ),
        Mistake(
            "the best of all",
            lambda losses, patience: int(torch.tensor(losses).argmin()) + 1,
            "This is the best epoch of the whole list. Some of these epochs were never run: who "
            "has stopped does not know what would have come.",
        ),
        Mistake(
            "counts from 0",
            lambda losses, patience: epoch_to_keep(losses, patience) - 1,
            "One too low throughout. What number does the first epoch have?",
        ),
        Mistake(
            "one epoch too patient",
            lambda losses, patience: epoch_to_keep(losses, patience + 1),
            "You wait for one epoch more than asked for. Check with patience 1: how many epochs "
            "without a new lowest loss are seen?",
        ),
        Mistake(
            "an equal loss counts as better",
            lambda losses, patience: _stopped(losses, patience, ties=True)[0],
            "A loss as low as the lowest is no new lowest one. Which comparison lets it through?",
        ),
        Mistake(
            "compares with the epoch before",
            lambda losses, patience: _counts_rises(losses, patience, in_a_row=True),
            "You compare each loss with the one before it. A loss may be falling and still be no "
            "new lowest one: with what should it be compared?",
        ),
        Mistake(
            "all rises so far",
            lambda losses, patience: _counts_rises(losses, patience, in_a_row=False),
            "You count the rises from one epoch to the next, all of them so far. Patience is about "
            "epochs in a row since the lowest loss.",
        ),
        Mistake(
            "a counter that is never reset",
            _never_resets,
            "You count all epochs that were no better, also those before the latest best one. What "
            "should happen to the counter when a new lowest loss comes?",
        ),
    ),
)
