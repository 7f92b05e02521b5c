"""The exercises of notebook 02, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "02", "Normalization"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.normalization import leak, paper, rates, runs, units, updates

    return (
        rates.RATES,
        paper.CURVATURES_ON_PAPER,
        units.TO_RAW_UNITS,
        updates.ONE_UPDATE,
        runs.FIVE_RUNS,
        leak.LEAK,
    )
