"""The exercises of notebook 05, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import overfitting_folds as folds
from course_utils.exercises import overfitting_penalty as penalty
from course_utils.exercises import overfitting_reading as reading
from course_utils.exercises import overfitting_stopping as stopping

TITLE = "Overfitting"
EXERCISES = (
    reading.EXAMPLES_NEEDED,
    reading.FOUR_REGIMES,
    stopping.EPOCH_TO_KEEP,
    penalty.FREE_BIAS,
    folds.K_FOLDS,
)
