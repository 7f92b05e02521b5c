"""Exercise 15.4 of notebook 15: the probabilities behind class weights."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.calibration_and_imbalance import solutions

_TWO = torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.0, 0.5], [-2.0, 4.0]])
_THREE = torch.tensor([[0.5, 1.5, -0.3], [2.0, 0.1, 0.4], [-1.0, 0.0, 3.0]])


def _by_division(logits: Tensor, class_weights: Tensor) -> Tensor:
    odds = torch.softmax(logits, dim=1) / class_weights
    return odds / odds.sum(dim=1, keepdim=True)


def _in_place(logits: Tensor, class_weights: Tensor) -> Tensor:
    logits -= class_weights.log()
    return torch.softmax(logits, dim=1)


UNWEIGHTED_PROBABILITIES = Exercise(
    number="15.4",
    name="unweighted_probabilities",
    title="Probabilities behind weights",
    level="change",
    hints=(
        "Section 15.9 says what weights do to the odds, and so to the logits. Which operation "
        "takes that back?",
        "The weight of each class has multiplied its share in the odds. A factor of the odds is "
        "a summand of the logits: its logarithm.",
        "`class_weights.log()` has shape `(C,)` and meets each row of the logits. The softmax "
        "comes after it.",
    ),
    learned="weights add their logarithms to the logits; subtract them before the softmax",
    cases=(
        Case("two classes with the weights 1 and 19", (_TWO, torch.tensor([1.0, 19.0]))),
        Case("three classes with 0.5, 2 and 8", (_THREE, torch.tensor([0.5, 2.0, 8.0]))),
        Case("equal weights", (_THREE, torch.tensor([3.0, 3.0, 3.0]))),
        Case("one point", (torch.tensor([[0.0, 0.0]]), torch.tensor([4.0, 1.0]))),
    ),
    reference=solutions.unweighted_probabilities,
    correct=(
        _by_division,
        lambda logits, class_weights: F.softmax(logits - torch.log(class_weights), dim=-1),
        lambda logits, class_weights: torch.softmax(
            torch.log_softmax(logits, dim=1) + (1 / class_weights).log(), dim=1
        ),
    ),
    mistakes=(
        Mistake(
            "as it was given",
            lambda logits, class_weights: torch.softmax(logits, dim=1),
            given=True,
        ),
        Mistake(
            "added",
            lambda logits, class_weights: torch.softmax(logits + class_weights.log(), dim=1),
            "This multiplies the odds by the weights again. Which operation takes a factor back?",
        ),
        Mistake(
            "the weights themselves",
            lambda logits, class_weights: torch.softmax(logits - class_weights, dim=1),
            "The weights were subtracted. They have multiplied the odds: what does a factor of the "
            "odds become in the logits?",
        ),
        Mistake(
            "divided logits",
            lambda logits, class_weights: torch.softmax(logits / class_weights, dim=1),
            "The logits were divided. The weights are a factor of the odds, not of the logits.",
        ),
        Mistake(
            "not made to add up",
            lambda logits, class_weights: torch.softmax(logits, dim=1) / class_weights,
            "The probabilities were divided by the weights, which is a good start. They do not add "
            "up to 1 yet.",
        ),
        Mistake(
            "multiplied",
            lambda logits, class_weights: torch.softmax(logits, dim=1) * class_weights,
            "Here the weights act a second time, and the rows do not add up to 1.",
        ),
        Mistake(
            "base 10",
            lambda logits, class_weights: torch.softmax(logits - class_weights.log10(), dim=1),
            "This is the logarithm to base 10. Softmax has e for its base.",
        ),
        Mistake(
            "base 2",
            lambda logits, class_weights: torch.softmax(logits - class_weights.log2(), dim=1),
            "This is the logarithm to base 2. Softmax has e for its base.",
        ),
        Mistake(
            "after the softmax",
            lambda logits, class_weights: torch.softmax(logits, dim=1) - class_weights.log(),
            "The logarithms were taken off the probabilities. They belong to the logits.",
        ),
        Mistake(
            "the logits",
            lambda logits, class_weights: logits - class_weights.log(),
            "These are the right logits. Probabilities are asked for.",
        ),
        Mistake(
            "along the points",
            lambda logits, class_weights: torch.softmax(logits - class_weights.log(), dim=0),
            "The softmax runs down the columns, over the points. The classes lie along axis 1.",
        ),
        Mistake(
            "logarithms",
            lambda logits, class_weights: torch.log_softmax(logits - class_weights.log(), dim=1),
            "These are the logarithms of the right probabilities.",
        ),
        Mistake(
            "one class alone",
            lambda logits, class_weights: torch.softmax(logits - class_weights.log(), dim=1)[:, 1],
            "This is the column of class 1, and it is right. All classes are asked for.",
        ),
        Mistake(
            "writes into the logits",
            _in_place,
            "The caller's logits are changed afterwards. Make a new tensor.",
        ),
    ),
)
