"""More known mistakes of exercise 1.2: terms that are missing, and results of another shape."""

from __future__ import annotations

from torch import Tensor

from course_utils.exercises import Mistake


def _in_place(t_u: Tensor, w2: float, w1: float, b: float) -> Tensor:
    line = w1 * t_u + b
    t_u *= t_u
    return w2 * t_u + line


TERM_MISTAKES = (
    Mistake(
        "leaves out b",
        lambda t_u, w2, w1, b: w2 * t_u**2 + w1 * t_u,
        "One of the four arguments is never used. What should the model give for a reading of 0?",
    ),
    Mistake(
        "leaves out w1",
        lambda t_u, w2, w1, b: w2 * t_u**2 + b,
        "One of the four arguments is never used: what has become of w1?",
    ),
    Mistake(
        "the square alone",
        lambda t_u, w2, w1, b: w2 * t_u**2,
        "Two of the four arguments are never used: this is one term, and the model has three.",
    ),
    Mistake(
        "w1 without its reading",
        lambda t_u, w2, w1, b: w2 * t_u**2 + w1 + b,
        "Here w1 stands alone. What does it multiply?",
    ),
    Mistake(
        "w2 without its reading",
        lambda t_u, w2, w1, b: w2 + w1 * t_u + b,
        "Here w2 stands alone, so there is no bend. What does it multiply?",
    ),
    Mistake(
        "two squares",
        lambda t_u, w2, w1, b: w2 * t_u**2 + w1 * t_u**2 + b,
        "Both weights multiply a square here. Which of them belongs to the reading itself?",
    ),
    Mistake(
        "cubes",
        lambda t_u, w2, w1, b: w2 * t_u**3 + w1 * t_u + b,
        "The power of the reading is too high: what is in the formula?",
    ),
    Mistake(
        "each power one too high",
        lambda t_u, w2, w1, b: w2 * t_u**3 + w1 * t_u**2 + b * t_u,
        "Each term has been multiplied by the reading once too often. Which power belongs to b?",
    ),
    Mistake(
        "two to the power of the reading",
        lambda t_u, w2, w1, b: w2 * 2**t_u + w1 * t_u + b,
        "Here 2 is the base and the reading is the power. Which of them is to be squared?",
    ),
    Mistake(
        "subtracts b",
        lambda t_u, w2, w1, b: w2 * t_u**2 + w1 * t_u - b,
        "The sign of one term is turned around: what should a reading of 0 give?",
    ),
    Mistake(
        "subtracts the line's slope",
        lambda t_u, w2, w1, b: w2 * t_u**2 - w1 * t_u + b,
        "The sign of the term with w1 is turned around.",
    ),
    Mistake(
        "subtracts the square",
        lambda t_u, w2, w1, b: -w2 * t_u**2 + w1 * t_u + b,
        "The sign of the term with w2 is turned around: the curve bends the other way.",
    ),
    Mistake(
        "keeps the straight line",
        lambda t_u, w2, w1, b: w1 * t_u + b,
        "This is still the straight line: the bend comes from a term that is missing.",
    ),
    Mistake(
        "a straight line with w2",
        lambda t_u, w2, w1, b: w2 * t_u + b,
        "This is a straight line: nothing is squared, and w1 is never used.",
    ),
    Mistake(
        "forgets the square",
        lambda t_u, w2, w1, b: w2 * t_u + w1 * t_u + b,
        "Both parameters multiply the reading itself, so together they are one slope and the "
        "line has no bend. Which of them belongs to the square?",
    ),
    Mistake(
        "forgets w2",
        lambda t_u, w2, w1, b: t_u**2 + w1 * t_u + b,
        "The square is there, but its parameter is not: w2 says how strong the bend is.",
    ),
    Mistake(
        "forgets to multiply by w1",
        lambda t_u, w2, w1, b: w2 * t_u**2 + t_u + b,
        "The reading is there twice, and w1 is not: it says how steep the line is.",
    ),
    *(
        Mistake(name, answer, hint)
        for name, answer, hint in (
            (
                "adds the squares up",
                lambda t_u, w2, w1, b: w2 * (t_u @ t_u) + w1 * t_u + b,
                "The squares of all readings have been added up, by `@` or a sum. Each reading "
                "keeps its own square.",
            ),
            (
                "a table of products",
                lambda t_u, w2, w1, b: w2 * t_u[:, None] * t_u + w1 * t_u + b,
                "Each reading has met each other one, in a table. One prediction is asked for "
                "each reading, and its square is its own.",
            ),
            (
                "a column of squares",
                lambda t_u, w2, w1, b: w2 * t_u[:, None] ** 2 + w1 * t_u + b,
                "A column has met a row, and made a table. One prediction is asked for each "
                "reading: which of your terms has another shape?",
            ),
            (
                "the first prediction only",
                lambda t_u, w2, w1, b: (w2 * t_u**2 + w1 * t_u + b)[0],
                "One prediction for each reading, please: this is the first alone. Is there a "
                "`return` inside a loop?",
            ),
            (
                "the last prediction only",
                lambda t_u, w2, w1, b: (w2 * t_u**2 + w1 * t_u + b)[-1],
                "One prediction for each reading, please: this is the last alone. Does each round "
                "of a loop replace the one before?",
            ),
            (
                "adds the predictions up",
                lambda t_u, w2, w1, b: (w2 * t_u**2 + w1 * t_u + b).sum(),
                "The sum over all readings is one number. A model gives one prediction for each "
                "reading.",
            ),
            (
                "averages the predictions",
                lambda t_u, w2, w1, b: (w2 * t_u**2 + w1 * t_u + b).mean(),
                "The mean over all readings is one number. A model gives one prediction for each "
                "reading.",
            ),
            (
                "hands the readings back as well",
                lambda t_u, w2, w1, b: (w2 * t_u**2 + w1 * t_u + b, t_u),
                "Two things come back, the predictions and the readings. The predictions alone are "
                "asked for.",
            ),
        )
    ),
    Mistake(
        "drops what follows the point",
        lambda t_u, w2, w1, b: w2 * t_u.long() ** 2 + w1 * t_u + b,
        "The readings have become whole numbers before they are squared. What has dropped what "
        "follows the point?",
    ),
    Mistake(
        "squares in place",
        _in_place,
        "The readings that came in are overwritten, so the next call starts from other ones. "
        "Give each result a name of its own.",
    ),
    Mistake(
        "writes ^ for the power",
        lambda t_u, w2, w1, b: w2 * (t_u ^ 2) + w1 * t_u + b,
        "In Python ^ is not a power but “exclusive or”, an operation on bits, which does not "
        "work on decimals. How does `mse_loss` in section 1.4 write a square?",
    ),
)
