"""Exercises 1.1 and 1.3 of notebook 01, for paper: a mean squared error, the shape of a difference.

Any text, any tuple or any number given in place of another kind gets the same hint: see `_alike`
in `course_utils.checks`.
"""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Case, Exercise, Mistake

MEAN_SQUARED_ERROR = Exercise(
    number="1.1",
    title="A mean squared error by hand",
    level="read",
    learned="misses first, then squares, then their mean: 1, 0 and 4 give 5/3",
    cases=(
        Case("the mean squared error of the predictions (2, 4, 7) where (1, 4, 9) was measured"),
    ),
    reference=5 / 3,
    correct=(torch.tensor([1.0, 0.0, 4.0]).mean(), 1.667, 1.6667),
    mistakes=(
        Mistake("the sum", 5.0, "The squares are right and added up. The mean is still to come."),
        Mistake("the mean absolute error", 1.0, "This is the mean of |Δ|: here each Δ is squared."),
        Mistake(
            "the sum of sizes",
            3.0,
            "These are the sizes |Δ|, added up: each Δ is to be squared first, and the mean of "
            "the squares is wanted.",
        ),
        Mistake(
            "the root",
            math.sqrt(5 / 3),
            "You took a root at the end. It gives a typical miss, in the unit of the targets; "
            "here the mean of the squares itself is asked for.",
        ),
        Mistake(
            "not squared",
            -1 / 3,
            "A mean of squares cannot be negative: misses in opposite directions have cancelled.",
        ),
        Mistake(
            "squared after adding",
            1 / 3,
            "Misses in opposite directions have cancelled. Square each of them first, then add.",
        ),
        Mistake(
            "divided by two",
            2.5,
            "The miss of 0 counts as well: how many predictions are there?",
        ),
        Mistake(
            "a calculation in quotes",
            "5/3",
            "In quotes it is a text to Python. Write the number, or the calculation, without "
            "quotes.",
        ),
        Mistake(
            "a decimal comma",
            (1, 667),
            "Python writes decimals with a decimal point; a comma makes a tuple of two numbers.",
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
    ),
    rtol=1e-3,  # four digits are enough for an answer worked out on paper
)

BROADCAST_SHAPE = Exercise(
    number="1.3",
    title="A difference that grows",
    level="read",
    learned="(11, 1) meets (11,): every prediction meets every target, without an error",
    cases=(Case("the shape of y_hat − y, for y_hat of shape (11, 1) and y of shape (11,)"),),
    reference=(11, 11),
    correct=(torch.Size([11, 11]), [11, 11], (torch.zeros(11, 1) - torch.zeros(11)).shape),
    mistakes=(
        Mistake(
            "the shape of y_hat",
            (11, 1),
            "That would need y to be a column as well. Write the shapes one above the other, "
            "flush right, and see what y's 11 stands under.",
        ),
        Mistake(
            "the shape of y",
            (11,),
            "The result has as many axes as the longer of the two shapes. Write the shapes one "
            "above the other, flush right.",
        ),
        Mistake(
            "the shape of y, filled up",
            (1, 11),
            "This is the shape of y alone, filled up with a 1 on the left. Now let it meet that "
            "of y_hat, one axis after the other.",
        ),
        Mistake(
            "puts the two side by side",
            (11, 2),
            "Broadcasting does not put columns side by side: it repeats along an axis of size 1 "
            "until the sizes agree. Which axes have size 1, or are missing?",
        ),
        Mistake(
            "all differences in a row",
            (121,),
            "There are as many differences as that, but they do not stand in a row: the result "
            "has as many axes as the longer of the two shapes.",
        ),
        Mistake(
            "a number of entries",
            121,
            "One number can say how many entries there are. A shape says how many there are "
            "along each axis: write a tuple, with one size per axis.",
        ),
        Mistake(
            "expects an error",
            "it fails",
            "Write a tuple of sizes, without quotes. (If you expected an error: there is none, "
            "because a size of 1 fits any other, and that makes this difference dangerous.)",
        ),
    ),
)
