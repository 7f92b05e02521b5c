"""Exercise 7.7 of notebook 07: that of notebook 13, with a hint that names a section here."""

from __future__ import annotations

import dataclasses

from course_utils.exercises.floating_point import logits

LOG_SUM_EXP = dataclasses.replace(
    logits.LOG_SUM_EXP,
    number="7.7",
    hints=(
        logits.LOG_SUM_EXP.hints[0].replace("Section 13.5", "Section 7.11"),
        *logits.LOG_SUM_EXP.hints[1:],
    ),
)
