"""The exercises of notebook 11, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "11", "Training code"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.training_code import (
        auc,
        averaging,
        budgets,
        counting,
        networks,
        resuming,
        snapshots,
        targets,
    )

    return (
        averaging.TRUE_ACCURACY,
        auc.AUC,
        snapshots.SNAPSHOTS,
        resuming.TRAIN_TO,
        counting.EPOCHS_TRAINED,
        networks.DEEP,
        budgets.WIDEST,
        targets.IN_UNITS,
    )
