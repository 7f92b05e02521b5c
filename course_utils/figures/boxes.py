"""Distributions at categories, in words: box plots and violins."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.lines import Line2D

from course_utils.figures.drawing import Drawing, Part
from course_utils.figures.legends import look_of
from course_utils.figures.rows import Row, by_name, plural
from course_utils.figures.wording import number


def tell_boxes(drawing: Drawing) -> list[Part]:
    """Tell seaborn's boxes: the median, the quartiles, the whiskers, and what lies beyond."""
    rows = []
    for container in drawing.axes.containers:
        if drawing.categories and hasattr(container, "medians"):
            rows += list(_boxes(drawing, container))
            drawing.take([artist for part in vars(container).values() for artist in _flat(part)])
    return by_name(drawing, "Boxes", rows)


def _flat(part: Any) -> list[Any]:
    return list(part) if isinstance(part, (list, tuple)) else []


def _boxes(drawing: Drawing, container: Any) -> Iterator[Row]:
    for i, (box, median) in enumerate(zip(container.boxes, container.medians, strict=True)):
        place, (low, high) = _ends(drawing, box)
        whiskers = [_ends(drawing, line)[1] for line in container.whiskers[2 * i : 2 * i + 2]]
        words = f"median {number(_ends(drawing, median)[1][0])}, {_between('box', (low, high))}"
        if whiskers:
            words += f", {_between('whiskers', (np.min(whiskers), np.max(whiskers)))}"
        beyond = _data(drawing, container.fliers[i])[1] if len(container.fliers) else np.array([])
        if len(beyond):
            words += f", {len(beyond)} {plural('outlier', len(beyond))} "
            words += _between("", (beyond.min(), beyond.max())).strip()
        yield Row(drawing.names.of(look_of(box)), place, words)


def _data(drawing: Drawing, artist: Any) -> Any:
    """Return the corners of a line or a patch as (places, values)."""
    if isinstance(artist, Line2D):
        return drawing.categories.turn(artist.get_xdata(orig=False), artist.get_ydata(orig=False))
    return drawing.categories.turn(*artist.get_path().vertices.T)


def _ends(drawing: Drawing, artist: Any) -> tuple[float, tuple[float, float]]:
    """Return the place of an artist in the middle, and its lowest and highest value."""
    places, values = _data(drawing, artist)
    middle = (np.nanmin(places) + np.nanmax(places)) / 2
    return float(middle), (float(np.nanmin(values)), float(np.nanmax(values)))


def _between(what: str, ends: tuple[float, float]) -> str:
    return f"{what} from {number(ends[0])} to {number(ends[1])}"


def tell_violins(drawing: Drawing) -> list[Part]:
    """Tell violins: where their outline runs, its mean and spread, and what is drawn inside."""
    if not drawing.categories:
        return []
    rows = []
    violins = drawing.bare(PolyCollection)
    inner = drawing.bare((Line2D, PathCollection)) if violins else []
    for violin in violins:
        corners = np.concatenate([path.vertices for path in violin.get_paths()])
        places, values = drawing.categories.turn(*corners.T)
        left, right = places.min(), places.max()
        at = np.unique(values)
        width = np.array([np.ptp(places[values == value]) for value in at])
        mean = np.average(at, weights=width)
        spread = np.sqrt(np.average((at - mean) ** 2, weights=width))
        words = f"{_between('outline', (at[0], at[-1]))}, mean {number(mean)}, "
        words += f"standard deviation {number(spread)}"
        inside = [art for art in inner if left - 1e-6 <= _middle(drawing, art) <= right + 1e-6]
        words += _inside(drawing, inside)
        rows.append(Row(drawing.names.of(look_of(violin)), float((left + right) / 2), words))
        drawing.take([violin, *inside])
    return by_name(drawing, "Violins", rows)


def _corners(drawing: Drawing, artist: Any) -> Any:
    if isinstance(artist, PathCollection):
        return drawing.categories.turn(*np.asarray(artist.get_offsets()).T)
    return _data(drawing, artist)


def _middle(drawing: Drawing, artist: Any) -> float:
    places = _corners(drawing, artist)[0]
    return float((np.nanmin(places) + np.nanmax(places)) / 2) if len(places) else np.inf


def _inside(drawing: Drawing, artists: list[Any]) -> str:
    """Return what the lines inside of a violin say: the quartiles, or the box and its whiskers."""
    drawn = [_corners(drawing, artist) for artist in artists]
    upright = sorted(
        (float(values.min()), float(values.max()))
        for _, values in drawn
        if len(values) == 2 and np.ptp(values) > 0
    )
    points = sorted(float(value) for _, values in drawn if len(values) == 1 for value in values)
    across = sorted(float(v[0]) for _, v in drawn if len(v) >= 2 and np.ptp(v) == 0)
    words = f", median {number(points[0])}" if len(points) == 1 else ""
    if len(upright) == 2:  # the whiskers begin lower and end higher than the box
        words += f", {_between('box', upright[1])}, {_between('whiskers', upright[0])}"
    if across:
        words += (
            f", {'quartiles' if len(across) == 3 else 'lines'} {', '.join(map(number, across))}"
        )
    return words
