"""The known mistakes of exercise 5.5: other sizes, other examples, another order or form."""

from __future__ import annotations

from functools import partial

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.overfitting import folds_slips as slips
from course_utils.exercises.overfitting.folds_forms import FORMS
from course_utils.exercises.overfitting.folds_pairs import PAIRS

MISTAKES = (
    *FORMS,
    *PAIRS,
    Mistake(
        "val parts too long by one",
        slips.slices(1, val=True),
        "The val parts reach one example too far, into the next part. Does a slice "
        "include its end?",
    ),
    Mistake(
        "val parts too short by one",
        slips.slices(-1, val=True),
        "The val parts end one example too early. Does a slice include its end?",
    ),
    Mistake(
        "one too few trains",
        slips.slices(1, val=False),
        "The val parts are right. In train an example is missing behind the part held out: where "
        "does its second slice begin?",
    ),
    Mistake(
        "one too many trains",
        slips.slices(-1, val=False),
        "The val parts are right. In train the last example of the part held out is still there: "
        "where does its second slice begin?",
    ),
    Mistake(
        "numbers drawn with repeats",
        slips.drawn_with_repeats,
        "Some examples come twice and others never: these are random numbers, and no permutation.",
    ),
    Mistake(
        "a coin for each example",
        slips.by_coins,
        "Each example draws its own fold, so the sizes are left to chance. They may differ by one "
        "at most.",
    ),
    Mistake(
        "shuffles for each fold, and takes its first piece",
        partial(slips.shuffled_anew, moves=False),
        "Each fold has a permutation of its own, so that some examples are held out twice and "
        "others never. How often should one shuffle?",
    ),
    Mistake(
        "shuffles for each fold, and takes the next piece",
        partial(slips.shuffled_anew, moves=True),
        "Some examples are held out twice and others never, because each fold is cut from another "
        "permutation. How often should one shuffle?",
    ),
    Mistake(
        "shuffles for each fold, and takes its first n // k",
        slips.shuffled_anew_short,
        "Some examples are held out twice and others never: each fold begins with a shuffle of its "
        "own. How often should one shuffle?",
    ),
    Mistake(
        "all from place i on",
        slips.from_a_place_on,
        "Each val part runs on to the end of the shuffled order. Where should fold i begin, and "
        "where should it end?",
    ),
    Mistake(
        "the rest is dropped",
        slips.cut(lambda order, k: order[: len(order) // k * k].tensor_split(k)),
        "When k does not divide the number of examples, some are never held out. Where have they "
        "gone?",
    ),
    Mistake(
        "the rest trains only",
        slips.rest_trains_only,
        "When k does not divide the number of examples, some train every time and are never "
        "held out. Which ones?",
    ),
    Mistake(
        "the rest goes to the last fold",
        slips.cut(slips.rest_to_last),
        "Nothing is lost, but what was left over has all gone into one fold. It can be shared "
        "out, one each.",
    ),
    Mistake(
        "the rest is a fold of its own",
        slips.cut(lambda order, k: order.split(len(order) // k)),
        "What is left over makes a fold of its own, so there are too many when k does not divide "
        "the number of examples.",
    ),
    Mistake(
        "chunks",
        slips.cut(lambda order, k: order.chunk(k)),
        "`chunk` makes all pieces but the last as long as the first, so the last is short, or "
        "whole pieces are missing. PyTorch has a function that makes them even.",
    ),
    Mistake(
        "sizes rounded up",
        slips.cut(slips.rounded_up),
        "All val parts are as long as the first, so the last one is short, or has nothing at all. "
        "May their sizes differ like that?",
    ),
    Mistake(
        "parts of k examples",
        slips.cut(lambda order, k: order.split(k)),
        "Each of your val parts has k examples. Wanted are k parts.",
    ),
    Mistake(
        "one example at a time",
        slips.cut(lambda order, k: order.split(1)),
        "Each val part has one example, whatever k is. How many parts are wanted?",
    ),
    Mistake(
        "five folds",
        lambda n, k, generator: slips.right(n, 5, generator),
        "There are five folds whatever k is.",
    ),
    Mistake(
        "thirty examples",
        lambda n, k, generator: slips.right(30, k, generator),
        "There are thirty examples whatever `num_examples` is.",
    ),
    Mistake(
        "ten examples",
        lambda n, k, generator: slips.right(10, k, generator),
        "There are ten examples whatever `num_examples` is.",
    ),
    Mistake(
        "a random source of its own",
        lambda n, k, generator: slips.right(n, k, None),
        "The folds do not follow the generator that was passed. Does the shuffling know it?",
    ),
    Mistake(
        "always shuffled in the same way",
        lambda n, k, generator: slips.right(n, k, torch.Generator().manual_seed(0)),
        "The examples are shuffled, but always in the same way, whatever the generator. Is it this "
        "generator that decides?",
    ),
    Mistake(
        "the seed used again",
        slips.seeded_again,
        "Right for one call. A second call with the same generator gives the same folds: is the "
        "generator itself used, or only its seed?",
    ),
    Mistake(
        "not shuffled",
        slips.ordered(lambda n, k, generator: torch.arange(n).tensor_split(k)),
        "The folds are runs of neighbours, the same whatever the generator. Are the examples "
        "shuffled? The data may be sorted.",
    ),
    Mistake(
        "not shuffled, every k-th",
        slips.ordered(lambda n, k, generator: [torch.arange(i, n, k) for i in range(k)]),
        "Each val part holds every k-th example, the same whatever the generator. Are the examples "
        "shuffled? The data may have a rhythm.",
    ),
    Mistake(
        "only the folds are shuffled",
        slips.ordered(
            lambda n, k, generator: [
                torch.arange(n).tensor_split(k)[i] for i in torch.randperm(k, generator=generator)
            ]
        ),
        "Each val part is a run of neighbours. It is the examples that should be shuffled, not "
        "only the folds: what if the data is sorted by class?",
    ),
    Mistake(
        "every k-th, and only the folds are shuffled",
        slips.ordered(
            lambda n, k, generator: [
                torch.arange(int(i), n, k) for i in torch.randperm(k, generator=generator)
            ]
        ),
        "Each val part holds every k-th example, and only the folds are shuffled. What if the data "
        "has a rhythm?",
    ),
)
