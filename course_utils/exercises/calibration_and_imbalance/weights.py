"""Exercise 15.4 of notebook 15: the probabilities behind class weights."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.calibration_and_imbalance import solutions

_TWO = torch.softmax(torch.tensor([[1.0, 2.0], [3.0, -1.0], [0.0, 0.5], [-2.0, 4.0]]), dim=1)
_THREE = torch.softmax(torch.tensor([[0.5, 1.5, -0.3], [2.0, 0.1, 0.4], [-1.0, 0.0, 3.0]]), dim=1)


def _in_place(q: Tensor, class_weights: Tensor) -> Tensor:
    q /= class_weights
    return q / q.sum(dim=1, keepdim=True)


def _down_the_columns(q: Tensor, class_weights: Tensor) -> Tensor:
    shares = q / class_weights
    return shares / shares.sum(dim=0)


UNWEIGHTED_PROBABILITIES = Exercise(
    number="15.4",
    name="unweighted_probabilities",
    title="Probabilities behind weights",
    level="change",
    hints=(
        "Section 15.9 says what weights do to the odds. Odds are a ratio of two probabilities. "
        "Which operation on `q` takes the factor back?",
        "Divide each column of `q` by the weight of its class. What do the rows add up to then?",
        "`shares = q / class_weights` has the right ratios. Divide each row by its sum: "
        "`keepdim=True` keeps the shape `(N, 1)`.",
    ),
    learned="weights multiply the odds: divide by them, then let each row add up to 1 again",
    cases=(
        Case("two classes with the weights 1 and 19", (_TWO, torch.tensor([1.0, 19.0]))),
        Case("three classes with 0.5, 2 and 8", (_THREE, torch.tensor([0.5, 2.0, 8.0]))),
        Case("equal weights", (_THREE, torch.tensor([3.0, 3.0, 3.0]))),
        Case("one point", (torch.tensor([[0.5, 0.5]]), torch.tensor([4.0, 1.0]))),
    ),
    reference=solutions.unweighted_probabilities,
    correct=(
        lambda q, class_weights: F.softmax(q.log() - class_weights.log(), dim=-1),
        lambda q, class_weights: torch.softmax((q / class_weights).log(), dim=1),
        lambda q, class_weights: F.normalize(q / class_weights, p=1, dim=1),
    ),
    mistakes=(
        Mistake("as it was given", lambda q, class_weights: q, given=True),
        Mistake(
            "added",
            lambda q, class_weights: torch.softmax(q.log() + class_weights.log(), dim=1),
            "This multiplies the odds by the weights again. Which operation takes a factor back?",
        ),
        Mistake(
            "the weights themselves",
            lambda q, class_weights: torch.softmax(q.log() - class_weights, dim=1),
            "The weights were subtracted. They have multiplied the odds: what does a factor of the "
            "odds become in the logits?",
        ),
        Mistake(
            "divided logits",
            lambda q, class_weights: torch.softmax(q.log() / class_weights, dim=1),
            "The logits were divided. The weights are a factor of the odds, not of the logits.",
        ),
        Mistake(
            "not made to add up",
            lambda q, class_weights: q / class_weights,
            "The probabilities were divided by the weights, which is a good start. They do not add "
            "up to 1 yet.",
        ),
        Mistake(
            "multiplied",
            lambda q, class_weights: q * class_weights,
            "Here the weights act a second time, and the rows do not add up to 1.",
        ),
        Mistake(
            "softmax twice",
            lambda q, class_weights: torch.softmax(q / class_weights, dim=1),
            "These ratios are right before the softmax, which takes them for logits. How else can "
            "a row be made to add up to 1?",
        ),
        Mistake(
            "probabilities for logits",
            lambda q, class_weights: torch.softmax(q - class_weights.log(), dim=1),
            "The logarithms were taken off the probabilities. They belong to the logits, that is "
            "to `q.log()`.",
        ),
        Mistake(
            "without the softmax",
            lambda q, class_weights: q - class_weights.log(),
            "The logarithms were taken off the probabilities, so these are no probabilities. They "
            "belong to the logits, that is to `q.log()`.",
        ),
        Mistake(
            "base 10",
            lambda q, class_weights: torch.softmax(q.log() - class_weights.log10(), dim=1),
            "This is the logarithm to base 10. Softmax has e for its base.",
        ),
        Mistake(
            "the logits",
            lambda q, class_weights: q.log() - class_weights.log(),
            "These are the right logits. Probabilities are asked for.",
        ),
        Mistake(
            "divided by the sum of the columns",
            _down_the_columns,
            "Here the columns add up to 1. The probabilities of a point lie in a row.",
        ),
        Mistake(
            "divided by the sum of the weights",
            lambda q, class_weights: q / class_weights * class_weights.sum(),
            "The sum of the weights is the same for all points. What does each row add up to?",
        ),
        Mistake(
            "logarithms",
            lambda q, class_weights: torch.log_softmax(q.log() - class_weights.log(), dim=1),
            "These are the logarithms of the right probabilities.",
        ),
        Mistake(
            "one class alone",
            lambda q, class_weights: F.normalize(q / class_weights, p=1, dim=1)[:, 1],
            "This is the column of class 1, and it is right. All classes are asked for.",
        ),
        Mistake(
            "writes into the probabilities",
            _in_place,
            "The caller's probabilities are changed afterwards. Make a new tensor.",
        ),
    ),
)
