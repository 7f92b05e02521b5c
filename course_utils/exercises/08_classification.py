"""The exercises of notebook 08, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import classification_auc as auc
from course_utils.exercises import classification_labels as labels
from course_utils.exercises import classification_losses as losses
from course_utils.exercises import classification_measures as measures
from course_utils.exercises import classification_softmax as softmax
from course_utils.exercises import classification_tumours as tumours

TITLE = "Classification"
EXERCISES = (
    softmax.STABLE_SOFTMAX,
    softmax.CAT,
    losses.CROSS_ENTROPY,
    labels.LABELS_TO_MEND,
    measures.ACCURACY,
    measures.ILL,
    auc.AUC_TO_MEND,
    tumours.TUMOURS,
)
