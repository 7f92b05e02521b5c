"""The exercises of notebook 05, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "05", "Overfitting"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.overfitting import (
        decay,
        folds,
        holding_out,
        regimes,
        stopping,
        wobble,
    )

    return (
        wobble.EXAMPLES_NEEDED,
        regimes.FIRST_TRIES,
        decay.DECAY,
        stopping.EPOCH_TO_KEEP,
        folds.K_FOLDS,
        holding_out.HOW_TO_HOLD_OUT,
    )
