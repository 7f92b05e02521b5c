"""Exercise 10.3 of notebook 10: what drop_last leaves out."""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.batching.solutions import share_dropped


def _by_loop(num_examples: int, batch_size: int) -> float:
    left = num_examples
    while left >= batch_size:
        left -= batch_size
    return left / num_examples


SHARE = Exercise(
    number="10.3",
    name="share_dropped",
    title="What drop_last leaves out",
    level="build",
    hints=(
        "Section 10.5: `drop_last` leaves out the examples that do not fill a batch. Take 100 "
        "examples and B = 33. How many are used, how many are left out, and which share of the 100 "
        "is that?",
        "Take off as many complete batches as there are, and count what remains. In Python `%` "
        "does that: `100 % 33` is 1. Try `100 % 50` and `10 % 64` as well.",
        "`num_examples % batch_size` is how many examples are left out. A share is wanted, from 0 "
        "to 1, so one division is still missing: by what?",
    ),
    learned="drop_last loses N mod B examples: nearly half of them at B = N/2 + 1",
    cases=(
        Case("100 examples, B = 33", (100, 33)),
        Case("100 examples, B = 50", (100, 50)),
        Case("100 examples, B = 51", (100, 51)),
        Case("8,000 examples, B = 4,001", (8000, 4001)),
        Case("10 examples, B = 4", (10, 4)),
        Case("100 examples, B = 100", (100, 100)),
        Case("10 examples, B = 64", (10, 64)),
        Case("10 examples, B = 1", (10, 1)),
        Case("97 examples, B = 36", (97, 36)),
    ),
    reference=share_dropped,
    correct=(
        _by_loop,
        lambda num_examples, batch_size: 1 - num_examples // batch_size * batch_size / num_examples,
        lambda num_examples, batch_size: Fraction(num_examples % batch_size, num_examples),
        lambda num_examples, batch_size: (
            torch.arange(num_examples)[num_examples // batch_size * batch_size :].numel()
            / num_examples
        ),
    ),
    mistakes=(
        Mistake(
            "the number",
            lambda num_examples, batch_size: float(num_examples % batch_size),
            "This is how many examples are left out. Which share of all of them is that?",
        ),
        Mistake(
            "the share used",
            lambda num_examples, batch_size: 1 - share_dropped(num_examples, batch_size),
            "This is the share that is used. The question is about the rest.",
        ),
        Mistake(
            "share of a batch",
            lambda num_examples, batch_size: num_examples % batch_size / batch_size,
            "This says how full the dropped batch is: its examples divided by B. By what should "
            "they be divided to be a share of the data?",
        ),
        Mistake(
            "share of the batches",
            lambda num_examples, batch_size: (
                float(num_examples % batch_size > 0) / -(-num_examples // batch_size)
            ),
            "This is the share of the batches that is dropped. The dropped batch is smaller than "
            "the others: count its examples.",
        ),
        Mistake(
            "what the batch lacks",
            lambda num_examples, batch_size: -num_examples % batch_size / num_examples,
            "These are the examples that the last batch lacks. How many does it hold?",
        ),
        Mistake(
            "one batch at least",
            lambda num_examples, batch_size: share_dropped(
                num_examples, min(batch_size, num_examples)
            ),
            "Right as long as B ≤ N. With B = 64 and 10 examples no batch is complete: how many "
            "examples are used then?",
        ),
        Mistake(
            "per cent",
            lambda num_examples, batch_size: 100 * share_dropped(num_examples, batch_size),
            "This is in per cent. A share runs from 0 to 1.",
        ),
        Mistake(
            "the examples after one batch",
            lambda num_examples, batch_size: (num_examples - batch_size) / num_examples,
            "Only one batch was taken off. How many complete batches are there?",
        ),
        Mistake(
            "a full last batch dropped too",
            lambda num_examples, batch_size: (
                (num_examples % batch_size or batch_size) / num_examples
            ),
            "Right where the last batch is incomplete. Where B divides N, is anything left out?",
        ),
        Mistake(
            "one batch",
            lambda num_examples, batch_size: batch_size / num_examples,
            "This is the share of one full batch. The dropped one is not full: how many examples "
            "does it hold?",
        ),
        Mistake(
            "what is left of B",
            lambda num_examples, batch_size: batch_size % num_examples / num_examples,
            "Here the batch size is divided by N. Which of the two is cut into pieces?",
        ),
        Mistake(
            "rounded to the nearest batch",
            lambda num_examples, batch_size: (
                abs(num_examples - round(num_examples / batch_size) * batch_size) / num_examples
            ),
            "The number of complete batches was rounded to the nearest. An incomplete batch is "
            "dropped, however full it is.",
        ),
        Mistake(
            "rounded up",
            lambda num_examples, batch_size: (
                1 - -(-num_examples // batch_size) * batch_size / num_examples
            ),
            "Negative: more examples were used than there are. Is the number of complete batches "
            "rounded up or down?",
        ),
        Mistake(
            "the batches",
            lambda num_examples, batch_size: num_examples // batch_size,
            "This is how many complete batches there are. How many examples do they leave, and "
            "which share is that?",
        ),
        Mistake(
            "batches by examples",
            lambda num_examples, batch_size: num_examples // batch_size / num_examples,
            "Complete batches were divided by examples. How many examples do the batches leave?",
        ),
        Mistake(
            "divided twice",
            lambda num_examples, batch_size: num_examples / batch_size % 1 / num_examples,
            "The part of a batch was divided by N. How many examples are in that part of a batch?",
        ),
        Mistake(
            "one or nothing",
            lambda num_examples, batch_size: float(num_examples % batch_size > 0),
            "This says whether something is left out. How much is it?",
        ),
        Mistake(
            "by what is used",
            lambda num_examples, batch_size: (
                num_examples % batch_size / (num_examples // batch_size * batch_size)
                if batch_size <= num_examples
                else 1.0
            ),
            "Divided by the examples that are used. A share of the data divides by all of them.",
        ),
    ),
)
