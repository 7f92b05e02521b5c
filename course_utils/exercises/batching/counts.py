"""Exercise 10.2 of notebook 10: counting batches, on paper."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.batching import solutions

COUNT = Exercise(
    number="10.2",
    name="steps_last_batch_steps_dropping",
    title="Steps and leftovers",
    level="read",
    hints=(
        "Section 10.5 says how many batches there are with the incomplete one, and how many "
        "without it. A step is taken for each batch. Count the batches of one epoch first.",
        "How many complete batches of 64 can be cut from 1,000 examples? How many examples are "
        "left after them? They make one more batch, unless `drop_last` leaves it out.",
        "`1000 // 64` counts the complete batches of an epoch, and `1000 % 64` the examples left "
        "over. Two of the three numbers asked for count steps: those are to be taken times 3.",
    ),
    learned="batches are N / B rounded up, with drop_last rounded down, in every epoch",
    cases=(Case("1,000 examples, B = 64, 3 epochs: steps, last batch, steps with drop_last"),),
    reference=solutions.steps_last_batch_steps_dropping,
    correct=(
        [48, 40, 45],
        torch.tensor([48, 40, 45]),
        (3 * -(-1000 // 64), 1000 % 64, 3 * (1000 // 64)),
    ),
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
        Mistake(
            "steps of one epoch",
            (16, 40, 45),
            "The first are the steps of one epoch. How many epochs are there?",
        ),
        Mistake(
            "steps of one epoch with drop_last",
            (48, 40, 15),
            "The third are the steps of one epoch. How many epochs are there?",
        ),
        Mistake(
            "one dropped in all",
            (48, 40, 47),
            "The third drops one step in all. In how many epochs is a batch incomplete?",
        ),
        Mistake(
            "3,000 by 64, rounded up",
            (47, 40, 45),
            "The first was rounded after three epochs had been joined. Each epoch is cut by "
            "itself: how many steps has one?",
        ),
        Mistake(
            "3,000 by 64, rounded down",
            (48, 40, 46),
            "The third was rounded after three epochs had been joined. Each epoch is cut by "
            "itself: how many complete batches has one?",
        ),
        Mistake(
            "rounded down once",
            (46, 40, 45),
            "The first is 3,000 / 64 rounded down. Each epoch is cut by itself, and what is left "
            "over makes a batch too.",
        ),
        Mistake(
            "what all epochs leave",
            (48, 120, 45),
            "120 examples are left over in all three epochs. How many does one batch hold?",
        ),
        Mistake(
            "what 3,000 leave",
            (48, 56, 45),
            "56 is what is left of 3,000. Each epoch is cut by itself: what is left of 1,000?",
        ),
        Mistake(
            "batches of equal size",
            (48, 62.5, 45),
            "The examples were shared out evenly. Here each batch is filled before the next "
            "begins: what remains for the last?",
        ),
        Mistake(
            "the part of a batch",
            (48, 0.625, 45),
            "This is the part of a batch that is left. How many examples are that?",
        ),
        Mistake(
            "nothing left",
            (48, 0, 45),
            "The steps are right. But 1,000 is no multiple of 64: what remains for the last batch?",
        ),
        Mistake(
            "the last batch with drop_last",
            (48, 40, 0),
            "The third asks how many steps are taken with drop_last, not how many are dropped.",
        ),
        Mistake(
            "the dropped ones",
            (48, 40, 3),
            "3 is how many batches are dropped. How many steps are taken?",
        ),
        Mistake(
            "an example a step",
            (3000, 40, 45),
            "3,000 is how often an example comes. A step takes a whole batch: how many steps "
            "has an epoch?",
        ),
        Mistake(
            "the size of the batch that is left with drop_last",
            (48, 45, 40),
            "The last two have changed places. Which of them is a number of examples?",
        ),
    ),
)
