"""Known mistakes of exercise 5.5 in the pairs: train and val that do not belong together."""

from __future__ import annotations

from functools import partial

from course_utils.exercises import Mistake
from course_utils.exercises.overfitting import folds_slips as slips

PAIRS = (
    Mistake(
        "trains on all",
        slips.train_on_all,
        "The val parts are right. The train parts hold all examples, also those held out, so "
        "the model is judged on what it has learned.",
    ),
    Mistake(
        "val parts of another round",
        slips.changed(
            lambda folds: [(train, folds[i - 1][1]) for i, (train, _) in enumerate(folds)]
        ),
        "Train and val of a pair do not belong together: what is held out in one round is left out "
        "of train in another.",
    ),
    Mistake(
        "val parts in reverse",
        slips.changed(
            lambda folds: [(train, folds[-1 - i][1]) for i, (train, _) in enumerate(folds)]
        ),
        "The val parts come in another order than the train parts, so that a pair does not belong "
        "together.",
    ),
    Mistake(
        "the same val part each time",
        slips.changed(lambda folds: [(train, folds[0][1]) for train, _ in folds]),
        "The same fold is held out in every round. What should change from round to round?",
    ),
    Mistake(
        "the same pair each time",
        slips.changed(lambda folds: [folds[0] for _ in folds]),
        "All pairs are the same. What should change from round to round?",
    ),
    Mistake(
        "trains on what is held out",
        slips.changed(lambda folds: [(val, val) for _, val in folds]),
        "Train and val of a pair are the same examples. Which ones should train?",
    ),
    Mistake(
        "the same train part each time",
        slips.changed(lambda folds: [(folds[0][0], val) for _, val in folds]),
        "The train part is the same in every round, whatever is held out.",
    ),
    Mistake(
        "trains on one fold",
        slips.changed(lambda folds: [(folds[i - 1][1], val) for i, (_, val) in enumerate(folds)]),
        "Each train part is a single fold. Who else should train?",
    ),
    Mistake(
        "trains on as many each time",
        slips.changed(
            lambda folds: [(train[: min(len(t) for t, _ in folds)], val) for train, val in folds]
        ),
        "The train parts are cut to one length, so some examples train too rarely.",
    ),
    Mistake(
        "the first of each train part lost",
        slips.changed(lambda folds: [(train.sort().values[1:], val) for train, val in folds]),
        "From each train part one example is missing. Where does its slice or loop begin?",
    ),
    Mistake(
        "one example never drawn",
        lambda n, k, generator: slips.right(n - 1, k, generator),
        "The last example is in no part at all. How many does the permutation hold?",
    ),
    Mistake(
        "val parts are places",
        slips.places_for_val,
        "The train parts hold examples in the shuffled order, the val parts places in that order. "
        "Which example stands at a place?",
    ),
    Mistake(
        "train parts are places",
        slips.places_for_train,
        "The val parts hold examples in the shuffled order, the train parts places in that order. "
        "Which example stands at a place?",
    ),
    Mistake(
        "trains on the folds before",
        slips.only_before,
        "The train parts hold the folds before the one held out, and not those after it.",
    ),
    Mistake(
        "trains on the folds after",
        partial(slips.only_before, after=True),
        "The train parts hold the folds after the one held out, and not those before it.",
    ),
)
