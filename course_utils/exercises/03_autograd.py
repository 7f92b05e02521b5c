"""The exercises of notebook 03, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import autograd_backward as backward
from course_utils.exercises import autograd_batches as batches
from course_utils.exercises import autograd_checking as checking
from course_utils.exercises import autograd_fitting as fitting
from course_utils.exercises import autograd_graphs as graphs
from course_utils.exercises import autograd_operations as operations

TITLE = "Autograd"
EXERCISES = (
    graphs.GRADIENT_BY_HAND,
    graphs.CALLS_ON_A_LEAF,
    backward.BACKWARD,
    operations.SINE,
    batches.ACCUMULATE,
    fitting.FIT,
    checking.GRADIENT_IS_RIGHT,
)
