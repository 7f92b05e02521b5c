"""The exercises of notebook 15, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "15", "Calibration and imbalance"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.calibration_and_imbalance import (
        actions,
        clinic,
        distances,
        remedies,
        temperature,
        weights,
    )

    return (
        distances.CALIBRATION_ERROR,
        temperature.SCALED_PROBABILITIES,
        actions.CHEAPEST_ACTIONS,
        weights.THRESHOLD_WITHOUT_WEIGHTS,
        clinic.CLINIC,
        remedies.REMEDIES,
    )
