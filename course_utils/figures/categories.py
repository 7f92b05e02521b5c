"""The categories along an axis: which one stands at a place, and which way they run."""

from typing import Any

import numpy as np
from matplotlib.category import UnitData

from course_utils.figures.wording import number


class Categories:
    """The names along the categorical axis of an Axes; false if both of its axes are of numbers."""

    def __init__(self, axes: Any) -> None:
        self.along = next(
            (axis for axis in (axes.xaxis, axes.yaxis) if isinstance(axis.units, UnitData)), None
        )
        self.names: dict[int, str] = {}
        if self.along is not None:
            places = list(self.along.get_ticklocs())
            ticks = map(str, self.along.get_major_formatter().format_ticks(places))
            self.names = {
                round(place): " ".join(tick.split())
                for place, tick in zip(places, ticks, strict=True)
            }

    def __bool__(self) -> bool:
        return self.along is not None

    @property
    def lying(self) -> bool:
        """Whether the categories stand one above the other, on the y axis."""
        return self.along is not None and self.along.axis_name == "y"

    def turn(self, x: Any, y: Any) -> tuple[np.ndarray, np.ndarray]:
        """Return coordinates as (place among the categories, value)."""
        x, y = (
            np.ma.filled(np.ma.asarray(x, float), np.nan),
            np.ma.filled(np.ma.asarray(y, float), np.nan),
        )
        return (y, x) if self.lying else (x, y)

    def name(self, place: float) -> str:
        """Return the category at a place; jitter and dodging move it by less than a half."""
        name = self.names.get(round(place), number(place))
        return f'"{name}"' if name else "all"
