"""The known mistakes of exercise 1.2: numbers that come of usual slips."""

from __future__ import annotations

from course_utils.exercises import Mistake

_COUNTS = (
    (
        (50, 50),
        "50 squares it would be if both had the same shape. Write `(50, 1)` and `(50,)` one above "
        "the other, flush right. (If you mean the shape: how many numbers does it hold?)",
    ),
    (
        (2500, 2500),
        "The first number is right: each prediction meets each target. How many of the 50 targets "
        "that one prediction meets are its own?",
    ),
    (
        (2500, 1),
        "The first number is right. One square in each row of the table is of one and the same "
        "example: how many rows are there?",
    ),
    (
        (2500, 0),
        "The first number is right. Each prediction meets all targets, so its own target is among "
        "them.",
    ),
    (
        (2500, 2450),
        "The first number is right. The second counts the squares of a prediction and the target "
        "of another example; the others are asked for.",
    ),
    (
        (2500, 49),
        "The first number is right. Does one of the examples not meet its own target?",
    ),
    (
        (2500, 100),
        "The first number is right. Each example meets itself once in the table, not twice.",
    ),
    (
        (2500, 25),
        "The first number is right. Each example meets itself in the table, not every other one.",
    ),
    (
        (2450, 50),
        "Each prediction meets all targets, its own as well: 2450 leaves those out.",
    ),
    (
        (2450, 0),
        "These are the squares of a prediction and the target of another example. The table holds "
        "the others as well.",
    ),
    ((50, 2500), "Both numbers are right, but they have changed places."),
    (
        (1275, 50),
        "This counts each pair of examples once. But prediction 1 with target 2 and prediction 2 "
        "with target 1 are two different squares.",
    ),
    (
        (50, 1),
        "These are the sizes of y_hat. Let it meet y, and count the numbers in what comes out.",
    ),
    (
        (50, 0),
        "There are more squares than that. A size of 1 is repeated until it fits the other: write "
        "the two shapes one above the other, flush right.",
    ),
    (
        (1, 50),
        "This is the shape of y, filled up with a 1 on the left. Let y_hat meet it, and count the "
        "numbers in what comes out.",
    ),
    (
        (1, 1),
        "The mean is one number, but of how many squares? Count the numbers in y_hat - y.",
    ),
    (
        (121, 11),
        "These would be the numbers for eleven days. Here are 50 examples.",
    ),
    (
        (0, 0),
        "There is a difference, and so there are squares: a size of 1 fits any other.",
    ),
)
_ADDED = ((100, 50), (51, 50), (51, 1), (100, 100), (100, 1), (51, 51))

BROADCAST_COUNT_MISTAKES = (
    *(Mistake(f"the numbers {counts}", counts, hint) for counts, hint in _COUNTS),
    *(
        Mistake(
            f"sizes added up, {counts}",
            counts,
            f"Where does the {counts[0]} of {counts} come from? Broadcasting never adds sizes up: "
            "it repeats along an axis of size 1.",
        )
        for counts in _ADDED
    ),
    Mistake(
        "one number",
        2500,
        "Two numbers are asked for, in a tuple: all squares, and those of one and the same "
        "example.",
    ),
    Mistake(
        "expects an error",
        "it fails",
        "Write a tuple of two numbers, without quotes. (If you expected an error: there is none, "
        "because a size of 1 fits any other, and that makes this difference dangerous.)",
    ),
    Mistake(
        "expects nothing",
        None,
        "There is a mean, and it is made of squares. (If you expected an error: a size of 1 fits "
        "any other, and so does an axis that is missing on the left.)",
    ),
)
