"""Known mistakes of exercise 5.4 in the price of the slopes, or in the factors of the data."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.overfitting import penalty_slips as slips

PRICES = (
    Mistake(
        "half the price",
        slips.at_another_price(lambda A, lam: lam / 2),
        "The bias is free now. The others pay half of what they should: the gradient of "
        "λ/2 · w² is λw.",
    ),
    Mistake(
        "double the price",
        slips.at_another_price(lambda A, lam: 2 * lam),
        "The bias is free now. The others pay twice what they should. Is there a factor 2 on "
        "both sides of the data's part?",
    ),
    Mistake(
        "a quarter of the price",
        slips.at_another_price(lambda A, lam: lam / 4),
        "The bias is free now. The others pay a quarter of what they should: where has a factor 2 "
        "come in twice?",
    ),
    Mistake(
        "a price of 1",
        slips.at_another_price(lambda A, lam: 1.0),
        "The slopes pay the same whatever `lam` is. Where does it come in?",
    ),
    Mistake(
        "the root of λ",
        slips.at_another_price(lambda A, lam: lam**0.5),
        "The bias is free now. The others pay the root of λ. Which norm is squared, and which is "
        "not?",
    ),
    Mistake(
        "λ squared",
        slips.at_another_price(lambda A, lam: lam**2),
        "The bias is free now. The others pay λ² in place of λ: is it multiplied in twice?",
    ),
    Mistake(
        "minus λ",
        slips.at_another_price(lambda A, lam: -lam),
        "The bias is free now. The price of the others has the wrong sign.",
    ),
    Mistake(
        "N times too cheap",
        slips.at_another_price(lambda A, lam: 2 * lam / A.shape[-2]),
        "The bias is free, but the others pay less the more examples there are. The factor "
        "2/N belongs to the data alone.",
    ),
    Mistake(
        "λ / N",
        slips.at_another_price(lambda A, lam: lam / A.shape[-2]),
        "The bias is free, but the others pay N times too little. Is AᵀA still divided by the "
        "number of examples, and λ not?",
    ),
    Mistake(
        "λ · N",
        slips.at_another_price(lambda A, lam: lam * A.shape[-2]),
        "The bias is free, but the others pay N times too much. The number of examples belongs to "
        "the data's part, once.",
    ),
    Mistake(
        "P in place of N",
        slips.at_another_price(lambda A, lam: lam * A.shape[-1] / A.shape[-2]),
        "The bias is free, but the number of coefficients stands where that of the examples "
        "should. Which axis of A counts the examples?",
    ),
    Mistake(
        "the first axis in place of N",
        slips.at_another_price(lambda A, lam: lam * len(A) / A.shape[-2]),
        "Right for one data set. With leading axes the first axis no longer counts the examples: "
        "which one does?",
    ),
    *(
        Mistake(
            f"{left} on the left, {right} on the right",
            slips.with_factors(left_factor, right_factor),
            f"Try λ = 0: it is no longer plain least squares. Do both sides of the system {end}",
        )
        for left, left_factor, right, right_factor, end in (
            ("2/N", lambda A: 2, "1/N", lambda A: 1, "have the 2?"),
            ("1/N", lambda A: 1, "2/N", lambda A: 2, "still have the 2?"),
            ("1", lambda A: A.shape[-2], "2/N", lambda A: 2, "have the same factor?"),
            ("2/N", lambda A: 2, "1", lambda A: A.shape[-2], "still have the same factor?"),
            ("2", lambda A: 2 * A.shape[-2], "2/N", lambda A: 2, "have the N?"),
            ("2/N", lambda A: 2, "2", lambda A: 2 * A.shape[-2], "still have the N?"),
        )
    ),
)
