"""Exercise 10.4 of notebook 10: the linear-scaling rule and its limit."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.batching import solutions

LINEAR_SCALING = Exercise(
    number="10.4",
    name="lr_and_largest_batch_size",
    title="Rate and batch size",
    level="read",
    hints=(
        "Section 10.9 has both: the rule, k times the batch, k times the rate, and the limit of "
        "the rate, from the largest curvature. This task takes that limit for every batch size.",
        "First: how many times as large as 128 is 512? Then: which is the largest rate at a "
        "curvature of 5, and how many times as large as 0.05 is that?",
        "512 is 4 times 128. The largest rate is 2 / 5 = 0.4, which is 8 times 0.05. So k is 4 for "
        "the first number asked for, and 8 for the second.",
    ),
    learned="the rule: k times the batch, k times the rate, here up to 2 / curvature",
    cases=(Case("lr 0.05 at B = 128, curvature 5: the rate at B = 512, and the largest B"),),
    reference=solutions.lr_and_largest_batch_size,
    correct=([0.2, 1024], (0.05 * 4, 0.4 / 0.05 * 128), torch.tensor([0.2, 1024])),
    mistakes=(
        Mistake(
            "the rate unchanged",
            (0.05, 1024),
            "This is the rate for 128. One step of 512 examples replaces how many steps of 128, "
            "and how long should it be?",
        ),
        Mistake(
            "the rate divided",
            (0.0125, 1024),
            "The wrong direction: one large step has to make up for four small ones. Should it be "
            "longer or shorter than each of them?",
        ),
        Mistake(
            "the root of four",
            (0.1, 1024),
            "This is the rate times √4. The linear rule replaces four steps by one: by what is the "
            "rate multiplied?",
        ),
        Mistake(
            "limit of one over the curvature",
            (0.2, 512),
            "You stopped at 1 / 5. Between 1 / curvature and twice that a step overshoots the "
            "bottom and still comes closer: where is the limit?",
        ),
        Mistake(
            "the largest rate",
            (0.2, 0.4),
            "0.4 is the largest rate. At which batch size does the rule ask for it?",
        ),
        Mistake(
            "how many times",
            (0.2, 8),
            "8 is how many times as large the batch may be. As large as what?",
        ),
        Mistake(
            "scales from 512",
            (0.2, 4096),
            "The limit is 8 times the rate 0.05, and that rate belongs to which batch size?",
        ),
        Mistake(
            "twice the curvature",
            (0.2, 25600),
            "You took twice the curvature, 10, as the limit. A larger curvature means a smaller "
            "limit: is it 2 times the curvature, or 2 divided by it?",
        ),
        Mistake(
            "both in the other order",
            (1024, 0.2),
            "The two numbers are right; the task asks for the rate first.",
        ),
        Mistake(
            "the root rule for the limit too",
            (0.1, 8192),
            "Here the rate grows with the root of the batch. The linear rule multiplies the rate "
            "by as much as the batch.",
        ),
        Mistake(
            "the largest batch by the root rule",
            (0.2, 8192),
            "At 8,192 the rate would be 3.2. By what does the linear rule multiply the rate when "
            "the batch is twice as large?",
        ),
        Mistake(
            "the rate at the limit",
            (0.4, 1024),
            "0.4 is the largest rate that is allowed. Which rate does the rule give at B = 512?",
        ),
        Mistake(
            "times B",
            (25.6, 1024),
            "The rate was multiplied by B itself. How many times as large as 128 is the batch?",
        ),
        Mistake(
            "squared",
            (0.8, 1024),
            "The rate was multiplied by the square of how many times as large the batch is. The "
            "linear rule does less.",
        ),
        Mistake(
            "doubled twice the limit",
            (0.2, 2048),
            "At 2,048 the rate would be 0.8. How large may it be with a curvature of 5?",
        ),
        Mistake(
            "the curvature forgotten",
            (0.2, 2 / 0.05 * 128),
            "The limit was taken as 2. What does a curvature of 5 make of it?",
        ),
        Mistake(
            "the curvature as a factor",
            (0.2, 640),
            "The batch was multiplied by the curvature. Ask for the largest rate first, and then "
            "for the batch.",
        ),
        Mistake(
            "how many times 512",
            (0.2, 2),
            "2 is how many times as large as 512 the batch may be. How large is it?",
        ),
        Mistake(
            "the largest rate times the batch",
            (0.2, 51.2),
            "The largest rate was multiplied by 128. How many times as large as 0.05 is it?",
        ),
        Mistake(
            "one step short",
            (0.2, 1023),
            "Nearly: at which batch size is the rate exactly the largest one?",
        ),
    ),
)
