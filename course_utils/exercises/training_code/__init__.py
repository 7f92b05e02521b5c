"""The exercises of notebook 11, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "11", "Training code"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.training_code import (
        auc,
        counting,
        reports,
        resuming,
        snapshots,
        summaries,
    )

    return (
        summaries.SUMMARISE,
        auc.AUC,
        snapshots.SNAPSHOTS,
        reports.LEFT_OUT,
        resuming.TRAIN_TO,
        counting.EPOCHS_TRAINED,
    )
