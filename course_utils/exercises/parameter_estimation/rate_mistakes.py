"""The known mistakes of exercise 1.3: the formula, the places, and what becomes of the rates."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation.rate_formula_mistakes import FORMULA_MISTAKES
from course_utils.exercises.parameter_estimation.rate_step_mistakes import STEP_MISTAKES

_Function = Callable[[Tensor], Tensor]


def _central(f: _Function, x: Tensor, delta: float) -> Tensor:
    steps = delta * torch.eye(len(x))
    return torch.stack([(f(x + step) - f(x - step)) / (2 * delta) for step in steps])


def _in_place(f: _Function, x: Tensor, delta: float) -> Tensor:
    for i in range(len(x)):
        x[i] += delta
    return x


def _steps_that_stay(f: _Function, x: Tensor, delta: float) -> Tensor:
    steps = delta * torch.ones(len(x), len(x)).tril()
    return torch.stack([(f(x + step) - f(x - step)) / (2 * delta) for step in steps])


def _all_at_once(f: _Function, x: Tensor, delta: float) -> Tensor:
    return (f(x + delta) - f(x - delta)) / (2 * delta)


def _there_and_back(f: _Function, x: Tensor, delta: float) -> Tensor:
    rates = torch.zeros(len(x))
    for i in range(len(x)):
        x[i] += delta
        ahead = f(x)
        x[i] -= 2 * delta
        rates[i] = (ahead - f(x)) / (2 * delta)
        x[i] += delta
    return rates


MISTAKES = (
    *FORMULA_MISTAKES,
    *STEP_MISTAKES,
    Mistake(
        "a delta of its own",
        lambda f, x, delta: _central(f, x, 0.1),
        "The caller chooses delta, but the result is always that for a delta of 0.1.",
    ),
    Mistake(
        "moves all entries, one number",
        _all_at_once,
        "A tensor plus a number moves all entries at once. Entry i of the result asks for "
        "moving entry i alone.",
    ),
    Mistake(
        "moves all entries, each time",
        lambda f, x, delta: _all_at_once(f, x, delta).repeat(len(x)),
        "The slopes are all alike, because all entries of x move every time. For slope i only "
        "entry i may move.",
    ),
    Mistake(
        "earlier entries stay moved",
        _steps_that_stay,
        "From the second on, entries that had their turn still "
        "stand aside: each must be back at rest before the next one moves.",
    ),
    Mistake(
        "the first rate, one number",
        lambda f, x, delta: _central(f, x, delta)[0],
        "This is the slope for the first entry only. One slope for each entry is wanted.",
    ),
    Mistake(
        "the first rate, in a tensor",
        lambda f, x, delta: _central(f, x, delta)[:1],
        "Only the first entry gets its slope. A `return` ends the function at once, also in "
        "the middle of a loop.",
    ),
    Mistake(
        "hands a single entry to f",
        lambda f, x, delta: torch.stack([f(entry + delta) for entry in x]),
        "f wants the whole tensor, in which one entry has moved, and not that entry alone.",
    ),
    Mistake(
        "moves the caller's x",
        _in_place,
        "x itself has moved. Move the entry in a copy; a second name for x is not one, because "
        "both names stand for the same tensor.",
    ),
    Mistake(
        "moves all entries, ahead only",
        lambda f, x, delta: ((f(x + delta) - f(x)) / delta).repeat(len(x)),
        "The slopes are all alike, and look ahead only: all entries of x move every time, and one "
        "should.",
    ),
    Mistake(
        "rates added up on the way",
        lambda f, x, delta: _central(f, x, delta).cumsum(0),
        "Each slope has those before it added to it. Each stands alone: is there a `+=`?",
    ),
    Mistake(
        "the sum of all rates",
        lambda f, x, delta: _central(f, x, delta).sum(),
        "The slopes have been added up to one number. One slope for each entry is wanted.",
    ),
    Mistake(
        "the mean of all rates",
        lambda f, x, delta: _central(f, x, delta).mean(),
        "The slopes have been averaged to one number. One slope for each entry is wanted.",
    ),
    Mistake(
        "the last rate, one number",
        lambda f, x, delta: _central(f, x, delta)[-1],
        "This is the slope for the last entry only. Does each round of the loop replace the one "
        "before?",
    ),
    Mistake(
        "moves there and back",
        _there_and_back,
        "The slopes are right, but x is no longer exactly as it was: adding 0.1 and taking it off "
        "again leaves a rounding. Move a copy.",
    ),
)
