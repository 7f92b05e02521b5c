"""The widgets of the course: pictures that follow knobs, each with its words and numbers."""

from course_utils.explorers.two_knobs import TwoKnobs

__all__ = ["TwoKnobs"]
