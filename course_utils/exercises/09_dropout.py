"""The exercises of notebook 09, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import dropout_committees as committees
from course_utils.exercises import dropout_masks as masks
from course_utils.exercises import dropout_modes as modes
from course_utils.exercises import dropout_pairs as pairs
from course_utils.exercises import dropout_rows as rows

TITLE = "Dropout"
EXERCISES = (
    masks.KEEP_THE_MEAN,
    pairs.SPREAD_OF_A_SUM,
    rows.DROP_ROWS,
    pairs.PAIRED_GAIN,
    modes.MEASURE_ACCURACY,
    committees.PREDICT_BY_MASKS,
)
