"""What goes wrong with the shift in exercise 13.5 of notebook 13, and what to ask then."""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.floating_point import logits_results
from course_utils.exercises.floating_point.logits_slips import (
    columns_then_rows,
    cut_off,
    in_place,
    largest,
    log_of_sum,
    naive,
    one_shift,
    patched,
    shifted,
    shifted_by,
)
from course_utils.exercises.floating_point.solutions import log_sum_exp

MISTAKES = (
    Mistake(
        "no shift",
        naive,
        "Small logits come out right. At 1000 the exponential overflows, at −1000 all terms "
        "become 0.",
    ),
    Mistake(
        "one shift for the whole batch",
        one_shift,
        "The shift is the largest logit of the whole batch. What does that do to a row around "
        "−1000?",
    ),
    Mistake(
        "does not put the shift back",
        lambda logits: log_sum_exp(logits) - logits.max(dim=1).values,
        "The sum is that of the shifted logits. What has to be added to its logarithm?",
    ),
    Mistake(
        "takes the shift off twice",
        lambda logits: log_sum_exp(logits) - 2 * logits.max(dim=1).values,
        "The largest logit was taken off before the exponential; afterwards it has to be put "
        "back, and here it is taken off once more.",
    ),
    Mistake(
        "shifts by the mean",
        lambda logits: shifted_by(logits.mean(dim=1), logits),
        "The shift is the mean of the row, and a logit far above the mean still overflows.",
    ),
    Mistake(
        "shifts by the smallest",
        lambda logits: shifted_by(logits.min(dim=1).values, logits),
        "The smallest logit became 0, so all others are positive, and may be large.",
    ),
    Mistake(
        "over the examples",
        lambda logits: log_sum_exp(logits.T),
        "The sum ran down the columns, over the examples. It should run over the classes of "
        "one example.",
    ),
    Mistake(
        "the largest logit alone",
        lambda logits: logits.max(dim=1).values,
        "This is the largest logit, a first approximation. The other terms of the sum are missing.",
    ),
    Mistake(
        "a column",
        lambda logits: log_sum_exp(logits)[:, None],
        "This is a column of shape (N, 1): `keepdim=True` keeps an axis that is not wanted in the "
        "result.",
    ),
    Mistake(
        "a column plus a row",
        lambda logits: logits.max(dim=1, keepdim=True).values + log_sum_exp(shifted(logits)),
        "A column of shape (N, 1) plus a row of shape (N,) gives (N, N). `keepdim` has to be "
        "the same for both.",
    ),
    Mistake(
        "a mean for the sum",
        lambda logits: log_sum_exp(logits) - math.log(logits.shape[1]),
        "This is the logarithm of the mean of the exponentials; the sum was asked for.",
    ),
    Mistake(
        "forgets the logarithm",
        lambda logits: logits.max(dim=1).values + shifted(logits).exp().sum(dim=1),
        "The largest logit was added to the sum itself. What happens to the sum first?",
    ),
    Mistake(
        "the sum over everything",
        lambda logits: log_sum_exp(logits.reshape(1, -1))[0],
        "This is one number for the whole batch. Each row should get its own.",
    ),
    Mistake(
        "log-softmax",
        lambda logits: torch.log_softmax(logits, dim=1),
        "This is the logarithm of softmax, one number for each logit. What is taken off each "
        "logit in it?",
    ),
    Mistake(
        "writes into logits",
        in_place,
        "`logits -= …` writes into the caller's tensor. Make a new one.",
    ),
    Mistake(
        "no shift, in float64",
        lambda logits: naive(logits.double()),
        "`float64` only moves the limit, to about 709. What keeps the exponentials small whatever "
        "the logits are?",
    ),
    Mistake(
        "one shift, in float64",
        lambda logits: one_shift(logits.double()),
        "With one shift for the whole batch, in `float64` or not: what becomes of a far lower row?",
    ),
    Mistake(
        "cut off",
        cut_off,
        "Large logits are cut off here, and beyond that their differences are lost.",
    ),
    Mistake(
        "patched afterwards",
        patched,
        "Where the sum overflows, the largest logit is put in its place: the other terms of the "
        "row are lost.",
    ),
    Mistake(
        "inf made finite",
        lambda logits: naive(logits).nan_to_num(),
        "`inf` was replaced by some number. By then the sum is lost: what comes before it?",
    ),
    Mistake(
        "a little more in the logarithm",
        lambda logits: (logits.exp().sum(dim=1) + 1e-9).log(),
        "A small number was added so that the logarithm is finite. Is it then the right one?",
    ),
    Mistake(
        "1000 taken off",
        lambda logits: 1000 + naive(logits - 1000),
        "1000 is taken off every logit. Which number fits each row by itself?",
    ),
    Mistake(
        "the largest size",
        lambda logits: shifted_by(logits.abs().max(dim=1).values, logits),
        "The shift is the largest size. In the row around −1000, which is the largest logit?",
    ),
    Mistake(
        "the place of the largest",
        lambda logits: shifted_by(logits.argmax(dim=1), logits),
        "The shift is the place of the largest logit. What about the logit itself?",
    ),
    Mistake(
        "the first logit",
        lambda logits: shifted_by(logits[:, 0], logits),
        "The shift is the first logit of each row. And if another one is far larger?",
    ),
    Mistake(
        "off by the batch, back by the row",
        lambda logits: largest(logits) + (logits - logits.max()).exp().sum(dim=1).log(),
        "The largest logit of the batch is taken off, and that of the row put back. Are they the "
        "same?",
    ),
    Mistake(
        "off by the row, back by the batch",
        lambda logits: logits.max() + log_of_sum(logits),
        "The largest logit of the row is taken off, and that of the batch put back. Are they the "
        "same?",
    ),
    Mistake(
        "off the other way round",
        lambda logits: largest(logits) + (-shifted(logits)).exp().sum(dim=1).log(),
        "The logits are taken off the largest here, and all differences have changed their sign.",
    ),
    Mistake(
        "the median",
        lambda logits: shifted_by(logits.median(dim=1).values, logits),
        "The shift is the median of the row, and a logit far above it still overflows.",
    ),
    Mistake(
        "the last logit",
        lambda logits: shifted_by(logits[:, -1], logits),
        "The shift is the last logit of each row. And if another one is far larger?",
    ),
    Mistake(
        "columns, then rows",
        columns_then_rows,
        "The shift is the largest of each column, and the sum runs along a row. Which logits does "
        "the shift have to be the largest of?",
    ),
    *logits_results.MISTAKES,
)
