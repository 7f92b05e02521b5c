"""The known mistakes of exercise 1.1: numbers that come of usual slips."""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Mistake

_BY_HAND = (
    (5.0, "The squares are right and added up. The mean is still to come."),
    (
        1.0,
        "This is the mean of |Δ|: here each Δ is squared. If you did square, `//` has dropped what "
        "follows the point.",
    ),
    (
        3.0,
        "These are the sizes |Δ|, added up: each Δ is to be squared first, and the mean of "
        "the squares is wanted.",
    ),
    (
        math.sqrt(5 / 3),
        "You took a root at the end. It gives a typical miss, in the unit of the targets; "
        "here the mean of the squares itself is asked for.",
    ),
    (math.sqrt(5), "You took a root of the sum. No root is asked for, and the mean is missing."),
    (math.sqrt(5) / 3, "You took a root before dividing. No root is asked for."),
    (-1 / 3, "A mean of squares cannot be negative: misses in opposite directions have cancelled."),
    (
        1 / 3,
        "Misses in opposite directions have cancelled. Square each of them first, then add.",
    ),
    (
        1 / 9,
        "Squared after the mean: by then, misses in opposite directions had cancelled. Square "
        "each of them first.",
    ),
    (
        -1.0,
        "Squares are never negative, nor is their sum. Have misses cancelled, or has `-2**2` lost "
        "its parentheses? Python squares first, and then takes the minus.",
    ),
    (-5 / 3, "Squares are never negative, and so their mean is not. Where does the minus come in?"),
    (
        -29 / 3,
        "Squares of misses are never negative. Did you square predictions and measurements, and "
        "subtract then? The miss comes first.",
    ),
    (
        29 / 3,
        "Predictions and measurements were squared, and subtracted then. The miss comes first, "
        "then its square.",
    ),
    (2.5, "The miss of 0 counts as well: how many predictions are there?"),
    (
        1.5,
        "These are the sizes |Δ|, over two. Each Δ is squared, and the miss of 0 counts as well.",
    ),
    (5 / 6, "Exactly half: the loss of this page has no ½ in front."),
    (
        10 / 3,
        "Exactly twice: is there a factor 2 that belongs to a slope, or is one of the misses not "
        "what you think?",
    ),
    (
        2.0,
        "Is each Δ doubled here in place of squared? If it is squared, and the result rounded: at "
        "least four digits are asked for.",
    ),
    (6.0, "Is each Δ doubled in place of squared? And the mean is still to come."),
    (5 / 9, "Divided once too often: a mean divides by how many there are, once."),
    (25 / 9, "Squared once more, after the mean. Each Δ is squared, and nothing else."),
    (25.0, "The sum was squared as well. Each Δ is squared, and nothing else."),
    (9.0, "Squared after adding the sizes. Square each Δ first, then take the mean."),
    (0.0, "One of the three predictions is right, the others are not."),
    (4.0, "This is the largest of the squares. What is the mean of all three?"),
    (16.67, "The digits look good, and the point stands one place too far right."),
    (0.1667, "The digits look good, and the point stands one place too far left."),
)

MEAN_SQUARED_ERROR_MISTAKES = (
    *(Mistake(f"the number {number:.4g}", number, hint) for number, hint in _BY_HAND),
    Mistake(
        "a calculation in quotes",
        "5/3",
        "In quotes it is a text to Python. Write the number, or the calculation, without quotes.",
    ),
    Mistake(
        "a decimal comma",
        (1, 667),
        "One number is asked for. Python writes decimals with a decimal point; a comma makes a "
        "tuple of several numbers.",
    ),
    Mistake(
        "a list of squares",
        [1, 0, 4],
        "One number is asked for: what is the mean of the squares?",
    ),
    Mistake(
        "a tensor of squares",
        torch.tensor([1.0, 0.0, 4.0]),
        "One number is asked for, and this is a tensor with several. What is the mean of the "
        "squares?",
    ),
    *(
        Mistake(
            f"{number} has too few digits",
            number,
            f"You have the right idea. But {number} has {digits} digits, and the task asks for "
            "at least four. Python can do the division for you.",
        )
        for number, digits in ((1.67, "three"), (1.66, "three"), (1.7, "two"), (1.6, "two"))
    ),
)
