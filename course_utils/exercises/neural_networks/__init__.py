"""The exercises of notebook 06, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "06", "Neural networks"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.neural_networks import (
        activation,
        backward,
        collapse,
        constants,
        counting,
        forward,
        shapes,
    )

    return (
        counting.COUNT_AND_SHAPES,
        collapse.COLLAPSE,
        forward.FORGETFUL_NETWORK,
        activation.SIGMOID_BACKWARD,
        backward.LINEAR_BACKWARD,
        constants.BEST_CONSTANTS,
        shapes.COLOURS_FIRST,
    )
