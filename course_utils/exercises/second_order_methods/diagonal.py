"""Exercise 14.4 of notebook 14: condition numbers after dividing by the diagonal."""

from __future__ import annotations

import numpy as np
import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.second_order_methods import solutions

A, B, C = solutions.kappa_after

KAPPA_AFTER = Exercise(
    number="14.4",
    name="kappa_after",
    title="What the diagonal cures",
    level="read",
    hints=(
        "Section 14.5 has all you need. First find r for each bowl: the entry beside the diagonal, "
        "divided by the root of the product of the two entries on it. Then comes κ.",
        "In bowl A nothing stands beside the diagonal, so r is 0. In bowl C both entries on the "
        "diagonal are 5, and the root of 5 · 5 is 5. What is r there? And what is the root of "
        "100 · 1?",
        "r is 0 for A, 8/10 for B and 4/5 for C. Put each into (1 + r)/(1 − r).",
    ),
    learned="the diagonal removes units, and what is left of κ is coupling",
    cases=(Case("κ after the diagonal for the bowls A, B and C"),),
    reference=solutions.kappa_after,
    correct=([1, 9, 9], torch.tensor([1.0, 9.0, 9.0]), np.array([1, 9, 9])),
    mistakes=(
        Mistake(
            "before",
            (100.0, 281.38, 9.0),
            "These are the condition numbers before. What are they after each entry has been "
            "divided by the roots of its two diagonal entries?",
        ),
        Mistake(
            "the ratio of the diagonal",
            (100.0, 100.0, 1.0),
            "This is the ratio of the two entries on the diagonal. After the change of units both "
            "of them are 1; what is beside them?",
        ),
        Mistake(
            "the coupling is forgotten",
            (1.0, 1.0, 1.0),
            "κ would be 1 if nothing stood beside the diagonal. In which of the three is that so?",
        ),
        Mistake(
            "A not cured",
            (100.0, B, C),
            "B and C are right. In A nothing stands beside the diagonal: what is r, and what κ?",
        ),
        Mistake(
            "B cured",
            (A, 1.0, C),
            "A and C are right. In B there is an 8 beside the diagonal. What becomes of it when it "
            "is divided by the root of 100 times the root of 1?",
        ),
        Mistake(
            "C cured",
            (A, B, 1.0),
            "A and B are right. In C the two parameters have the same curvature already, so the "
            "change of units is the same for both. What coupling is left?",
        ),
        Mistake(
            "B by the larger entry",
            (A, 1.08 / 0.92, C),
            "A and C are right. In B you divided by 100. Each entry is divided by the roots of "
            "both diagonal entries.",
        ),
        Mistake(
            "B before",
            (A, 281.38, C),
            "A and C are right. For B this is κ before the diagonal is used.",
        ),
        Mistake(
            "B by the ratio of its diagonal",
            (A, 100.0, C),
            "A and C are right. For B, 100 is the ratio of the two entries on the diagonal. After "
            "the change of units both of them are 1; what becomes of the 8?",
        ),
        Mistake(
            "B without the root",
            (A, 1.08 / 0.92, 1.16 / 0.84),
            "Each entry is divided by the root of the product of the two diagonal entries, not by "
            "the product itself.",
        ),
        Mistake(
            "upside down",
            (1.0, 1 / 9, 1 / 9),
            "A condition number is never below 1: which of the two curvatures, 1 + r and 1 − r, "
            "goes on top?",
        ),
        Mistake(
            "the steepest curvature",
            (1.0, 1.8, 1.8),
            "This is 1 + r, the steepest curvature after the change. κ is the ratio of both.",
        ),
        Mistake(
            "the steepest curvature of B",
            (A, 1.8, C),
            "A and C are right. For B, 1.8 is 1 + r, the steepest curvature after the change. κ is "
            "the ratio of both curvatures.",
        ),
        Mistake(
            "the steepest curvature of C",
            (A, B, 1.8),
            "A and B are right. For C, 1.8 is 1 + r, the steepest curvature after the change. κ is "
            "the ratio of both curvatures.",
        ),
        Mistake(
            "one over the gentlest",
            (1.0, 5.0, 5.0),
            "This is 1/(1 − r). What is the steepest curvature?",
        ),
        Mistake(
            "r alone",
            (0.0, 0.8, 0.8),
            "These are the three r. One step is left: κ.",
        ),
        Mistake(
            "r of A",
            (0.0, B, C),
            "B and C are right. For A, 0 is r. What is (1 + r)/(1 − r)?",
        ),
        Mistake(
            "r of B",
            (A, 0.8, C),
            "A and C are right. For B, 0.8 is r. What is (1 + r)/(1 − r)?",
        ),
        Mistake(
            "r of C",
            (A, B, 0.8),
            "A and B are right. For C, 0.8 is r. What is (1 + r)/(1 − r)?",
        ),
        Mistake(
            "C by the ratio of its entries",
            (A, B, 1.25),
            "A and B are right. For C you divided 5 by 4, which is 1/r. What is (1 + r)/(1 − r)?",
        ),
        Mistake(
            "the squares",
            (A, 81.0, 81.0),
            "This is the square of what is asked for: κ is the ratio itself.",
        ),
        Mistake(
            "the square of C",
            (A, B, 81.0),
            "A and B are right. In C the entry beside the diagonal is 4, and the root of 5 · 5 is "
            "5. What is r, and what is κ?",
        ),
        Mistake(
            "r squared",
            (1.0, 1.64 / 0.36, 1.64 / 0.36),
            "Close: r itself goes into the formula, not its square.",
        ),
        Mistake(
            "the root of κ",
            (1.0, 3.0, 3.0),
            "This is the root of κ: is a root taken once too often?",
        ),
    ),
    rtol=1e-2,
)
