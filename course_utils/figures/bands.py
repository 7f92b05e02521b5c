"""Bands and filled areas in words: their edges, and their width in numbers of its own."""

from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection

from course_utils.figures.wording import FEW, name, number, quarters, quoted, series, span, wrapped


def edges(band: PolyCollection) -> Any:
    """Return where the band has corners along x, and its lower and its upper edge there.

    Beside the y axis y takes the part of x, left and right that of lower and upper.
    """
    corners = np.concatenate([path.vertices for path in band.get_paths()] or [np.empty((0, 2))])
    corners = corners[:, ::-1] if upright(band) else corners
    x = np.unique(corners[:, 0])
    ends = [(part.min(), part.max()) for part in (corners[corners[:, 0] == at, 1] for at in x)]
    low, high = np.array(ends).reshape(-1, 2).T
    return x, low, high


def upright(band: PolyCollection) -> bool:
    """Tell whether the area spreads from side to side along y; older matplotlib does not say."""
    return getattr(band, "t_direction", "x") == "y"


def tell_area(area: PolyCollection, label: str = "") -> list[str]:
    """Tell a filled area by both of its edges, or by the upper one if the lower one is level."""
    x, low, high = edges(area)
    kind = name("Filled area", area, label)
    if upright(area):
        kind += ", as (y, x)"
        lines = series(f"{kind}, right edge", x, high, what="x")
        return lines if np.ptp(low) == 0 else lines + series(f"{kind}, left edge", x, low, what="x")
    if label and len(low) and np.ptp(low) == 0:
        return series(f"{kind} above y = {number(low[0])}", x, high)
    lines = series(f"{kind}, upper edge", x, high) + series(f"{kind}, lower edge", x, low)
    return lines + (wrapped(f"{_widths(high - low, 'width')}.") if len(x) else [])


def tell_band(owner: str, x: Any, low: Any, high: Any, *, bars: bool = False) -> list[str]:
    """Tell what spreads around a line: its ends at the first, the middle and the last x.

    The width is told as well: against the edges of a narrow band a change of its width is nothing.
    """
    of = quoted(owner) or " the line"
    kind, noun, width = ("Error bars", "bar", "length") if bars else ("Band", "point", "width")
    if not len(x):
        return [f"{kind} of{of}: 0 {noun}s."]
    stations = sorted({0, len(x) // 2, len(x) - 1})
    ends = [f"from {number(low[i])} to {number(high[i])} at x = {number(x[i])}" for i in stations]
    lines = [f"{kind} of{of}: {len(x)} {noun}{'' if len(x) == 1 else 's'}."]
    lines += wrapped(f"{'; '.join(ends)}.")
    if len(x) > FEW:
        lines.append(f"  Mean lower end of its four quarters: {quarters(low)}.")
    return [*lines, *wrapped(f"{_widths(high - low, width)}.")]


def _widths(widths: Any, what: str) -> str:
    if len(widths) <= FEW:
        return f"{what}: {', '.join(map(number, widths))}"
    return f"{span(what, widths)}; mean of its four quarters: {quarters(widths)}"
