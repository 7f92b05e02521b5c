"""The mistakes of exercise 3.6 of notebook 03: loops that stop, stray or fit something else."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.loops import (
    fit,
    fit_by_hand,
    fit_with_adam,
    fitting,
)
from course_utils.exercises.autograd.recording_mistakes import RECORDS

_MODELS = (
    Mistake(
        "fits a straight line",
        lambda model, x, y, lr, num: fit(lambda x, w, b: w * x + b, x, y, lr, num),
        "A straight line is fitted, whatever `model` is: the predictions have to come from it.",
    ),
    Mistake(
        "the derivative of a straight line",
        fit_by_hand,
        "The predictions are right, but their derivative is that of w·x + b. Another model has "
        "another one: leave it to backward.",
    ),
    Mistake(
        "hands over b, w",
        lambda model, x, y, lr, num: fit(lambda x, w, b: model(x, b, w), x, y, lr, num),
        "w and b have changed places on their way into the model: in which order does it take "
        "them?",
    ),
    Mistake(
        "returns b, w",
        lambda *args: fit(*args).flip(0),
        "The two numbers have changed places: w comes first.",
    ),
    Mistake(
        "starts at zero",
        fitting(start=(0.0, 0.0)),
        "The steps are fine and begin at another place: w starts at 0 here.",
    ),
    Mistake(
        "starts at one",
        fitting(start=(1.0, 1.0)),
        "The steps are fine and begin at another place: b starts at 1 here.",
    ),
    Mistake(
        "starts at (0, 1)",
        fitting(start=(0.0, 1.0)),
        "The steps are fine, but the starts of w and b have changed places.",
    ),
    Mistake(
        "moves w only",
        fitting(move=lambda params, grad, lr, _: params - lr * grad * torch.tensor([1.0, 0.0])),
        "b never moves: it needs an update of its own.",
    ),
    Mistake(
        "moves b only",
        fitting(move=lambda params, grad, lr, _: params - lr * grad * torch.tensor([0.0, 1.0])),
        "w never moves: it needs an update of its own.",
    ),
    Mistake(
        "the gradient of w for both",
        fitting(move=lambda params, grad, lr, _: params - lr * grad[0]),
        "b moves by the gradient of w: each has a gradient of its own.",
    ),
    Mistake(
        "returns the gradient",
        fitting(result=lambda params, grad, loss: grad),
        "This is the last gradient. Where have the steps led?",
    ),
    Mistake(
        "returns the loss",
        fitting(result=lambda params, grad, loss: loss),
        "This is the loss of the last step. Where have the steps led w and b?",
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
        fitting(move=lambda params, grad, lr, epoch: params + lr * grad),
        "The gradient points uphill, and we want to go the other way.",
    ),
    Mistake(
        "a single step",
        lambda model, x, y, lr, num: fit(model, x, y, lr, min(num, 1)),
        "Only the first step is taken, or each begins at the start again: what stands inside the "
        "loop, and what outside?",
    ),
    Mistake(
        "one step too few",
        lambda model, x, y, lr, num: fit(model, x, y, lr, num - 1),
        "One step is missing. Check the case of a single step by hand.",
    ),
    Mistake(
        "one step too many",
        lambda model, x, y, lr, num: fit(model, x, y, lr, num + 1),
        "That is one step more than asked for. Check the case of no step at all.",
    ),
    Mistake(
        "forgets lr",
        fitting(move=lambda params, grad, lr, epoch: params - grad),
        "The whole gradient is subtracted: what is lr handed over for?",
    ),
    Mistake(
        "a gradient of length 1",
        fitting(move=lambda params, grad, lr, epoch: params - lr * grad / grad.norm()),
        "Every step has the same length here: the gradient goes into a step as it is.",
    ),
    Mistake(
        "a rate that falls",
        fitting(move=lambda params, grad, lr, epoch: params - lr * grad / (epoch + 1)),
        "The steps get shorter from epoch to epoch: lr stays the same.",
    ),
    Mistake(
        "Adam",
        fit_with_adam,
        "This is Adam, and plain gradient descent is asked for.",
    ),
)

MISTAKES = RECORDS + _MODELS + _LOSSES + _STEPS
