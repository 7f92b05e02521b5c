"""The known mistakes of exercise 0.1: too many, too few, or another number than the average."""

from __future__ import annotations

from torch import Tensor

from course_utils.exercises import Mistake


def _product_root(values: Tensor) -> Tensor:
    return values.prod() ** (1 / len(values))


MISTAKES = (
    Mistake(
        "forgot to divide",
        lambda values: values.sum(),
        "This is the sum. An average lies between the smallest and the largest value.",
    ),
    Mistake(
        "divides by three, whatever the length",
        lambda values: values.sum() / 3,
        "Three is right for three values. What should stand there for four values?",
    ),
    Mistake(
        "takes three values, whatever the length",
        lambda values: (values[0] + values[1] + values[2]) / 3,
        "This takes three values, and there may be any number of them. Which function or loop "
        "goes through them all?",
    ),
    Mistake(
        "divides by two",
        lambda values: values.sum() / 2,
        "This is the sum, divided by 2: right for two values, and what should stand there for "
        "three?",
    ),
    Mistake(
        "divides by one less than the length",
        lambda values: values.sum() / (len(values) - 1),
        "The divisor is one too small. What does it become for a single value?",
    ),
    Mistake(
        "divides by one more than the length",
        lambda values: values.sum() / (len(values) + 1),
        "The divisor is one too large: count the values of the first case.",
    ),
    Mistake(
        "multiplies",
        lambda values: values.sum() * len(values),
        "Multiplied where it should be divided: an average lies between the smallest and the "
        "largest value.",
    ),
    Mistake(
        "rounds down",
        lambda values: values.sum() // len(values),
        "The result is rounded down to a whole number. An average may lie between two "
        "whole numbers: that of 1 and 2 is 1.5.",
    ),
    Mistake(
        "makes the values whole numbers",
        lambda values: values.long().sum() / len(values),
        "Each value has lost what follows its decimal point, before the sum. Add them up as they "
        "are.",
    ),
    Mistake(
        "does not count zeros",
        lambda values: values.sum() / values.count_nonzero(),
        "A zero is a value like any other: it adds nothing to the sum, but it counts.",
    ),
    Mistake(
        "counts equal values once",
        lambda values: values.unique().mean(),
        "Two equal values are two values: each of them counts. Here they have become one.",
    ),
    Mistake(
        "returns the median",
        lambda values: values.median(),
        "This is the value in the middle of the sorted list, the median. It does not "
        "notice how far out the largest value lies; an average does.",
    ),
    Mistake(
        "returns the one in the middle",
        lambda values: values[len(values) // 2],
        "This is the value that stands in the middle of the row, alone. All of them should have "
        "a say.",
    ),
    Mistake(
        "the middle between the extremes",
        lambda values: (values.min() + values.max()) / 2,
        "This is halfway between the smallest and the largest value. Those in between should have "
        "a say as well.",
    ),
    Mistake(
        "the middle between both ends",
        lambda values: (values[0] + values[-1]) / 2,
        "This asks the first and the last value only. Those in between should have a say as well.",
    ),
    Mistake(
        "the largest",
        lambda values: values.max(),
        "This is the largest value. An average lies between the smallest and the largest.",
    ),
    Mistake(
        "the smallest",
        lambda values: values.min(),
        "This is the smallest value. An average lies between the smallest and the largest.",
    ),
    Mistake(
        "how many there are",
        lambda values: len(values),
        "This is how many there are. Their values do not matter to it.",
    ),
    Mistake(
        "the last one alone, divided",
        lambda values: values[-1] / len(values),
        "Only the last value is left at the end. In a loop, is each value added to the total, or "
        "does it replace the total?",
    ),
    Mistake(
        "the last one alone",
        lambda values: values[-1],
        "This is the last value. Does each value of a loop replace the one before?",
    ),
    Mistake(
        "the first one alone, divided",
        lambda values: values[0] / len(values),
        "Only the first value is added. Is there a `return` inside the loop?",
    ),
    Mistake(
        "the first one alone",
        lambda values: values[0],
        "This is the first value alone. All of them should have a say.",
    ),
    Mistake(
        "the last is not added",
        lambda values: values[:-1].sum() / len(values),
        "The last value is not in the sum. Where does your loop or your slice end?",
    ),
    Mistake(
        "the first is not added",
        lambda values: values[1:].sum() / len(values),
        "The first value is not in the sum. Python counts places from 0.",
    ),
    Mistake(
        "leaves out the last",
        lambda values: values[:-1].mean(),
        "This is the average of all values but the last. Where does your loop or your slice end?",
    ),
    Mistake(
        "leaves out the first",
        lambda values: values[1:].mean(),
        "This is the average of all values but the first. Python counts places from 0.",
    ),
    Mistake(
        "leaves out zeros and negative ones",
        lambda values: values[values > 0].mean(),
        "Only positive values are averaged. Zeros and negative values are values as well.",
    ),
    Mistake(
        "the mean of the sizes",
        lambda values: values.abs().mean(),
        "The values have lost their signs: a negative value pulls an average down.",
    ),
    Mistake(
        "the mean of the squares",
        lambda values: (values**2).mean(),
        "The values were squared before the average; nobody asked for squares.",
    ),
    Mistake(
        "the root of the mean of the squares",
        lambda values: (values**2).mean().sqrt(),
        "Squared, averaged, and the root taken: large values count for more that way. In an "
        "average each value counts as it is.",
    ),
    Mistake(
        "the geometric mean",
        _product_root,
        "This multiplies the values. An average adds them up.",
    ),
    Mistake(
        "each value divided",
        lambda values: values / len(values),
        "Each value has been divided, and they still stand side by side: one number is to be "
        "made of them.",
    ),
)
