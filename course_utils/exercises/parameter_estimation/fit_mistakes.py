"""The known mistakes of exercise 1.7: the slopes, the loop, and what is handed back."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation import descents
from course_utils.exercises.parameter_estimation.descents import descend, with_slopes
from course_utils.exercises.parameter_estimation.fit_slope_mistakes import SLOPE_MISTAKES


def _slopes_at_the_start(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    return torch.tensor([1.0, 0.0]) - num_epochs * lr * descents.slopes_at(t_u, t_c, 1.0, 0.0)


MISTAKES = (
    *SLOPE_MISTAKES,
    Mistake(
        "starts at (0, 0)",
        lambda *args: descend(*args, start=(0.0, 0.0)),
        "The steps are right, but they begin at (0, 0). The task names another start.",
    ),
    Mistake(
        "starts at (1, 1)",
        lambda *args: descend(*args, start=(1.0, 1.0)),
        "The steps are right, but they begin at (1, 1). The task names another start.",
    ),
    Mistake(
        "starts at (0, 1)",
        lambda *args: descend(*args, start=(0.0, 1.0)),
        "The steps are right, but they begin at (0, 1). Have w and b changed places?",
    ),
    Mistake(
        "updates w before it computes b's gradient",
        descents.one_after_the_other(0),
        "The slope for b is taken at the new w. Both slopes belong to the same place: "
        "compute the two first, then step.",
    ),
    Mistake(
        "updates b before it computes w's gradient",
        descents.one_after_the_other(1),
        "The slope for w is taken at the new b. Both slopes belong to the same place: "
        "compute the two first, then step.",
    ),
    Mistake(
        "slopes at the start",
        _slopes_at_the_start,
        "Every step is alike, because its slopes are those at the start. They belong to the "
        "w and b that the step before has led to.",
    ),
    Mistake(
        "slopes that add up",
        descents.adding_up,
        "Each step goes along all slopes so far, added up. With autograd: each backward adds to "
        "`.grad`, and something has to empty it.",
    ),
    Mistake(
        "a step for each example",
        descents.by_example,
        "Here each example gets a step of its own. The loss is the mean over all of them: one step "
        "for each epoch.",
    ),
    Mistake(
        "steps that get shorter",
        descents.ever_shorter,
        "The first step is as it should be, and then they get shorter. The learning rate stays the "
        "same in every epoch.",
    ),
    Mistake(
        "forgets the place before",
        descents.without_what_was,
        "The new w and b are the steps alone. A step starts from where w and b were.",
    ),
    Mistake(
        "multiplies in the update",
        with_slopes(lambda d, t_u, p: p * torch.stack([(d * t_u).sum(), d.sum()])),
        "The step is multiplied by w or b itself, so a b of 0 never moves. It is subtracted as it "
        "is.",
    ),
    Mistake(
        "b rests",
        with_slopes(lambda d, t_u, p: torch.stack([(d * t_u).sum(), 0 * d.sum()])),
        "Here w moves and b rests where it began. It has a slope as well.",
    ),
    Mistake(
        "w rests",
        with_slopes(lambda d, t_u, p: torch.stack([0 * d.sum(), d.sum()])),
        "Here b moves and w rests where it began. It has a slope as well.",
    ),
    Mistake(
        "one step too few",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr, num_epochs - 1),
        "One step is missing at one end of the loop. With num_epochs = 2, how many does it take?",
    ),
    Mistake(
        "one step too many",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr, num_epochs + 1),
        "One step too many. With num_epochs = 2, how many does the loop take?",
    ),
    Mistake(
        "a single step",
        lambda t_u, t_c, lr, num_epochs: descend(t_u, t_c, lr, 1),
        "Only one step counts. Is there a `return` inside the loop (a `return` ends the function), "
        "or do w and b start anew in each round?",
    ),
    Mistake(
        "no step",
        lambda t_u, t_c, lr, num_epochs: torch.tensor([1.0, 0.0]),
        "This is still the start: no step has reached w and b. Does the loop give its new "
        "values to the names that you return?",
    ),
    Mistake(
        "returns b, w",
        lambda *args: descend(*args).flip(0),
        "Both numbers are right, but they have changed places: w comes first.",
    ),
    Mistake(
        "returns the slopes",
        descents.last_slopes,
        "This is the last gradient. The w and b that it has led to are asked for.",
    ),
    Mistake(
        "returns the loss",
        descents.last_loss,
        "This is the loss at the end. The final w and b are asked for.",
    ),
)
