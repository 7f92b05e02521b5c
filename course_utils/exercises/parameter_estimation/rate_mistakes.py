"""The known mistakes of exercise 1.4: too few places, too many, or the wrong run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Mistake

_Function = Callable[[Tensor], Tensor]


def _each(f: _Function, x: Tensor, delta: float, rate: Callable[..., Tensor]) -> Tensor:
    """Return rate(f ahead, f here, f behind) for each entry of `x`."""
    steps = delta * torch.eye(len(x))
    return torch.stack([rate(f(x + step), f(x), f(x - step)) for step in steps])


def _central(f: _Function, x: Tensor, delta: float) -> Tensor:
    return _each(f, x, delta, lambda ahead, here, behind: (ahead - behind) / (2 * delta))


def _in_place(f: _Function, x: Tensor, delta: float) -> Tensor:
    for i in range(len(x)):
        x[i] += delta
    return x


def _steps_that_stay(f: _Function, x: Tensor, delta: float) -> Tensor:
    steps = delta * torch.ones(len(x), len(x)).tril()
    return torch.stack([(f(x + step) - f(x - step)) / (2 * delta) for step in steps])


def _all_at_once(f: _Function, x: Tensor, delta: float) -> Tensor:
    return (f(x + delta) - f(x - delta)) / (2 * delta)


def _wrong(rate: Callable[..., Any]) -> Callable[..., Tensor]:
    """Return an answer that puts `rate(ahead, here, behind, delta)` into each entry."""
    return lambda f, x, delta: _each(f, x, delta, lambda *values: rate(*values, delta))


MISTAKES = (
    Mistake(
        "one-sided, ahead",
        _wrong(lambda ahead, here, behind, delta: (ahead - here) / delta),
        "This looks ahead only. Move the entry to either side of where it is, and compare "
        "those two.",
    ),
    Mistake(
        "one-sided, behind",
        _wrong(lambda ahead, here, behind, delta: (here - behind) / delta),
        "This looks back only. Move the entry to either side of where it is, and compare "
        "those two.",
    ),
    Mistake(
        "divides by delta",
        _wrong(lambda ahead, here, behind, delta: (ahead - behind) / delta),
        "Twice what is wanted: how far apart are the two places at which f is evaluated?",
    ),
    Mistake(
        "forgets to divide",
        _wrong(lambda ahead, here, behind, delta: ahead - behind),
        "This is by how much f changes. It is still to be divided by how far the entry moved.",
    ),
    Mistake(
        "sign reversed",
        _wrong(lambda ahead, here, behind, delta: (behind - ahead) / (2 * delta)),
        "The size is right and the sign is not: a function that rises has a positive rate.",
    ),
    Mistake(
        "no parentheses at all",
        _wrong(lambda ahead, here, behind, delta: ahead - behind / 2 * delta),
        "Multiplication and division come before the minus, so here they act on the second "
        "value only. Parentheses say what belongs together.",
    ),
    Mistake(
        "no parentheses below the line",
        _wrong(lambda ahead, here, behind, delta: (ahead - behind) / 2 * delta),
        "Python works through `/` and `*` from left to right: it divides by 2 and then "
        "multiplies by delta. Parentheses say what belongs together.",
    ),
    Mistake(
        "a delta of its own",
        lambda f, x, delta: _central(f, x, 0.1),
        "The caller chooses delta, but the result is always that for a delta of 0.1.",
    ),
    Mistake(
        "divides by a delta of its own",
        _wrong(lambda ahead, here, behind, delta: (ahead - behind) / (2 * 0.1)),
        "The entry moves by delta, but the result always divides by 0.2. The caller chooses delta.",
    ),
    Mistake(
        "both names stand for x",
        lambda f, x, delta: torch.zeros(len(x)),
        "All rates are 0, as if f saw the same place twice. A second name for x is not a copy: "
        "what moves the one moves the other, there and back.",
    ),
    Mistake(
        "both names stand for x, ahead first",
        _wrong(lambda ahead, here, behind, delta: (ahead - here) / (2 * delta)),
        "This compares the place ahead with x itself, and divides by 2·delta. A second name for x "
        "is not a copy: moving it back by delta leads back to the start.",
    ),
    Mistake(
        "both names stand for x, behind first",
        _wrong(lambda ahead, here, behind, delta: (here - behind) / (2 * delta)),
        "This compares x itself with the place behind, and divides by 2·delta. A second name for "
        "x is not a copy: moving it ahead by delta leads back to the start.",
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
        "The rates are all alike, because all entries of x move every time. For rate i only "
        "entry i may move.",
    ),
    Mistake(
        "earlier entries stay moved",
        _steps_that_stay,
        "The first rate is right. From the second on, entries that had their turn still "
        "stand aside: each must be back at rest before the next one moves.",
    ),
    Mistake(
        "the first rate, one number",
        lambda f, x, delta: _central(f, x, delta)[0],
        "This is the rate for the first entry only. One rate for each entry is wanted.",
    ),
    Mistake(
        "the first rate, in a tensor",
        lambda f, x, delta: _central(f, x, delta)[:1],
        "Only the first entry gets its rate. A `return` ends the function at once, also in "
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
)
