"""Exercise 4.4 of notebook 04: a warm-up and a cosine as one function of the step."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def warm_up_then_cosine(step: int, num_warm_up: int, num_steps: int) -> float:
    """Return the factor on the learning rate at `step`, counted from 0: a rise, then a cosine."""
    if step < num_warm_up:
        return (step + 1) / num_warm_up
    return 0.5 * (1 + math.cos(math.pi * (step - num_warm_up) / (num_steps - num_warm_up)))


def _cosine_squared(step: int, num_warm_up: int, num_steps: int) -> float:
    if step >= num_warm_up:
        return math.cos(math.pi / 2 * (step - num_warm_up) / (num_steps - num_warm_up)) ** 2
    return (1 + step) / num_warm_up


def _with_torch(step: int, num_warm_up: int, num_steps: int) -> Tensor:
    rise = torch.arange(1, num_warm_up + 1) / max(num_warm_up, 1)
    angles = torch.linspace(0, math.pi, num_steps - num_warm_up + 1)
    return torch.cat([rise, 0.5 + 0.5 * angles.cos()])[step]


def _after_warm_up(descent: Callable[[int, int, int], float]) -> Callable[[int, int, int], float]:
    """Return a schedule that rises as it should and then does what `descent` says."""

    def schedule(step: int, num_warm_up: int, num_steps: int) -> float:
        if step < num_warm_up:
            return (step + 1) / num_warm_up
        return descent(step, num_warm_up, num_steps)

    return schedule


WARM_UP = Exercise(
    number="4.4",
    title="Warm-up, then a cosine",
    level="build",
    learned="a schedule is a function of the step; any that you can write, LambdaLR can use",
    cases=(
        Case("the first of 5 steps of warm-up, 50 in all", (0, 5, 50)),
        Case("the third step of warm-up", (2, 5, 50)),
        Case("the last step of warm-up: the factor is 1", (4, 5, 50)),
        Case("the first step of the cosine: still 1", (5, 5, 50)),
        Case("a third of the way down: step 40, 10 of warm-up, 100 in all", (40, 10, 100)),
        Case("half-way down: step 60, 10 of warm-up, 110 in all", (60, 10, 110)),
        Case("the last step, 109 of 110: almost 0", (109, 10, 110)),
        Case("no warm-up: step 3 of 10", (3, 0, 10)),
    ),
    reference=warm_up_then_cosine,
    correct=(_cosine_squared, _with_torch),
    mistakes=(
        Mistake(
            "starts at zero",
            lambda step, num_warm_up, num_steps: (
                step / num_warm_up
                if step < num_warm_up
                else warm_up_then_cosine(step, num_warm_up, num_steps)
            ),
            "At step 0 the factor is 0, so the first step goes nowhere. Steps count from 0, the "
            "rise begins at 1 / num_warm_up.",
        ),
        Mistake(
            "one step of warm-up too many",
            lambda step, num_warm_up, num_steps: (
                (step + 1) / num_warm_up
                if step <= num_warm_up
                else warm_up_then_cosine(step, num_warm_up, num_steps)
            ),
            "The warm-up takes the steps from 0 to num_warm_up − 1. One step more, and the factor "
            "rises above 1.",
        ),
        Mistake(
            "multiplies the two",
            lambda step, num_warm_up, num_steps: (
                min(1.0, (step + 1) / max(num_warm_up, 1))
                * (0.5 + 0.5 * math.cos(math.pi * step / num_steps))
            ),
            "Here the cosine pulls the factor down during the warm-up already. First the rise "
            "alone, then the cosine alone.",
        ),
        Mistake(
            "cosine from step 0 on",
            _after_warm_up(
                lambda step, _, num_steps: 0.5 + 0.5 * math.cos(math.pi * step / num_steps)
            ),
            "The rise is right. The cosine behaves as if it had begun at step 0: it has to be 1 "
            "where the warm-up ends. Measure from there, and how long it may take.",
        ),
        Mistake(
            "the descent takes as long as all steps together",
            _after_warm_up(
                lambda step, rise, num: 0.5 + 0.5 * math.cos(math.pi * (step - rise) / num)
            ),
            "The cosine begins where it should and does not arrive at 0. How many steps are left "
            "for it once the warm-up is over?",
        ),
        Mistake(
            "cosine between 1 and −1",
            _after_warm_up(
                lambda step, rise, num: math.cos(math.pi * (step - rise) / (num - rise))
            ),
            "A cosine runs from 1 to −1, and a negative learning rate goes uphill. Shift it up and "
            "halve it.",
        ),
        Mistake(
            "a straight line down",
            _after_warm_up(lambda step, rise, num: 1 - (step - rise) / (num - rise)),
            "The descent is a straight line. It should leave 1 gently and arrive at 0 gently.",
        ),
        Mistake(
            "stays at 1",
            _after_warm_up(lambda step, rise, num: 1.0),
            "The rise is right; after it the factor stays at 1. The descent is missing.",
        ),
        Mistake(
            "a quarter of the wave",
            _after_warm_up(
                lambda step, rise, num: math.cos(math.pi / 2 * (step - rise) / (num - rise))
            ),
            "From 1 to 0, but by a quarter of a wave: in the middle it should be one half.",
        ),
    ),
)
