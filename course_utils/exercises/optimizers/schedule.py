"""Exercise 4.4 of notebook 04: a warm-up and a cosine as one function of the step."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import saying
from course_utils.exercises.optimizers import solutions
from course_utils.exercises.optimizers.astray import SCHEDULES, in_schedules
from course_utils.exercises.optimizers.schedule_mistakes import MISTAKES


def _cosine_squared(step: int, num_warm_up: int, num_steps: int) -> float:
    if step >= num_warm_up:
        return math.cos(math.pi / 2 * (step - num_warm_up) / (num_steps - num_warm_up)) ** 2
    return (1 + step) / num_warm_up


def _with_torch(step: int, num_warm_up: int, num_steps: int) -> Tensor:
    rise = torch.arange(1, num_warm_up + 1) / max(num_warm_up, 1)
    angles = torch.linspace(0, math.pi, num_steps - num_warm_up + 1)
    return torch.cat([rise, 0.5 + 0.5 * angles.cos()])[step]


WARM_UP = Exercise(
    number="4.4",
    name="warm_up_then_cosine",
    title="Warm-up, then a cosine",
    level="build",
    hints=(
        "The function has two parts, as the list in the task has: `if step < num_warm_up:` for the "
        "rise, and behind it the cosine. Begin with the rise.",
        "The rise is 1 / num_warm_up at step 0, twice that at step 1, and so on. For the descent "
        "first compute a fraction, how much of it is done: 0 at step `num_warm_up`, and 1 at step "
        "`num_steps`.",
        "Call that fraction `done`. Then `math.cos(math.pi * done)` falls from 1 to −1, and it "
        "should fall from 1 to 0. Add 1 to it, and halve the result.",
    ),
    learned="a schedule is a function of the step; any that you can write, LambdaLR can use",
    cases=(
        Case("the first of 5 steps of warm-up, 50 in all", (0, 5, 50)),
        Case("the third of 5 steps of warm-up", (2, 5, 50)),
        Case("the second of 8 steps of warm-up, 30 in all", (1, 8, 30)),
        Case("the last step of warm-up: the factor is 1", (4, 5, 50)),
        Case("the first step of the cosine: still 1", (5, 5, 50)),
        Case("a third of the way down: step 40, 10 of warm-up, 100 in all", (40, 10, 100)),
        Case("half-way down: step 60, 10 of warm-up, 110 in all", (60, 10, 110)),
        Case("the last step, 109 of 110: almost 0", (109, 10, 110)),
        Case("no warm-up: step 3 of 10", (3, 0, 10)),
        Case("part after part: the rise, the begin of the cosine, its end", (), in_schedules),
    ),
    reference=solutions.warm_up_then_cosine,
    correct=(_cosine_squared, _with_torch),
    mistakes=(
        *MISTAKES,
        *(saying(solutions.warm_up_then_cosine, place, hint) for place, hint in SCHEDULES.items()),
    ),
)
