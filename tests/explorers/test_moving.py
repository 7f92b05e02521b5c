"""What changes with a knob is drawn anew: a picture that is drawn fast must not leave it out."""

from collections.abc import Callable
from typing import Any

import pytest
from matplotlib.lines import Line2D

from course_utils.data import thermometer
from course_utils.explorers import PolynomialFit, TwoKnobs


def corners(explorer: Any) -> dict[Line2D, list]:
    """Return the corners of every line in a picture."""
    lines = [line for axes in explorer.picture.figure.axes for line in axes.lines]
    return {line: line.get_xydata().tolist() for line in lines}


@pytest.mark.parametrize(
    ("make", "knobs", "num_moving"),
    [
        (lambda: TwoKnobs(*thermometer()), {"w": 0.5, "b": -17.0}, 3),
        (PolynomialFit, {"degree": 3, "num_points": 50}, 6),
    ],
)
def test_every_line_that_changed_is_drawn_anew(
    make: Callable[[], Any], knobs: dict[str, Any], num_moving: int
) -> None:
    explorer = make()
    before = corners(explorer)
    explorer.set(**knobs)
    changed = [line for line, there in corners(explorer).items() if there != before[line]]
    assert all(line.get_animated() for line in changed)
    assert len(changed) == num_moving
