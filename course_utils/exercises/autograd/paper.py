"""Exercise 3.1 of notebook 03: a gradient by hand."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.autograd import solutions

GRADIENT_BY_HAND = Exercise(
    number="3.1",
    name="gradient_of_a",
    title="A gradient on paper",
    level="read",
    hints=(
        "Section 3.3 walks back from the result. Its own gradient is 1, and each node hands its "
        "parents their shares: its gradient times the local slope. Which two nodes are the parents "
        "of y?",
        "Call the sum c: c = a + b is 5, and y = c · a. In a product, the slope for one factor is "
        "the other factor. In a sum both slopes are 1. So there are four arrows with four slopes.",
        "Two arrows leave a. One leads straight to y, and over it comes back 1 · 5. The other "
        "leads to c: what has c got from y, and what of it comes on to a? Then put together what "
        "has arrived.",
    ),
    learned="a reaches y by two ways, as a factor (5) and through the sum (2): they add up to 7",
    cases=(Case("the gradient of a for y = (a + b) · a at a = 2, b = 3"),),
    reference=solutions.gradient_of_a,
    correct=(7.0, torch.tensor(7.0), torch.tensor([7])),
    mistakes=(
        Mistake(
            "as a factor only",
            5.0,
            "This is the share of a as a factor. Does a second arrow lead from a towards y?",
        ),
        Mistake(
            "through the sum only",
            2.0,
            "This is the share that comes back through the sum (and the gradient of b). A second "
            "arrow leads from a straight into the product.",
        ),
        Mistake(
            "the value",
            10.0,
            "This is the value of y, and also 2 · 5. Shares that arrive over different arrows are "
            "added; only along one way are slopes multiplied.",
        ),
        Mistake(
            "forgets b",
            4.0,
            "This is the slope of a². The factor next to a is the whole sum, 2 + 3.",
        ),
        Mistake(
            "the value of b, or the difference of the shares",
            3.0,
            "3 is the value of b, and also one share less the other. Over which arrows does "
            "something come back to a, and what is done with it?",
        ),
        Mistake(
            "the last arrow alone for a way",
            6.0,
            "6 is 2 · 3, and also 5 + 1. Two arrows lead from a through the sum to y: are both "
            "slopes in your product?",
        ),
        Mistake(
            "the mean of the shares",
            3.5,
            "This is the mean of the two shares. What becomes of shares that arrive at one node?",
        ),
        Mistake(
            "the slope of one arrow",
            1.0,
            "This is what y starts with, or the slope of the arrow from a to the sum alone. Go on "
            "walking until all has arrived at a.",
        ),
        Mistake(
            "counts the start as a share",
            8.0,
            "8 is 5 + 2 + 1. The 1 at y is where the walk starts, and no share of a. And along one "
            "way slopes are multiplied, not added.",
        ),
        Mistake(
            "the sum counted twice",
            9.0,
            "This is 5 + 2 + 2: is the way through the sum counted twice? b takes nothing from a.",
        ),
        Mistake(
            "the factor counted twice",
            12.0,
            "This is 5 + 5 + 2: is a as a factor counted twice? It stands in the product once.",
        ),
        Mistake(
            "gradients of a and b together",
            (7.0, 2.0),
            "One number is asked for: all that arrives at a, together.",
        ),
        Mistake(
            "the formula",
            "2a + b",
            "A number is asked for: put in a = 2 and b = 3, and leave the quotes away.",
        ),
    ),
)
