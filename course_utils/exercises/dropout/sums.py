"""Exercise 9.4 of notebook 09: the spread of a dropped sum."""

from __future__ import annotations

import math
from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.dropout import solutions

SPREAD_OF_A_SUM = Exercise(
    number="9.4",
    name="spread_of_sum",
    title="The spread of a dropped sum",
    level="read",
    hints=(
        "The text of the exercise has the formula for the variance of one dropped unit, and says "
        "what adds up if the coins are independent. Read those lines again.",
        "Work out p / (1 − p) for p = 0.2 first. Then take the variance of each unit by itself, "
        "one with h = 3 and one with h = 4, and add the two.",
        "p / (1 − p) is 0.2 / 0.8. The two variances are 2.25 and 4, and their sum is the variance "
        "of h′₁ + h′₂. One step is left, from there to a standard deviation.",
    ),
    learned="the variances p / (1 − p) · h² add up; the standard deviation is their root",
    cases=(Case("h = (3, 4), p = 0.2: the standard deviation of h′₁ + h′₂?"),),
    reference=solutions.spread_of_sum,
    correct=(Fraction(5, 2), torch.tensor(2.5), math.hypot(1.5, 2.0)),
    mistakes=(
        Mistake(
            "the variance",
            6.25,
            "This is the variance of the sum. Which unit would it have, and what is asked for?",
        ),
        Mistake(
            "adds standard deviations",
            3.5,
            "Here the two standard deviations were added, as if one coin decided for both units. "
            "What adds up when the coins are independent?",
        ),
        Mistake(
            "without the scaling",
            2.0,
            "This is the spread of the second unit alone, or that of both without the division by "
            "1 − p. What adds up, and how large are the survivors of (3, 4)?",
        ),
        Mistake(
            "the expectation",
            7.0,
            "This is where the sum lies on average. How far does it stray from there?",
        ),
        Mistake(
            "p the other way round",
            10.0,
            "The fraction stands on its head: what must the spread become as p goes to 0?",
        ),
        Mistake(
            "the fraction outside the root",
            1.25,
            "The fraction p / (1 − p) belongs to the variance. What becomes of it when the root "
            "is taken?",
        ),
        Mistake(
            "forgets the denominator",
            math.sqrt(0.2 * 25),
            "Something is missing below the fraction bar: as p goes to 1 the spread must grow "
            "without bound.",
        ),
        Mistake(
            "forgets the squares",
            math.sqrt(0.25 * 7),
            "The variance of a unit grows with the square of its value: twice the value, twice "
            "the spread, four times the variance.",
        ),
        Mistake(
            "forgets to square the root of the sum",
            math.sqrt(0.25 * 5),
            "Under the root stands 5, itself the root of 3² + 4². Which sum belongs there, beside "
            "p / (1 − p)?",
        ),
        Mistake(
            "forgets the numerator",
            math.sqrt(25 / 0.8),
            "Something is missing above the fraction bar. Try p = 0 in your formula: no unit is "
            "dropped, and what spread comes out?",
        ),
        Mistake(
            "1 − p in place of the fraction",
            math.sqrt(0.8 * 25),
            "1 − p stands above the fraction bar. Try p = 0 in your formula: no unit is dropped, "
            "and what spread comes out?",
        ),
        Mistake(
            "no p at all",
            5.0,
            "This is the root of the sum of squares. Where does p come in?",
        ),
        Mistake(
            "adds the values, then squares",
            12.25,
            "Here 3 and 4 were added first, and then squared. Each unit has a coin and a variance "
            "of its own, and a root is still to come.",
        ),
        Mistake(
            "the fraction of the sum",
            1.75,
            "The fraction p / (1 − p) belongs to the squares of the values. What adds up here, and "
            "of what is a root taken?",
        ),
        Mistake(
            "the root of the fraction, and no other",
            12.5,
            "The root reaches over the fraction alone. Over what else should it go?",
        ),
        Mistake(
            "p outside the root",
            1.0,
            "This is p times the root of the sum of squares. Which fraction of p belongs to the "
            "variance, and does it stand inside the root or outside?",
        ),
        Mistake(
            "the fraction alone",
            0.25,
            "This is p / (1 − p). Where do the values 3 and 4 come in?",
        ),
        Mistake(
            "the root of the fraction alone",
            0.5,
            "This is the root of p / (1 − p). Where do the values 3 and 4 come in?",
        ),
        Mistake(
            "the variance without the scaling",
            4.0,
            "This is a variance: that of the second unit alone, or that of both without the "
            "division by 1 − p. What adds up, and what is asked for?",
        ),
        Mistake(
            "adds standard deviations without the scaling",
            0.4 * 7,
            "Here the standard deviations were added, and the division by 1 − p is missing. What "
            "adds up when coins are independent?",
        ),
        Mistake(
            "the first unit alone",
            1.5,
            "This is the spread of the first unit alone. What adds up when coins are independent?",
        ),
        Mistake(
            "the mean spread",
            math.sqrt(0.25 * 25 / 2),
            "This is the typical spread of one of the two units. Asked for is that of their sum.",
        ),
        Mistake(
            "relative to the expectation",
            2.5 / 7,
            "This is the spread relative to the expectation. Asked for is the spread itself.",
        ),
        Mistake(
            "a sum that shrinks",
            0.8 * 7,
            "This is what the sum would be on average without the division by 1 − p. How far does "
            "it stray from there?",
        ),
    ),
    rtol=1e-3,
)
