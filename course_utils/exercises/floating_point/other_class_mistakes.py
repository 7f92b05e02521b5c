"""What goes wrong in exercise 13.2 of notebook 13, and what to ask then."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake

# What is put in the place of 0 most often: powers of ten, and two numbers of float32 itself.
SMALL = (
    *(10.0**-power for power in (*range(6, 17), 20, 30, 38)),
    torch.finfo(torch.float32).eps,
    torch.finfo(torch.float32).tiny,
)


def _given(z: Tensor) -> Tensor:
    return 1 - torch.sigmoid(z)


def _two_tails(z: Tensor) -> Tensor:
    return torch.where(z > 10, torch.exp(-z), 1 - torch.sigmoid(z))


def _in_place(z: Tensor) -> Tensor:
    z *= -1
    return torch.sigmoid(z)


def _quotient(z: Tensor) -> Tensor:
    return torch.exp(-z) / (1 + torch.exp(-z))


MISTAKES = (
    Mistake("as it was given", _given, given=True),
    Mistake(
        "wider",
        lambda z: (1 - torch.sigmoid(z.double())).float(),
        "`float64` moves the limit, to a logit of about 37, and the digits go a little later. Can "
        "the subtraction be avoided?",
    ),
    *(
        Mistake(
            f"{least:g} in its place",
            lambda z, least=least: (1 - torch.sigmoid(z)).clamp(min=least),
            f"Where the difference is 0 or nearly 0, {least:g} was put or added. The true one is "
            "another for each logit.",
        )
        for least in SMALL
    ),
    Mistake(
        "a small number added",
        lambda z: 1 - torch.sigmoid(z) + 1e-9,
        "A small number was added, the same for each logit. What is left of 1 − p at a logit of 20 "
        "without it?",
    ),
    Mistake(
        "the sigmoid itself",
        torch.sigmoid,
        "This is the probability of class 1. For a large logit it should be the other one.",
    ),
    Mistake(
        "the sign outside",
        lambda z: -torch.sigmoid(z),
        "A probability cannot be negative. Where does the minus belong?",
    ),
    Mistake(
        "both",
        lambda z: 1 - torch.sigmoid(-z),
        "1 minus it, and of −z: that is class 1 again.",
    ),
    Mistake(
        "the tail alone",
        lambda z: torch.exp(-z),
        "For large logits this is right. Which 1 has been left out that matters at a logit of 0?",
    ),
    Mistake(
        "a quotient of exponentials",
        _quotient,
        "Right for large logits. At −100 the exponential of −z overflows, above and below the "
        "line.",
    ),
    Mistake(
        "two formulas",
        _two_tails,
        "Two formulas, and neither is quite right near the border between them: what does 1 − p "
        "still lose at a logit of 10, what does the other leave out?",
    ),
    Mistake(
        "two formulas that meet at 0",
        lambda z: torch.where(z > 0, torch.exp(-z), 1 - torch.sigmoid(z)),
        "For positive logits e^(−z) stands alone here. Which 1 matters there while z is small?",
    ),
    Mistake(
        "over the examples",
        lambda z: torch.softmax(-z, dim=0),
        "Softmax over the examples makes them compete. The classes of one example should.",
    ),
    Mistake(
        "both classes",
        lambda z: torch.softmax(torch.stack([torch.zeros_like(z), z], dim=1), dim=1),
        "These are the probabilities of both classes, right to the last digit. One column is "
        "asked for.",
    ),
    Mistake(
        "a sign below the line",
        lambda z: 1 / (1 - torch.exp(z)),
        "There is a minus below the line, and at z = 0 it divides by 0. Work the fraction out "
        "again.",
    ),
    Mistake(
        "the logarithm",
        lambda z: torch.log(torch.sigmoid(-z)),
        "This is the logarithm of the right answer. The probability itself is asked for.",
    ),
    Mistake(
        "the logit",
        lambda z: -z,
        "−z is the logit of class 0. Its probability is asked for.",
    ),
    Mistake(
        "the slope",
        lambda z: torch.sigmoid(z) * torch.sigmoid(-z),
        "This is p times 1 − p, the slope of the sigmoid. One of the two factors is asked for.",
    ),
    Mistake(
        "half the difference of tanh",
        lambda z: (1 - torch.tanh(z / 2)) / 2,
        "The same function with tanh, and tanh is rounded to 1 as well. Does a subtraction remain?",
    ),
    Mistake(
        "upside down",
        lambda z: 1 + torch.exp(z),
        "This is one divided by what is asked for: upside down.",
    ),
    Mistake(
        "writes into z",
        _in_place,
        "The caller's z has another sign afterwards. Make a new tensor.",
    ),
    Mistake(
        "rounded",
        lambda z: torch.sigmoid(-z).round(decimals=6),
        "Rounded to six decimals, an answer such as 9.4e-14 becomes 0. Give it as it is.",
    ),
)
