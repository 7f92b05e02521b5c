"""Lines with their bands, histograms and densities, under the names that the legend gives."""

from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.lines import Line2D

from course_utils.figures.artists import in_data, tell_bars, tell_line
from course_utils.figures.bands import edges, tell_area, tell_band, upright
from course_utils.figures.drawing import Drawing, Part
from course_utils.figures.legends import Name, look_of
from course_utils.figures.wording import FEW, number, quoted, span, wrapped


def tell_curves(drawing: Drawing) -> list[Part]:
    """Tell the lines that the legend names, each followed by its band; a family of lines as one.

    The bands of lines that are left to `artists` are noted in `drawing.after`.
    """
    _join_spreads(drawing)
    families: dict[tuple[Name, int], list[Any]] = {}
    for line in drawing.bare(Line2D) if drawing.names else []:
        look = look_of(line)
        name = drawing.names.of(look)
        # Without a name the shade tells lines apart: the levels of a numeric hue.
        families.setdefault((name, 0 if name.label else sum(look.colour or ())), []).append(line)
    parts = []
    for (name, shade), lines in families.items():
        told = tell_line(lines[0], name.label) if len(lines) == 1 else _family(name.label, lines)
        told += [words for line in lines for words in drawing.after.get(id(line), [])]
        parts.append(Part((name.rank, name.label, "Line", shade), told))
        drawing.take(lines)
    return parts


def tell_densities(drawing: Drawing) -> list[Part]:
    """Tell bars and areas that the legend names: histograms and density estimates."""
    parts = []
    for shape in drawing.bare((BarContainer, PolyCollection)):
        bars = isinstance(shape, BarContainer)
        if not (len(shape) if bars else shape.get_paths()):
            continue
        name = drawing.names.of(look_of(shape[0] if bars else shape))
        if name.label or drawing.brief:
            if drawing.brief:
                lines = _brief(shape, name.label)
            else:
                lines = tell_bars(shape, name.label) if bars else tell_area(shape, name.label)
            parts.append(Part((name.rank, name.label, "Bars" if bars else "Area"), lines))
            drawing.take([shape])
    return parts


def _join_spreads(drawing: Drawing) -> None:
    """Find for each band and for each set of error bars the line that it belongs to."""
    lines = [line for line in drawing.left if _is_curve(line)]
    for spread in drawing.bare((PolyCollection, ErrorbarContainer)):
        bars = isinstance(spread, ErrorbarContainer)
        if not _bare_bars(spread) if bars else upright(spread):
            continue
        x, low, high = _bar_ends(spread) if bars else edges(spread)
        owner = _owner(look_of(spread[0] if bars else spread).colour, x, (low + high) / 2, lines)
        if owner is None or (not bars and np.ptp(low) == 0):  # an area stands on a level ground
            continue
        told = tell_band(drawing.called(owner).label, x, low, high, bars=bars)
        drawing.after.setdefault(id(owner), []).extend(told)
        drawing.take([spread])


def _is_curve(artist: Any) -> bool:
    inside = isinstance(artist, Line2D) and in_data(artist, artist.get_transform()) == (True, True)
    return inside and len(np.asarray(artist.get_xdata(orig=False))) > 0


def _bare_bars(errors: ErrorbarContainer) -> bool:
    """Tell whether the error bars stand upright around a line that was drawn apart from them."""
    line = errors[0]
    hidden = line is not None and str(line.get_linestyle()) == str(line.get_marker()) == "None"
    return hidden and len(errors[2]) == 1


def _bar_ends(errors: ErrorbarContainer) -> Any:
    ends = np.array(errors[2][0].get_segments()).reshape(-1, 2, 2)
    return ends[:, 0, 0], ends[:, :, 1].min(axis=1), ends[:, :, 1].max(axis=1)


def _owner(colour: Any, x: Any, middle: Any, lines: list[Any]) -> Any:
    """Return the line of this colour and these x that is closest to the middle, or None."""
    best, least = None, np.inf
    for line in lines:
        at = np.asarray(line.get_xdata(orig=False), dtype=float)
        y = np.asarray(line.get_ydata(orig=False), dtype=float)
        if look_of(line).colour != colour or not len(x) or len(at) != len(x):
            continue
        order = np.argsort(at)
        if np.allclose(at[order], x) and (far := np.nanmean(np.abs(y[order] - middle))) < least:
            best, least = line, far
    return best


def _family(label: str, lines: list[Any]) -> list[str]:
    """Tell several lines of one name, without an order that the next run could change."""
    curves = [np.asarray(line.get_xydata(), dtype=float) for line in lines]
    x, lengths = curves[0][:, 0], {len(curve) for curve in curves}
    same = len(lengths) == 1 and all(np.allclose(x, curve[:, 0]) for curve in curves)
    joined = str(lines[0].get_linestyle()) != "None"
    points = f"{len(x)} points each" if same else "points at different places"
    heading = f"{'Lines' if joined else 'Points'}{quoted(label)}: {len(lines)} series of {points}"
    told = [f"{heading}; values in ascending order:"]
    for i in sorted({0, len(x) // 2, len(x) - 1}) if same and len(x) else []:
        values = np.sort([curve[i, 1] for curve in curves])
        words = ", ".join(map(number, values)) if len(values) <= FEW else span("y", values)
        told += wrapped(f"at x = {number(x[i])}: {words}.")
    means = np.sort([np.nanmean(curve[:, 1]) for curve in curves])
    return told + wrapped(f"means: {', '.join(map(number, means))}.")


def _brief(shape: Any, label: str) -> list[str]:
    """Tell a histogram or a density in one line: where it lies, and how high it is."""
    if isinstance(shape, BarContainer):
        left = np.array([bar.get_x() for bar in shape])
        width = np.array([bar.get_width() for bar in shape])
        x, high, ends = left + width / 2, np.array([b.get_height() for b in shape]), left + width
        what, low = f"{len(shape)} bars", left.min()
    else:
        x, _, high = edges(shape)
        what, low, ends = "density", x.min(), x
    mean = np.average(x, weights=high)
    spread = np.sqrt(np.average((x - mean) ** 2, weights=high))
    title = f"{quoted(label).strip()}: " if label else ""
    words = f"{what} from {number(low)} to {number(ends.max())}, highest {number(high.max())}"
    return [f"  {title}{words}; mean {number(mean)}, standard deviation {number(spread)}."]
