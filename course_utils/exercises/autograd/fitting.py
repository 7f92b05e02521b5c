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
from course_utils.exercises.autograd.loops import (
    by_step,
    fit_with_optimizer,
    fitting,
    going_wrong,
)
from course_utils.exercises.autograd.recording_mistakes import HISTORY
from course_utils.exercises.families import saying

_X = torch.linspace(-2, 3, 11)


def _history(answer: Callable, *inputs: Any) -> str:
    """Say whether any of the results still hangs on the computation."""
    return f"requires_grad {any(tensor.requires_grad for tensor in answer(*inputs))}"


def _line(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return w * x + b


def _at(*numbers: float) -> list[Tensor]:
    return [torch.tensor(number) for number in numbers]


_FAMILIES = {
    "no step": "With steps all is well; without any, the numbers of `start` should come back.",
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
        "Section 3.10 has the whole loop: forward, loss, clear, backward, update. Write the loss "
        "with `model` in its place. What `train` does with its one leaf has to be done here with "
        "every tensor in a list.",
        "Make your own leaves first, a list: `tensor.detach().clone().requires_grad_()` for each "
        "tensor in `start`. A star hands over the entries of a list one by one: "
        "`model(x, *params)`.",
        "In each epoch: `for param in params: param.grad = None`, then the loss and its "
        "`backward()`. Then, inside `with torch.no_grad():`, a loop over `params` with `-=`. At "
        "the end, a list again, each tensor without its history: section 3.10 has the method.",
    ),
    learned="forward, loss, clear, backward, update: the loop no longer knows what it fits",
    cases=(
        Case(
            "one step for w·x + b from w = 1, b = 0: x = (1, 2), y = (0, 5), lr = 0.1",
            (_line, _at(1.0, 0.0), torch.tensor([1.0, 2.0]), torch.tensor([0.0, 5.0]), 0.1, 1),
        ),
        Case("no step at all", (_line, _at(0.5, 2.0), _X, 3 * _X - 1, 0.1, 0)),
        Case(
            "10 steps for w·x + b from w = −1, b = 2, lr = 0.05",
            (_line, _at(-1.0, 2.0), _X, 3 * _X - 1, 0.05, 10),
        ),
        Case(
            "12 steps for tanh(w·x), one parameter, lr = 0.2",
            (lambda x, w: torch.tanh(w * x), _at(0.5), _X, torch.tanh(2 * _X), 0.2, 12),
        ),
        Case(
            "8 steps for w·sin(x) + exp(b) + c·b, three parameters, lr = 0.1",
            (
                lambda x, w, b, c: w * torch.sin(x) + torch.exp(b) + c * b,
                _at(1.0, -0.5, 0.3),
                _X,
                torch.cos(_X),
                0.1,
                8,
            ),
        ),
        Case(
            "5 steps for one parameter of shape (3,), lr = 0.01",
            (
                lambda x, c: c[0] + c[1] * x + c[2] * x**2,
                [torch.tensor([1.0, 0.0, 0.5])],
                _X,
                torch.cos(_X),
                0.01,
                5,
            ),
        ),
        Case(
            "the result of 3 steps for w·x + b",
            (_line, _at(1.0, 0.5), _X, 3 * _X - 1, 0.05, 3),
            _history,
        ),
        Case(
            "step after step: the first, the second, the fifth, another model",
            (),
            lambda answer: in_steps(answer, solutions.fit),
        ),
    ),
    reference=solutions.fit,
    correct=(fitting(), fit_with_optimizer, going_wrong(by_step)),
    mistakes=(
        *MISTAKES,
        *(saying(solutions.fit, place, hint) for place, hint in _FAMILIES.items()),
        HISTORY,
    ),
    rtol=1e-3,
)
