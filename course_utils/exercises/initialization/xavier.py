"""Exercise 7.3 of notebook 07: Xavier's bound."""

from __future__ import annotations

import math

import torch
from torch import nn

from course_utils.exercises import Case, Exercise
from course_utils.exercises.initialization import solutions, xavier_mistakes
from course_utils.exercises.initialization.xavier_properties import CASES


def _from_torch(num_in: int, num_out: int) -> float:
    weight = torch.empty(num_out, num_in, device="meta")
    fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(weight)
    return math.sqrt(3.0) * math.sqrt(2.0 / float(fan_in + fan_out))


XAVIER_BOUND = Exercise(
    number="7.3",
    name="xavier_bound",
    title="Xavier's bound",
    level="build",
    hints=(
        "Section 7.3 says, just above its prediction, which variance numbers have that are uniform "
        "in [−c, c]. Here the variance is known, and c is asked for.",
        "On paper: write the variance by c on the left of an equation and 2/(a + b) on the right, "
        "then solve it for c². In the function a is called `num_in` and b is called `num_out`.",
        "The equation is c²/3 = 2/(a + b). Multiply both sides by 3, and take the root with "
        "`math.sqrt`. The function needs a single line, which begins with `return math.sqrt(`.",
    ),
    learned="uniform in ±√(6 / (a + b)): the variance 2 / (a + b), a middle between both ways",
    cases=(
        Case("3 inputs, 5 outputs", (3, 5)),
        Case("100 inputs, 200 outputs", (100, 200)),
        Case("200 inputs, 100 outputs", (200, 100)),
        Case("1 input, 32 outputs", (1, 32)),
        Case("784 inputs, 10 outputs", (784, 10)),
        *CASES,
    ),
    reference=solutions.xavier_bound,
    correct=(
        _from_torch,
        lambda num_in, num_out: torch.tensor(6 / (num_in + num_out)).sqrt(),
    ),
    mistakes=xavier_mistakes.MISTAKES,
)
