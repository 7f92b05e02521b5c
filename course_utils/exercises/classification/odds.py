"""Exercise 8.2 of notebook 08: a probability by its odds, on paper."""

from __future__ import annotations

import math
from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.classification import solutions

_LN_3 = math.log(3)
CAT = Exercise(
    number="8.2",
    name="probability_of_cat",
    title="The odds of cat",
    level="read",
    hints=(
        "Section 8.3 says what odds are, and what a rise of one logit does to them. Begin with the "
        "odds of a probability of 1/4, against all others together: how many parts to how many?",
        "A logit that rises by r multiplies the odds by e to the power of r. How much is e to the "
        "power of ln 3? Then turn the new odds back into a probability.",
        "The odds before are 1 to 3. The part of the cat is multiplied by 3, the part of the "
        "others stays. The probability is the part of the cat, divided by both parts together.",
    ),
    learned="adding ln 3 to a logit multiplies its odds by 3, not its probability",
    cases=(Case("probability 1/4, then the logit rises by ln 3: what is it now?"),),
    reference=solutions.probability_of_cat,
    correct=(0.5, torch.tensor(0.5), Fraction(1, 2)),
    mistakes=(
        Mistake(
            "three times the probability",
            0.75,
            "This multiplies the probability by 3, and another rise would lead beyond 1. Odds are "
            "multiplied: what are the odds of 1/4?",
        ),
        Mistake(
            "the logit added to the probability",
            0.25 + _LN_3,
            "A probability above 1? The ln 3 is added to the logit. What does that do to e^z?",
        ),
        Mistake(
            "unchanged",
            0.25,
            "Only a rise of all four logits would leave everything as it was.",
        ),
        Mistake(
            "the odds",
            1.0,
            "1 is the new value of the odds, 3 to 3. Which probability has these odds?",
        ),
        Mistake(
            "against one other animal",
            0.9,
            "Are the odds of a quarter 3 to 1, or 1 to 3?",
        ),
        Mistake(
            "odds of one to four",
            3 / 7,
            "A probability of 1/4 is not odds of 1 to 4: how many parts do the others have "
            "together?",
        ),
        Mistake(
            "fewer",
            0.1,
            "The logit rises, so the probability should not fall. In which direction go the odds?",
        ),
        Mistake(
            "the odds before",
            1 / 3,
            "1 to 3 are the odds before the logit rises. What do they become?",
        ),
        Mistake(
            "the odds of three quarters",
            3,
            "A probability lies between 0 and 1; 3 is a factor. What does it multiply?",
        ),
        Mistake(
            "two others",
            3 / 5,
            "3 parts for the cat, and how many for the others? Count the animals.",
        ),
        Mistake(
            "the rise alone",
            _LN_3,
            "ln 3 is what the logit gains, and no probability. What does it do to e^z?",
        ),
        Mistake(
            "the probability times ln 3",
            _LN_3 / 4,
            "The ln 3 is added to the logit, and what is multiplied is e^z. By which number?",
        ),
        Mistake(
            "the logarithm in place of its exponential",
            _LN_3 / (_LN_3 + 3),
            "The logit rises by ln 3. By what factor does e^z grow, ln 3 or another number?",
        ),
        Mistake(
            "a rise by 3",
            math.e**3 / (math.e**3 + 3),
            "This is a rise by 3. It is ln 3, and e to the ln 3 is a plain number.",
        ),
        Mistake(
            "ln 3 added to e^z",
            (1 + _LN_3) / (4 + _LN_3),
            "The ln 3 is added to the logit z, not to e^z. What does that do to e^z?",
        ),
        Mistake(
            "another animal",
            1 / 6,
            "This is what each of the other three has now. How much does the cat have?",
        ),
        Mistake(
            "per cent",
            50,
            "This is in per cent; a probability lies between 0 and 1.",
        ),
        Mistake(
            "the logarithm of the result",
            math.log(0.5),
            "Is a probability ever negative? This is a logarithm.",
        ),
        Mistake(
            "a logarithm to base 10",
            math.exp(math.log10(3)) / (3 + math.exp(math.log10(3))),
            "ln is the logarithm to base e, and this is what log to base 10 would give. How large "
            "is e to the ln 3?",
        ),
        Mistake(
            "whole numbers divided",
            0,
            "0 is no chance at all: `//` drops what follows the point.",
        ),
    ),
    rtol=1e-3,
)
