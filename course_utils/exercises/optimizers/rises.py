"""Mistakes of exercise 4.4 of notebook 04: warm-ups of another shape or length."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch

from course_utils.exercises import Mistake

Part = Callable[[int, int, int], Any]  # of the step, the steps of warm-up and all steps


def rise_evenly(step: int, rise: int, num: int) -> float:
    """Return the factor during the warm-up."""
    return (step + 1) / rise


def wave(turns: float) -> float:
    """Return a cosine from 1 at 0 down to 0 at 1."""
    return 0.5 * (1 + math.cos(math.pi * turns))


def fall_in_a_wave(step: int, rise: int, num: int) -> float:
    """Return the factor after the warm-up."""
    return wave((step - rise) / (num - rise))


def schedule(
    rise: Part = rise_evenly,
    fall: Part = fall_in_a_wave,
    is_rising: Callable[[int, int], bool] = lambda step, rise: step < rise,
) -> Part:
    """Return a schedule, right but for what is handed in."""
    return lambda step, num_warm_up, num_steps: (
        rise(step, num_warm_up, num_steps)
        if is_rising(step, num_warm_up)
        else fall(step, num_warm_up, num_steps)
    )


RISES = (
    Mistake(
        "starts at zero",
        schedule(rise=lambda step, rise, num: step / rise),
        "At step 0 the factor is 0, so the first step goes nowhere. Steps count from 0, the "
        "rise begins at 1 / num_warm_up.",
    ),
    Mistake(
        "from zero to one",
        schedule(rise=lambda step, rise, num: step / (rise - 1)),
        "The first factor is 0, so that step goes nowhere, and the last is 1: with what does the "
        "rise begin?",
    ),
    Mistake(
        "never arrives at one",
        schedule(rise=lambda step, rise, num: (step + 1) / (rise + 1)),
        "The rise does not quite arrive at 1: by what is the count of steps divided?",
    ),
    Mistake(
        "whole numbers",
        schedule(rise=lambda step, rise, num: (step + 1) // rise),
        "During the rise this is 0, and 1 at its end: `//` drops what follows the point.",
    ),
    Mistake(
        "does not rise",
        schedule(rise=lambda step, rise, num: 1 / rise),
        "The factor stays where it begins: it should grow with every step.",
    ),
    Mistake(
        "brackets in the rise",
        schedule(rise=lambda step, rise, num: step + 1 / rise),
        "The rise is larger than 1: what is divided by num_warm_up, the 1 alone?",
    ),
    Mistake(
        "no rise",
        schedule(rise=lambda step, rise, num: 1.0),
        "The descent is right. Before it the factor is 1 from the beginning: where is the rise?",
    ),
    Mistake(
        "rises by the wrong number",
        schedule(rise=lambda step, rise, num: (step + 1) / num),
        "The rise is too slow: how many steps does it have to itself?",
    ),
    Mistake(
        "upside down",
        schedule(rise=lambda step, rise, num: rise / (step + 1)),
        "The rise is upside down: it begins high and ends at 1.",
    ),
    Mistake(
        "a hyperbola",
        schedule(rise=lambda step, rise, num: 1 / (rise - step)),
        "The rise begins and ends where it should, but it is not even: each step should add the "
        "same.",
    ),
    Mistake(
        "a square",
        schedule(rise=lambda step, rise, num: ((step + 1) / rise) ** 2),
        "The rise ends at 1, but it is not even: is something squared?",
    ),
    Mistake(
        "a cosine up",
        schedule(rise=lambda step, rise, num: 1 - wave((step + 1) / rise)),
        "The rise is a cosine here. It should be even, the same for each step.",
    ),
    Mistake(
        "one step of warm-up too many",
        schedule(is_rising=lambda step, rise: step <= rise and rise > 0),
        "The warm-up takes the steps from 0 to num_warm_up − 1. One step more, and the factor "
        "rises above 1.",
    ),
    Mistake(
        "one step of warm-up too few",
        schedule(is_rising=lambda step, rise: step < rise - 1),
        "The last step of the warm-up belongs to the cosine here: where does the warm-up end if "
        "steps count from 0?",
    ),
    Mistake(
        "the parts exchanged",
        schedule(is_rising=lambda step, rise: step > rise),
        "The rise and the cosine have changed places: which way does the comparison go?",
    ),
    Mistake(
        "five steps, always",
        schedule(lambda step, rise, num: (step + 1) / 5, is_rising=lambda step, rise: step < 5),
        "The rise fits 5 steps of warm-up only: what is num_warm_up handed over for?",
    ),
    Mistake(
        "divides by 0",
        lambda step, rise, num: (
            min((step + 1) / rise, 1.0) * fall_in_a_wave(max(step, rise), rise, num)
        ),
        "Without any warm-up you divide by num_warm_up, which is 0.",
    ),
    Mistake(
        "torch for numbers",
        schedule(fall=lambda step, rise, num: torch.cos(math.pi * step)),  # type: ignore[arg-type]
        "torch.cos takes tensors. For plain numbers there is the module math.",
    ),
    Mistake(
        "all steps at once",
        lambda step, rise, num: [schedule()(each, rise, num) for each in range(num)],
        "One factor is asked for, that of this step, and not a list of all.",
    ),
)
