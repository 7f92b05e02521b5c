"""The exercises of notebook 10, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import batching_counts as counts
from course_utils.exercises import batching_means as means
from course_utils.exercises import batching_pairs as pairs
from course_utils.exercises import batching_rates as rates
from course_utils.exercises import batching_spread as spread
from course_utils.exercises import batching_sweep as sweep

TITLE = "Batching"
EXERCISES = (
    pairs.PAIRS,
    counts.COUNT,
    counts.SHARE,
    means.MEAN_LOSS,
    spread.SPREAD,
    rates.LINEAR_SCALING,
    sweep.SWEEP,
)
