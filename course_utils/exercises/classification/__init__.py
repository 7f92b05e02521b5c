"""The exercises of notebook 08, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "08", "Classification"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.classification import (
        auc,
        causes,
        labels,
        losses,
        odds,
        softmax,
        tumours,
    )

    return (
        softmax.STABLE_SOFTMAX,
        odds.CAT,
        losses.CROSS_ENTROPY,
        labels.LABELS_TO_MEND,
        causes.CAUSES,
        tumours.TUMOURS,
        auc.AUC_TO_MEND,
    )
