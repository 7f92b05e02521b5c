"""The exercises of notebook 01, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "01", "Parameter estimation"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.parameter_estimation import (
        fitting,
        gradients,
        losses,
        models,
        on_paper,
        rates,
    )

    return (
        on_paper.MEAN_SQUARED_ERROR,
        models.QUADRATIC_MODEL,
        on_paper.BROADCAST_SHAPE,
        rates.CENTRAL_DIFFERENCES,
        gradients.GRADIENT,
        losses.FORGIVING_LOSS,
        fitting.FIT,
    )
