"""Exercises 10.2 and 10.3 of notebook 10: counting batches, and what drop_last leaves out."""

from __future__ import annotations

from course_utils.exercises import Case, Exercise, Mistake

COUNT = Exercise(
    number="10.2",
    title="Steps and leftovers",
    level="read",
    learned="batches are N / B rounded up, with drop_last rounded down, in every epoch",
    cases=(Case("1,000 examples, B = 64, 3 epochs: steps, last batch, steps with drop_last"),),
    reference=(48, 40, 45),
    correct=([48, 40, 45], (3 * -(-1000 // 64), 1000 % 64, 3 * (1000 // 64))),
    mistakes=(
        Mistake(
            "one epoch",
            (16, 40, 15),
            "These are the steps of one epoch. How many epochs are there?",
        ),
        Mistake(
            "rounded down twice",
            (45, 40, 45),
            "The 40 examples left over make a batch too, unless it is dropped. How many steps does "
            "an epoch take when nothing is dropped?",
        ),
        Mistake(
            "rounded up twice",
            (48, 40, 48),
            "With drop_last the incomplete batch takes no step. How many batches of an epoch are "
            "complete?",
        ),
        Mistake(
            "rolls over",
            (47, 56, 46),
            "You cut 3,000 examples in one go, with a window that rolls over. Here each epoch "
            "is cut by itself: what is left of 1,000?",
        ),
        Mistake(
            "all epochs in one go",
            (47, 40, 46),
            "3,000 / 64 was rounded, as if the three epochs were cut in one go. Each epoch is cut "
            "by itself: how many steps has one?",
        ),
        Mistake(
            "the complete batches",
            (48, 15, 45),
            "15 is how many complete batches an epoch has. How many examples are left after them?",
        ),
        Mistake(
            "what is missing",
            (48, 24, 45),
            "24 is what the last batch lacks. How many examples does it hold?",
        ),
        Mistake(
            "a full last batch",
            (48, 64, 45),
            "The steps are right. But is the last batch complete? How many examples have the "
            "batches before it used up?",
        ),
        Mistake(
            "with and without changed places",
            (45, 40, 48),
            "Which of the two takes more steps: keeping the incomplete batch or dropping it?",
        ),
        Mistake(
            "a fraction of a batch",
            (46.875, 40, 45),
            "A step is taken or not: what becomes of 15.625 batches in an epoch?",
        ),
    ),
)


def share_dropped(num_examples: int, batch_size: int) -> float:
    """Return the share of the examples that an epoch with drop_last=True leaves out, 0 to 1."""
    return num_examples % batch_size / num_examples


def _by_loop(num_examples: int, batch_size: int) -> float:
    left = num_examples
    while left >= batch_size:
        left -= batch_size
    return left / num_examples


SHARE = Exercise(
    number="10.3",
    title="What drop_last leaves out",
    level="build",
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
    ),
    reference=share_dropped,
    correct=(
        _by_loop,
        lambda num_examples, batch_size: 1 - num_examples // batch_size * batch_size / num_examples,
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
    ),
)
