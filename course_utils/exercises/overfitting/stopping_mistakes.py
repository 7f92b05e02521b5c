"""The known mistakes of exercise 5.4: stopping at another time, or keeping another epoch."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.overfitting import stopping_slips as slips

MISTAKES = (
    Mistake(
        "stops at the first rise", lambda it, patience: slips.first_rise(it) or len(it), given=True
    ),
    Mistake(
        "the epoch before the first rise",
        lambda it, patience: slips.first_rise(it) - 1 if slips.first_rise(it) else len(it),
        "It still stops at the first rise, only the epoch returned is another one. What is the "
        "second argument for?",
    ),
    Mistake(
        "patience epochs before the first rise",
        lambda it, patience: slips.first_rise(it) - patience if slips.first_rise(it) else len(it),
        "It still stops at the first rise, and `patience` is only taken off the result. How many "
        "epochs without a new lowest loss should it wait for?",
    ),
    Mistake(
        "the last epoch",
        lambda it, patience: slips.seen(it, patience)[1],
        "You stop at the right time, and return the epoch at which you stopped. Whose parameters "
        "were the best?",
    ),
    Mistake(
        "the last epoch if patience runs out",
        lambda it, patience: slips.off_where_stopped(it, patience, patience),
        "Where patience runs out, you return the epoch at which you stopped. Which one was best?",
    ),
    Mistake(
        "patience epochs before the last",
        lambda it, patience: slips.seen(it, patience)[1] - patience,
        "That far before the last one is the best only if patience ran out. And if the list ends?",
    ),
    Mistake(
        "the last epoch if nothing stops it",
        slips.last_unless_stopped,
        "When the list ends before patience runs out, you return the last epoch. Were its "
        "parameters the best?",
    ),
    Mistake(
        "nothing if nothing stops it",
        slips.nothing_unless_stopped,
        "When the list ends before patience runs out, nothing comes back. What is kept then?",
    ),
    Mistake(
        "the loss",
        lambda it, patience: it[slips.kept(it, patience) - 1],
        "This is the lowest loss that was seen. At which epoch was it?",
    ),
    Mistake(
        "no patience",
        lambda it, patience: slips.kept(it, 1),
        "You return the best epoch, but stop at the first one that is no better. What is the "
        "second argument for?",
    ),
    Mistake(
        "the best of all",
        lambda it, patience: it.index(min(it)) + 1,
        "This is the best epoch of the whole list. Some of these epochs were never run: who has "
        "stopped does not know what would have come.",
    ),
    Mistake(
        "the best of all, counted from 0",
        lambda it, patience: it.index(min(it)),
        "This is the best of the whole list, counted from 0. Which epochs were never run, and what "
        "number has the first?",
    ),
    *(
        Mistake(
            f"too {which} throughout",
            lambda it, patience, by=by: slips.kept(it, patience) + by,
            f"One too {which} throughout. What number does the first epoch have?",
        )
        for which, by in (("high", 1), ("low", -1))
    ),
    *(
        Mistake(
            f"too {which} where patience runs out",
            lambda it, patience, by=by: slips.off_where_stopped(it, patience, by),
            f"One too {which} where patience runs out. How far back from there is the best epoch?",
        )
        for which, by in (("high", 1), ("low", -1))
    ),
    Mistake(
        "one epoch too patient",
        lambda it, patience: slips.kept(it, patience + 1),
        "You wait for one epoch more than asked for. Check with patience 1: how many epochs "
        "without a new lowest loss are seen?",
    ),
    Mistake(
        "one epoch too impatient",
        lambda it, patience: slips.kept(it, patience - 1),
        "You wait for one epoch fewer than asked for. Check with patience 2: how many epochs "
        "without a new lowest loss are seen?",
    ),
    Mistake(
        "each is compared with the first",
        slips.best_stays,
        "Each loss is compared with the first one. Does the lowest loss so far move along when a "
        "lower one comes?",
    ),
    Mistake(
        "each is compared with the first, which counts as waiting",
        lambda it, patience: slips.best_stays(it, patience, waited=1),
        "Each loss is compared with the first one, and the first counts as no better than itself. "
        "Which loss should move along?",
    ),
    Mistake(
        "always the last",
        lambda it, patience: len(it),
        "The last epoch in every case. Does the lowest loss so far move along, and what stops you?",
    ),
    Mistake(
        "the highest",
        lambda it, patience: slips.kept([-loss for loss in it], patience),
        "This keeps the epoch with the highest loss. Which way does your comparison point?",
    ),
    Mistake(
        "the highest, where the first counts as waiting",
        lambda it, patience: slips.best_starts_at(-it[0], 1, [-loss for loss in it], patience),
        "This keeps the epoch with the highest loss so far. Which way does your comparison point?",
    ),
    Mistake(
        "an equal loss counts as better",
        lambda it, patience: slips.seen(it, patience, ties=True)[0],
        "A loss as low as the lowest is no new lowest one. Which comparison lets it through?",
    ),
    *(
        Mistake(
            f"compares with the epoch before{', ties are no rise' * (not ties)}",
            lambda it, patience, ties=ties: slips.counts_rises(
                it, patience, in_a_row=True, ties=ties
            ),
            "You compare each loss with the one before it. A loss may be falling and still be no "
            f"new lowest one: with {'what' if ties else 'which one'} should it be compared?",
        )
        for ties in (True, False)
    ),
    Mistake(
        "all rises so far",
        lambda it, patience: slips.counts_rises(it, patience, in_a_row=False),
        "You count the rises from one epoch to the next, all of them so far. Patience is about "
        "epochs in a row since the lowest loss.",
    ),
    Mistake(
        "a counter that is never reset",
        slips.never_resets,
        "You count all epochs that were no better, also those before the latest best one. What "
        "should happen to the counter when a new lowest loss comes?",
    ),
    Mistake(
        "the first epoch counts as waiting",
        lambda it, patience: slips.best_starts_at(it[0], 1, it, patience),
        "Where the first epoch is the best so far, you stop one epoch too early. Does the first "
        "epoch itself count as one without a new lowest loss?",
    ),
    Mistake(
        "an epoch 0 in place of the first",
        lambda it, patience: 0 if slips.kept(it, patience) == 1 else slips.kept(it, patience),
        "Where the first epoch is the best, 0 comes back. What number does the first epoch have?",
    ),
    Mistake(
        "starts at 0, keeps 0",
        lambda it, patience: 0,
        "There is no epoch 0. Was no loss lower than where your search began?",
    ),
    Mistake(
        "always 1",
        lambda it, patience: 1,
        "Epoch 1 in every case. Is a `return` inside the loop too early, or was no loss lower than "
        "where your search began?",
    ),
    *(
        Mistake(
            f"the lowest loss starts at {start:g}, the epoch at {keep}",
            lambda it, patience, start=start, keep=keep: slips.best_starts_at(
                start, keep, it, patience
            ),
            f"The lowest loss so far begins {where} here, so that {what}. Which start is never too "
            "low?",
        )
        for start, where, whats in (
            (1.0, "below some losses", ("an epoch 0 is kept", "epoch 1 is kept by accident")),
            (100.0, "too low for large losses", ("epoch 0 is kept", "the first epoch is kept")),
        )
        for keep, what in enumerate(whats)
    ),
    Mistake(
        "better only by 0.0001",
        lambda it, patience: slips.by_at_least(0.0001, it, patience),
        "A small improvement does not count here. How much lower must a new lowest loss be?",
    ),
)
