"""Exercise 1.3 of notebook 01: rates of change by measuring, one per entry."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.rate_mistakes import MISTAKES

_Function = Callable[[Tensor], Tensor]


def _with_rows_of_steps(f: _Function, x: Tensor, delta: float) -> Tensor:
    steps = delta * torch.eye(len(x))
    return torch.stack([(f(x + step) - f(x - step)) / (2 * delta) for step in steps])


def _with_clones(f: _Function, x: Tensor, delta: float) -> Tensor:
    rates = torch.zeros_like(x)
    for i in range(len(x)):
        ahead, behind = x.clone(), x.clone()
        ahead[i] += delta
        behind[i] -= delta
        rates[i] = (f(ahead) - f(behind)) / (2 * delta)
    return rates


def _in_double(f: _Function, x: Tensor, delta: float) -> Tensor:
    return _with_rows_of_steps(f, x.double(), delta)


def _as_floats(f: _Function, x: Tensor, delta: float) -> Tensor:
    steps = [delta * torch.nn.functional.one_hot(torch.tensor(i), len(x)) for i in range(len(x))]
    return torch.tensor([(f(x + s) - f(x - s)).item() / 2 / delta for s in steps])


def _put_back(f: _Function, x: Tensor, delta: float) -> list[float]:
    rates = []
    for i, here in enumerate(x.tolist()):
        x[i] = here + delta
        ahead = float(f(x))
        x[i] = here - delta
        rates.append((ahead - float(f(x))) / (2 * delta))
        x[i] = here
    return rates


def _put_back_in_an_array(f: _Function, x: Tensor, delta: float) -> np.ndarray:
    return np.array(_put_back(f, x, delta))


CENTRAL_DIFFERENCES = Exercise(
    number="1.3",
    name="central_differences",
    title="A slope for each knob",
    level="build",
    hints=(
        "Section 1.5 measures two slopes, `slope_w` and `slope_b`. For each of them one knob moves "
        "to both sides and the other rests. Here each entry of `x` has its turn.",
        "Write a loop, `for i in range(len(x))`. In each round make a tensor `step` of the shape "
        "of `x`, with 0 everywhere and `delta` in place i. `x + step` is a new tensor, so `x` "
        "stays as it was.",
        "A round begins with `step = torch.zeros_like(x)` and `step[i] = delta`. Then comes the "
        "formula of section 1.5, with `f(x + step)` and `f(x - step)`. Collect the slopes in a "
        "list; `torch.stack` makes a tensor of it, after the loop.",
    ),
    learned="one entry moves by delta to either side, the others rest; divide by 2·delta",
    # With deltas that are exact in binary, an x that is moved there and back is what it was; with
    # 0.1 it is a little off.
    cases=(
        Case(
            "f(x) = x[0]² + 3·x[0]·x[1] at x = (2, 5) with delta = 0.5",
            (lambda x: x[0] ** 2 + 3 * x[0] * x[1], torch.tensor([2.0, 5.0]), 0.5),
        ),
        Case(
            "f(x) = x[0]·x[1]·x[2] + x[2]³ at x = (1, 2, −3) with delta = 0.25",
            (lambda x: x[0] * x[1] * x[2] + x[2] ** 3, torch.tensor([1.0, 2.0, -3.0]), 0.25),
        ),
        Case(
            "f(x) = x[0]³ − 4·x[1] at x = (2, −1) with delta = 0.5",
            (lambda x: x[0] ** 3 - 4 * x[1], torch.tensor([2.0, -1.0]), 0.5),
        ),
        Case(
            "a single entry: f(x) = x[0]² at x = (3,) with delta = 0.125",
            (lambda x: x[0] ** 2, torch.tensor([3.0]), 0.125),
        ),
        Case(
            "f(x) = x[0]³ + 2·x[1]³ at x = (0.2, −0.9) with delta = 0.1",
            (lambda x: x[0] ** 3 + 2 * x[1] ** 3, torch.tensor([0.2, -0.9]), 0.1),
        ),
    ),
    reference=solutions.central_differences,
    correct=(_with_rows_of_steps, _with_clones, _in_double, _as_floats, _put_back_in_an_array),
    mistakes=MISTAKES,
)
