"""Known mistakes of exercise 1.3 in the places at which f is evaluated."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake

_Function = Callable[[Tensor], Tensor]


def _with_steps(f: _Function, x: Tensor, lengths: Tensor, run: float | Tensor) -> Tensor:
    steps = torch.diag(lengths)
    rises = torch.stack([f(x + step) - f(x - step) for step in steps])
    return rises / run


def _central(f: _Function, x: Tensor, delta: float) -> Tensor:
    return _with_steps(f, x, delta * torch.ones(len(x)), 2 * delta)


def _set_to_delta(f: _Function, x: Tensor, delta: float) -> Tensor:
    rates = []
    for i in range(len(x)):
        ahead, behind = x.clone(), x.clone()
        ahead[i], behind[i] = delta, -delta
        rates.append((f(ahead) - f(behind)) / (2 * delta))
    return torch.stack(rates)


def _exact(f: _Function, x: Tensor, delta: float) -> Tensor:
    at = x.clone().requires_grad_()
    return torch.autograd.grad(f(at), at)[0]


STEP_MISTAKES = (
    Mistake(
        "the exact slopes",
        _exact,
        "These are the exact slopes, as if delta were 0. On a cube a central difference is a bit "
        "off: what does it give with the delta that is handed in?",
    ),
    Mistake(
        "steps of one",
        lambda f, x, delta: _with_steps(f, x, torch.ones(len(x)), 2 * delta),
        "The entry moves by 1 here. It should move by delta, and no further.",
    ),
    Mistake(
        "steps of one tenth",
        lambda f, x, delta: _with_steps(f, x, torch.full((len(x),), 0.1), 2 * delta),
        "The entry moves by 0.1, whatever delta is, and the distance is taken to be 2·delta.",
    ),
    Mistake(
        "half steps",
        lambda f, x, delta: _with_steps(f, x, delta / 2 * torch.ones(len(x)), delta),
        "The entry moves by half of delta to each side. Here delta is the step to one side.",
    ),
    Mistake(
        "half steps, and the whole run",
        lambda f, x, delta: _with_steps(f, x, delta / 2 * torch.ones(len(x)), 2 * delta),
        "The entry moves by half of delta to each side, and the distance is taken to be 2·delta. "
        "How far is it to one side?",
    ),
    Mistake(
        "double steps",
        lambda f, x, delta: _with_steps(f, x, 2 * delta * torch.ones(len(x)), 4 * delta),
        "The entry moves by twice delta to each side. Here delta is the step to one side.",
    ),
    Mistake(
        "steps in proportion",
        lambda f, x, delta: _with_steps(f, x, delta * x, 2 * delta),
        "The step is delta times the entry. Here delta is the distance itself, not a fraction of "
        "the entry.",
    ),
    Mistake(
        "steps and run in proportion",
        lambda f, x, delta: _with_steps(f, x, delta * x, 2 * delta * x),
        "Move and distance are delta times the entry. Here delta is the move itself, not a "
        "fraction of it.",
    ),
    Mistake(
        "the others at 0",
        lambda f, x, delta: torch.stack(
            [
                (f((x + delta) * entry) - f((x - delta) * entry)) / (2 * delta)
                for entry in torch.eye(len(x))
            ]
        ),
        "Entry i has moved, and the others stand at 0. They should rest where they are.",
    ),
    Mistake(
        "forgets where x is",
        lambda f, x, delta: _with_steps(f, 0 * x, delta * torch.ones(len(x)), 2 * delta),
        "All is measured around 0, wherever x is: f sees the steps alone.",
    ),
    Mistake(
        "the first entry moves every time",
        lambda f, x, delta: torch.stack(
            [_with_steps(f, x, delta * torch.ones(len(x)), 2 * delta)[0]] * len(x)
        ),
        "All slopes are that of the first entry: does the same entry move in each round?",
    ),
    Mistake(
        "the last entry moves every time",
        lambda f, x, delta: torch.stack(
            [_with_steps(f, x, delta * torch.ones(len(x)), 2 * delta)[-1]] * len(x)
        ),
        "All slopes are that of the last entry: does the same entry move in each round?",
    ),
    Mistake(
        "entries set to delta",
        _set_to_delta,
        "The entry is set to delta and to −delta. It should move by delta from where it is.",
    ),
    Mistake(
        "two steps ahead",
        lambda f, x, delta: torch.stack(
            [(f(x + 2 * step) - f(x)) / (2 * delta) for step in delta * torch.eye(len(x))]
        ),
        "Both places lie ahead: x itself, and 2·delta from it. Go to either side of where it is.",
    ),
    Mistake(
        "one entry in all places",
        lambda f, x, delta: torch.stack(
            [
                (f(x[i] + step) - f(x[i] - step)) / (2 * delta)
                for i, step in enumerate(delta * torch.eye(len(x)))
            ]
        ),
        "A single entry plus a whole step puts that entry in every place. The others should rest "
        "where they are: f wants the whole x, in which one entry has moved.",
    ),
)
