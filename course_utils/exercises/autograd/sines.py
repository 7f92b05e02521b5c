"""Mistakes of exercise 3.3 of notebook 03: what comes back is no fit node of a graph."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.nodes import Scalar


def sine_with(slope: Callable[[float], float], value: Callable = math.sin) -> Callable:
    """Return an operation with this value and this local slope, both functions of x."""
    return lambda x: Scalar(value(x.val), ((x, slope(x.val)),))


def _changing(x: Any) -> Any:
    x.val = math.sin(x.val)
    return x


def _giving_grad(x: Any) -> Any:
    x.grad += math.cos(x.val)
    return Scalar(math.sin(x.val))


def _turning(x: Any) -> Any:
    y = Scalar(math.sin(x.val))
    x.parents = ((y, math.cos(x.val)),)
    return y


def as_parents(parents: Callable[[Any], Any]) -> Callable[[Any], Scalar]:
    """Return a sine of the right value with these parents."""
    return lambda x: Scalar(math.sin(x.val), parents(x))


FORM = (
    Mistake(
        "returns a plain number",
        lambda x: math.sin(x.val),
        "What comes back has no parents, and so no way back. It has to be a Scalar.",
    ),
    Mistake(
        "forgets val",
        lambda x: Scalar(math.sin(x), ((x, math.cos(x)),)),
        "The functions of math take plain numbers. The number inside a Scalar is its `val`.",
    ),
    Mistake(
        "hands a Scalar to torch",
        lambda x: Scalar(torch.sin(x), ((x, torch.cos(x)),)),  # type: ignore[arg-type]
        "torch.sin takes tensors and knows no Scalars. `math` is enough, and the number inside a "
        "Scalar is its `val`.",
    ),
    Mistake(
        "hands a Scalar to NumPy",
        lambda x: Scalar(np.sin(x), ((x, np.cos(x)),)),
        "NumPy takes numbers and knows no Scalars. Which attribute of x holds the number?",
    ),
    Mistake(
        "hands a Scalar to NumPy for the slope",
        lambda x: Scalar(math.sin(x.val), ((x, np.cos(x)),)),
        "For the slope, too, the number inside x is needed, and not x.",
    ),
    Mistake(
        "no parents",
        as_parents(lambda x: ()),
        "No gradient comes back: the new Scalar does not know its parent.",
    ),
    Mistake(
        "parents without slopes",
        as_parents(lambda x: (x,)),
        "Each parent comes as a pair, (operand, local slope), and the parents are a tuple of "
        "such pairs; with a single one it is written ((x, slope),).",
    ),
    Mistake(
        "a number for a parent",
        as_parents(lambda x: ((x.val, math.cos(x.val)),)),
        "In a pair the operand comes first, and it is the Scalar itself: `backward` writes into "
        "its `grad`.",
    ),
    Mistake(
        "a copy of x",
        as_parents(lambda x: ((Scalar(x.val), math.cos(x.val)),)),
        "The parent is a copy and not x itself: the gradient arrives at somebody else.",
    ),
    Mistake(
        "a function for a slope",
        as_parents(lambda x: ((x, math.cos),)),
        "A local slope is a plain number: the derivative at this very x. It is no function and no "
        "Scalar.",
    ),
    Mistake(
        "x twice",
        as_parents(lambda x: ((x, math.cos(x.val)), (x, math.cos(x.val)))),
        "The gradient is twice too large: is x among the parents twice, or is there a factor too "
        "many?",
    ),
    Mistake(
        "changes x",
        _changing,
        "x itself has another value afterwards, or is handed back. Leave it alone, and make a new "
        "Scalar.",
    ),
    Mistake(
        "writes into grad",
        _giving_grad,
        "x itself is changed. On the way forward nothing goes into `grad`: that is the business of "
        "`backward`, later.",
    ),
    Mistake(
        "turns the arrow round",
        _turning,
        "x has got new parents here. The new Scalar comes from x: whose parents are they to be?",
    ),
)
