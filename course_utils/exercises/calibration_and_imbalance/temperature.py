"""Exercise 15.2 of notebook 15: where a temperature divides."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.calibration_and_imbalance import solutions

_LOGITS = torch.tensor([[2.0, 0.0, -1.0], [0.5, 0.7, 0.1], [-3.0, 1.0, 4.0], [0.0, 0.0, 0.0]])


def _by_powers(logits: Tensor, T: float) -> Tensor:
    powers = torch.softmax(logits, dim=1) ** (1 / T)
    return powers / powers.sum(dim=1, keepdim=True)


def _in_place(logits: Tensor, T: float) -> Tensor:
    logits /= T
    return torch.softmax(logits, dim=1)


SCALED_PROBABILITIES = Exercise(
    number="15.2",
    name="scaled_probabilities",
    title="Dividing by a temperature",
    level="change",
    hints=(
        "Call the function as it stands with two logits and T = 2, and add the two results up. "
        "What must probabilities add up to?",
        "Section 15.5 divides something by T. Is it the logits or the probabilities?",
        "There are two operations, the softmax and the division. Which comes first?",
    ),
    learned="divide the logits, then take the softmax",
    cases=(
        Case("four rows at a temperature of 2", (_LOGITS, 2.0)),
        Case("four rows at 0.25", (_LOGITS, 0.25)),
        Case("four rows at 1", (_LOGITS, 1.0)),
        Case("two classes at 7.5", (torch.tensor([[9.0, -4.0], [1.0, 6.0]]), 7.5)),
    ),
    reference=solutions.scaled_probabilities,
    correct=(
        lambda logits, T: F.log_softmax(logits / T, dim=1).exp(),
        lambda logits, T: torch.softmax(torch.log_softmax(logits, dim=-1) / T, dim=-1),
        lambda logits, T: F.softmax(logits * (1 / T), dim=1),
        _by_powers,
    ),
    mistakes=(
        Mistake("as it was given", lambda logits, T: torch.softmax(logits, dim=1) / T, given=True),
        Mistake(
            "multiplied",
            lambda logits, T: torch.softmax(logits * T, dim=1),
            "This is the same as multiplying the logits by T: a T above 1 makes the network surer.",
        ),
        Mistake(
            "probabilities multiplied",
            lambda logits, T: torch.softmax(logits, dim=1) * T,
            "These rows add up to T. The temperature belongs before the softmax.",
        ),
        Mistake(
            "softmax twice",
            lambda logits, T: torch.softmax(torch.softmax(logits, dim=1) / T, dim=1),
            "Here a second softmax takes probabilities for logits. Which of the two is too much?",
        ),
        Mistake(
            "divided, then divided by the sum",
            lambda logits, T: torch.softmax(logits, dim=1),
            "The temperature has no effect here. Whatever is done alike to all logits, or to all "
            "probabilities of a row before they are made to add up to 1, softmax takes back. Only "
            "dividing the logits changes their distances.",
        ),
        Mistake(
            "along the points",
            lambda logits, T: torch.softmax(logits / T, dim=0),
            "The softmax runs down the columns, over the points. The classes lie along axis 1.",
        ),
        Mistake(
            "the logits",
            lambda logits, T: logits / T,
            "These are the divided logits. What turns them into probabilities?",
        ),
        Mistake(
            "logarithms",
            lambda logits, T: torch.log_softmax(logits / T, dim=1),
            "These are the logarithms of the right probabilities.",
        ),
        Mistake(
            "the logarithm divided",
            lambda logits, T: (torch.log_softmax(logits, dim=1) / T).exp(),
            "These are powers of the probabilities. They do not add up to 1 yet.",
        ),
        Mistake(
            "the root",
            lambda logits, T: torch.softmax(logits / T**0.5, dim=1),
            "The root of T is 1.41 where T is 2. Divide by T itself.",
        ),
        Mistake(
            "confidence alone",
            lambda logits, T: torch.softmax(logits / T, dim=1).max(dim=1).values,
            "This is the largest probability of each row. All of them are asked for.",
        ),
        Mistake(
            "writes into the logits",
            _in_place,
            "The caller's logits are divided afterwards, too. Make a new tensor.",
        ),
    ),
)
