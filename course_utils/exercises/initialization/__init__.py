"""The exercises of notebook 07, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "07", "Initialization"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.initialization import (
        clipping,
        diagnoses,
        gains,
        patient,
        symmetry,
        variance,
        xavier,
    )

    return (
        symmetry.START_TO_MEND,
        variance.VARIANCE_AFTER_TEN,
        xavier.XAVIER_BOUND,
        gains.GAIN_OF,
        clipping.CLIP_BY_NORM,
        diagnoses.DIAGNOSES,
        patient.TRAIN_PATIENT,
    )
