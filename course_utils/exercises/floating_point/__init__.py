"""The exercises of notebook 13, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "13", "Floating point"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.floating_point import (
        causes,
        gaps,
        log_sigmoid,
        master,
        other_class,
        slopes,
        sums,
    )

    return (
        gaps.SIX_SUMS,
        other_class.OTHER_CLASS,
        sums.CAREFUL_SUM,
        slopes.GRADIENT_CHECKS,
        log_sigmoid.LOG_SIGMOID,
        master.MASTER_WEIGHTS,
        causes.CAUSES,
    )
