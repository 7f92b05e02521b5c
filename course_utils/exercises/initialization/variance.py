"""Exercise 7.2 of notebook 07: the variance after ten layers."""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.initialization import solutions, variance_mistakes

VARIANCE_AFTER_TEN = Exercise(
    number="7.2",
    name="variance_after_ten",
    title="Ten layers",
    level="read",
    hints=(
        "Section 7.3 ends its bookkeeping in one formula: E[z²] = a · Var(w) · E[h²]. Work out "
        "the first layer with it, on paper. The other nine do the same again.",
        "What leaves a layer has mean 0, so its variance is also its mean square, and that is what "
        "the next layer meets. By which number does each layer multiply the variance?",
        "Here a = 100 and Var(w) = 0.02, which is a variance already. The inputs begin at 1. "
        "Multiply by a · Var(w) once for each of the ten layers.",
    ),
    learned="each layer multiplies the variance by a · Var(w), ten layers by its tenth power",
    cases=(Case("variance 1, ten layers of 100 units, weights of variance 0.02"),),
    reference=solutions.variance_after_ten,
    correct=(1024, Fraction(2) ** 10, torch.tensor([1024.0]), 1023.9999),
    mistakes=variance_mistakes.MISTAKES,
    atol=0.0,
)
