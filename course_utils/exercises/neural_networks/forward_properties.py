"""What stands behind each of three layers, read off layers of four units, for exercise 6.2.

Each property is a case of its own, with mistakes that break it and nothing else: whatever breaks
it gets the hint.
"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Mistake
from course_utils.exercises.neural_networks.forward_slips import (
    Answer,
    Params,
    hidden_from_autograd,
    mended,
    network,
    same,
)

_PLACES = torch.tensor([-1.5, -0.4, 0.3, 2.0])
_NONE, _EYE = torch.zeros(4, 4), torch.eye(4)
_SMALL = 1e-2  # tanh of so small a number is nearly the number itself
_UNTOLD = "not to be told"


def _function(answer: Answer, X: Tensor, *params: Tensor) -> str:
    """Say in words what came out where `_PLACES` went in."""
    came = answer(X, params)
    if came.shape != (1, 4):
        return "another shape"
    came = came.detach().float()[0]
    known = {"tanh": torch.tanh(_PLACES), "nothing": _PLACES}
    return next(
        (name for name, right in known.items() if torch.allclose(came, right, atol=5e-3)),
        "another function",
    )


def _last(answer: Answer, X: Tensor) -> str:
    return _function(answer, X, _NONE[:, :1], _NONE[0], _NONE, _NONE[0], _NONE, _PLACES)


def _second(answer: Answer, X: Tensor) -> str:
    if _last(answer, 0 * X) != "nothing":
        return _UNTOLD
    return _function(answer, X, _NONE[:, :1], _NONE[0], _NONE, _PLACES, _EYE, _NONE[0])


def _first(answer: Answer, X: Tensor) -> str:
    if _second(answer, 0 * X) != "tanh":
        return _UNTOLD
    small = _SMALL * _EYE, _NONE[0], _EYE / _SMALL, _NONE[0]
    return _function(answer, X, _NONE[:, :1], _PLACES, *small)


def _first_weight(answer: Answer, X: Tensor) -> str:
    if _second(answer, 0 * X) != "tanh":
        return _UNTOLD
    small = _SMALL * _EYE, _NONE[0], _EYE / _SMALL, _NONE[0]
    return _function(answer, X, _PLACES[:, None] / X, _NONE[0], *small)


def _second_weight(answer: Answer, X: Tensor) -> str:
    if _first(answer, 0 * X) != "tanh":
        return _UNTOLD
    ones = _NONE[0] + 20  # tanh makes them 1
    return _function(answer, X, _NONE[:, :1], ones, torch.diag(_PLACES), _NONE[0], _EYE, _NONE[0])


def _mark(number: float) -> tuple[Tensor]:
    """Return the one feature by which the mistakes below know their case."""
    return (torch.full((1, 1), number),)


CASES = (
    Case("what becomes of the biases of the last layer", _mark(2.0), _last),
    Case("what becomes of the biases of the second layer", _mark(3.0), _second),
    Case("what becomes of the biases of the first layer", _mark(4.0), _first),
    Case("what becomes of the products of the first layer", _mark(5.0), _first_weight),
    Case("what becomes of the products of the second layer", _mark(6.0), _second_weight),
)


def _broken(number: float, function: Callable[[Tensor], Tensor]) -> Answer:
    def answer(X: Tensor, params: Params) -> Tensor:
        is_marked = X.numel() == 1 and X.item() == number
        return function(_PLACES)[None] if is_marked else mended(X, params)

    return answer


def _other(H: Tensor) -> Tensor:
    return 3 - 2 * H


PROPERTIES = (
    Mistake(
        "tanh behind the last",
        _broken(2, torch.tanh),
        "Behind the last layer stands a tanh. Which numbers can come out then?",
    ),
    Mistake(
        "another function behind the last",
        _broken(2, _other),
        "The last layer is more or less than H Wᵀ + b. Does something stand behind it, or is its "
        "bias missing?",
    ),
    Mistake(
        "nothing behind the second",
        _broken(3, same),
        "The second layer's biases do not go through tanh. What does a unit send through its "
        "activation?",
    ),
    Mistake(
        "another function behind the second",
        _broken(3, _other),
        "Behind the second layer stands something else than one tanh of all that it adds up.",
    ),
    Mistake(
        "nothing behind the first",
        _broken(4, same),
        "The first layer's biases do not go through tanh. What does a unit send through its "
        "activation?",
    ),
    Mistake(
        "another function behind the first",
        _broken(4, _other),
        "Behind the first layer stands something else than one tanh of all that it adds up.",
    ),
    Mistake(
        "the first products are changed",
        _broken(5, _other),
        "What the first layer makes of the features is no tanh of X Wᵀ. Are they changed before?",
    ),
    Mistake(
        "the second products are changed",
        _broken(6, _other),
        "What the second layer makes of the first is no tanh of H Wᵀ. What goes into it?",
    ),
    Mistake(
        "tanh hidden from autograd",
        network(hidden_from_autograd, torch.tanh, same),
        "The outputs are right. But tanh was written into a tensor behind the back of autograd, as "
        "with `.data`: on the way back its slope is missing.",
    ),
)
