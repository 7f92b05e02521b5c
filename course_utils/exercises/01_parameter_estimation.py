"""The exercises of notebook 01, in order; they live in files by topic."""
# ruff: noqa: N999 - the file is named after its notebook

from __future__ import annotations

from course_utils.exercises import parameter_estimation_fit as fitting
from course_utils.exercises import parameter_estimation_gradients as gradients
from course_utils.exercises import parameter_estimation_losses as losses
from course_utils.exercises import parameter_estimation_models as models
from course_utils.exercises import parameter_estimation_on_paper as on_paper
from course_utils.exercises import parameter_estimation_rates as rates

TITLE = "Parameter estimation"
EXERCISES = (
    on_paper.MEAN_SQUARED_ERROR,
    models.QUADRATIC_MODEL,
    on_paper.BROADCAST_SHAPE,
    rates.CENTRAL_DIFFERENCES,
    gradients.GRADIENT,
    losses.FORGIVING_LOSS,
    fitting.FIT,
)
