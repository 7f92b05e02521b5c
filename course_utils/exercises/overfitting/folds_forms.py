"""Known mistakes of exercise 5.5 in what comes back: no pairs, no indices, too few of them."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.overfitting import folds_slips as slips

FORMS = (
    Mistake(
        "no train parts",
        slips.changed(lambda folds: [val for _, val in folds]),
        "These are the folds. Wanted are pairs: with each fold the indices of all the others.",
    ),
    Mistake(
        "train parts not joined",
        slips.changed(
            lambda folds: [([v for _, v in folds if v is not val], val) for _, val in folds]
        ),
        "Each train part is a row of folds. It should be one tensor: which function of PyTorch "
        "joins them?",
    ),
    Mistake(
        "two lists",
        slips.changed(lambda folds: ([train for train, _ in folds], [val for _, val in folds])),
        "All train parts come first and then all val parts. Wanted is one list of pairs.",
    ),
    Mistake(
        "one pair",
        slips.changed(lambda folds: folds[0]),
        "A single pair comes back. Is the `return` inside the loop?",
    ),
    Mistake(
        "a list with one pair",
        slips.changed(lambda folds: folds[:1]),
        "A list with a single pair comes back: is the `return` inside the loop, or the list made "
        "anew in each round?",
    ),
    Mistake(
        "masks",
        lambda n, k, generator: [
            (~torch.isin(torch.arange(n), val), torch.isin(torch.arange(n), val))
            for _, val in slips.right(n, k, generator)
        ],
        "These are masks, a truth value for each example. Wanted are the indices of those that "
        "are True.",
    ),
    Mistake(
        "columns of indices",
        slips.changed(lambda folds: [(train[:, None], val[:, None]) for train, val in folds]),
        "The indices stand in a table with one column, as `nonzero` gives them. One axis has to "
        "go.",
    ),
    Mistake(
        "counts from 1",
        slips.changed(lambda folds: [(train + 1, val + 1) for train, val in folds]),
        "Here indices run from 1 on. What index has the first example, and which index does not "
        "exist?",
    ),
    Mistake(
        "the first fold left out",
        slips.changed(lambda folds: folds[1:]),
        "The first fold is never held out. Where does your loop begin?",
    ),
    Mistake(
        "the last fold left out",
        slips.changed(lambda folds: folds[:-1]),
        "The last fold is never held out. Where does your loop end?",
    ),
    Mistake(
        "val and train exchanged",
        slips.changed(lambda folds: [(val, train) for train, val in folds]),
        "The parts have changed places: train first, then val. Which of them is the larger?",
    ),
)
