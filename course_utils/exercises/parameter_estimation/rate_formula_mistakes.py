"""Known mistakes of exercise 1.3 in the formula: what is made of f ahead, here and behind."""

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


def _wrong(rate: Callable[..., Any]) -> Callable[..., Tensor]:
    """Return an answer that puts `rate(ahead, here, behind, delta)` into each entry."""
    return lambda f, x, delta: _each(f, x, delta, lambda *values: rate(*values, delta))


FORMULA_MISTAKES = (
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
        "halves for the run",
        _wrong(lambda ahead, here, behind, delta: (ahead - behind) / 2),
        "Divided by 2, and delta is missing below the line: how far apart are the two places?",
    ),
    Mistake(
        "multiplies by the run",
        _wrong(lambda ahead, here, behind, delta: (ahead - behind) * (2 * delta)),
        "A slope is a change per unit of the entry: do you multiply by the distance, or divide?",
    ),
    Mistake(
        "divides by the square of delta",
        _wrong(lambda ahead, here, behind, delta: (ahead - behind) / delta**2),
        "Divided by the square of delta. How far apart are the two places at which f is evaluated?",
    ),
    Mistake(
        "no parentheses above the line",
        _wrong(lambda ahead, here, behind, delta: ahead - behind / (2 * delta)),
        "Division comes before the minus, so only the second value is divided. Parentheses say "
        "what belongs together.",
    ),
    Mistake(
        "divides the first value only",
        _wrong(lambda ahead, here, behind, delta: ahead / (2 * delta) - behind),
        "Only the first value is divided. Parentheses say what belongs together.",
    ),
    Mistake(
        "behind, with the sign turned around",
        _wrong(lambda ahead, here, behind, delta: (behind - here) / delta),
        "This looks back only, and the sign is turned around. Move the entry to either side of "
        "where it is, and compare those two.",
    ),
    Mistake(
        "ahead, with the sign turned around",
        _wrong(lambda ahead, here, behind, delta: (here - ahead) / delta),
        "This looks ahead only, and the sign is turned around. Move the entry to either side of "
        "where it is, and compare those two.",
    ),
    Mistake(
        "adds the two values",
        _wrong(lambda ahead, here, behind, delta: (ahead + behind) / (2 * delta)),
        "The two values of f are added. By how much f changes is their difference.",
    ),
    Mistake(
        "sign reversed",
        _wrong(lambda ahead, here, behind, delta: (behind - ahead) / (2 * delta)),
        "The size is right and the sign is not: a function that rises has a positive slope.",
    ),
    Mistake(
        "loses the sign",
        _wrong(lambda ahead, here, behind, delta: abs(ahead - behind) / (2 * delta)),
        "The sizes are right and the signs are lost: a function that falls has a negative slope.",
    ),
    Mistake(
        "the second difference",
        _wrong(lambda ahead, here, behind, delta: (ahead - 2 * here + behind) / delta**2),
        "This measures how much f bends. A slope compares two places only.",
    ),
    Mistake(
        "the value ahead",
        _wrong(lambda ahead, here, behind, delta: ahead),
        "This is the value of f at one place. A slope compares two.",
    ),
    Mistake(
        "the value ahead, divided",
        _wrong(lambda ahead, here, behind, delta: ahead / (2 * delta)),
        "The value of f at one place is divided here. A slope compares two places.",
    ),
    Mistake(
        "adds delta to the result",
        _wrong(lambda ahead, here, behind, delta: here / here),
        "All slopes are 1. Is delta added to what f gives, and not to what goes into f?",
    ),
    Mistake(
        "a difference, and delta added",
        _wrong(lambda ahead, here, behind, delta: ahead + delta - here),
        "Here delta is added to what f gives. It belongs to what goes into f, and below the line.",
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
        "both names stand for x",
        lambda f, x, delta: torch.zeros(len(x)),
        "All slopes are 0, as if f saw the same place twice. A second name for x is not a copy: "
        "what moves the one moves the other, there and back.",
    ),
    Mistake(
        "both names stand for x, ahead first",
        _wrong(lambda ahead, here, behind, delta: (ahead - here) / (2 * delta)),
        "This compares the place ahead with x itself, and divides by 2·delta. Is there a second "
        "name for x? A second name for x is not a copy: moving it back leads back to the start.",
    ),
    Mistake(
        "both names stand for x, behind first",
        _wrong(lambda ahead, here, behind, delta: (here - behind) / (2 * delta)),
        "This compares x itself with the place behind, and divides by 2·delta. Is there a second "
        "name for x? A second name for x is not a copy: moving it ahead leads back to the start.",
    ),
    Mistake(
        "divides by a delta of its own",
        _wrong(lambda ahead, here, behind, delta: (ahead - behind) / (2 * 0.1)),
        "The entry moves by delta, but the result always divides by 0.2. The caller chooses delta.",
    ),
)
