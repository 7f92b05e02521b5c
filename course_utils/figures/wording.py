"""Numbers, names and series of points as words: what descriptions are made of."""

import textwrap
from typing import Any

import numpy as np

FEW = 12  # so many points are listed one by one; a longer curve is summarised


def number(value: float) -> str:
    """Return a quantity with four digits or one decimal, and always with a decimal point.

    Raises TypeError for what is no number.

    >>> number(1763.8846), number(0.2327), number(100), number(5.8e12), number(float("nan"))
    ('1763.9', '0.2327', '100.0', '5.800e+12', 'nan')
    """
    try:
        value = float(value) + 0.0  # turns -0.0 into 0.0
    except ValueError:
        raise TypeError(f"a number is wanted, got {value!r}: convert it with float(…).") from None
    return f"{value:.1f}" if 999 <= abs(value) < 1e7 else f"{value:#.4g}"


def point(x: float, y: float) -> str:
    """Return a pair of coordinates, such as `(1.000, 0.5000)`."""
    return f"({number(x)}, {number(y)})"


def span(what: str, values: Any) -> str:
    """Return between which ends the values lie and their mean, leaving out nan and inf."""
    values = np.ma.filled(np.ma.asarray(values, dtype=float), np.nan).ravel()
    finite = values[np.isfinite(values)]
    if not finite.size:
        return f"{what} without a finite value"
    ends = f"{what} from {number(finite.min())} to {number(finite.max())}"
    missing = values.size - finite.size
    return f"{ends}, mean {number(finite.mean())}" + (f", {missing} not finite" if missing else "")


def quoted(text: str) -> str:
    """Return the text in quotation marks after a space, on one line; nothing for no text."""
    return f' "{" ".join(text.split())}"' if text.strip() else ""


def name(kind: str, artist: Any, label: str = "") -> str:
    """Return the kind with the artist's label; matplotlib's own begin with an underscore.

    `label`: what the legend calls an artist that has no label itself.
    """
    label = label or str(artist.get_label() or "")
    return kind if label.startswith("_") else kind + quoted(label)


def series(heading: str, x: Any, y: Any, *, noun: str = "point", what: str = "y") -> list[str]:
    """Return a heading and the course of the points: all of a few, the stations of many."""
    x, y = (np.ma.filled(np.ma.asarray(values, dtype=float), np.nan) for values in (x, y))
    count = len(y)
    lines = [f"{heading}: {count} {noun}{'' if count == 1 else 's'}."]
    if not count:
        return lines
    if count > 1:
        lines.append(f"  {span(what, y)}.")
    if count <= FEW:
        stations = [point(*pair) for pair in zip(x, y, strict=True)]
        rows = [stations[start : start + 4] for start in range(0, count, 4)]
        return lines + ["  " + ", ".join(row) for row in rows]
    first, *between, last = (point(x[i], y[i]) for i in np.linspace(0, count - 1, 5).astype(int))
    lines.append(f"  From {first} by way of {', '.join(between)}")
    lines.append(f"  to {last}.")
    extremes = {"Lowest": y.argmin(), "Highest": y.argmax()}  # with nan among them: the first nan
    clear = [f"{side} at x = {number(x[i])}." for side, i in extremes.items() if _stands_out(y, i)]
    lines += [f"  {' '.join(clear)}"] if clear else []
    # A single point does not show a bump between the stations, the averages do.
    return [*lines, f"  Mean {what} of its four quarters: {quarters(y)}."]


def wrapped(line: str) -> list[str]:
    """Return a long line as indented lines that fit the page."""
    return textwrap.wrap(line, 98, initial_indent="  ", subsequent_indent="  ")


def quarters(values: Any) -> str:
    """Return the mean of the values in each of four parts of equal length, one after the other."""
    parts = [part[np.isfinite(part)] for part in np.array_split(values, 4)]
    return ", ".join(number(part.mean()) if part.size else "nan" for part in parts)


def _stands_out(y: Any, place: int) -> bool:
    """Tell whether no other value comes within 5 % of this one: rounding cannot move its place."""
    return bool((np.abs(np.delete(y, place) - y[place]) > 0.05 * abs(y[place])).all())
