"""Exercises 7.2 and 7.3 of notebook 07: variance after ten layers, and Xavier's bound."""

from __future__ import annotations

import math

import torch
from torch import nn

from course_utils.exercises import Case, Exercise, Mistake

VARIANCE_AFTER_TEN = Exercise(
    number="7.2",
    title="Ten layers",
    level="read",
    learned="each layer multiplies the variance by a · Var(w), ten layers by its tenth power",
    cases=(Case("variance 1, ten layers of 100 units, weights of variance 0.02"),),
    reference=2.0**10,
    correct=(1024, 1024.0, torch.tensor(1024.0)),
    mistakes=(
        Mistake(
            "one layer",
            2.0,
            "This is the variance after the first layer. What does the second one do to it?",
        ),
        Mistake(
            "adds where it should multiply",
            20.0,
            "Ten times the factor of one layer: that would be right if each layer added to the "
            "variance. What does it do instead?",
        ),
        Mistake(
            "the standard deviation",
            32.0,
            "This is the standard deviation. Its square was asked for.",
        ),
        Mistake(
            "forgets the sum over the inputs",
            0.02**10,
            "Next to nothing. One weight multiplies the variance by 0.02, which is a variance "
            "already and no standard deviation. But how many products does a unit add up?",
        ),
        Mistake(
            "nine layers",
            2.0**9,
            "The right factor, and one layer too few: the first one multiplies, too.",
        ),
        Mistake(
            "eleven layers",
            2.0**11,
            "The right factor, and one layer too many: the inputs have variance 1.",
        ),
    ),
)


def xavier_bound(num_in: int, num_out: int) -> float:
    """Return the c for which weights uniform in [−c, c] have the variance 2 / (in + out)."""
    return math.sqrt(6 / (num_in + num_out))


def _from_torch(num_in: int, num_out: int) -> float:
    weight = torch.empty(num_out, num_in, device="meta")
    fan_in, fan_out = nn.init._calculate_fan_in_and_fan_out(weight)
    return math.sqrt(3.0) * math.sqrt(2.0 / float(fan_in + fan_out))


XAVIER_BOUND = Exercise(
    number="7.3",
    title="Xavier's bound",
    level="build",
    learned="uniform in ±√(6 / (a + b)): the variance 2 / (a + b), a middle between both ways",
    cases=(
        Case("1 input, 1 output", (1, 1)),
        Case("100 inputs, 200 outputs", (100, 200)),
        Case("200 inputs, 100 outputs", (200, 100)),
        Case("1 input, 32 outputs", (1, 32)),
        Case("784 inputs, 10 outputs", (784, 10)),
    ),
    reference=xavier_bound,
    correct=(
        _from_torch,
        lambda num_in, num_out: torch.tensor(6 / (num_in + num_out)).sqrt(),
    ),
    mistakes=(
        Mistake(
            "the variance",
            lambda num_in, num_out: 2 / (num_in + num_out),
            "This is the variance the weights should have. Which bound gives it to them?",
        ),
        Mistake(
            "the standard deviation",
            lambda num_in, num_out: math.sqrt(2 / (num_in + num_out)),
            "This is the standard deviation. Numbers uniform in [−c, c] spread less than c: how "
            "large is their variance?",
        ),
        Mistake(
            "no root",
            lambda num_in, num_out: 6 / (num_in + num_out),
            "This is the square of the bound.",
        ),
        Mistake(
            "only the inputs",
            lambda num_in, num_out: math.sqrt(3 / num_in),
            "This bound looks at the inputs alone, as if the gradient did not matter.",
        ),
        Mistake(
            "only the outputs",
            lambda num_in, num_out: math.sqrt(3 / num_out),
            "This bound looks at the outputs alone: it serves the gradient and forgets the signal.",
        ),
        Mistake(
            "He's bound",
            lambda num_in, num_out: math.sqrt(6 / num_in),
            "This is the variance 2/a, which knows the inputs only. What became of b?",
        ),
        Mistake(
            "half the variance",
            lambda num_in, num_out: math.sqrt(3 / (num_in + num_out)),
            "These weights have the variance 1/(a + b), half of what is wanted. Was the middle of "
            "a and b taken, or their sum?",
        ),
        Mistake(
            "divides by three",
            lambda num_in, num_out: math.sqrt(2 / (3 * (num_in + num_out))),
            "The 3 of c²/3 is on the wrong side: solve c²/3 = 2/(a + b) for c.",
        ),
        Mistake(
            "multiplies the sizes",
            lambda num_in, num_out: math.sqrt(6 / (num_in * num_out)),
            "Here the two sizes are multiplied. Look at the variance again.",
        ),
        Mistake(
            "the width of the interval",
            lambda num_in, num_out: 2 * math.sqrt(6 / (num_in + num_out)),
            "This is the whole width of the interval, from −c to c.",
        ),
    ),
)
