"""The exercises of notebook 03, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "03", "Autograd"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.autograd import (
        batches,
        checking,
        fitting,
        graphs,
        messages,
        operations,
        paper,
    )

    return (
        paper.GRADIENT_BY_HAND,
        graphs.CALLS_ON_A_LEAF,
        operations.SINE,
        batches.ACCUMULATE,
        messages.OUTCOMES,
        fitting.FIT,
        checking.GRADIENT_IS_RIGHT,
    )
