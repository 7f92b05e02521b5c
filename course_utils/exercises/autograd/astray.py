"""Where wrong answers to 3.3, 3.4, 3.5 and 3.6 of notebook 03 leave the right track."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises.autograd.nodes import (
    Scalar,
    backward,
    chain,
    crossed,
    in_order,
    square_twice,
)
from course_utils.exercises.families import (
    AS_IT_SHOULD_BE,
    near,
    place_of,
    same_line,
)


def in_graphs(answer: Callable) -> tuple[str, str]:
    """Say in which kind of graph the gradients of an answer to 3.3 are first off."""

    def find() -> str:
        for place, make, times in (
            ("a leaf", lambda: Scalar(2.0), 1),
            ("single arrows", lambda: chain(2), 1),
            ("two arrows to one node", lambda: square_twice().parents[0][0], 1),
            ("two arrows on two levels", square_twice, 1),
            ("two heights", crossed, 1),
            ("a second call", lambda: chain(2), 2),
        ):
            mine, right = make(), make()
            try:
                for _ in range(times):
                    answer(mine)
                    backward(right)
            except Exception:  # said elsewhere; here it counts where it happens
                return place
            pairs = zip(in_order(mine), in_order(right), strict=True)
            if any(not math.isclose(one.grad, two.grad, abs_tol=1e-9) for one, two in pairs):
                return place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)


def in_sines(answer: Callable) -> tuple[str, str]:
    """Say whether the value or the slope of an answer to 3.4 is off, in one sine or in two."""

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
    """Say with which batches the gradient of an answer to 3.5 is first off."""

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


def in_steps(answer: Callable, reference: Callable) -> tuple[str, str]:
    """Say at which step an answer to 3.6 first leads elsewhere."""

    def both(model: Any, num: int, lr: float = 0.05) -> tuple[Any, Any]:
        one, other = (each(model, _X, _Y, lr, num) for each in (answer, reference))
        return one, other

    def find() -> str:
        one, first = both(_line, 1)
        if not isinstance(one, Tensor) or one.shape != first.shape or near(one.flip(0), first):
            return AS_IT_SHOULD_BE  # another matter, of which others speak
        begin = torch.tensor([1.0, 0.0])
        if near(one, begin):
            return "no first step"
        if near(one, both(_line, 1, 0.02)[0]) or near(answer(_line, _Y, _X, 0.05, 1), first):
            return AS_IT_SHOULD_BE  # an argument without effect, or exchanged
        if not near(one, first):
            return "length of the step" if same_line(one - begin, first - begin) else "first step"
        for place, model, num in (
            ("second step", _line, 2),
            ("later steps", _line, 5),
            ("another model", _bent, 4),
            ("no step", _line, 0),
        ):
            if not near(*both(model, num)):
                return place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)
