"""The exercises of notebook 07, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import initialization_clipping as clipping
from course_utils.exercises import initialization_diagnoses as diagnoses
from course_utils.exercises import initialization_gains as gains
from course_utils.exercises import initialization_logits as logits
from course_utils.exercises import initialization_symmetry as symmetry
from course_utils.exercises import initialization_variance as variance

TITLE = "Initialization"
EXERCISES = (
    symmetry.START_TO_MEND,
    variance.VARIANCE_AFTER_TEN,
    variance.XAVIER_BOUND,
    gains.GAIN_OF,
    clipping.CLIP_BY_NORM,
    diagnoses.DIAGNOSES,
    logits.LOG_SUM_EXP,
)
