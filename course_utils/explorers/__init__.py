"""The widgets of the course: pictures that follow knobs, each with its words and numbers."""

from course_utils.explorers.decision_boundary import DecisionBoundary
from course_utils.explorers.input_scale import InputScale
from course_utils.explorers.optimizer_paths import OptimizerPaths
from course_utils.explorers.polynomial_fit import PolynomialFit
from course_utils.explorers.two_knobs import TwoKnobs

__all__ = ["DecisionBoundary", "InputScale", "OptimizerPaths", "PolynomialFit", "TwoKnobs"]
