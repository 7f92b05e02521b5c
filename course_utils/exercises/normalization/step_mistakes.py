"""Known mistakes of exercise 2.6 in the training: too many steps, too few, too long, too short."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.z_lines import with_steps

STEP_MISTAKES = (
    Mistake(
        "one epoch too many",
        with_steps(lambda x, lr, num_epochs: (lr, num_epochs + 1)),
        "Your model has been updated once too often: with num_epochs = 0 it should not have "
        "been updated at all.",
    ),
    Mistake(
        "one epoch too few",
        with_steps(lambda x, lr, num_epochs: (lr, num_epochs - 1)),
        "Your model has been updated once too few: with num_epochs = 1 it should have moved once.",
    ),
    Mistake(
        "always a hundred epochs",
        with_steps(lambda x, lr, num_epochs: (lr, 100)),
        "The same whatever num_epochs is, as after endless training. With none at all the model "
        "should know nothing but the mean of y.",
    ),
    Mistake(
        "a single epoch",
        with_steps(lambda x, lr, num_epochs: (lr, min(num_epochs, 1))),
        "Only one epoch counts. Is there a `return` inside the loop, or do w and b start anew?",
    ),
    Mistake(
        "no training",
        lambda x, y, x_new, lr, num_epochs: y.mean() + 0 * x_new,
        "This is the mean of y everywhere: no step has reached the w that you predict with.",
    ),
    Mistake(
        "a gradient without its 2",
        with_steps(lambda x, lr, num_epochs: (lr / 2, num_epochs)),
        "Your steps are half as long as they should be. What factor does the derivative of a "
        "square bring along?",
    ),
    Mistake(
        "a gradient with two 2s",
        with_steps(lambda x, lr, num_epochs: (2 * lr, num_epochs)),
        "Your steps are twice as long as they should be: is there a 2 in two places?",
    ),
    Mistake(
        "sums for means",
        with_steps(lambda x, lr, num_epochs: (lr * len(x), num_epochs)),
        "Your steps are N times too long: the loss is a mean over the examples.",
    ),
    Mistake(
        "averages twice",
        with_steps(lambda x, lr, num_epochs: (lr / len(x), num_epochs)),
        "Your steps are N times too short: is there a second division by N?",
    ),
    Mistake(
        "uphill",
        with_steps(lambda x, lr, num_epochs: (-lr, num_epochs)),
        "The predictions run away from the targets: the gradient points uphill, and the steps "
        "should lead downhill.",
    ),
    Mistake(
        "an lr of its own",
        with_steps(lambda x, lr, num_epochs: (0.1, num_epochs)),
        "The same whatever lr is: your steps always take 0.1.",
    ),
)
