"""What is drawn on an Axes, in words: one small function for each kind of artist."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.collections import Collection, PathCollection, PolyCollection, QuadMesh
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.image import AxesImage
from matplotlib.lines import AxLine, Line2D
from matplotlib.patches import Patch
from matplotlib.quiver import Quiver
from matplotlib.table import Table
from matplotlib.text import Annotation, Text

from course_utils.figures.bands import tell_area
from course_utils.figures.wording import FEW, name, number, point, quoted, series, span

STYLES = {"-": "solid", "--": "dashed", "-.": "dash-dotted", ":": "dotted"}
MARKS = {"o": "circles", "s": "squares", "^": "triangles", "v": "triangles pointing down"}
MARKS |= {"D": "diamonds", "P": "thick plus signs", "X": "thick crosses", ".": "dots"}
MARKS |= {"x": "crosses", "+": "plus signs", "*": "stars", "None": "", "none": "", "": ""}


def in_data(artist: Any, transform: Any) -> tuple[bool, bool]:
    """Tell for x and for y whether the artist is placed in the units of its axes."""
    return transform.contains_branch_seperately(artist.axes.transData)  # matplotlib's spelling


def tell_line(line: Line2D, label: str = "") -> list[str]:
    """Tell a line, or points without a line, under the label that the legend gives to it."""
    x, y = np.asarray(line.get_xdata(orig=False)), np.asarray(line.get_ydata(orig=False))
    style = STYLES.get(str(line.get_linestyle()), "")
    marks = MARKS.get(str(line.get_marker()), "marks")
    look = " with ".join(part for part in (style, marks) if part) or "invisible"
    where = in_data(line, line.get_transform())
    if where == (False, True):
        return [f"{name('Horizontal line', line, label)} at y = {number(y[0])}, {look}."]
    if where == (True, False):
        return [f"{name('Vertical line', line, label)} at x = {number(x[0])}, {look}."]
    return series(f"{name('Line' if style else 'Points', line, label)}, {look}", x, y)


def _straight(line: Any) -> list[str]:
    slope, second = line.get_slope(), line.get_xy2()
    course = f"and {point(*second)}" if slope is None else f"with slope {number(slope)}"
    look = STYLES.get(str(line.get_linestyle()), "")
    begin = f"{name('Straight line', line)}, {look}, through {point(*line.get_xy1())}"
    return [f"{begin} {course}."]


def tell_bars(bars: BarContainer, label: str = "") -> list[str]:
    """Tell bars by place and length, under the label that the legend gives to them."""
    boxes = np.array([[*bar.get_xy(), bar.get_width(), bar.get_height()] for bar in bars])
    x, y, width, height = boxes.reshape(-1, 4).T
    lying = bars.orientation == "horizontal"
    (start, thick, base, length) = (y, height, x, width) if lying else (x, width, y, height)
    # The label of a histogram sits on its first bar, that of a bar chart on the container.
    title = name("", bars, label) or (name("", bars[0]) if len(bars) else "")
    heading = f"{'Lying bars' if lying else 'Bars'}{title}, as (place, length)"
    lines = series(heading, start + thick / 2, length, noun="bar", what="length")
    lines.append(f"  {span('width', thick)}.")
    return lines + ([f"  {span('Their feet stand at values', base)}."] if base.any() else [])


def _errors(errors: ErrorbarContainer) -> list[str]:
    data, _, bars = errors
    lines = [f"{name('Error bars', errors)}:", *([] if data is None else tell_line(data))]
    for collection in bars:
        ends = np.array(collection.get_segments()).reshape(-1, 2, 2)
        lengths = np.abs(ends[:, 1] - ends[:, 0]).max(axis=1)
        lines.append(f"  {len(ends)} bars; {span('whole length', lengths)}.")
    return lines


def _scatter(dots: PathCollection) -> list[str]:
    places = np.ma.filled(dots.get_offsets(), np.nan)
    lines = series(name("Scattered points", dots), places[:, 0], places[:, 1])
    lines.insert(1, f"  {span('x', places[:, 0])}.")
    values = dots.get_array()
    return lines if values is None else [*lines, f"  {span('Colour stands for values', values)}."]


def _segments(segments: Collection) -> list[str]:
    paths = segments.get_paths()
    corners = np.concatenate([path.vertices for path in paths] or [np.empty((0, 2))])
    kind = "Line segments" if hasattr(segments, "get_segments") else "Shapes"
    reach = f"{span('x', corners[:, 0])}; {span('y', corners[:, 1])}"
    return [f"{name(kind, segments)} of {len(paths)} pieces: {reach}."]


def _contours(contours: Any) -> list[str]:
    kind = name("Filled contours" if contours.filled else "Contour lines", contours)
    levels = contours.levels
    lines = [f"{kind} at {len(levels)} {span('levels', levels)}."]
    lines.append(f"  The surface runs from {number(contours.zmin)} to {number(contours.zmax)}.")
    rings = [] if contours.filled else list(zip(levels, contours.get_paths(), strict=True))
    for level, path in rings[:: len(rings) // FEW + 1]:
        if len(path.vertices):
            lines.append(f"  Level {number(level)}: {_reach(path.vertices)}.")
    return lines


def _reach(corners: Any) -> str:
    """Return between which ends the corners, an array (…, 2), lie along x and y."""
    x, y = np.moveaxis(np.asarray(corners), -1, 0)
    return " and ".join(
        f"{axis} from {number(values.min())} to {number(values.max())}"
        for axis, values in (("x", x), ("y", y))
    )


def _image(image: AxesImage) -> list[str]:
    values: Any = np.ma.asarray(image.get_array())
    size = " by ".join(str(length) for length in values.shape)
    left, right, bottom, top = (number(end) for end in image.get_extent())
    lines = [f"{name('Image', image)} of {size} (rows by columns): {span('values', values)}."]
    return [*lines, f"  It covers x from {left} to {right}, y from {bottom} to {top}."]


def _mesh(mesh: QuadMesh) -> list[str]:
    values: Any = np.ma.asarray(mesh.get_array())
    lines = [f"{name('Coloured grid', mesh)} of {values.size} cells: {span('values', values)}."]
    return [*lines, f"  It covers {_reach(mesh.get_coordinates())}."]


def _arrows(arrows: Any) -> list[str]:
    begin = f"{name('Arrows', arrows)}: {len(arrows.U)}"
    return [
        f"{begin}; {span('start x', arrows.X)}; {span('start y', arrows.Y)}.",
        f"  {span('x component', arrows.U)}; {span('y component', arrows.V)}.",
    ]


def _shape(shape: Patch) -> list[str]:
    corners = shape.get_patch_transform().transform(shape.get_path().vertices)
    kind = "Arrow" if "Arrow" in type(shape).__name__ else type(shape).__name__
    where = in_data(shape, shape.get_data_transform())
    if where == (True, True):
        return [f"{name(kind, shape)}: {_reach(corners)}."]
    for axis, inside, values in zip("xy", where, corners.T, strict=True):
        if inside:
            strip = f"{axis} from {number(values.min())} to {number(values.max())}"
            return [f"{name('Shaded strip', shape)}: {strip}."]
    return [f"{name(kind, shape)}, placed by the frame."]


def _text(text: Text) -> list[str]:
    words = quoted(text.get_text())
    if isinstance(text, Annotation) and text.xycoords == "data":
        kind = "Note" if text.arrow_patch is None else "Note with an arrow" if words else "Arrow"
        start = "" if words else f" from {point(*text.xyann)}"
        return [f"{kind}{words}{start} at {point(*text.xy)}."]
    inside = in_data(text, text.get_transform()) == (True, True)
    place = f" at {point(*text.get_position())}" if inside else ""
    return [f"Text{words}{place}."] if words else []


def _table(table: Table) -> list[str]:
    cells = {key: cell.get_text().get_text() for key, cell in sorted(table.get_celld().items())}
    rows: dict[int, list[str]] = {}
    for (row, _), words in cells.items():
        rows.setdefault(row, []).append(words)
    return ["Table:", *(f"  {' | '.join(words)}" for words in rows.values())]


# The first kind that fits speaks, so the special kinds stand above the general ones.
KINDS: tuple[tuple[type, Callable[[Any], list[str]]], ...] = (
    (BarContainer, tell_bars),
    (ErrorbarContainer, _errors),
    (AxLine, _straight),
    (Line2D, tell_line),
    (PathCollection, _scatter),
    (ContourSet, _contours),
    (QuadMesh, _mesh),
    (Quiver, _arrows),
    (PolyCollection, tell_area),
    (Collection, _segments),
    (AxesImage, _image),
    (Patch, _shape),
    (Text, _text),
    (Table, _table),
)


def sentences(artist: Any) -> list[str]:
    """Return what the artist shows, one short line each."""
    for kind, speak in KINDS:
        if isinstance(artist, kind):
            return speak(artist)
    return [f"Also drawn: {name(type(artist).__name__, artist)}."]
