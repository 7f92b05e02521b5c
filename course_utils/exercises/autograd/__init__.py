"""The exercises of notebook 03, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "03", "Autograd"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.autograd import (
        backward,
        batches,
        checking,
        fitting,
        graphs,
        operations,
        paper,
    )

    return (
        paper.GRADIENT_BY_HAND,
        graphs.CALLS_ON_A_LEAF,
        backward.BACKWARD,
        operations.SINE,
        batches.ACCUMULATE,
        fitting.FIT,
        checking.GRADIENT_IS_RIGHT,
    )
