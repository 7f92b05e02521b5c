"""Exercise 15.4 of notebook 15: the threshold behind class weights."""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.calibration_and_imbalance import solutions


def _logit(threshold: float) -> float:
    return math.log(threshold / (1 - threshold))


def _sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def _by_odds(threshold: float, weight: float) -> float:
    odds = threshold / (1 - threshold) / weight
    return odds / (1 + odds)


THRESHOLD_WITHOUT_WEIGHTS = Exercise(
    number="15.4",
    name="threshold_without_weights",
    title="Threshold behind weights",
    level="change",
    hints=(
        "Section 15.8 says what weights do to the odds of a point, and works out the threshold for "
        "one case: 0.5 with a weight of 19. Take the same three steps for another threshold.",
        "What are the odds of a point whose q is just the threshold? What are its odds without the "
        "weights? Which probability has these odds?",
        "With them: `odds = threshold / (1 - threshold)`. Without: `odds / weight`. A probability "
        "is its odds, divided by 1 plus its odds.",
    ),
    learned="undoing weights divides the odds, so the threshold becomes another one",
    cases=(
        Case("0.9 with a weight of 19", (0.9, 19.0)),
        Case("0.2 with a weight of 4", (0.2, 4.0)),
        Case("0.3 with a weight of 0.5", (0.3, 0.5)),
        Case("0.7 with a weight of 1", (0.7, 1.0)),
    ),
    reference=solutions.threshold_without_weights,
    correct=(
        _by_odds,
        lambda threshold, weight: _sigmoid(_logit(threshold) - math.log(weight)),
        lambda threshold, weight: torch.sigmoid(
            torch.logit(torch.tensor(threshold)) - torch.tensor(weight).log()
        ),
    ),
    mistakes=(
        Mistake("as it was given", lambda threshold, weight: threshold, given=True),
        Mistake(
            "multiplied",
            lambda threshold, weight: _sigmoid(_logit(threshold) + math.log(weight)),
            "Here the weights act a second time. The odds of q have the weight as a factor: which "
            "operation takes it back?",
        ),
        Mistake(
            "divided probability",
            lambda threshold, weight: threshold / weight,
            "The threshold was divided by the weight. The weight is a factor of the odds, and 0.9 "
            "has the odds 9.",
        ),
        Mistake(
            "multiplied probability",
            lambda threshold, weight: threshold * weight,
            "The threshold was multiplied by the weight. With a weight above 1 q is larger than p, "
            "and the weight is a factor of the odds.",
        ),
        Mistake(
            "the odds",
            lambda threshold, weight: threshold / (1 - threshold) / weight,
            "These are the right odds. Which probability has these odds?",
        ),
        Mistake(
            "the odds with weights",
            lambda threshold, weight: threshold / (1 - threshold),
            "These are the odds with the weights. What are they without?",
        ),
        Mistake(
            "odds taken for a probability",
            lambda threshold, weight: threshold / (threshold + weight),
            "Here the threshold was taken for its odds. The odds of 0.9 are 0.9 to 0.1.",
        ),
        Mistake(
            "a half",
            lambda threshold, weight: 1 / (1 + weight),
            "This is right for a threshold of 0.5. The odds of another threshold are not 1.",
        ),
        Mistake(
            "the other class",
            lambda threshold, weight: 1 - _by_odds(threshold, weight),
            "This is one minus what is asked for, the probability of class 0.",
        ),
        Mistake(
            "the weight itself",
            lambda threshold, weight: _sigmoid(_logit(threshold) - weight),
            "The weight was subtracted from the logit. It belongs to the odds, as a factor: what "
            "does a factor of the odds become in the logit?",
        ),
        Mistake(
            "divided logit",
            lambda threshold, weight: _sigmoid(_logit(threshold) / weight),
            "The logit was divided. The weight is a factor of the odds, not of the logit.",
        ),
        Mistake(
            "the logit",
            lambda threshold, weight: _logit(threshold) - math.log(weight),
            "This is the right logit. A probability is asked for.",
        ),
        Mistake(
            "logarithm off the probability",
            lambda threshold, weight: threshold - math.log(weight),
            "The logarithm was taken off the probability. It belongs to the logit.",
        ),
        Mistake(
            "base 10",
            lambda threshold, weight: _sigmoid(_logit(threshold) - math.log10(weight)),
            "This is the logarithm to base 10. The logit has e for its base.",
        ),
    ),
)
