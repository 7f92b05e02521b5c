"""The exercises of notebook 06, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "06", "Neural networks"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.neural_networks import (
        backward,
        collapse,
        forward,
        reports,
        shapes,
        tents,
    )

    return (
        collapse.COLLAPSE,
        forward.FORGETFUL_NETWORK,
        shapes.COLOURS_FIRST,
        tents.TENT,
        reports.CAUSES,
        backward.LINEAR_BACKWARD,
    )
