"""What goes wrong after the shift in exercise 13.5 of notebook 13, and what to ask then."""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.floating_point import logits_properties
from course_utils.exercises.floating_point.logits_slips import (
    largest,
    log_of_sum,
    naive,
    row_for_a_column,
    shifted,
    without_the_largest,
)
from course_utils.exercises.floating_point.solutions import log_sum_exp

MISTAKES = (
    Mistake(
        "divided by the largest",
        lambda logits: (
            largest(logits) * (logits / (largest(logits)[:, None] + 1e-30)).exp().sum(dim=1).log()
        ),
        "The logits are divided by the largest. Is e to a quotient a quotient?",
    ),
    Mistake(
        "put back inside",
        lambda logits: (largest(logits) + shifted(logits).exp().sum(dim=1)).log(),
        "The shift is put back inside the logarithm. Where does it stand in the formula?",
    ),
    Mistake(
        "multiplied back",
        lambda logits: largest(logits) * log_of_sum(logits),
        "The shift is multiplied with the logarithm. The logarithm of a product is what of its "
        "two factors?",
    ),
    Mistake(
        "its exponential put back",
        lambda logits: largest(logits).exp() + log_of_sum(logits),
        "The exponential of the shift is put back. By then the logarithm has been taken: what is "
        "left of it?",
    ),
    Mistake(
        "the logarithm of each term",
        lambda logits: logits.sum(dim=1),
        "This is the sum of the logits: logarithm and exponential have cancelled before the sum.",
    ),
    Mistake(
        "the logarithm of each shifted term",
        lambda logits: largest(logits) + shifted(logits).sum(dim=1),
        "Logarithm and exponential have cancelled, term by term. Of what is the logarithm taken in "
        "the formula?",
    ),
    Mistake(
        "the sum of all rows",
        lambda logits: largest(logits) + shifted(logits).exp().sum().log(),
        "The terms of all rows went into one sum. Which axis belongs into `sum`?",
    ),
    Mistake(
        "only taken off afterwards",
        lambda logits: naive(logits) - largest(logits),
        "Nothing is taken off before the exponential, and the largest logit is taken off at the "
        "end. Where does it belong?",
    ),
    Mistake(
        "off by the batch, not put back",
        lambda logits: (logits - logits.max()).exp().sum(dim=1).log(),
        "The largest logit of the batch was taken off, and not put back. And whose largest should "
        "it be?",
    ),
    Mistake(
        "all as large as the largest",
        lambda logits: largest(logits) + math.log(logits.shape[1]),
        "This takes all logits of a row for as large as the largest. How small are the others?",
    ),
    Mistake(
        "a root for the logarithm",
        lambda logits: largest(logits) + shifted(logits).exp().sum(dim=1).sqrt(),
        "There is a root where the logarithm belongs.",
    ),
    Mistake(
        "the mean of the logits",
        lambda logits: logits.mean(dim=1),
        "This is the mean of the logits: where are their exponentials?",
    ),
    Mistake(
        "one more in the sum",
        lambda logits: largest(logits) + log_of_sum(logits).exp().log1p(),
        "There is a 1 too many in the sum. Is the largest logit's own 1 in it already?",
    ),
    Mistake(
        "the largest left out",
        without_the_largest,
        "The largest logit is left out of the sum. What is its own term?",
    ),
    Mistake(
        "base 2",
        lambda logits: largest(logits) + log_of_sum(logits) / math.log(2),
        "The logarithm has the base 2 here; which base has the exponential?",
    ),
    Mistake(
        "base 10",
        lambda logits: largest(logits) + log_of_sum(logits) / math.log(10),
        "The logarithm has the base 10 here; which base has the exponential?",
    ),
    Mistake(
        "the logarithm taken off",
        lambda logits: largest(logits) - log_of_sum(logits),
        "The logarithm is taken off the largest logit. Can the sum be smaller than its largest "
        "term?",
    ),
    Mistake(
        "the sum alone",
        lambda logits: logits.exp().sum(dim=1),
        "This is the sum of the exponentials. What is still to be taken of it?",
    ),
    Mistake(
        "softmax",
        lambda logits: torch.softmax(logits, dim=1),
        "This is softmax, one number for each logit. One number for each row is asked for.",
    ),
    Mistake(
        "a mean over the batch",
        lambda logits: log_sum_exp(logits).mean(),
        "This is the mean over the rows. Each row should get its own.",
    ),
    Mistake(
        "a sum over the batch",
        lambda logits: log_sum_exp(logits).sum(),
        "This is the sum over the rows. Each row should get its own.",
    ),
    Mistake(
        "the first row",
        lambda logits: log_sum_exp(logits)[0],
        "This is the first row's number alone: is the `return` inside the loop?",
    ),
    Mistake(
        "values and places",
        lambda logits: logits - logits.max(dim=1),
        "`max` along an axis gives two things, the values and their places. Which one is meant?",
    ),
    Mistake(
        "values and places, added",
        lambda logits: logits.max(dim=1) + log_of_sum(logits),
        "What `max` gives along an axis cannot be added: it is two things, the values and their "
        "places.",
    ),
    Mistake(
        "a row taken off",
        row_for_a_column,
        "`max` along an axis gives a row, (N,). To be taken off the logits of each row it must be "
        "a column, (N, 1).",
    ),
    Mistake(
        "a row taken off, and no more",
        lambda logits: logits - largest(logits),
        "The largest logits of the rows are a row themselves, (N,). Only as a column, (N, 1), are "
        "they taken off each row.",
    ),
    Mistake(
        "shift and result",
        lambda logits: (largest(logits), log_sum_exp(logits)),
        "The second of these is right. The shift is not asked for.",
    ),
    *logits_properties.PROPERTIES,
)
