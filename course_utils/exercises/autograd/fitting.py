"""Exercise 3.6 of notebook 03: a training loop for a model whose derivative nobody knows."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.autograd.loops import (
    fit,
    fit_a_line,
    fit_by_grad,
    fit_by_hand,
    fit_by_renaming,
    fit_clearing_early,
    fit_leaving_the_graph,
    fit_unmarked,
    fit_with,
    fit_with_history,
    fit_with_one_loss,
    fit_with_optimizer,
    fit_without_no_grad,
)

_X = torch.linspace(-2, 3, 11)


def _history(answer: Callable, *inputs: Any) -> str:
    """Say whether the result still hangs on the computation."""
    return f"requires_grad {bool(answer(*inputs).requires_grad)}"


def _line(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return w * x + b


FIT = Exercise(
    number="3.6",
    title="A loop for any model",
    level="build",
    learned="forward, loss, clear, backward, update: the loop no longer knows what it fits",
    cases=(
        Case(
            "one step for w·x + b: x = (1, 2), y = (0, 0), lr = 0.1",
            (_line, torch.tensor([1.0, 2.0]), torch.zeros(2), 0.1, 1),
        ),
        Case("no step at all", (_line, _X, 3 * _X - 1, 0.1, 0)),
        Case("20 steps for w·x + b, lr = 0.05", (_line, _X, 3 * _X - 1, 0.05, 20)),
        Case(
            "30 steps for tanh(w·x + b), lr = 0.2",
            (lambda x, w, b: torch.tanh(w * x + b), _X, torch.tanh(2 * _X - 1), 0.2, 30),
        ),
        Case(
            "15 steps for w·sin(x) + b² + b, lr = 0.1",
            (lambda x, w, b: w * torch.sin(x) + b**2 + b, _X, torch.cos(_X), 0.1, 15),
        ),
        Case("the result of 3 steps for w·x + b", (_line, _X, 3 * _X - 1, 0.05, 3), _history),
    ),
    reference=fit,
    correct=(fit_with_optimizer, fit_by_grad),
    mistakes=(
        Mistake(
            "never clears",
            functools.partial(fit_with, clear=False),
            "The first step is right and the later ones are not: gradients add up until somebody "
            "clears them.",
        ),
        Mistake(
            "fits a straight line",
            fit_a_line,
            "Right for the straight line only: the predictions have to come from `model`.",
        ),
        Mistake(
            "the derivative of a straight line",
            fit_by_hand,
            "The predictions are right, but their derivative is that of w·x + b. Another model has "
            "another one: leave it to backward.",
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
            "clears before the update",
            fit_clearing_early,
            "The gradient is cleared before it has been used: None times a number. Clear it before "
            "backward, or after the update.",
        ),
        Mistake(
            "goes uphill",
            lambda model, x, y, lr, num_epochs: fit(model, x, y, -lr, num_epochs),
            "The gradient points uphill, and we want to go the other way.",
        ),
        Mistake(
            "the sum of the squares",
            functools.partial(fit_with, mean=torch.sum),
            "Every step is N times too long: the loss is a mean.",
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
            fit_with_history,
            "The numbers are right, but the result still requires a gradient: return it detached.",
        ),
        Mistake(
            "one loss for all steps",
            fit_with_one_loss,
            "The loss was computed once, so its gradient is that of the starting point. Compute it "
            "anew in each step; then retain_graph is not needed.",
        ),
        Mistake(
            "a single step",
            lambda model, x, y, lr, num_epochs: fit(model, x, y, lr, min(num_epochs, 1)),
            "Only the first step is taken: what stands inside the loop, and what after it?",
        ),
        Mistake(
            "one step too few",
            lambda model, x, y, lr, num_epochs: fit(model, x, y, lr, num_epochs - 1),
            "One step is missing. Check the case of a single step by hand.",
        ),
        Mistake(
            "returns b, w",
            lambda *args: fit(*args).flip(0),
            "Both numbers are right, but they have changed places: w comes first.",
        ),
    ),
    rtol=1e-3,
    seconds=10.0,  # the first use of an optimizer loads a good part of torch
)
