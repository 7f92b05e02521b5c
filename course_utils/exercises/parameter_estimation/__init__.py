"""The exercises of notebook 01, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "01", "Parameter estimation"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.parameter_estimation import (
        fitting,
        gradients,
        knob_choices,
        losses,
        on_paper,
        rates,
    )

    return (
        knob_choices.WHICH_KNOB,
        on_paper.BROADCAST_COUNTS,
        rates.CENTRAL_DIFFERENCES,
        gradients.QUADRATIC_GRADIENT,
        losses.FORGIVING_LOSS,
        fitting.FIT,
    )
