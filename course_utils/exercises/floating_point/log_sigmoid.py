"""Exercise 13.5 of notebook 13: the logarithm of the sigmoid, for logits of any size."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.floating_point import solutions
from course_utils.exercises.floating_point.log_sigmoid_mistakes import MISTAKES


def _two_formulas(z: Tensor) -> Tensor:
    return torch.where(z < 0, z - torch.log1p(torch.exp(z)), -torch.log1p(torch.exp(-z)))


def _log_of_two(z: Tensor) -> Tensor:
    return -torch.logaddexp(torch.zeros_like(z), -z)


LOG_SIGMOID = Exercise(
    number="13.5",
    name="log_sigmoid",
    title="Log-sigmoid",
    level="build",
    hints=(
        "Try `torch.log(torch.sigmoid(z))` at −200, 0 and 30, and say of each result where its "
        "digits went. Then write log(1 / (1 + e^−z)) without the fraction.",
        "The logarithm is −log(1 + e^−z), a log-sum-exp of the two numbers 0 and −z. The larger of "
        "the two, m, is −z for negative z and 0 otherwise. Take it off both numbers. What is the "
        "smaller one then?",
        "The larger number leaves a 1 in the sum, the smaller one leaves e^−|z|, which is at most "
        "1. So it is −m − log(1 + e^−|z|). `torch.relu(-z)` is m, and `torch.log1p` takes the "
        "logarithm.",
    ),
    learned="take the larger one off, and let log1p keep the small one beside the 1",
    cases=(
        Case("logits around 0", (torch.tensor([-2.0, -0.5, 0.0, 0.7, 3.0]),)),
        Case("logits −200 and −1,000", (torch.tensor([-200.0, -1000.0]),)),
        Case("logits −20 and −60", (torch.tensor([-20.0, -60.0]),)),
        Case("logits 10 and 14", (torch.tensor([10.0, 14.0]),)),
        Case("logits 30 and 80", (torch.tensor([30.0, 80.0]),)),
        Case("one logit of 45", (torch.tensor([45.0]),)),
        Case("one logit of −95", (torch.tensor([-95.0]),)),
    ),
    reference=solutions.log_sigmoid,
    correct=(_two_formulas, _log_of_two, F.logsigmoid),
    mistakes=MISTAKES,
    rtol=1e-4,
    atol=0.0,
)
