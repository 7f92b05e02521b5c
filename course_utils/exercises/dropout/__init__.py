"""The exercises of notebook 09, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "09", "Dropout"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.dropout import committees, masks, modes, pairs, rows, sums

    return (
        masks.KEEP_THE_MEAN,
        sums.SPREAD_OF_A_SUM,
        rows.DROP_ROWS,
        pairs.PAIRED_GAIN,
        modes.MEASURE_ACCURACY,
        committees.PREDICT_BY_MASKS,
    )
