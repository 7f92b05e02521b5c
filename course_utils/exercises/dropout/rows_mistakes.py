"""The known mistakes of exercise 9.3: other things dropped together, another factor or source."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.dropout import rows_slips as slips

MISTAKES = (
    Mistake(
        "single pixels",
        slips.sharing(),
        "Each pixel has a coin of its own. How many coins does one image need, and along which "
        "axis is a coin shared?",
    ),
    Mistake(
        "single pixels, not rescaled",
        lambda X, p, generator: slips.sharing()(X, p, generator) * (1 - p),
        "Each pixel has a coin of its own, and nothing is rescaled. Along which axis should a coin "
        "be shared, and what becomes of the expectation?",
    ),
    Mistake(
        "the same pixels in every image",
        slips.sharing(0),
        "Each pixel has a coin of its own, and all images share them. It should be the other "
        "way round: along which axis is a coin shared, and along which not?",
    ),
    Mistake(
        "the same rows in every image",
        slips.sharing(0, 2),
        "All images lose the same rows. Each image should have coins of its own: which axis is "
        "missing from the shape of the mask?",
    ),
    Mistake(
        "columns",
        slips.sharing(1),
        "These are columns. The axes are image, row, column: along which of them should one "
        "coin be shared?",
    ),
    Mistake(
        "the same columns in every image",
        slips.sharing(0, 1),
        "These are columns, the same in each image. The axes are image, row, column: along which "
        "of them alone should a coin be shared?",
    ),
    Mistake(
        "rows and columns",
        slips.rows_and_columns,
        "Columns are dropped as well as rows. How many masks does the task need?",
    ),
    Mistake(
        "whole images",
        slips.sharing(1, 2),
        "One coin for each image is too few: it takes all rows with it.",
    ),
    Mistake(
        "one row at most",
        slips.one_row,
        "At most one row of each image is dropped. Each row should have a coin of its own.",
    ),
    Mistake(
        "no scaling",
        slips.scaled(lambda p: 1.0),
        "The right pixels are dropped. Is the expectation of each pixel what it was?",
    ),
    Mistake(
        "divides by p",
        slips.scaled(lambda p: 1 / (p or 1)),
        "The rows are right. The factor must bring back the expectation: with what "
        "probability does a row survive?",
    ),
    Mistake(
        "multiplies by 1 − p",
        slips.scaled(lambda p: 1 - p),
        "The rows are right. But the others shrink, where they should make up for the dropped "
        "ones.",
    ),
    Mistake(
        "multiplies by 1 + p",
        slips.scaled(lambda p: 1 + p),
        "The rows are right. Adding a share p to what is left does not undo taking away a share p: "
        "try it with p = 0.75.",
    ),
    Mistake(
        "divides by the root",
        slips.scaled(lambda p: (1 - p) ** -0.5),
        "The rows are right. There is a root in the factor: what has to stay, the mean or the mean "
        "of the squares?",
    ),
    Mistake(
        "divides twice",
        slips.scaled(lambda p: (1 - p) ** -2),
        "The rows are right. The others are rescaled twice.",
    ),
    Mistake(
        "divides by the share that happened to survive",
        slips.by_chance,
        "The factor depends on how many rows happened to be dropped. It should follow from p "
        "alone.",
    ),
    Mistake(
        "keeps with probability p",
        lambda X, p, generator: slips.rows(X, 1 - p, generator) / (p or 1),
        "p is the probability of being dropped, and here it is that of being kept.",
    ),
    Mistake(
        "compares the wrong way round",
        lambda X, p, generator: slips.rows(X, 1 - p, generator) / (1 - p),
        "The division is right, but with this comparison, with what probability is a row kept?",
    ),
    Mistake(
        "the wrong way round, and no scaling",
        lambda X, p, generator: slips.rows(X, 1 - p, generator),
        "A row is kept with probability p here, and nothing is rescaled. What should p be the "
        "probability of?",
    ),
    Mistake(
        "normal numbers",
        slips.normal,
        "The share of rows that go is not p. `torch.randn` draws other numbers than `torch.rand`: "
        "which of them lie evenly between 0 and 1?",
    ),
    Mistake(
        "equally many in each image",
        slips.equally_many,
        "Every image loses the same number of rows. With a coin for each row that number "
        "is left to chance too.",
    ),
    Mistake(
        "without the generator",
        lambda X, p, generator: slips.rows(X, p, None) / (1 - p),
        "The numbers do not come from the generator that was handed in, so nobody can repeat the "
        "draw. Everything else is right.",
    ),
    Mistake(
        "a generator of its own",
        lambda X, p, generator: slips.rows(X, p, torch.Generator().manual_seed(0)) / (1 - p),
        "Each call drops the same rows. Does the generator that was handed in draw, or is one "
        "seeded anew in each call?",
    ),
    Mistake(
        "no dropout at all",
        lambda X, p, generator: 1.0 * X,
        "Nothing is dropped: the images come back as they were.",
    ),
    Mistake(
        "scales without dropping",
        lambda X, p, generator: X / (1 - p),
        "Every pixel has grown and none was dropped: the mask is missing.",
    ),
)
