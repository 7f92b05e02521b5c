"""What goes wrong in exercise 17.5: which argument is mapped, and what is differentiated."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.func import grad, vmap

from course_utils.exercises import Mistake
from course_utils.exercises.comparing_runs.solutions import all_gradients

LossOf = Callable[[Tensor, Tensor, Tensor], Tensor]


def _measured(loss_of: LossOf, params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    steps = 0.5 * torch.eye(params.shape[1])
    return torch.stack(
        [
            torch.stack([loss_of(one + e, X, y) - loss_of(one - e, X, y) for e in steps])
            for one in params
        ]
    )


MISTAKES = (
    Mistake(
        "maps over the examples too",
        lambda loss_of, params, X, y: vmap(grad(loss_of))(params, X, y),
        "By default vmap takes every argument apart along its first axis, X and y as well. "
        "Which arguments do all models share, and how is vmap told?",
    ),
    Mistake(
        "losses",
        lambda loss_of, params, X, y: vmap(loss_of, in_dims=(0, None, None))(params, X, y),
        "These are the losses of all models. What turns a function into that of its gradient?",
    ),
    Mistake(
        "grad outside of vmap",
        lambda loss_of, params, X, y: grad(vmap(loss_of, in_dims=(0, None, None)))(params, X, y),
        "grad wants a function with a single number as its result, and here it gets the "
        "losses of all models. Which of the two has to come first?",
    ),
    Mistake(
        "a mean over the models",
        lambda loss_of, params, X, y: all_gradients(loss_of, params, X, y) / len(params),
        "Too small by the number of models. Is there a mean over the models where a sum should be?",
    ),
    Mistake(
        "one gradient for all",
        lambda loss_of, params, X, y: all_gradients(loss_of, params, X, y).sum(dim=0),
        "The gradients of all models are added up. Each model should keep its own row.",
    ),
    Mistake(
        "the first model only",
        lambda loss_of, params, X, y: grad(loss_of)(params[0], X, y),
        "This is the gradient of the first model. The others want one too.",
    ),
    Mistake(
        "the last model only",
        lambda loss_of, params, X, y: grad(loss_of)(params[-1], X, y),
        "This is the gradient of the last model. Are those of the others overwritten?",
    ),
    Mistake(
        "the mean of all",
        lambda loss_of, params, X, y: all_gradients(loss_of, params, X, y).mean(dim=0),
        "The mean over the models: one gradient where each model should keep its own.",
    ),
    Mistake(
        "the model of the mean",
        lambda loss_of, params, X, y: grad(loss_of)(params.mean(dim=0), X, y),
        "This is the gradient of one model in the middle of all. Each of them wants its own.",
    ),
    Mistake(
        "a column for each model",
        lambda loss_of, params, X, y: all_gradients(loss_of, params, X, y).T,
        "One column for each model. What does each row of the result belong to?",
    ),
    Mistake(
        "measured coarsely",
        _measured,
        "These are measured with steps that are too large for a bent loss. What gives the "
        "gradient itself?",
    ),
    Mistake(
        "a gradient by X",
        lambda loss_of, params, X, y: vmap(grad(loss_of, argnums=1), in_dims=(0, None, None))(
            params, X, y
        ),
        "These are gradients by X. By which argument should the loss be differentiated?",
    ),
    Mistake(
        "the weights alone",
        lambda loss_of, params, X, y: all_gradients(loss_of, params, X, y)[:, :-1],
        "One parameter of each model has no gradient here. Which one is left out?",
    ),
    Mistake(
        "maps over X and not over y",
        lambda loss_of, params, X, y: vmap(grad(loss_of), in_dims=(0, 0, None))(params, X, y),
        "X is taken apart along its first axis, as params is. Which arguments do all models share?",
    ),
    Mistake(
        "maps over the parameters of a model",
        lambda loss_of, params, X, y: vmap(grad(loss_of), in_dims=(1, None, None))(params, X, y),
        "params is taken apart along its second axis. Along which axis do the models lie?",
    ),
    Mistake(
        "maps over nothing",
        lambda loss_of, params, X, y: vmap(grad(loss_of), in_dims=(None, None, None))(params, X, y),
        "No argument is taken apart, so there is nothing to map over. Which one has a row for "
        "each model?",
    ),
    Mistake(
        "down the hill",
        lambda loss_of, params, X, y: -all_gradients(loss_of, params, X, y),
        "These point downhill. A gradient points to where the loss grows.",
    ),
    Mistake(
        "a step",
        lambda loss_of, params, X, y: params - all_gradients(loss_of, params, X, y),
        "These are parameters after a step. Asked for are the gradients alone.",
    ),
    Mistake(
        "the parameters unmapped",
        lambda loss_of, params, X, y: grad(loss_of)(params, X, y),
        "The loss takes the parameters of one model, (params,), and here it gets all of them "
        "at once. What has to stand around it?",
    ),
)
