"""The exercises of notebook 11, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import training_code_auc as auc
from course_utils.exercises import training_code_budgets as budgets
from course_utils.exercises import training_code_counting as counting
from course_utils.exercises import training_code_networks as networks
from course_utils.exercises import training_code_resuming as resuming
from course_utils.exercises import training_code_snapshots as snapshots
from course_utils.exercises import training_code_targets as targets

TITLE = "Training code"
EXERCISES = (
    counting.TRUE_ACCURACY,
    auc.AUC,
    snapshots.SNAPSHOTS,
    resuming.TRAIN_TO,
    counting.EPOCHS_TRAINED,
    networks.DEEP,
    budgets.WIDEST,
    targets.IN_UNITS,
)
