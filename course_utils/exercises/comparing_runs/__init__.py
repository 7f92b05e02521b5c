"""The exercises of notebook 17, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "17", "Comparing runs"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.comparing_runs import (
        opponents,
        pairs,
        plans,
        stopping,
        verdicts,
    )

    return (
        pairs.PAIRED_GAIN,
        plans.PLANS,
        stopping.STOPS_AT,
        opponents.FAIR_GAIN,
        verdicts.VERDICTS,
    )
