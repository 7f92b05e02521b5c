"""Known mistakes of exercise 2.6 on the way back from z-scores to the unit of y."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.z_lines import undone, unscale, z

UNDO_MISTAKES = (
    Mistake(
        "predictions left as z-scores",
        undone(lambda z_hat, x, y: z_hat),
        "These are z-scores of y. Someone who asks for a temperature does not want to hear "
        "“0.7 standard deviations”.",
    ),
    Mistake(
        "multiplies, and forgets the mean",
        undone(lambda z_hat, x, y: z_hat * y.std(correction=0)),
        "The spread is right and the level is not: undoing a z-score takes two steps, and "
        "the last one done is the first one to undo.",
    ),
    Mistake(
        "adds the mean, and forgets to multiply",
        undone(lambda z_hat, x, y: z_hat + y.mean()),
        "The level is right and the spread is still that of a z-score: the way back has two steps.",
    ),
    Mistake(
        "undone in the wrong order",
        undone(lambda z_hat, x, y: (z_hat + y.mean()) * y.std(correction=0)),
        "Both steps of the way back are there, in the wrong order: the last one done is the first "
        "one to undo.",
    ),
    Mistake(
        "divides on the way back",
        undone(lambda z_hat, x, y: z_hat / y.std(correction=0) + y.mean()),
        "The way back divides by the standard deviation, as the way there did. What undoes a "
        "division?",
    ),
    Mistake(
        "subtracts on the way back",
        undone(lambda z_hat, x, y: z_hat * y.std(correction=0) - y.mean()),
        "The way back subtracts the mean, as the way there did. What undoes a subtraction?",
    ),
    Mistake(
        "scales once more",
        undone(lambda z_hat, x, y: z(z_hat, y)),
        "The predictions are scaled once more here. They are z-scores already: the way back is to "
        "undo that.",
    ),
    Mistake(
        "multiplies by the variance",
        undone(lambda z_hat, x, y: z_hat * y.var(correction=0) + y.mean()),
        "The way back multiplies by the variance. By what were the targets divided?",
    ),
    Mistake(
        "unscales with the numbers of x",
        undone(lambda z_hat, x, y: unscale(z_hat, x)),
        "The predictions are predictions of y, and you have undone the scaling of x.",
    ),
    Mistake(
        "the deviation of x on the way back",
        undone(lambda z_hat, x, y: z_hat * x.std(correction=0) + y.mean()),
        "The level is that of y, and the spread that you multiply by is that of x.",
    ),
    Mistake(
        "the mean of x on the way back",
        undone(lambda z_hat, x, y: z_hat * y.std(correction=0) + x.mean()),
        "The spread is that of y, and the mean that you add is that of x.",
    ),
)
