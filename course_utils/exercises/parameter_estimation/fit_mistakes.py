"""The known mistakes of exercise 1.6: the slopes, the loop, and what is handed back."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation import descents
from course_utils.exercises.parameter_estimation.descents import START, descend, times, with_slopes
from course_utils.exercises.parameter_estimation.fit_slope_mistakes import SLOPE_MISTAKES


def _slopes_at_the_start(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    start = torch.tensor(START)
    return start - num_epochs * lr * descents.slopes_at(t_u, t_c, start)


def _in_whole_numbers(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    params = torch.tensor([0, 1, 0])
    for _ in range(num_epochs):
        params -= lr * descents.slopes_at(t_u, t_c, params)
    return params


MISTAKES = (
    Mistake(
        "starts in whole numbers",
        _in_whole_numbers,
        "`torch.tensor([0, 1, 0])` holds whole numbers; a step is not whole. Write 0.0 and 1.0.",
    ),
    *SLOPE_MISTAKES,
    *(
        Mistake(
            f"starts at {words}",
            lambda *args, start=start: descend(*args, start=start),
            f"The steps are right, but they begin at {words}. The task names another start"
            f"{': have w2 and w1 changed places?' if start[0] and not start[1] else '.'}",
        )
        for start, words in (
            ((0.0, 0.0, 0.0), "(0, 0, 0)"),
            ((1.0, 1.0, 0.0), "(1, 1, 0)"),
            ((1.0, 1.0, 1.0), "(1, 1, 1)"),
            ((1.0, 0.0, 0.0), "(1, 0, 0)"),
            ((0.0, 0.0, 1.0), "(0, 0, 1)"),
        )
    ),
    Mistake(
        "updates w2 before it computes the other slopes",
        descents.one_after_the_other((0, 1, 2)),
        "The slopes for w1 and b are taken at the new w2. All three belong to the same place: "
        "compute them first, then step.",
    ),
    Mistake(
        "updates b before it computes the other slopes",
        descents.one_after_the_other((2, 1, 0)),
        "The slopes for w1 and w2 are taken at the new b. All three belong to the same place: "
        "compute them first, then step.",
    ),
    Mistake(
        "slopes at the start",
        _slopes_at_the_start,
        "Every step is alike, because its slopes are those at the start. They belong to the "
        "place that the step before has led to.",
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
        "The new parameters are the steps alone. A step starts from where they were.",
    ),
    Mistake(
        "multiplies in the update",
        with_slopes(lambda d, t_u, p: p * descents.right_slopes(d, t_u, p)),
        "The step is multiplied by the parameter itself, so a b of 0 never moves. It is subtracted "
        "as it is.",
    ),
    *(
        Mistake(
            f"{name} rests",
            times(**{name: 0}),
            f"Here {name} rests where it began, and the others move. It has a slope as well.",
        )
        for name in ("w2", "w1", "b")
    ),
    Mistake(
        "w2 alone",
        times(w1=0, b=0),
        "Here w2 moves, and the others rest where they began. They have slopes as well.",
    ),
    Mistake(
        "w1 alone",
        times(w2=0, b=0),
        "Here w1 moves, and the others rest where they began. They have slopes as well.",
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
        "or do the parameters start anew in each round?",
    ),
    Mistake(
        "no step",
        lambda t_u, t_c, lr, num_epochs: torch.tensor(START),
        "This is still the start: no step has reached the parameters. Does the loop give its new "
        "values to the names that you return?",
    ),
    Mistake(
        "returns b, w1, w2",
        lambda *args: descend(*args).flip(0),
        "The numbers are right, but their order is reversed: w2 comes first, b last.",
    ),
    Mistake(
        "returns w1, w2, b",
        lambda *args: descend(*args)[[1, 0, 2]],
        "The numbers are right, but w2 and w1 have changed places: w2 comes first.",
    ),
    Mistake(
        "returns w and b",
        lambda *args: descend(*args)[1:],
        "Two numbers came. The model with a bend has three parameters: w2, w1 and b.",
    ),
    Mistake(
        "returns the slopes",
        descents.last_slopes,
        "This is the last gradient. The parameters that it has led to are asked for.",
    ),
    Mistake(
        "returns the loss",
        descents.last_loss,
        "This is the loss at the end. The final parameters are asked for.",
    ),
)
