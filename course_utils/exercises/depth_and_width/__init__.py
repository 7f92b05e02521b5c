"""The exercises of notebook 18, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "18", "Depth and width"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.depth_and_width import (
        budgets,
        fairness,
        networks,
        rates,
        reports,
    )

    return (
        budgets.WIDEST,
        rates.CHOOSE_RATE,
        reports.NEXT_STEPS,
        networks.DEEP,
        fairness.WINNER_HAD_MORE,
    )
