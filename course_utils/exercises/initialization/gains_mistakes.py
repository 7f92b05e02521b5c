"""What goes wrong in exercise 7.4 of notebook 07, and what to ask then."""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.initialization import gains_properties
from course_utils.exercises.initialization.gains_slips import mean_of, nearly, slope
from course_utils.exercises.initialization.grid import share, zeta

MISTAKES = (
    Mistake(
        "no root",
        lambda activation: 1 / mean_of(activation(zeta) ** 2),
        "This is g², and g is asked for.",
    ),
    Mistake(
        "upside down",
        lambda activation: math.sqrt(mean_of(activation(zeta) ** 2)),
        "This is what the activation leaves over. What must the weights do to make up for it?",
    ),
    Mistake(
        "the mean square itself",
        lambda activation: mean_of(activation(zeta) ** 2),
        "This is E[φ(ζ)²], the half in the case of ReLU. Which g makes the product 1?",
    ),
    Mistake(
        "the variance of the output",
        lambda activation: (
            1 / math.sqrt(mean_of(activation(zeta) ** 2) - mean_of(activation(zeta)) ** 2)
        ),
        "For tanh this is right, for ReLU it is not: its outputs do not have mean 0. Does the "
        "next layer need their variance, or their mean square?",
    ),
    Mistake(
        "all places of the grid count alike",
        lambda activation: 1 / math.sqrt((activation(zeta) ** 2).mean().item()),
        "Here a ζ near 8 counts as much as one near 0. A normal number is hardly ever near 8.",
    ),
    Mistake(
        "averages once more",
        lambda activation: 1 / math.sqrt((share * activation(zeta) ** 2).mean().item()),
        "The shares add up to 1, so the sum of share times square is the average already. "
        "Here it was divided once more, by the number of places.",
    ),
    Mistake(
        "uniform between 0 and 1",
        lambda activation: (
            1 / math.sqrt((activation(torch.linspace(0, 1, 2001)) ** 2).mean().item())
        ),
        "Even the identity does not get a gain of 1. `rand` is uniform from 0 to 1; which "
        "function draws normal numbers?",
    ),
    Mistake(
        "uniform between −1 and 1",
        lambda activation: (
            1 / math.sqrt((activation(torch.linspace(-1, 1, 2001)) ** 2).mean().item())
        ),
        "Even the identity does not get a gain of 1: these inputs do not have variance 1.",
    ),
    Mistake(
        "the mean size",
        lambda activation: 1 / mean_of(activation(zeta).abs()),
        "This averages the size of the outputs; squares were asked for, and a root at the end.",
    ),
    Mistake(
        "squares before the activation",
        lambda activation: 1 / math.sqrt(mean_of(activation(zeta**2))),
        "Here ζ is squared first and the activation comes second. What is squared in E[φ(ζ)²]?",
    ),
    Mistake(
        "the slope",
        lambda activation: 1 / math.sqrt(mean_of(slope(activation) ** 2)),
        "This is the gain for the way back: it averages the square of the slope. Here the "
        "outputs are wanted.",
    ),
    Mistake(
        "the square of the mean",
        lambda activation: 1 / math.sqrt((share * activation(zeta)).sum().item() ** 2),
        "The mean was squared. What is asked for is the mean of the squares.",
    ),
    Mistake(
        "the mean",
        lambda activation: 1 / math.sqrt(abs(mean_of(activation(zeta)))),
        "The outputs themselves were averaged. Where are their squares?",
    ),
    Mistake(
        "shares squared",
        lambda activation: 1 / math.sqrt((share * activation(zeta)).square().sum().item()),
        "The shares were squared along with the outputs. Each share weighs a square.",
    ),
    Mistake(
        "activation of the shares",
        lambda activation: 1 / math.sqrt(activation(share * zeta).square().sum().item()),
        "The shares went through the activation. They weigh what comes out of it.",
    ),
    Mistake(
        "no division by the total",
        lambda activation: (
            1 / math.sqrt((torch.exp(-(zeta**2) / 2) * activation(zeta) ** 2).sum().item())
        ),
        "Even the identity does not get a gain of 1: what do the weights of all places add up to?",
    ),
    Mistake(
        "a density without its step",
        lambda activation: (
            1
            / math.sqrt(
                (torch.exp(-(zeta**2) / 2) / math.sqrt(2 * math.pi) * activation(zeta) ** 2)
                .sum()
                .item()
            )
        ),
        "Even the identity does not get a gain of 1: a density adds up to 1 only with the step of "
        "the grid.",
    ),
    Mistake(
        "one over the slope",
        lambda activation: 1 / (slope(activation)[1001].item() + 1e-30),
        "This looks at the slope at 0 alone. What about the outputs at all other places?",
    ),
    Mistake(
        "the half that is positive",
        lambda activation: 1 / math.sqrt(mean_of((activation(zeta) > 0).double())),
        "This counts how many outputs are positive. How large are they?",
    ),
    Mistake(
        "the activation twice",
        lambda activation: 1 / math.sqrt(mean_of(activation(activation(zeta)) ** 2)),
        "The activation is applied twice.",
    ),
    Mistake(
        "a wider draw",
        lambda activation: 1 / math.sqrt(mean_of(activation(3 * zeta) ** 2)),
        "Even the identity does not get a gain of 1: is the deviation of ζ 1, or is it 3?",
    ),
    Mistake(
        "the positive side alone",
        lambda activation: 1 / math.sqrt(2 * mean_of((zeta > 0) * activation(zeta) ** 2)),
        "Only positive ζ count here. For ReLU that makes a difference: what comes from the others?",
    ),
    Mistake(
        "ReLU's gain for all",
        lambda activation: math.sqrt(2),
        "This is the gain for ReLU, for whatever activation. What is `activation` for?",
    ),
    Mistake(
        "the deviation on the plain grid",
        lambda activation: 1 / activation(zeta).std().item(),
        "This asks how far the outputs spread, with every place of the grid alike. Is a ζ near 8 "
        "as frequent as one near 0?",
    ),
    Mistake(
        "one for each place",
        lambda activation: activation(zeta).square().rsqrt(),
        "A number for each ζ came back. What is averaged before the root?",
    ),
    Mistake(
        "few random numbers",
        nearly,
        "Nearly: with N random numbers the mean strays, and more so the smaller N is. How many "
        "were drawn?",
    ),
    *gains_properties.PROPERTIES,
)
