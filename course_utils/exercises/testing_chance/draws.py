"""Exercise 16.3 of notebook 16: how many units a wanted power takes."""

from __future__ import annotations

import math
from statistics import NormalDist

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.testing_chance import solutions


def _number(p: float, shift: float, c: float) -> float:
    return (c / shift) ** 2 * p * (1 - p)


def _exact(p: float, shift: float, c: float, beyond: float) -> float:
    faulty = p + shift
    spreads = c * math.sqrt(p * (1 - p)) + beyond * math.sqrt(faulty * (1 - faulty))
    return (spreads / shift) ** 2


def _beyond(power: float) -> float:
    return NormalDist().inv_cdf(power)


def _by_torch(p: float, shift: float, threshold: float, power: float) -> torch.Tensor:
    standard = torch.distributions.Normal(
        torch.tensor(0.0, dtype=torch.float64), torch.tensor(1.0, dtype=torch.float64)
    )
    beyond = standard.icdf(torch.tensor(power, dtype=torch.float64))
    return (((threshold + beyond) / shift) ** 2 * p * (1 - p)).ceil()


def _by_search(p: float, shift: float, threshold: float, power: float) -> int:
    low, high = 0, 10**9
    while high - low > 1:
        middle = (low + high) // 2
        expected = shift * math.sqrt(middle / (p * (1 - p)))
        reached = NormalDist().cdf(expected - threshold) >= power
        low, high = (low, middle) if reached else (middle, high)
    return high


DRAWS_NEEDED = Exercise(
    number="16.3",
    name="draws_needed",
    title="Draws for a wanted power",
    level="build",
    hints=(
        "Begin with the formula of section 16.6 as a line of Python, with the 2 in it. Does it "
        "give 78,400 for p = 0.2, a shift of 0.01 and the threshold 5?",
        "The 2 belongs to a power of 98 percent, rounded. For a power of one half it must be 0, "
        "for less than one half it is negative. `statistics.NormalDist().inv_cdf` has these "
        "numbers.",
        "`beyond = statistics.NormalDist().inv_cdf(power)` takes the place of the 2, and "
        "`math.ceil` rounds up.",
    ),
    learned="the fault you want to find and the power you want give the number of draws",
    cases=(
        Case("p = 0.2, shift 0.03, threshold 5, power 0.5", (0.2, 0.03, 5.0, 0.5)),
        Case("p = 0.2, shift 0.01, threshold 5, power 0.9", (0.2, 0.01, 5.0, 0.9)),
        Case("p = 0.2, shift 0.01, threshold 2, power 0.9", (0.2, 0.01, 2.0, 0.9)),
        Case("p = 0.4, shift 0.05, threshold 3, power 0.99", (0.4, 0.05, 3.0, 0.99)),
        Case("p = 0.1, shift 0.002, threshold 4, power 0.3", (0.1, 0.002, 4.0, 0.3)),
    ),
    reference=solutions.draws_needed,
    correct=(_by_torch, _by_search),
    rtol=1e-9,
    mistakes=(
        Mistake(
            "with the 2",
            lambda p, shift, c, power: math.ceil(_number(p, shift, c + 2)),
            "This is the formula of the page, for a power of 98 percent. `power` is not used.",
        ),
        Mistake(
            "threshold only",
            lambda p, shift, c, power: math.ceil(_number(p, shift, c)),
            "This is right for a power of one half. Where does `power` come in?",
        ),
        Mistake(
            "adds the power itself",
            lambda p, shift, c, power: math.ceil(_number(p, shift, c + power)),
            "The power is a probability. The formula adds a number of standard deviations: which "
            "one leaves this share below it?",
        ),
        Mistake(
            "the other tail",
            lambda p, shift, c, power: math.ceil(_number(p, shift, c + _beyond(1 - power))),
            "A larger power gives fewer draws here. Which share must lie below the number?",
        ),
        Mistake(
            "subtracts",
            lambda p, shift, c, power: (
                math.ceil(_number(p, shift, c - _beyond(power))) + (power == 0.5)
            ),
            "For a power above one half the expected z must lie beyond the threshold, not before "
            "it.",
        ),
        Mistake(
            "both sides",
            lambda p, shift, c, power: math.ceil(_number(p, shift, c + _beyond((1 + power) / 2))),
            "That is the number for two sides, ± it. Here z must not fall below the threshold: "
            "one side.",
        ),
        Mistake(
            "no square",
            lambda p, shift, c, power: math.ceil((c + _beyond(power)) / shift * p * (1 - p)),
            "The square is missing: half the shift must take four times the draws.",
        ),
        Mistake(
            "square on the shift alone",
            lambda p, shift, c, power: math.ceil((c + _beyond(power)) / shift**2 * p * (1 - p)),
            "The square stands at the shift alone. It belongs to the whole fraction.",
        ),
        Mistake(
            "square above the line alone",
            lambda p, shift, c, power: math.ceil((c + _beyond(power)) ** 2 / shift * p * (1 - p)),
            "The square stands above the line alone. It belongs to the whole fraction.",
        ),
        Mistake(
            "no p (1 − p)",
            lambda p, shift, c, power: math.ceil(((c + _beyond(power)) / shift) ** 2),
            "The variance of a coin, p (1 − p), is missing.",
        ),
        Mistake(
            "root of p (1 − p)",
            lambda p, shift, c, power: math.ceil(
                ((c + _beyond(power)) / shift) ** 2 * math.sqrt(p * (1 - p))
            ),
            "p (1 − p) stands under a root below the line. What becomes of it when all is squared?",
        ),
        Mistake(
            "p + shift",
            lambda p, shift, c, power: math.ceil(_number(p + shift, shift, c + _beyond(power))),
            "The page neglects that the standard deviation changes with the fault: use p.",
        ),
        Mistake(
            "rounded down",
            lambda p, shift, c, power: math.floor(_number(p, shift, c + _beyond(power))),
            "Rounded up is asked for: with fewer units the power is not reached.",
        ),
        Mistake(
            "rounded to the nearest",
            lambda p, shift, c, power: round(_number(p, shift, c + _beyond(power))),
            "`round` goes to the nearest whole number. Rounded up is asked for: with fewer units "
            "the power is not reached.",
        ),
        Mistake(
            "both standard deviations",
            lambda p, shift, c, power: math.ceil(_exact(p, shift, c, _beyond(power))),
            "You take the standard deviation with the fault into account. That is finer than what "
            "is asked for: the formula of section 16.6 uses p (1 − p) for both.",
        ),
        Mistake(
            "not rounded",
            lambda p, shift, c, power: _number(p, shift, c + _beyond(power)),
            "A whole number of units is asked for, rounded up.",
        ),
        Mistake(
            "the number below the share",
            lambda p, shift, c, power: _beyond(power),
            "This is the number that takes the place of the 2. Put it into the formula.",
        ),
        Mistake(
            "multiplies",
            lambda p, shift, c, power: math.ceil(_number(p, shift, c * _beyond(power))),
            "The threshold is multiplied by the number. It is added to the threshold, like the 2.",
        ),
        Mistake(
            "cdf instead of its inverse",
            lambda p, shift, c, power: math.ceil(_number(p, shift, c + NormalDist().cdf(power))),
            "`cdf` turns a number into a share. Here the share is known: `inv_cdf`.",
        ),
    ),
)
