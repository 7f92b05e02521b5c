"""Exercise 3.6 of notebook 03: a training loop for a model whose derivative nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.autograd import solutions
from course_utils.exercises.autograd.astray import in_steps
from course_utils.exercises.autograd.fitting_mistakes import MISTAKES
from course_utils.exercises.autograd.loops import fit, fit_with_optimizer
from course_utils.exercises.families import saying

_X = torch.linspace(-2, 3, 11)


def _history(answer: Callable, *inputs: Any) -> str:
    """Say whether the result still hangs on the computation."""
    return f"requires_grad {bool(answer(*inputs).requires_grad)}"


def _line(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return w * x + b


_FAMILIES = {
    "no step": "With steps all is well; without any, w = 1 and b = 0 should come back.",
    "no first step": "The first step does not move at all: work it out by hand, with lr and the "
    "gradient at the start.",
    "first step": "The very first step leads elsewhere: work out the loss and its two slopes for "
    "two points by hand. Which part is another one?",
    "length of the step": "The first step has another length: what is multiplied with the "
    "gradient, and what is the loss a mean of?",
    "second step": "The first step is fine and the second is not: what is left over from the "
    "first, computed only once, or done in the end?",
    "later steps": "Two steps are fine, and later ones are not: does something change from epoch "
    "to epoch?",
    "another model": "A straight line is fitted well, another model is not: is anything of the "
    "straight line left in the loop?",
}

FIT = Exercise(
    number="3.6",
    name="fit",
    title="A loop for any model",
    level="build",
    hints=(
        "Section 3.16 has the whole loop: forward, loss, clear, backward, update. One of its lines "
        "says that the model is a straight line. Which one? The rest of the loop fits any model.",
        "Keep w and b in one leaf, `params = torch.tensor([1.0, 0.0], requires_grad=True)`. The "
        "predictions are `model(x, *params)`, the loss is the mean of their squared misses, and "
        "`backward` finds the slopes, whatever the model is.",
        "In each epoch: `params.grad = None`, then the loss and its `backward()`, then, inside "
        "`with torch.no_grad():`, the update with `-=`. After the loop return the parameters "
        "without their history; section 3.12 has the method for it.",
    ),
    learned="forward, loss, clear, backward, update: the loop no longer knows what it fits",
    cases=(
        Case(
            "one step for w·x + b: x = (1, 2), y = (0, 5), lr = 0.1",
            (_line, torch.tensor([1.0, 2.0]), torch.tensor([0.0, 5.0]), 0.1, 1),
        ),
        Case("no step at all", (_line, _X, 3 * _X - 1, 0.1, 0)),
        Case("10 steps for w·x + b, lr = 0.05", (_line, _X, 3 * _X - 1, 0.05, 10)),
        Case(
            "12 steps for tanh(w·x + b), lr = 0.2",
            (lambda x, w, b: torch.tanh(w * x + b), _X, torch.tanh(2 * _X - 1), 0.2, 12),
        ),
        Case(
            "8 steps for w·sin(x) + exp(b) + b, lr = 0.1",
            (lambda x, w, b: w * torch.sin(x) + torch.exp(b) + b, _X, torch.cos(_X), 0.1, 8),
        ),
        Case("the result of 3 steps for w·x + b", (_line, _X, 3 * _X - 1, 0.05, 3), _history),
        Case(
            "step after step: the first, the second, the fifth, another model",
            (),
            lambda answer: in_steps(answer, solutions.fit),
        ),
    ),
    reference=solutions.fit,
    correct=(fit, fit_with_optimizer),
    mistakes=(
        *MISTAKES,
        *(saying(solutions.fit, place, hint) for place, hint in _FAMILIES.items()),
    ),
    rtol=1e-3,
)
