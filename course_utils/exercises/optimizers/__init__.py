"""The exercises of notebook 04, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "04", "Optimizers"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.optimizers import (
        curvature,
        groups,
        loops,
        momentum,
        newton,
        rates,
        schedule,
    )

    return (
        loops.FIT_TO_MEND,
        momentum.MOMENTUM,
        rates.FIRST_STEP_OF_ADAM,
        schedule.WARM_UP,
        groups.GROUPS,
        curvature.WORDS_FOR_SPEED,
        newton.NEWTON_STEP,
    )
