"""Exercise 15.2 of notebook 15: where a temperature divides."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.calibration_and_imbalance import solutions

_LOGITS = torch.tensor([[2.0, 0.0, -1.0], [0.5, 0.7, 0.1], [-3.0, 1.0, 4.0], [0.0, 0.0, 0.0]])
_P = torch.softmax(_LOGITS, dim=1)
_TWO = torch.tensor([[0.999, 0.001], [0.2, 0.8], [0.5, 0.5]])


def _by_powers(p: Tensor, T: float) -> Tensor:
    powers = p ** (1 / T)
    return powers / powers.sum(dim=1, keepdim=True)


def _in_place(p: Tensor, T: float) -> Tensor:
    return torch.softmax(p.log_() / T, dim=1)


SCALED_PROBABILITIES = Exercise(
    number="15.2",
    name="scaled_probabilities",
    title="Dividing by a temperature",
    level="change",
    hints=(
        "Section 15.5 divides something by T, then takes the softmax. Is it the logits or the "
        "probabilities? What do the rows of the function add up to as it stands?",
        "Softmax takes the exponential of each logit. So which function leads from the "
        "probabilities back to logits? That each row may be off by a constant does not matter.",
        "`p.log()` can serve as logits: `torch.softmax(p.log(), dim=1)` is `p`. Where does the "
        "division by T belong?",
    ),
    learned="the logarithms of probabilities are logits; divide these, then take the softmax",
    cases=(
        Case("four rows at a temperature of 2", (_P, 2.0)),
        Case("four rows at 0.25", (_P, 0.25)),
        Case("four rows at 1", (_P, 1.0)),
        Case("two classes at 7.5", (_TWO, 7.5)),
    ),
    reference=solutions.scaled_probabilities,
    correct=(
        lambda p, T: F.log_softmax(p.log() / T, dim=1).exp(),
        lambda p, T: torch.softmax((p / p[:, :1]).log() / T, dim=-1),
        lambda p, T: F.softmax(torch.log(p) * (1 / T), dim=1),
        _by_powers,
    ),
    mistakes=(
        Mistake("as it was given", lambda p, T: p / T, given=True),
        Mistake(
            "multiplied",
            lambda p, T: torch.softmax(p.log() * T, dim=1),
            "This is the same as multiplying the logits by T: a T above 1 makes the network surer.",
        ),
        Mistake(
            "probabilities multiplied",
            lambda p, T: p * T,
            "These rows add up to T. The temperature belongs before the softmax.",
        ),
        Mistake(
            "probabilities for logits",
            lambda p, T: torch.softmax(p / T, dim=1),
            "Here a second softmax takes probabilities for logits. What leads back to the logits?",
        ),
        Mistake(
            "divided, then divided by the sum",
            lambda p, T: p.clone(),
            "The temperature has no effect here. A number added to all logits of a row, or a "
            "factor of all its probabilities, is lost when the row is made to add up to 1. "
            "Dividing the logits changes their distances.",
        ),
        Mistake(
            "along the points",
            lambda p, T: torch.softmax(p.log() / T, dim=0),
            "The softmax runs down the columns, over the points. The classes lie along axis 1.",
        ),
        Mistake(
            "the logits",
            lambda p, T: p.log() / T,
            "These are the divided logits. What turns them into probabilities?",
        ),
        Mistake(
            "logarithms",
            lambda p, T: torch.log_softmax(p.log() / T, dim=1),
            "These are the logarithms of the right probabilities.",
        ),
        Mistake(
            "powers",
            lambda p, T: p ** (1 / T),
            "These are powers of the probabilities, the right ones. They do not add up to 1 yet.",
        ),
        Mistake(
            "each class against the others",
            lambda p, T: torch.softmax(torch.logit(p) / T, dim=1),
            "`torch.logit` is the logit of one class against all others, log p/(1 − p). Softmax "
            "wants logits whose exponentials have the ratios of the p.",
        ),
        Mistake(
            "a sigmoid for each class",
            lambda p, T: torch.sigmoid(torch.logit(p) / T),
            "With two classes this is right. With three the rows do not add up to 1.",
        ),
        Mistake(
            "the root",
            lambda p, T: torch.softmax(p.log() / T**0.5, dim=1),
            "The root of T is 1.41 where T is 2. Divide by T itself.",
        ),
        Mistake(
            "base 10",
            lambda p, T: torch.softmax(p.log10() / T, dim=1),
            "This is the logarithm to base 10. Softmax has e for its base.",
        ),
        Mistake(
            "confidence alone",
            lambda p, T: torch.softmax(p.log() / T, dim=1).max(dim=1).values,
            "This is the largest probability of each row. All of them are asked for.",
        ),
        Mistake(
            "writes into the probabilities",
            _in_place,
            "The caller's probabilities are changed afterwards. Make a new tensor.",
        ),
    ),
)
