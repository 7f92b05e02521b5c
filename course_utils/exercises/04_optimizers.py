"""The exercises of notebook 04, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import optimizers_curvature as curvature
from course_utils.exercises import optimizers_loops as loops
from course_utils.exercises import optimizers_momentum as momentum
from course_utils.exercises import optimizers_rates as rates
from course_utils.exercises import optimizers_schedule as schedule

TITLE = "Optimizers"
EXERCISES = (
    loops.FIT_TO_MEND,
    momentum.MOMENTUM,
    rates.FIRST_STEP_OF_ADAM,
    schedule.WARM_UP,
    rates.GROUPS,
    curvature.WORDS_FOR_SPEED,
    curvature.NEWTON_STEP,
)
