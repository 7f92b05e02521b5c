"""The mistakes of exercise 3.6 of notebook 03: loops that stop, stray or fit something else."""

from __future__ import annotations

from typing import Any

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.loops import (
    by_step,
    fit_with,
    fit_with_adam,
    fitting,
    going_wrong,
    mean_squared,
)
from course_utils.exercises.autograd.recording_mistakes import RECORDS


def _with_epochs(change: Any) -> Any:
    return lambda model, start, x, y, lr, num: fit_with(model, start, x, y, lr, change(num))


_MODELS = (
    Mistake(
        "fits a straight line",
        going_wrong(
            by_step, lambda model, x, y, params: mean_squared(params[0] * x + params[1], y)
        ),
        "A straight line is fitted, whatever `model` is: the predictions have to come from it.",
    ),
    Mistake(
        "hands over the last first",
        fitting(call=lambda model, x, params: model(x, *reversed(params))),
        "The parameters have changed places on their way into the model: in which order does it "
        "take them?",
    ),
    Mistake(
        "returns the last first",
        fitting(result=lambda params, grads, loss: params[::-1]),
        "The results have changed places: they come in the order of `start`.",
    ),
    Mistake(
        "starts at zero",
        fitting(begin=lambda start: [torch.zeros_like(param) for param in start]),
        "The steps are fine and begin at another place: at 0, and not at `start`.",
    ),
    Mistake(
        "starts at one",
        fitting(begin=lambda start: [torch.ones_like(param) for param in start]),
        "The steps are fine and begin at another place: at 1, and not at `start`.",
    ),
    Mistake(
        "starts where `train` does",
        fitting(
            begin=lambda start: [
                torch.full_like(param, float(place == 0)) for place, param in enumerate(start)
            ]
        ),
        "The steps are fine and begin at 1 and 0, as in `train`. They should begin at `start`.",
    ),
    Mistake(
        "moves the first two only",
        fitting(move=lambda param, grads, i, lr, _: param - lr * grads[i] if i < 2 else param),
        "Two parameters move and a third does not: go through all of them.",
    ),
    Mistake(
        "moves the first only",
        fitting(move=lambda param, grads, i, lr, _: param - lr * grads[i] if i == 0 else param),
        "Only the first parameter moves: each needs an update of its own.",
    ),
    Mistake(
        "moves the last only",
        fitting(
            move=lambda param, grads, i, lr, _: (
                param - lr * grads[i] if i == len(grads) - 1 else param
            )
        ),
        "Only the last parameter moves: each needs an update of its own.",
    ),
    Mistake(
        "the gradient of the first for all",
        fitting(move=lambda param, grads, place, lr, _: param - lr * grads[0]),
        "All parameters move by the gradient of the first: each has a gradient of its own.",
    ),
    Mistake(
        "returns the gradients",
        fitting(result=lambda params, grads, loss: grads),
        "These are the last gradients. Where have the steps led?",
    ),
    Mistake(
        "returns the loss",
        fitting(result=lambda params, grads, loss: loss.detach()),
        "This is the loss of the last step. Where have the steps led the parameters?",
    ),
)

_LOSSES = (
    Mistake(
        "the sum of the squares",
        fitting(loss_fn=lambda y_hat, y: ((y_hat - y) ** 2).sum()),
        "Every step is N times too long: the loss is a mean.",
    ),
    Mistake(
        "half the squares",
        fitting(loss_fn=lambda y_hat, y: ((y_hat - y) ** 2).mean() / 2),
        "Every step is half as long as it should be: is there a ½ in the loss?",
    ),
    Mistake(
        "divided by N twice",
        fitting(loss_fn=lambda y_hat, y: ((y_hat - y) ** 2).mean() / len(y)),
        "Every step is N times too short: a mean is divided by N already.",
    ),
    Mistake(
        "sizes in place of squares",
        fitting(loss_fn=lambda y_hat, y: (y_hat - y).abs().mean()),
        "These are the steps of the mean of the sizes: what is done to each miss before the mean?",
    ),
    Mistake(
        "no square",
        fitting(loss_fn=lambda y_hat, y: (y_hat - y).mean()),
        "y has no influence on these steps. What is done to each miss before the mean?",
    ),
    Mistake(
        "squares the mean",
        fitting(loss_fn=lambda y_hat, y: (y_hat - y).mean() ** 2),
        "Squared after the mean, misses of both signs cancel. Which comes first?",
    ),
    Mistake(
        "a root",
        fitting(loss_fn=lambda y_hat, y: ((y_hat - y) ** 2).mean().sqrt()),
        "This is descent on the root of the mean squared error: the root changes the steps.",
    ),
    Mistake(
        "the wrong sign of y",
        fitting(loss_fn=lambda y_hat, y: ((y_hat + y) ** 2).mean()),
        "These steps lead to −y: how does a miss come from prediction and target?",
    ),
)

_STEPS = (
    Mistake(
        "goes uphill",
        fitting(move=lambda param, grads, place, lr, epoch: param + lr * grads[place]),
        "The gradient points uphill, and we want to go the other way.",
    ),
    Mistake(
        "a single step",
        _with_epochs(lambda num: min(num, 1)),
        "Only the first step is taken, or each begins at the start again: what stands inside the "
        "loop, and what outside?",
    ),
    Mistake(
        "one step too few",
        _with_epochs(lambda num: num - 1),
        "One step is missing. Check the case of a single step by hand.",
    ),
    Mistake(
        "one step too many",
        _with_epochs(lambda num: num + 1),
        "That is one step more than asked for. Check the case of no step at all.",
    ),
    Mistake(
        "forgets lr",
        fitting(move=lambda param, grads, place, lr, epoch: param - grads[place]),
        "The whole gradient is subtracted: what is lr handed over for?",
    ),
    Mistake(
        "a gradient of length 1",
        fitting(
            move=lambda param, grads, place, lr, epoch: (
                param - lr * grads[place] / torch.cat([grad.flatten() for grad in grads]).norm()
            )
        ),
        "Every step has the same length here: the gradient goes into a step as it is.",
    ),
    Mistake(
        "a rate that falls",
        fitting(
            move=lambda param, grads, place, lr, epoch: param - lr * grads[place] / (epoch + 1)
        ),
        "The factor of the gradient falls from epoch to epoch: lr stays the same.",
    ),
    Mistake(
        "Adam",
        fit_with_adam,
        "This is Adam, and plain gradient descent is asked for.",
    ),
)

MISTAKES = RECORDS + _MODELS + _LOSSES + _STEPS
