"""Exercise 1.2 of notebook 01: a model with a bend."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def quadratic_model(t_u: Tensor, w2: float, w1: float, b: float) -> Tensor:
    """Return w2·t_u² + w1·t_u + b for readings `t_u` of shape (N,)."""
    return w2 * t_u**2 + w1 * t_u + b


def _quadratic_in_place(t_u: Tensor, w2: float, w1: float, b: float) -> Tensor:
    line = w1 * t_u + b
    t_u *= t_u
    return w2 * t_u + line


QUADRATIC_MODEL = Exercise(
    number="1.2",
    title="A model with a bend",
    level="change",
    learned="a model is a function of data and parameters; one more term is one more parameter",
    cases=(
        Case(
            "readings 1, 2, 3 with w2 = 2, w1 = 3, b = 4",
            (torch.tensor([1.0, 2.0, 3.0]), 2.0, 3.0, 4.0),
        ),
        Case(
            "a single reading 35.7 with w2 = 0.01, w1 = 0.2, b = −5",
            (torch.tensor([35.7]), 0.01, 0.2, -5.0),
        ),
        Case(
            "w2 = 0 leaves a straight line: readings −2, 0, 5 with w1 = −1.5, b = 0.5",
            (torch.tensor([-2.0, 0.0, 5.0]), 0.0, -1.5, 0.5),
        ),
        Case(
            "a thousand readings from −10 to 80 with w2 = −0.5, w1 = 0.25, b = 1",
            (torch.linspace(-10, 80, 1000), -0.5, 0.25, 1.0),
        ),
    ),
    reference=quadratic_model,
    correct=(
        lambda t_u, w2, w1, b: (w2 * t_u + w1) * t_u + b,
        lambda t_u, w2, w1, b: torch.stack([t_u * t_u, t_u], dim=1) @ torch.tensor([w2, w1]) + b,
        lambda t_u, w2, w1, b: w2 * t_u.pow(2) + w1 * t_u + b,
    ),
    mistakes=(
        Mistake(
            "w1 and w2 exchanged",
            lambda t_u, w2, w1, b: w1 * t_u**2 + w2 * t_u + b,
            "Follow each parameter to its term: which one belongs to the square? The order in "
            "the list of arguments is w2, w1, b.",
        ),
        Mistake(
            "squares the parameter too",
            lambda t_u, w2, w1, b: (w2 * t_u) ** 2 + w1 * t_u + b,
            "The square reaches too far: only the reading is squared, not its parameter. A power "
            "binds more tightly than a product, unless parentheses say otherwise.",
        ),
        Mistake(
            "leaves out b",
            lambda t_u, w2, w1, b: w2 * t_u**2 + w1 * t_u,
            "One of the four arguments is never used. What should the model give for a reading "
            "of 0?",
        ),
        Mistake(
            "keeps the straight line",
            lambda t_u, w2, w1, b: w1 * t_u + b,
            "This is still the straight line: the bend comes from a term that is missing.",
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
            "adds the predictions up",
            lambda t_u, w2, w1, b: (w2 * t_u**2 + w1 * t_u + b).sum(),
            "The sum over all readings is one number. A model gives one prediction for each "
            "reading.",
        ),
        Mistake(
            "squares in place",
            _quadratic_in_place,
            "The readings that came in are overwritten, so the next call starts from other ones. "
            "Give each result a name of its own.",
        ),
        Mistake(
            "writes ^ for the power",
            lambda t_u, w2, w1, b: w2 * (t_u ^ 2) + w1 * t_u + b,
            "In Python ^ is not a power but “exclusive or”, an operation on bits, which does not "
            "work on decimals. How does `mse_loss` in section 1.4 write a square?",
        ),
    ),
)
