"""The known mistakes of exercise 5.4: a wrong price, a wrong place for it, or a bias by hand."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.overfitting import penalty_slips as slips
from course_utils.exercises.overfitting.penalty_prices import PRICES

MISTAKES = (
    Mistake("the bias has a price", slips.all_priced, given=True),
    Mistake(
        "no price at all",
        slips.at_another_price(lambda A, lam: 0.0),
        "This is least squares without any penalty. Only one of the prices should be zero.",
    ),
    Mistake(
        "only the bias has a price",
        slips.with_prices(lambda identity, lam: lam * identity * identity[0]),
        "The other way round: here the bias pays, and all the others are free.",
    ),
    Mistake(
        "the last coefficient is free",
        slips.entry_set(-1, 0.0),
        "One price is zero, but it is not that of the bias. Which column of A holds the ones?",
    ),
    Mistake(
        "the second coefficient is free",
        slips.entry_set(1, 0.0),
        "It is the second coefficient that is free here. Where does counting begin?",
    ),
    Mistake(
        "a price of 1 for the bias",
        slips.entry_set(0, 1.0),
        "The bias has a price of its own now, and it is not zero. What is the least it can cost?",
    ),
    Mistake(
        "half a price for the bias",
        slips.with_prices(lambda identity, lam: lam * (identity - 0.5 * identity[0] * identity)),
        "The bias pays less than the others now, and still pays. What is the least it can cost?",
    ),
    Mistake(
        "a reward for the bias",
        slips.with_prices(lambda identity, lam: lam * (identity - 2 * identity[0] * identity)),
        "The price of the bias is below zero now. Was λ taken off twice?",
    ),
    Mistake(
        "bias erased afterwards",
        slips.another_bias(lambda A, y, w: 0 * w[..., 0]),
        "The bias comes out as zero. It should cost nothing, which is not the same as being "
        "nothing.",
    ),
    Mistake(
        "no column of ones, and 0 in front",
        slips.without_ones(lambda y: 0 * y[..., 0]),
        "The bias comes out as zero, and the slopes have to do its work. It should cost nothing, "
        "but it should be there.",
    ),
    Mistake(
        "the mean of the targets as bias",
        slips.another_bias(lambda A, y, w: y.mean(dim=-1)),
        "Your bias is the mean of the targets. That is where the data lies at the mean of the "
        "features; where does the first coefficient say how high it lies?",
    ),
    Mistake(
        "no column of ones, and the mean of the targets in front",
        slips.without_ones(lambda y: y.mean(dim=-1)),
        "The slopes were found without any bias, and the mean of the targets put in front. Bias "
        "and slopes have to be found together.",
    ),
    Mistake(
        "the bias found again afterwards",
        slips.another_bias(
            lambda A, y, w: (y - (A[..., 1:] @ w[..., 1:, None])[..., 0]).mean(dim=-1)
        ),
        "The bias is free, but the slopes were found while it was still paid for. All coefficients "
        "come from one system.",
    ),
    Mistake(
        "only the targets are centred",
        slips.targets_centred,
        "Taking the mean off the targets and adding it again frees the bias only if the features "
        "have mean 0 as well. Which price is too much?",
    ),
    Mistake(
        "the targets stay centred",
        lambda A, y, lam: slips.all_priced(A, y - y.mean(dim=-1, keepdim=True), lam),
        "The mean was taken off the targets and never put back. Which price is too much?",
    ),
    *PRICES,
    Mistake(
        "one entry without the dots",
        slips.left_changed(slips.take_without_dots),
        "Right for one data set. With leading axes, [0, 0] is no longer one entry: what is it?",
    ),
    Mistake(
        "one row without the dots",
        slips.left_changed(slips.take_row_without_dots),
        "Right for one data set. With leading axes, [0] is no longer the first row: what is it?",
    ),
    Mistake(
        "the corner wiped out",
        slips.left_changed(slips.wipe_corner),
        "With the price you have wiped out what the data says of the bias. Only the price goes.",
    ),
    Mistake(
        "the first row wiped out",
        slips.left_changed(slips.wipe_row),
        "A row of zeros on the left: with the price, the data's part is gone as well. Only the "
        "price goes.",
    ),
    Mistake(
        "prices everywhere but in the corner",
        slips.with_prices(
            lambda identity, lam: lam * (1 - identity[0] * identity[:, :1] + 0 * identity)
        ),
        "There are prices off the diagonal too. Where does λ stand in λI?",
    ),
    Mistake(
        "prices off the diagonal",
        slips.with_prices(lambda identity, lam: lam * (1 - identity)),
        "The prices stand everywhere but on the diagonal. Where does λ stand in λI?",
    ),
    Mistake(
        "prices above the diagonal",
        slips.with_prices(lambda identity, lam: lam * identity.roll(1, 1).triu()),
        "The prices have moved off the diagonal, by one place. Where does λ stand in λI?",
    ),
    # Whatever else there may be: these tell of a kind, and come last.
    *(
        Mistake(f"{name} in two cases", slips.off_by(bias, slope), hint)
        for name, bias, slope, hint in (
            (
                "bias too small",
                0.5,
                1.0,
                "The bias comes out too small: it still pays something. What is its price?",
            ),
            (
                "slope too small",
                0.0,
                1.5,
                "The bias is free. The slopes come out too small: they pay too much.",
            ),
            (
                "slope too large",
                0.0,
                0.5,
                "The bias is free. The slopes come out too large: they pay too little.",
            ),
        )
    ),
)
