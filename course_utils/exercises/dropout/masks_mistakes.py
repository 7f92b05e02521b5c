"""The known mistakes of exercise 9.2: another factor, another mask, another source of chance."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.dropout import masks_slips as slips

MISTAKES = (
    Mistake("no scaling", slips.scaled(lambda p: 1.0), given=True),
    Mistake(
        "multiplies by 1 − p",
        slips.scaled(lambda p: 1 - p),
        "The mean was too small, and now it is smaller still. Should the survivors grow or "
        "shrink to make up for the others?",
    ),
    Mistake(
        "multiplies by p",
        slips.scaled(lambda p: p),
        "The survivors are multiplied by p, so they shrink. Should they grow or shrink to make up "
        "for the others?",
    ),
    Mistake(
        "divides by p",
        slips.scaled(lambda p: 1 / p if p else 1.0),
        "The survivors are divided by the share that was dropped. For p = 0.75 that makes "
        "them hardly larger, though only one in four is left: which share is left?",
    ),
    Mistake(
        "divides by the root",
        slips.scaled(lambda p: (1 - p) ** -0.5),
        "The mean of the squares stays now. The mean itself does not: with what probability "
        "does an entry survive, and by what must it be multiplied then?",
    ),
    Mistake(
        "divides twice",
        slips.scaled(lambda p: (1 - p) ** -2),
        "Now the mean is too large: the scaling has been done twice.",
    ),
    Mistake(
        "adds the dropped share",
        slips.scaled(lambda p: 1 + p),
        "At p = 0.2 this is close, at p = 0.75 it is far off. Adding a share p to what is left "
        "does not undo taking away a share p: what is 0.25 times 1.75?",
    ),
    Mistake(
        "doubles",
        slips.scaled(lambda p: 2.0),
        "The survivors are doubled whatever p is. For which p is that enough?",
    ),
    Mistake(
        "divides by the share that happened to survive",
        slips.by_chance,
        "The mean of ones is right in every single draw. But the factor now depends on how "
        "many others were dropped. It should follow from p alone.",
    ),
    Mistake(
        "makes the mean what it was",
        slips.by_the_means,
        "The mean of each single draw is forced to be what it was. It is the expectation that "
        "should stay, of every entry by itself: a factor that follows from p alone.",
    ),
    Mistake(
        "adds to every entry what it loses on average",
        slips.lifted,
        "The expectation stays, but no entry becomes 0 any more: what is added is added to the "
        "dropped ones too.",
    ),
    Mistake(
        "adds what the mean has lost",
        slips.shifted,
        "The mean stays, but the same number is added to all entries, the dropped ones too. They "
        "should stay 0, and the survivors grow.",
    ),
    Mistake(
        "keeps with probability p",
        lambda h, p, generator: ~slips.kept(h, p, generator) * h / p if p else h,
        "The mean stays, but too many or too few become 0: p is the probability of being "
        "dropped, and here it is that of being kept.",
    ),
    Mistake(
        "compares the wrong way round",
        slips.masked(lambda h, p, generator: ~slips.kept(h, p, generator)),
        "The division is right, but too many or too few become 0: with this comparison, with "
        "what probability is an entry kept?",
    ),
    Mistake(
        "the wrong way round, and no scaling",
        lambda h, p, generator: ~slips.kept(h, p, generator) * h,
        "An entry is kept with probability p now, and nothing is rescaled. What should p be the "
        "probability of?",
    ),
    Mistake(
        "normal numbers",
        slips.masked(slips.normal),
        "The share that becomes 0 is not p. `torch.randn` draws other numbers than `torch.rand`: "
        "which of them lie evenly between 0 and 1?",
    ),
    Mistake(
        "a fair coin whatever p is",
        slips.masked(lambda h, p, generator: slips.kept(h, 0.5, generator)),
        "About half of the entries become 0, whatever p is. Where does p decide?",
    ),
    Mistake(
        "dropped entries keep their value",
        slips.filled(lambda h: h),
        "The dropped entries keep their value. What should stand in their place?",
    ),
    Mistake(
        "dropped entries become the mean",
        slips.filled(lambda h: h.mean().expand_as(h)),
        "The mean stands in place of the dropped entries. What should stand there?",
    ),
    Mistake(
        "one coin for each column",
        slips.masked(slips.shared(axis=0)),
        "Every row of h loses the same entries. The mask needs the shape of h, so that each "
        "entry has a coin of its own.",
    ),
    Mistake(
        "one coin for each row",
        slips.masked(slips.shared(axis=1)),
        "Whole rows go at once. The mask needs the shape of h, so that each entry has a coin "
        "of its own.",
    ),
    Mistake(
        "one coin for all",
        slips.masked(slips.shared(axis=None)),
        "One coin decides for all entries together. The mask needs the shape of h.",
    ),
    Mistake(
        "two axes only",
        slips.masked(slips.first_axes),
        "With three axes, entries along the last one share a coin. The mask needs the shape of h, "
        "whatever that is.",
    ),
    Mistake(
        "exactly a share p",
        slips.exactly,
        "Always the same number of entries is dropped. With a coin for each entry that number is "
        "left to chance too.",
    ),
    Mistake(
        "without the generator",
        lambda h, p, generator: slips.kept(h, p, None) * h / (1 - p),
        "The scaling is right. But the numbers do not come from the generator that was handed "
        "in, so nobody can repeat the draw.",
    ),
    Mistake(
        "a generator of its own",
        lambda h, p, generator: slips.kept(h, p, torch.Generator().manual_seed(0)) * h / (1 - p),
        "Each call drops the same entries. Does the generator that was handed in draw, or is one "
        "seeded anew in each call?",
    ),
    Mistake(
        "no dropout at all",
        lambda h, p, generator: 1.0 * h,
        "The mean stays because nothing is dropped any more. Keep the mask, and make up for "
        "what it takes away.",
    ),
    Mistake(
        "scales without dropping",
        lambda h, p, generator: h / (1 - p),
        "Every entry has grown and none was dropped: the mask is missing.",
    ),
    Mistake(
        "the mask alone",
        lambda h, p, generator: slips.kept(h, p, generator).float() / (1 - p),
        "This is the mask, scaled. Where does h come in?",
    ),
    Mistake(
        "whole numbers",
        lambda h, p, generator: (slips.kept(h, p, generator) * h / (1 - p)).int(),
        "What follows the point is dropped.",
    ),
    Mistake(
        "no gradient",
        lambda h, p, generator: (slips.kept(h, p, generator) * h / (1 - p)).detach(),
        "No gradient comes back to h, so the layers before could not learn. What cuts the graph?",
    ),
    # Whatever else there may be: these tell of a kind, and come last.
    Mistake(
        "what is dropped is not 0",
        slips.off_by(lambda after: after + 1),
        "What is dropped does not become 0. Is something added, or put in its place?",
    ),
    Mistake(
        "survivors too small",
        slips.off_by(lambda after: after * 0.9),
        "The survivors do not make up for the dropped ones. What share is left, on average?",
    ),
    Mistake(
        "survivors too large",
        slips.off_by(lambda after: after * 1.1),
        "The survivors more than make up for the dropped ones. What share is left, on average?",
    ),
)
