"""Mistakes of exercise 3.6 of notebook 03: nothing is recorded, too much, or it is not cleared."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.loops import (
    fit,
    fit_by_renaming,
    fit_clearing_early,
    fit_leaving_the_graph,
    fit_one_by_one,
    fit_unmarked,
    fit_walking_twice,
    fit_with_numbers,
    fit_with_one_argument,
    fit_with_one_loss,
    fit_without_no_grad,
    fitting,
)

RECORDS = (
    Mistake(
        "never clears",
        fitting(kept=(1.0, 1.0)),
        "The first step is fine and the later ones are not: gradients add up until somebody clears "
        "them.",
    ),
    Mistake(
        "clears w only",
        fitting(kept=(0.0, 1.0)),
        "The gradient of b adds up from step to step: who clears it?",
    ),
    Mistake(
        "clears b only",
        fitting(kept=(1.0, 0.0)),
        "The gradient of w adds up from step to step: who clears it?",
    ),
    Mistake(
        "updates with = and without no_grad",
        fit_leaving_the_graph,
        "After the first step `params` is no longer a leaf but a result, and its `.grad` stays "
        "None. `-=` inside no_grad changes the numbers and keeps the leaf.",
    ),
    Mistake(
        "does not ask for gradients",
        fit_unmarked,
        "Nothing was recorded: nobody asked for gradients, or the record was switched off or "
        "cut between the leaf and the loss (no_grad, detach, item, tolist).",
    ),
    Mistake(
        "hands numbers to the model",
        fit_with_numbers,
        "The model gets plain numbers here (item, tolist or float), and they leave no record: hand "
        "it tensors.",
    ),
    Mistake(
        "clears before the update",
        fit_clearing_early,
        "At the update there is no gradient (None times a number). Was backward called, and is the "
        "gradient cleared before it has been used?",
    ),
    Mistake(
        "updates with =",
        fit_by_renaming,
        "`params = params - …` inside no_grad makes a new tensor that requires no gradient, so "
        "the second backward finds nothing. `-=` changes the numbers in the same tensor.",
    ),
    Mistake(
        "updates without no_grad",
        fit_without_no_grad,
        "The update is not a part of the model. Put it inside `with torch.no_grad():`.",
    ),
    Mistake(
        "a result with a history",
        lambda *args: fit(*args).requires_grad_(),
        "The result still requires a gradient: return it detached.",
    ),
    Mistake(
        "one loss for all steps",
        fit_with_one_loss,
        "The loss was computed once, so its gradient is that of the starting point. Compute it "
        "anew in each step; then retain_graph is not needed.",
    ),
    Mistake(
        "one loss, walked twice",
        fit_walking_twice,
        "Each backward needs a loss of its own: in the second step the way back of the first one "
        "is gone. Where is the loss computed?",
    ),
    Mistake(
        "a loss of many numbers",
        fit_one_by_one,
        "backward starts from a single number, and this loss still has one for each example.",
    ),
    Mistake(
        "one argument for two",
        fit_with_one_argument,
        "The model takes three arguments: w and b come one by one.",
    ),
    Mistake(
        "does not move",
        fitting(move=lambda params, grad, lr, epoch: params),
        "The start comes back: what changes the parameters, and is the gradient still there when "
        "it does?",
    ),
)
