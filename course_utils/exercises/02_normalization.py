"""The exercises of notebook 02, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import normalization_curvature as curvature
from course_utils.exercises import normalization_leak as leak
from course_utils.exercises import normalization_scaling as scaling
from course_utils.exercises import normalization_targets as targets
from course_utils.exercises import normalization_units as units

TITLE = "Normalization"
EXERCISES = (
    curvature.RATES,
    curvature.STABILITY,
    scaling.Z_SCORES,
    units.TO_RAW_UNITS,
    leak.LEAK,
    targets.SCALED_TARGETS,
)
