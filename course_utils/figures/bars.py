"""Bars and points at categories with their error bars, in words: bar, count and point plots."""

from typing import Any

import numpy as np
from matplotlib.container import BarContainer
from matplotlib.lines import Line2D

from course_utils.figures.drawing import Drawing, Part, label_of
from course_utils.figures.legends import LAST, Name, look_of
from course_utils.figures.rows import Row, by_name
from course_utils.figures.wording import number

Ends = tuple[float, float, float]  # place, lower and upper end of an error bar


def tell_bars(drawing: Drawing) -> list[Part]:
    """Tell bars at categories, each with its error bar."""
    if not drawing.categories:
        return []
    rows, kinds = (
        [],
        [c for c in drawing.left if isinstance(c, BarContainer) and _standing(drawing, c)],
    )
    errors = _error_bars(drawing) if kinds else {}
    used = []
    for container in kinds:
        for bar in container:
            x, y, width, height = bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height()
            lying = drawing.categories.lying
            place, foot, length = (
                (y + height / 2, x, width) if lying else (x + width / 2, y, height)
            )
            error = _at(errors, place)
            used += [error] if error else []
            own = label_of(container)
            name = Name((LAST,), own) if own else drawing.names.of(look_of(bar))
            words = number(foot + length) + (f", from {number(foot)}" if foot else "")
            rows.append(Row(name, place, words + _spread(errors.get(error))))
        drawing.take([container])
    drawing.take(used)
    return by_name(drawing, "Bars", rows)


def _standing(drawing: Drawing, container: Any) -> bool:
    """Tell whether the bars grow away from the categories, one from each."""
    sides = [bar.get_y() if drawing.categories.lying else bar.get_x() for bar in container]
    return (
        len(set(sides)) == len(sides)
        and (container.orientation == "horizontal") == drawing.categories.lying
    )


def tell_points(drawing: Drawing) -> list[Part]:
    """Tell lines through categories, each point with its error bar: seaborn's point plots."""
    if not drawing.categories:
        return []
    errors = _error_bars(drawing)
    rows: list[Part] = []
    told = []
    for line in drawing.bare(Line2D, lambda line: line not in errors):
        places, values = drawing.categories.turn(
            line.get_xdata(orig=False), line.get_ydata(orig=False)
        )
        name, group = drawing.names.of(look_of(line)), []
        for place, value in zip(places, values, strict=True):
            error = _at(errors, place, look_of(line).colour)
            told += [error] if error else []
            group.append(Row(name, place, number(value) + _spread(errors.get(error))))
        told.append(line)
        joined = str(line.get_linestyle()) != "None"
        rows += by_name(drawing, "Line" if joined else "Points", group)
    drawing.take(told)
    return rows


def _error_bars(drawing: Drawing) -> dict[Any, Ends]:
    """Return the lines that are error bars, with or without caps, and where each of them ends."""
    found = {}
    for line in drawing.bare(Line2D):
        places, values = drawing.categories.turn(
            line.get_xdata(orig=False), line.get_ydata(orig=False)
        )
        stem = len(places) == 2 and places[0] == places[1]
        capped = len(places) == 8 and np.isnan(places[[2, 5]]).all()
        if (stem or capped) and str(line.get_marker()) == "None":
            middle = (np.nanmin(places) + np.nanmax(places)) / 2
            found[line] = (float(middle), float(np.min(values[:2])), float(np.max(values[-2:])))
    return found


def _at(errors: dict[Any, Ends], place: float, colour: Any = None) -> Any:
    """Return the error bar that stands at the place, in the colour if there are several."""
    near = [line for line, (at, _, _) in errors.items() if abs(at - place) < 1e-6]
    same = [line for line in near if look_of(line).colour == colour]
    return (same or near or [None])[0]


def _spread(ends: Ends | None) -> str:
    """Return the words for an error bar; its length is told too, since its ends hide a change."""
    if ends is None or not np.isfinite(ends[1:]).all():
        return ""
    _, low, high = ends
    return f", error bar from {number(low)} to {number(high)}, length {number(high - low)}"
