"""Mistakes of exercise 3.6 of notebook 03: nothing is recorded, too much, or it is not cleared."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.loops import (
    by_clearing_early,
    by_leaving_the_graph,
    by_recording,
    by_renaming,
    by_step,
    fit_with_one_loss,
    fitting,
    going_wrong,
    mean_squared,
)

RECORDS = (
    Mistake(
        "never clears",
        fitting(kept=lambda place, num: 1.0),
        "The first step is fine and the later ones are not: gradients add up until somebody clears "
        "them.",
    ),
    Mistake(
        "clears the first only",
        fitting(kept=lambda place, num: float(place > 0)),
        "Only the gradient of the first parameter is cleared. Those of the others add up from step "
        "to step.",
    ),
    Mistake(
        "clears the last only",
        fitting(kept=lambda place, num: float(place < num - 1)),
        "Only the gradient of the last parameter is cleared: is the line inside of the loop over "
        "the parameters?",
    ),
    Mistake(
        "updates with = and without no_grad",
        going_wrong(by_leaving_the_graph),
        "After the first step the parameters are no longer leaves but results, and their `.grad` "
        "stays None. `-=` inside no_grad changes the numbers and keeps the leaf.",
    ),
    Mistake(
        "does not ask for gradients",
        going_wrong(by_step, marked=False),
        "Nothing was recorded: nobody asked for gradients, or the record was switched off or "
        "cut between the leaf and the loss (no_grad, detach, item, tolist).",
    ),
    Mistake(
        "hands numbers to the model",
        going_wrong(
            by_step,
            lambda model, x, y, params: mean_squared(model(x, *[p.tolist() for p in params]), y),
        ),
        "The model gets plain numbers here (item, tolist or float), and they leave no record: hand "
        "it tensors.",
    ),
    Mistake(
        "clears before the update",
        going_wrong(by_clearing_early),
        "At the update there is no gradient (None times a number). Was backward called, and is the "
        "gradient cleared before it has been used?",
    ),
    Mistake(
        "updates with =",
        going_wrong(by_renaming),
        "`=` inside no_grad makes new tensors that require no gradient, so the second backward "
        "finds nothing. `-=` changes the numbers in the same tensors.",
    ),
    Mistake(
        "updates without no_grad",
        going_wrong(by_recording),
        "The update is not a part of the model. Put it inside `with torch.no_grad():`.",
    ),
    Mistake(
        "one loss for all steps",
        fit_with_one_loss(retain_graph=True),
        "The loss was computed once, so its gradient is that of the starting point. Compute it "
        "anew in each step; then retain_graph is not needed.",
    ),
    Mistake(
        "one loss, walked twice",
        fit_with_one_loss(retain_graph=False),
        "Each backward needs a loss of its own: in the second step the way back of the first one "
        "is gone. Where is the loss computed?",
    ),
    Mistake(
        "a loss of many numbers",
        going_wrong(by_step, lambda model, x, y, params: (model(x, *params) - y) ** 2),
        "backward starts from a single number, and this loss still has one for each example.",
    ),
    Mistake(
        "the list as one argument",
        going_wrong(by_step, lambda model, x, y, params: mean_squared(model(x, params), y)),
        "The model takes the parameters one by one, and not in a list: a star, as in "
        "`model(x, *params)`, hands over its entries.",
    ),
    Mistake(
        "two parameters",
        going_wrong(
            by_step, lambda model, x, y, params: mean_squared(model(x, params[0], params[1]), y)
        ),
        "Two parameters go into the model, and `start` may hold fewer or more: a star, as in "
        "`model(x, *params)`, hands over all entries of a list.",
    ),
    Mistake(
        "does not move",
        fitting(move=lambda param, grads, place, lr, epoch: param),
        "The start comes back. Is the gradient still there at the update? And does `=` write into "
        "a tensor, or give its name to another one?",
    ),
)

# The last of all: whoever has wrong numbers besides should hear of those.
HISTORY = Mistake(
    "a result with a history",
    fitting(result=lambda params, grads, loss: [param.requires_grad_() for param in params]),
    "The result still requires a gradient: return each tensor detached. And your leaves should be "
    "copies (`tensor.detach().clone()`), not the tensors of `start` themselves.",
)
