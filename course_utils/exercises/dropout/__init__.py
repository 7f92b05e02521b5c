"""The exercises of notebook 09, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "09", "Dropout"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.dropout import committees, masks, modes, reports, rows, sums

    return (
        modes.MEASURE_ACCURACY,
        masks.KEEP_THE_MEAN,
        rows.DROP_ROWS,
        sums.SPREAD_OF_A_SUM,
        reports.SIX_REPORTS,
        committees.PREDICT_BY_MASKS,
    )
