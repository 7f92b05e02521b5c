"""Exercise 6.6 of notebook 06: the best constant of a loss."""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.neural_networks import solutions


def _squares(name: str, constant: float, hint: str) -> Mistake:
    return Mistake(f"squares: {name}", (constant, 3.0), f"The second is right. {hint}")


def _sizes(name: str, constant: float, hint: str) -> Mistake:
    return Mistake(f"sizes: {name}", (10.0, constant), f"The first is right. {hint}")


BEST_CONSTANTS = Exercise(
    number="6.6",
    name="best_constants",
    title="The best constant",
    level="read",
    hints=(
        "Section 6.11 says how hard a miss pulls: by squares with twice its distance, by sizes "
        "with 1, however far away. At the best constant, the pulls from above and from below "
        "are equal.",
        "Sort the days: 1, 1, 3, 4, 41. By squares, the differences between each day and the "
        "constant have to add up to zero. By sizes, only the number of days on either side counts.",
        "By squares, solve (1 − c) + (1 − c) + (3 − c) + (4 − c) + (41 − c) = 0 for the constant "
        "c. By sizes, move c along the sorted days until as many lie above it as below.",
    ),
    learned="squares lead to the mean, sizes to the median, however far away an outlier lies",
    cases=(Case("3, 41, 1, 4 and 1 °C: the best constant by squares, then by sizes"),),
    reference=solutions.best_constants,
    correct=(
        [10, 3],
        (torch.tensor(10.0), torch.tensor(3)),
        torch.tensor([10.0, 3.0]),
        (Fraction(50, 5), Fraction(3)),
        (9.9999, 3.01),
    ),
    mistakes=(
        Mistake(
            "sizes first",
            (3.0, 10.0),
            "The two numbers stand in the place of each other.",
        ),
        _sizes(
            "the mean for both",
            10.0,
            "With sizes every day pulls with the slope 1 or −1, however far away it is. How many "
            "pull up at 10, and how many down?",
        ),
        _squares(
            "the middle one for both",
            3.0,
            "With squares a day pulls with twice its distance: at 3, does the pull of 41 find a "
            "match?",
        ),
        Mistake(
            "the smallest losses",
            (241.6, 8.6),
            "These are the smallest losses themselves. Asked for are the constants at which they "
            "are reached.",
        ),
        Mistake(
            "the smallest losses, as sums",
            (1208.0, 43.0),
            "These are sums of squares and of sizes. Asked for are the constants at which they are "
            "smallest.",
        ),
        _squares(
            "without the hottest day",
            2.25,
            "Squares leave no day out, and the one far away pulls hardest. Has it had its say?",
        ),
        _squares(
            "without both ends",
            8 / 3,
            "Squares leave no day out, neither the coldest nor the hottest: do they pull?",
        ),
        _squares(
            "the sum",
            50.0,
            "This is hotter than the hottest day: has the sum been divided?",
        ),
        _squares(
            "divided by four",
            12.5,
            "At 12.5 the slopes do not add up to zero. How many days are there?",
        ),
        _squares(
            "equal days once",
            12.25,
            "Two days had the same temperature: does each of them pull?",
        ),
        _squares(
            "half way between the ends",
            21.0,
            "This lies half way between the coldest and the hottest day. How many days pull down "
            "there, and how strongly?",
        ),
        _squares(
            "the root of the mean square",
            341.6**0.5,
            "This is the root of the mean of the squared temperatures. What is squared in the "
            "loss is the distance from the constant.",
        ),
        _squares("zero", 0.0, "At 0 all five days pull upwards."),
        _squares("the most frequent", 1.0, "At 1 three days pull upwards, and none downwards."),
        _squares("the hottest", 41.0, "At 41 four days pull downwards, and none upwards."),
        _sizes(
            "in the order of the text",
            1.0,
            "This is the coldest, and it stands in the middle only as the list is written. How "
            "many days lie above it?",
        ),
        _sizes(
            "without the hottest day",
            2.25,
            "With sizes, too, every day counts, however far away it is. How many lie above 2.25, "
            "and how many below?",
        ),
        _sizes(
            "without both ends",
            8 / 3,
            "Nothing is averaged here. How many days lie above this number, and how many below?",
        ),
        _sizes(
            "equal days once",
            3.5,
            "Two days had the same temperature, and both count. How many lie above 3.5, and how "
            "many below?",
        ),
        _sizes(
            "above the middle",
            4.0,
            "How many days lie above 4, and how many below?",
        ),
        _sizes(
            "below the middle",
            2.0,
            "How many days lie above 2, and how many below?",
        ),
        _sizes(
            "half way between the ends",
            21.0,
            "This lies half way between the coldest and the hottest day, and there four days pull "
            "down and one up.",
        ),
        _sizes("zero", 0.0, "At 0 every day pulls upwards."),
        _sizes("the hottest", 41.0, "At 41 nearly every day pulls downwards."),
    ),
    rtol=5e-3,
)
