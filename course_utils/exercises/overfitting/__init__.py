"""The exercises of notebook 05, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "05", "Overfitting"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.overfitting import folds, penalty, regimes, stopping, wobble

    return (
        wobble.EXAMPLES_NEEDED,
        regimes.FOUR_REGIMES,
        stopping.EPOCH_TO_KEEP,
        penalty.FREE_BIAS,
        folds.K_FOLDS,
    )
