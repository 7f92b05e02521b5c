"""The known mistakes of exercise 2.2, in the number of epochs and in the condition number."""

from __future__ import annotations

from course_utils.exercises import Mistake

EPOCH_MISTAKES = (
    Mistake(
        "rounded down",
        (11, 12),
        "κ is right. After 12 epochs the excess is still a little above a hundredth: training "
        "stops only after a whole epoch.",
    ),
    Mistake(
        "one too many",
        (11, 14),
        "κ is right. One epoch too many: what is left after one epoch less?",
    ),
    Mistake(
        "not rounded",
        (11, 12.63),
        "κ is right. Epochs come whole: after how many of them is the excess below a hundredth "
        "for the first time?",
    ),
    *(
        Mistake(
            f"the distance for the excess, {epochs}",
            (11, epochs),
            f"κ is right. After {epochs} epochs the distance is about a hundredth. The excess of "
            "the loss goes with the square of the distance, so it shrinks by ρ² in each epoch.",
        )
        for epochs in (25, 25.26, 26)
    ),
    *(
        Mistake(
            f"the quarter forgotten, {epochs}",
            (11, epochs),
            f"κ is right. {epochs} is about κ times ln 100. What divides κ in the approximation of "
            "section 2.6?",
        )
        for epochs in (50, 50.66)  # 51 is near enough
    ),
    *(
        Mistake(
            f"the logarithm with base 10, {epochs}",
            (11, epochs),
            f"κ is right. {epochs} comes of another logarithm. The formula has the natural one: "
            "ln 100 is about 4.6, and not 2.",
        )
        for epochs in (5, 5.5, 6)
    ),
    *(
        Mistake(
            f"down to a tenth, {epochs}",
            (11, epochs),
            f"κ is right. After {epochs} epochs the excess is about a tenth. A hundredth is asked "
            "for.",
        )
        for epochs in (7, 6.3)
    ),
    Mistake(
        "the epochs of the tenths",
        (11, 617),
        "κ is right. 617 epochs belong to the thermometer in tenths. Put your own κ into the "
        "formula, and 100 for the ratio of the two excesses.",
    ),
    Mistake(
        "the factor",
        (11, 10 / 12),
        "κ is right. The second number is ρ, by which each epoch multiplies the distances. How "
        "many epochs does it take?",
    ),
    Mistake(
        "the factor of the excess",
        (11, (10 / 12) ** 2),
        "κ is right. The second number is ρ², by which each epoch multiplies the excess. How many "
        "epochs does it take?",
    ),
    Mistake(
        "the epochs of the root of κ",
        (11, 4),
        "κ is right. 4 epochs belong to the root of 11. Put κ itself into ρ.",
    ),
    Mistake(
        "the balanced rate",
        (11, 2 / 12),
        "κ is right. The second number is the balanced rate. How many epochs does it take at it?",
    ),
    Mistake(
        "the limit",
        (11, 2 / 11),
        "κ is right. The second number is the limit of the learning rate. How many epochs does it "
        "take at the balanced one?",
    ),
    Mistake("only κ", (11, ...), "κ is right. How many epochs does it take?"),
)

_DIAGONAL = (
    "This κ compares the two entries on the diagonal of H, 10 and 2. They are not its curvatures, "
    "because w and b disturb each other. Multiply H with (3, 1): by what has it become longer?"
)
_LENGTH = (
    "H times (3, 1) is (33, 11). That is a multiple of (3, 1): which? This multiple is the "
    "curvature, and not an entry of the result."
)
_CENTRED = (
    "This is the κ of the readings minus their mean. Here they stay as they are: which entry of H "
    "holds their mean?"
)

_ENTRY = (
    "5.5 divides 11, the steep curvature, by an entry of H. The other curvature belongs to "
    "(1, −3): what is H times (1, −3)?"
)
_SQUARED = (
    "121 is the square of 11. The curvatures are the eigenvalues of H themselves, and κ is their "
    "plain ratio."
)

KAPPA_MISTAKES = (
    Mistake("the diagonal", (5, 6), f"{_DIAGONAL} With the right κ the number of epochs changes."),
    Mistake("the diagonal, and the right epochs", (5, 13), _DIAGONAL),
    Mistake("a product", (33, 38), f"{_LENGTH} With the right κ the number of epochs changes."),
    Mistake("a product, and the right epochs", (33, 13), _LENGTH),
    Mistake("centred", (2.75, 3), f"{_CENTRED} With the right κ the number of epochs changes."),
    Mistake("centred, and the right epochs", (2.75, 13), _CENTRED),
    Mistake(
        "κ upside down",
        (1 / 11, 13),
        "κ is upside down: the steep curvature is divided by the gentle one, so κ is at least 1.",
    ),
    Mistake(
        "the root of κ",
        (11**0.5, 13),
        "Your κ is the root of the ratio: that is how many times as long as wide a ring is. κ is "
        "the ratio of the curvatures themselves.",
    ),
    Mistake(
        "the root of κ, and its epochs",
        (11**0.5, 4),
        "Your κ is a root: that is how many times as long as wide a ring is. κ is the ratio of the "
        "curvatures themselves, and with it the number of epochs changes.",
    ),
    Mistake(
        "one entry of the diagonal", (5.5, 7), f"{_ENTRY} And with κ the number of epochs changes."
    ),
    Mistake("one entry of the diagonal, and the right epochs", (5.5, 13), _ENTRY),
    Mistake("κ squared", (121, 140), f"{_SQUARED} And with κ the number of epochs changes."),
    Mistake("κ squared, and the right epochs", (121, 13), _SQUARED),
    Mistake(
        "the steep curvature twice as large",
        (22, 13),
        "22 is twice the steep curvature. κ is a ratio, so the factor 2 in front of the table "
        "cancels.",
    ),
    Mistake(
        "the difference of the curvatures",
        (10, 13),
        "10 is the difference of the two curvatures, or an entry of H. κ is the ratio of the "
        "curvatures.",
    ),
    Mistake(
        "the sum of the curvatures",
        (12, 13),
        "12 is the sum of the two curvatures. κ is their ratio.",
    ),
)
