"""The known mistakes of exercise 1.2: parameters exchanged, squares that reach too far."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.parameter_estimation.model_term_mistakes import TERM_MISTAKES

MISTAKES = (
    Mistake(
        "w1 and w2 exchanged",
        lambda t_u, w2, w1, b: w1 * t_u**2 + w2 * t_u + b,
        "Follow each parameter to its term: which one belongs to the square? The order in "
        "the list of arguments is w2, w1, b.",
    ),
    Mistake(
        "w1 and b exchanged",
        lambda t_u, w2, w1, b: w2 * t_u**2 + b * t_u + w1,
        "Follow each parameter to its term: which one multiplies the reading, and which stands "
        "alone? The order in the list of arguments is w2, w1, b.",
    ),
    Mistake(
        "w2 and b exchanged",
        lambda t_u, w2, w1, b: b * t_u**2 + w1 * t_u + w2,
        "Follow each parameter to its term: which one stands alone? The order in the list of "
        "arguments is w2, w1, b.",
    ),
    Mistake(
        "all three in another order",
        lambda t_u, b, w2, w1: w2 * t_u**2 + w1 * t_u + b,
        "All three parameters have changed places. The check hands over t_u, w2, w1, b, in this "
        "order: which order has your function?",
    ),
    Mistake(
        "all three in yet another order",
        lambda t_u, w1, b, w2: w2 * t_u**2 + w1 * t_u + b,
        "All three parameters stand at another term. The check hands over t_u, w2, w1, b, in this "
        "order: what order has your function?",
    ),
    Mistake(
        "the readings last",
        lambda w2, w1, b, t_u: w2 * t_u**2 + w1 * t_u + b,
        "The readings come first: the check hands over t_u, w2, w1, b, in this order.",
    ),
    Mistake(
        "squares the parameter too",
        lambda t_u, w2, w1, b: (w2 * t_u) ** 2 + w1 * t_u + b,
        "The square reaches too far: only the reading is squared, not its parameter. A power "
        "binds more tightly than a product, unless parentheses say otherwise.",
    ),
    Mistake(
        "squares the parameter only",
        lambda t_u, w2, w1, b: w2**2 * t_u + w1 * t_u + b,
        "The parameter w2 is squared here. What should be squared, for the line to bend?",
    ),
    Mistake(
        "squares the line",
        lambda t_u, w2, w1, b: w2 * (w1 * t_u + b) ** 2,
        "The square reaches too far: it takes in the whole line, with its slope and its bias. "
        "Only the reading is squared.",
    ),
    Mistake(
        "squares everything",
        lambda t_u, w2, w1, b: (w2 * t_u + w1 * t_u + b) ** 2,
        "The square reaches too far: it takes in the whole sum. Only the reading is squared, and "
        "in one term.",
    ),
    Mistake(
        "squares the line, without w2",
        lambda t_u, w2, w1, b: (w1 * t_u + b) ** 2,
        "The square reaches too far: it takes in the whole line. And where is w2?",
    ),
    Mistake(
        "w2 times both terms",
        lambda t_u, w2, w1, b: w2 * (t_u**2 + w1 * t_u) + b,
        "Here w2 multiplies two terms. Where should the parentheses end?",
    ),
    Mistake(
        "w2 times all terms",
        lambda t_u, w2, w1, b: w2 * (t_u**2 + w1 * t_u + b),
        "Here w2 multiplies all three terms. Where should the parentheses end?",
    ),
    Mistake(
        "w1 times b as well",
        lambda t_u, w2, w1, b: w2 * t_u**2 + w1 * (t_u + b),
        "Here w1 multiplies b as well. Where should the parentheses end?",
    ),
    Mistake(
        "doubles for squares",
        lambda t_u, w2, w1, b: w2 * t_u * 2 + w1 * t_u + b,
        "Twice the reading in place of its square. They are the same for a reading of 2: look at "
        "the others.",
    ),
    *TERM_MISTAKES,
)
