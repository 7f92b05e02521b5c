"""The exercises of notebook 06, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import neural_networks_activation as activation
from course_utils.exercises import neural_networks_backward as backward
from course_utils.exercises import neural_networks_collapse as collapse
from course_utils.exercises import neural_networks_forward as forward
from course_utils.exercises import neural_networks_on_paper as on_paper
from course_utils.exercises import neural_networks_shapes as shapes

TITLE = "Neural networks"
EXERCISES = (
    on_paper.COUNT_AND_SHAPES,
    collapse.COLLAPSE,
    forward.FORGETFUL_NETWORK,
    activation.SIGMOID_BACKWARD,
    backward.LINEAR_BACKWARD,
    on_paper.BEST_CONSTANTS,
    shapes.COLOURS_FIRST,
)
