"""Where wrong answers to 3.3, 3.4, 3.6 and 3.7 of notebook 03 leave the right track."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises.autograd.measuring import Asked, Function
from course_utils.exercises.autograd.nodes import Scalar, backward
from course_utils.exercises.families import (
    AS_IT_SHOULD_BE,
    near,
    place_of,
    same_line,
)


def in_sines(answer: Callable) -> tuple[str, str]:
    """Say whether the value or the slope of an answer to 3.3 is off, in one sine or in two."""

    def find() -> str:
        for place in (1.0, -2.5):
            x = Scalar(place)
            y = answer(x)
            try:
                value = float(y.val)
                backward(y)
            except Exception:  # no fit node of a graph: of this others speak
                return AS_IT_SHOULD_BE
            if abs(value - math.sin(place)) > 1e-4:
                return "value"
            if abs(float(x.grad) - math.cos(place)) > 1e-4:
                return "slope"
        return AS_IT_SHOULD_BE

    return place_of(answer, find)


_X = torch.tensor([-1.5, 0.2, 0.9, 2.0, 3.1, -0.4])
_Y = torch.tensor([0.3, -1.0, 2.0, 1.1, 0.7, 0.1])


def in_batches(answer: Callable, reference: Callable) -> tuple[str, str]:
    """Say with which batches the gradient of an answer to 3.4 is first off."""

    def find() -> str:
        params = torch.tensor([0.7, -0.3])
        for place, size in (("one batch", 6), ("equal batches", 2), ("a smaller batch", 4)):
            mine, right = (each(_X, _Y, params.clone(), size) for each in (answer, reference))
            if not isinstance(mine, Tensor) or mine.shape != right.shape:
                return AS_IT_SHOULD_BE  # another matter, of which others speak
            if not near(mine, right):
                if place != "one batch" or not same_line(mine, right):
                    return place
                plain = any(near(mine, factor * right) for factor in (2.0, 0.5, -1.0))
                return AS_IT_SHOULD_BE if plain else "length of one batch"
        return AS_IT_SHOULD_BE

    return place_of(answer, find)


def _line(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return w * x + b


def _bent(x: Tensor, w: Tensor, b: Tensor) -> Tensor:
    return torch.tanh(w * x + b)


def _joined(result: Any) -> Any:
    """Return a list of tensors as one tensor, and anything else as it is."""
    if not isinstance(result, list) or not all(isinstance(it, Tensor) for it in result):
        return result
    return torch.cat([tensor.flatten() for tensor in result]) if result else result


def in_steps(answer: Callable, reference: Callable) -> tuple[str, str]:
    """Say at which step an answer to 3.6 first leads elsewhere."""
    begin = torch.tensor([1.0, 0.2])

    def led(who: Callable, model: Any, num: int, lr: float = 0.05, x: Any = _X, y: Any = _Y) -> Any:
        start = [torch.tensor(1.0), torch.tensor(0.2)]
        return _joined(who(model, start, x, y, lr, num))

    def find() -> str:
        one, first = led(answer, _line, 1), led(reference, _line, 1)
        if not isinstance(one, Tensor) or one.shape != first.shape or near(one.flip(0), first):
            return AS_IT_SHOULD_BE  # another matter, of which others speak
        if near(one, begin):
            return "no first step"
        if near(one, led(answer, _line, 1, 0.02)) or near(led(answer, _line, 1, x=_Y, y=_X), first):
            return AS_IT_SHOULD_BE  # an argument without effect, or exchanged
        if not near(one, first):
            return "length of the step" if same_line(one - begin, first - begin) else "first step"
        for place, model, num in (
            ("second step", _line, 2),
            ("later steps", _line, 5),
            ("another model", _bent, 4),
            ("no step", _line, 0),
        ):
            if not near(led(answer, model, num), led(reference, model, num)):
                return place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)


def in_measuring(
    answer: Callable, right: tuple[tuple[Function, Tensor, Tensor], ...]
) -> tuple[str, str]:
    """Say what is amiss with the points at which an answer to 3.7 evaluates a function.

    `right` holds functions with a point and the right gradient. Only where an answer rejects one of
    these, and its own points measure it too poorly, is the measuring to blame.
    """

    def find() -> str:
        for f, point, gradient in right:
            asked = Asked(f, point)
            try:
                if answer(asked, point.clone(), gradient.clone()):
                    continue
            except Exception:  # of errors others speak
                return AS_IT_SHOULD_BE
            if place := asked.poorly(gradient):
                return place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)
