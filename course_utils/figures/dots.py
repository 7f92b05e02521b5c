"""Scattered points in words, told apart by colour and marker: scatter, strip and swarm plots."""

import textwrap
from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.collections import PathCollection

from course_utils.figures.drawing import Drawing, Part
from course_utils.figures.legends import LAST, Look, Name, look_of, outline, rgb
from course_utils.figures.rows import Row, by_name, plural, values_of
from course_utils.figures.wording import FEW, number, point, quoted, span

WHITE = (255, 255, 255)


def tell_strips(drawing: Drawing) -> list[Part]:
    """Tell points at categories by their values alone: their jitter is chance."""
    if not drawing.categories:
        return []
    values: dict[tuple[Name, int], list[float]] = {}
    dots = drawing.bare(PathCollection)
    for collection in dots:
        places, heights = drawing.categories.turn(*np.ma.filled(collection.get_offsets(), np.nan).T)
        for place, height, look in zip(places, heights, _looks(collection), strict=True):
            if np.isfinite(place):
                values.setdefault((drawing.names.of(look), round(place)), []).append(height)
    drawing.take(dots)
    rows = [Row(name, place, values_of(found)) for (name, place), found in values.items()]
    return by_name(drawing, "Points", rows)


def tell_groups(drawing: Drawing) -> list[Part]:
    """Tell a scatter plot group by group, whatever the order of its points.

    What the legend does not name and what was not drawn by seaborn is left to `artists`.
    """
    parts = []
    for dots in drawing.bare(PathCollection):
        looks = list(_looks(dots))
        named = {look: drawing.names.of(look) for look in set(looks)}
        known = any(name.label for name in named.values())
        if dots.get_array() is None and (known or _by_seaborn(dots)):
            places = np.ma.filled(dots.get_offsets(), np.nan)
            groups: dict[Name, list[Any]] = {}
            for look, place in zip(looks, places, strict=True):
                groups.setdefault(named[look], []).append(place)
            if not _whole(groups):
                groups = {Name((LAST,) * len(drawing.names.parts), ""): list(places)}
            for name, group in groups.items():
                lines = _group(name.label, np.array(group), brief=drawing.brief)
                parts.append(Part((name.rank, name.label, "Points"), lines))
            drawing.take([dots])
    return parts


def _whole(groups: dict[Name, Any]) -> bool:
    """Tell whether each part of the legend names all of the points or none.

    A short legend of a numeric hue names some of the shades, and these only by chance.
    """
    ranks = zip(*(name.rank for name in groups), strict=True)
    return all((LAST in part) == (set(part) == {LAST}) for part in ranks)


def _by_seaborn(dots: PathCollection) -> bool:
    """Tell whether the points have the white edge that seaborn gives to them."""
    edges = dots.get_edgecolor()
    return len(edges) == 1 and rgb(edges[0]) == WHITE


def _group(label: str, places: np.ndarray, *, brief: bool) -> list[str]:
    """Tell the points of a group; in one line with the correlation if it is to be brief."""
    x, y = places.T
    count = f"{len(places)} {plural('point', len(places))}"
    if brief:
        title = f"{quoted(label).strip()}: " if label else ""
        line = f"{title}{count}; {_short(x, 'x')}; {_short(y, 'y')}{_correlation(x, y)}."
        return textwrap.wrap(line, 112, initial_indent="  ", subsequent_indent="    ")
    lines = [
        f"Scattered points{quoted(label)}: {count}.",
        f"  {span('x', x)}.",
        f"  {span('y', y)}.",
    ]
    if len(places) > FEW:
        return lines
    stations = [point(*places[i]) for i in np.lexsort((y, x))]
    rows = [stations[start : start + 4] for start in range(0, len(stations), 4)]
    return lines + ["  " + ", ".join(row) for row in rows]


def _correlation(x: np.ndarray, y: np.ndarray) -> str:
    """Return how closely the points follow a line, where this means anything."""
    if len(x) < 3 or not np.isfinite([x, y]).all() or np.ptp(x) == 0 or np.ptp(y) == 0:
        return ""
    return f"; correlation {number(np.corrcoef(x, y)[0, 1])}"


def _short(values: np.ndarray, axis: str) -> str:
    finite = values[np.isfinite(values)]
    if not len(finite):
        return f"{axis} without a finite value"
    ends = f"{number(finite.min())} to {number(finite.max())}"
    return f"{axis} mean {number(finite.mean())} ({ends})"


def _looks(dots: PathCollection) -> Iterator[Look]:
    """Yield how each of the points looks."""
    faces: Any = dots.get_facecolor()
    colours = [rgb(colour) for colour in faces] or [look_of(dots).colour]
    shapes = [outline(path) for path in dots.get_paths()] or [b""]
    # The size in a legend is a width in points, that of a scattered point is an area.
    sizes = [round(float(np.sqrt(size)), 3) for size in dots.get_sizes()] or [0.0]
    for i in range(len(np.asarray(dots.get_offsets()))):
        at = (colours[i % len(colours)], None, shapes[i % len(shapes)], sizes[i % len(sizes)])
        yield Look(*at)
