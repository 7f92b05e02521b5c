"""Heat maps as small tables in words: the columns' labels, then a line for each row."""

import textwrap
from typing import Any

import numpy as np
from matplotlib.collections import QuadMesh
from matplotlib.text import Text

from course_utils.figures.drawing import Drawing, Part
from course_utils.figures.wording import name, number, span

MOST_CELLS = 100  # so many values without annotations are still read as a table
MOST_ROWS = 40


def tell_heatmap(drawing: Drawing) -> list[Part]:
    """Tell seaborn's heat map: every value if they are written in the cells or few."""
    meshes = [art for art in drawing.left if isinstance(art, QuadMesh) and _by_seaborn(art)]
    if len(meshes) != 1:
        return []
    mesh = meshes[0]
    rows, columns = (length - 1 for length in np.shape(mesh.get_coordinates())[:2])
    values: Any = np.ma.asarray(mesh.get_array(), dtype=float).reshape(rows, columns)
    notes = {_cell(text): text for text in drawing.left if isinstance(text, Text) and _cell(text)}
    across, down = _labels(drawing.axes.xaxis, columns), _labels(drawing.axes.yaxis, rows)
    kind = name("Heat map", mesh)
    lines = [f"{kind} of {rows} rows by {columns} columns: {span('values', values)}."]
    if notes or values.size <= MOST_CELLS:
        lines += _line("columns", across)
        for i, row in enumerate(down):
            lines += _line(row, [_said(values[i, j], notes.get((i, j))) for j in range(columns)])
    else:
        step = rows // MOST_ROWS + 1
        lines += [f"  {down[i]}: {span('values', values[i])}." for i in range(0, rows, step)]
    drawing.take([mesh, *notes.values()])
    return [Part(((), "", "Heat map"), lines)]


def _by_seaborn(mesh: Any) -> bool:
    """Tell whether cells of size one are counted from the top and labelled in their middle."""
    corners = np.asarray(mesh.get_coordinates())
    rows, columns = corners.shape[:2]
    whole = (corners[0, :, 0] == np.arange(columns)).all()
    ticks = np.concatenate([mesh.axes.get_xticks(), mesh.axes.get_yticks()])
    if not len(ticks) or (ticks % 1 != 0.5).any():
        return False
    return bool(
        whole and (corners[:, 0, 1] == np.arange(rows)).all() and mesh.axes.yaxis_inverted()
    )


def _cell(text: Text) -> tuple[int, int] | None:
    """Return row and column of the cell in whose middle the text stands."""
    x, y = text.get_position()
    return (int(y), int(x)) if x % 1 == 0.5 and y % 1 == 0.5 else None


def _labels(axis: Any, count: int) -> list[str]:
    """Return a label for each row or column; where there is no tick, its number from 1."""
    side = "column" if axis.axis_name == "x" else "row"
    labels = [f"{side} {place}" for place in range(1, count + 1)]
    places = list(axis.get_ticklocs())
    for place, tick in zip(places, axis.get_major_formatter().format_ticks(places), strict=True):
        if 0 <= int(place) < count and str(tick).strip():
            labels[int(place)] = " ".join(str(tick).split())
    return labels


def _said(value: Any, note: Text | None) -> str:
    """Return the value of a cell with all its digits, or the note in it where it says more."""
    words = "" if note is None else " ".join(note.get_text().split())
    if value is np.ma.masked:
        return words or "empty"
    if not words:
        return number(value)
    try:
        shown = float(words)
    except ValueError:
        return words
    mantissa, _, exponent = words.lower().partition("e")
    unit = 10.0 ** (int(exponent or 0) - len(mantissa.partition(".")[2]))
    rounded = abs(shown - value) <= 0.51 * unit
    # A count stays a whole number, and is compared exactly.
    counted = shown == value and unit == 1
    return number(value) if rounded and not counted else words


def _line(heading: str, cells: list[str]) -> list[str]:
    line = f"{heading}: {', '.join(cells)}"
    return textwrap.wrap(line, 98, initial_indent="  ", subsequent_indent="    ")
