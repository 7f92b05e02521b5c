"""What goes wrong in exercise 13.3 of notebook 13, and what to ask then."""

from __future__ import annotations

import math

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.floating_point.solutions import careful_sum


def _plain(x: Tensor) -> float:
    total = 0.0
    for number in x.tolist():
        total = total + number
    return total


def _lost_of_the_number(x: Tensor) -> float:
    total, lost = 0.0, 0.0
    for number in x.tolist():
        new_total = total + (number + lost)
        lost = number - (new_total - total)
        total = new_total
    return total


def _number_first(x: Tensor) -> float:
    total, lost = 0.0, 0.0
    for number in x.tolist():
        new_total = total + number + lost
        lost = number - (new_total - total)
        total = new_total
    return total


def _wrong_sign(x: Tensor) -> float:
    total, lost = 0.0, 0.0
    for number in x.tolist():
        term = number - lost
        new_total = total + term
        lost = term - (new_total - total)
        total = new_total
    return total


def _kept(x: Tensor) -> float:
    total, lost = 0.0, 0.0
    for number in x.tolist():
        term = number + lost
        new_total = total + term
        lost += term - (new_total - total)
        total = new_total
    return total


def _total_not_moved(x: Tensor) -> float:
    total, lost = 0.0, 0.0
    for number in x.tolist():
        term = number + lost
        new_total = total + term
        total = new_total
        lost = term - (new_total - total)
    return total


def _halves(x: Tensor) -> float:
    if len(x) == 1:
        return x[0].item()
    middle = len(x) // 2
    return _halves(x[:middle]) + _halves(x[middle:])


def _in_rows(x: Tensor) -> float:
    rows = x.split(max(1, math.isqrt(len(x))))
    return _plain(torch.tensor([_plain(row) for row in rows], dtype=x.dtype))


MISTAKES = (
    Mistake(
        "the number before what was carried",
        _number_first,
        "`total + number + lost` adds from the left: the number meets the total alone, and is "
        "rounded. Add it and what was carried first. Compare that with the change of the total.",
    ),
    Mistake(
        "a plain loop",
        _plain,
        "This is what a plain sum gives: on top of 1e16 every 1 is rounded away. What was lost has "
        "to go into the next number. Put back into the total at once, it is lost again.",
    ),
    Mistake(
        "an exact sum",
        lambda x: math.fsum(x.tolist()),
        "This is right here, like `math.fsum`, fractions, or a loop that keeps what was lost apart "
        "(Python's own `sum` from 3.12 on). Asked for is the loop that carries it into the next "
        "number. In it, what is left of the 1 after 1e100?",
    ),
    Mistake(
        "torch.sum",
        torch.sum,
        "`sum` adds in parts, which loses less and still too much here.",
    ),
    Mistake(
        "in halves",
        _halves,
        "Adding in parts loses less. But the ones that meet 1e16 are still gone.",
    ),
    Mistake(
        "in parts",
        _in_rows,
        "Sums of parts lose less. But the part that begins with 1e16 loses its small numbers, and "
        "each other part is rounded when it meets 1e16. What is lost there, and who carries it on?",
    ),
    Mistake(
        "smallest first",
        lambda x: _plain(x[x.abs().argsort()]),
        "The smallest first: that helps where sizes differ. What about ten thousand equal numbers?",
    ),
    Mistake(
        "the largest last",
        lambda x: _plain(x.sort().values),
        "In ascending order the small numbers come together first, unless there are negative ones. "
        "And sorting changes nothing for ten thousand equal numbers.",
    ),
    Mistake(
        "the largest last, in parts",
        lambda x: x.sort().values.sum(),
        "`sort` puts the small numbers first and `sum` adds in parts. With 1e16 and −1e16 some of "
        "the ones are still lost.",
    ),
    Mistake(
        "what the number lost, without what was carried",
        _lost_of_the_number,
        "What should have been added in this round: the number alone, or the number with what was "
        "carried along?",
    ),
    Mistake(
        "the sign",
        _wrong_sign,
        "What was lost is taken off the next number. Should it be missing twice?",
    ),
    Mistake(
        "carried along for ever",
        _kept,
        "What was carried along has been added in this round, and is carried along once more. "
        "Should the new loss replace it?",
    ),
    Mistake(
        "the total first",
        _total_not_moved,
        "By the time the loss is computed, `total` is the new total already. Which two totals are "
        "to be compared?",
    ),
    Mistake(
        "float32",
        lambda x: careful_sum(x.float()),
        "In `float32` the numbers themselves are rounded, 0.1 for one. Keep `float64`.",
    ),
    Mistake(
        "float32 in the end",
        lambda x: torch.tensor(careful_sum(x)),
        "The sum may be right, but `torch.tensor` makes a `float32` of a Python number: seven "
        "digits are left. Return the number itself.",
    ),
    Mistake(
        "the mean",
        lambda x: careful_sum(x) / len(x),
        "This is the mean. The sum is asked for.",
    ),
    Mistake(
        "the first number",
        lambda x: x[0].item(),
        "This is the first number: is the `return` inside the loop?",
    ),
    Mistake(
        "without the first",
        lambda x: careful_sum(x[1:]),
        "The first number is missing.",
    ),
    Mistake(
        "without the last",
        lambda x: careful_sum(x[:-1]),
        "The last number is missing.",
    ),
    Mistake(
        "sizes",
        lambda x: careful_sum(x.abs()),
        "The signs are lost: all numbers were added as positive ones.",
    ),
    Mistake(
        "all partial sums",
        lambda x: x.cumsum(0),
        "These are all partial sums. One number is asked for.",
    ),
)
