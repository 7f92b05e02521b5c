"""Exercises 3.1 and 3.2 of notebook 03: a gradient by hand, and the paths through a graph."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake

GRADIENT_BY_HAND = Exercise(
    number="3.1",
    title="A gradient on paper",
    level="read",
    learned="a reaches y by two ways, as a factor (5) and through the sum (2): they add up to 7",
    cases=(Case("the gradient of a for y = (a + b) · a at a = 2, b = 3"),),
    reference=7.0,
    correct=(7, torch.tensor(7.0)),
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
    ),
)

CALLS_ON_A_LEAF = Exercise(
    number="3.2",
    title="How many ways lead back",
    level="read",
    learned="one call for every path, and 20 levels with two arrows each have 2**20 of them",
    cases=(Case("how often pass_on is called on x, below 20 levels of doubling"),),
    reference=float(2**20),
    correct=(2**20, 1_048_576, torch.tensor(2**20)),
    mistakes=(
        Mistake(
            "all nodes together",
            2**21 - 1,
            "This counts the calls on all 21 nodes, as the table does. How many of them fall on x?",
        ),
        Mistake(
            "two for each level",
            40,
            "Two for each level would be right if a node passed on only once. But each call on a "
            "node makes two calls on the next.",
        ),
        Mistake(
            "once for each level",
            20,
            "Work out 1, 2 and 3 levels by hand: 2, 4 and … calls on x. Does it grow by one?",
        ),
        Mistake(
            "once",
            1,
            "Once is how it should be, and how it will be in the next section. Here the recursion "
            "walks each path on its own.",
        ),
        Mistake("one level too few", 2**19, "One level of doubling makes two calls on x, not one."),
        Mistake(
            "one level too many",
            2**21,
            "That is one level more. With a single level, y = x + x, x is called twice.",
        ),
        Mistake(
            "all nodes but x",
            2**20 - 1,
            "So many calls fall on the other nodes together; on x it is one more.",
        ),
    ),
    rtol=0.0,
    atol=0.1,  # a count: floats are welcome, near misses are not
)
