"""Exercise 13.2 of notebook 13: the probability of the other class, with its digits."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.floating_point import solutions
from course_utils.exercises.floating_point.other_class_mistakes import MISTAKES


def _by_hand(z: Tensor) -> Tensor:
    return 1 / (1 + torch.exp(z))


def _by_logarithms(z: Tensor) -> Tensor:
    return torch.exp(-F.softplus(z))


def _by_softmax(z: Tensor) -> Tensor:
    return torch.softmax(torch.stack([z, torch.zeros_like(z)]), dim=0)[1]


def _by_expm1(z: Tensor) -> Tensor:
    return -torch.expm1(F.logsigmoid(z))


OTHER_CLASS = Exercise(
    number="13.2",
    name="other_class",
    title="The other class",
    level="change",
    hints=(
        "Try `other_class(torch.tensor([10.0, 20.0, 30.0]))` as it stands. What is "
        "`torch.sigmoid` of 20 in float32, and what is left when it is taken off 1?",
        "Rewrite it on paper: bring 1 − 1/(1 + e^(−z)) over one denominator, and divide by e^(−z) "
        "above and below. Does a subtraction remain?",
        "What is left is a sigmoid again, of another number. Or ask the other way round: which "
        "logit has class 0, if class 1 has the logit z?",
    ),
    learned="the same function without the subtraction keeps all its digits",
    cases=(
        Case("logits around 0", (torch.tensor([-2.0, -0.5, 0.0, 0.7, 3.0]),)),
        Case("logits 10, 16 and 20", (torch.tensor([10.0, 16.0, 20.0]),)),
        Case("logits 30 and 34", (torch.tensor([30.0, 34.0]),)),
        Case("logits 45, 60 and 80", (torch.tensor([45.0, 60.0, 80.0]),)),
        Case("logits −100 and −20", (torch.tensor([-100.0, -20.0]),)),
        Case("one logit", (torch.tensor([25.0]),)),
    ),
    reference=solutions.other_class,
    correct=(_by_hand, _by_logarithms, _by_softmax, _by_expm1),
    mistakes=MISTAKES,
    rtol=1e-4,
    atol=0.0,
)
