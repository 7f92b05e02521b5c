"""What goes wrong in exercise 13.5 of notebook 13, and what to ask then."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.floating_point.solutions import log_sigmoid


def _smaller_one(z: Tensor) -> Tensor:
    """Return the logarithm of 1 + e^−|z|."""
    return torch.log1p(torch.exp(-z.abs()))


def _in_place(z: Tensor) -> Tensor:
    right = log_sigmoid(z)
    z *= -1
    return right


MISTAKES = (
    Mistake(
        "as it stands",
        lambda z: torch.log(torch.sigmoid(z)),
        "At −200 the sigmoid is 0, or an exponential is infinite. At 30 this takes the logarithm "
        "of 1. Take the logarithm of the fraction on paper first. Which exponential overflows, and "
        "which is lost beside a 1?",
    ),
    Mistake(
        "wider",
        lambda z: torch.log(torch.sigmoid(z.double())).float(),
        "`float64` moves both ends further out, and −1,000 is still beyond them. Take the "
        "logarithm of the fraction on paper first.",
    ),
    Mistake(
        "log1p alone",
        lambda z: -torch.log1p(torch.exp(-z)),
        "The upper end is right. At −200 the exponential overflows, or the sigmoid is 0. What can "
        "be taken off before?",
    ),
    Mistake(
        "z taken out everywhere",
        lambda z: z - torch.log1p(torch.exp(z)),
        "At −200 this is right. At 30 two nearly equal numbers are subtracted. Which of 0 and −z "
        "is the larger one there?",
    ),
    Mistake(
        "the shift without log1p",
        lambda z: -torch.relu(-z) - torch.log(1 + torch.exp(-z.abs())),
        "The lower end is right. At 30 the exponential is lost beside the 1: what is `torch.log1p` "
        "for?",
    ),
    Mistake(
        "the shift in float64, without log1p",
        lambda z: -torch.relu(-z) - torch.log(1 + torch.exp(-z.abs().double())),
        "The shift is right. In `float64` the exponential keeps some digits beside the 1 at 30, "
        "and none at 45: what is `torch.log1p` for?",
    ),
    Mistake(
        "the smaller one with the wrong sign",
        lambda z: -torch.relu(-z) + _smaller_one(z),
        "What was taken off is put back. Then the logarithm of 1 + e^−|z| is added: is the minus "
        "before the logarithm for both parts?",
    ),
    Mistake(
        "one ten-millionth in its place",
        lambda z: torch.log(torch.sigmoid(z).clamp(min=1e-7)),
        "Below a logit of −16 all results are alike: a small number stands in the place of the "
        "sigmoid. Can the sigmoid be avoided?",
    ),
    Mistake(
        "a small number in its place",
        lambda z: torch.log(torch.sigmoid(z).clamp(min=1e-12)),
        "Below some logit all results are alike: a small number stands in the place of the "
        "sigmoid. Can the sigmoid be avoided?",
    ),
    Mistake(
        "a tiny number in its place",
        lambda z: torch.log(torch.sigmoid(z).clamp(min=1e-38)),
        "Below some logit all results are alike: a tiny number stands in the place of the sigmoid. "
        "Can the sigmoid be avoided?",
    ),
    Mistake(
        "a small number added",
        lambda z: torch.log(torch.sigmoid(z) + 1e-9),
        "A small number was added before the logarithm. At −200 it is all that is left, and it is "
        "the same for each logit.",
    ),
    Mistake(
        "cut off at −100",
        lambda z: torch.log(torch.sigmoid(z)).clamp(min=-100),
        "At −1,000 the result is −100: cut off, as in PyTorch's BCE. The right one is about "
        "−1,000.",
    ),
    Mistake(
        "the larger one alone",
        lambda z: -torch.relu(-z),
        "This is what was taken off, alone. The logarithm of 1 plus the other exponential is "
        "missing.",
    ),
    Mistake(
        "what was taken off is missing",
        lambda z: -_smaller_one(z),
        "For positive logits this is right. For negative ones what was taken off has to be put "
        "back.",
    ),
    Mistake(
        "put back with the wrong sign",
        lambda z: torch.relu(-z) - _smaller_one(z),
        "For negative logits the result is positive. Can the logarithm of a probability be "
        "positive?",
    ),
    Mistake(
        "the other end taken off",
        lambda z: -torch.relu(z) - _smaller_one(z),
        "This is right for −z, the logit of class 0. Which of 0 and −z is the larger one where z "
        "is negative?",
    ),
    Mistake(
        "the loss",
        lambda z: -log_sigmoid(z),
        "The digits are right, and the sign is turned round: this is the loss of class 1.",
    ),
    Mistake(
        "softplus",
        lambda z: torch.relu(z) + _smaller_one(z),
        "This is softplus, −log σ(−z). Turn both signs round.",
    ),
    Mistake(
        "no absolute value",
        lambda z: -torch.relu(-z) - torch.log1p(torch.exp(-z)),
        "At 30 it is right. At −200 the exponential overflows: what is left of the smaller number "
        "when the larger one is taken off?",
    ),
    Mistake(
        "the exponential of +|z|",
        lambda z: -torch.relu(-z) - torch.log1p(torch.exp(z.abs())),
        "The exponential should be at most 1. Here it grows with |z|. Where is a minus missing?",
    ),
    Mistake(
        "log1p of 1 + e",
        lambda z: -torch.relu(-z) - torch.log1p(1 + torch.exp(-z.abs())),
        "`log1p` adds the 1 itself, so there is one too many.",
    ),
    Mistake(
        "the sigmoid itself",
        torch.sigmoid,
        "This is the sigmoid. Its logarithm is asked for.",
    ),
    Mistake(
        "log-softmax over the examples",
        lambda z: torch.log_softmax(z, dim=0),
        "This is softmax over the examples. Each logit should get a result of its own.",
    ),
    Mistake(
        "the mean",
        lambda z: log_sigmoid(z).mean(),
        "This is the mean. Each logit should get a result of its own.",
    ),
    Mistake(
        "the sum",
        lambda z: log_sigmoid(z).sum(),
        "This is the sum. Each logit should get a result of its own.",
    ),
    Mistake(
        "base 2",
        lambda z: log_sigmoid(z) * 1.4426950408889634,
        "The logarithm has the base 2 here; which base has the exponential?",
    ),
    Mistake(
        "writes into z",
        _in_place,
        "The caller's z is another one afterwards. Make a new tensor.",
    ),
)
