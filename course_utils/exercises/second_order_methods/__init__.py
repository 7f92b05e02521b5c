"""The exercises of notebook 14, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "14", "Second-order methods"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.second_order_methods import (
        curvature,
        diagonal,
        newton,
        products,
        safe,
        tasks,
    )

    return (
        curvature.WORDS_FOR_SPEED,
        safe.SAFE_STEP,
        newton.NEWTON_STEP,
        diagonal.KAPPA_AFTER,
        products.HESSIAN_TIMES,
        tasks.FIVE_TASKS,
    )
