"""The widgets: sliders and buttons beside a picture that follows them.

- `TwoKnobs`: a line through the thermometer's readings, and the map of its loss
- `InputScale`: how far a scaled input lets the learning rate go
- `OptimizerPaths`: the way of each optimizer over a landscape
- `PolynomialFit`: a polynomial among its points, and two errors by degree
- `DecisionBoundary`: a classifier that learns while you watch
"""

from course_utils.explorers.decision_boundary import DecisionBoundary
from course_utils.explorers.input_scale import InputScale
from course_utils.explorers.optimizer_paths import OptimizerPaths
from course_utils.explorers.polynomial_fit import PolynomialFit
from course_utils.explorers.two_knobs import TwoKnobs

__all__ = ["DecisionBoundary", "InputScale", "OptimizerPaths", "PolynomialFit", "TwoKnobs"]
