"""A curve of one parameter with the parabola that Newton's method puts in its place."""

import math
from collections.abc import Callable
from numbers import Real
from typing import Any

import matplotlib.pyplot as plt
import torch
from matplotlib.axes import Axes

from course_utils.figures.arrays import as_array

NUM = 121  # points of a curve
MARGIN = 0.15  # of the height of the curve, kept free above and below it


def plot_newton(
    f: Callable[[Any], Any],
    slope_of: Callable[[Any], Any],
    curvature_of: Callable[[Any], Any],
    y: float,
    span: tuple[float, float],
    *,
    ax: Axes | None = None,
) -> Axes:
    """Draw f over `span`, the parabola at y and the step to its stationary point; return the Axes.

    The three functions take a number, and `f` a tensor (num,) as well. The parabola has the
    height, the slope and the curvature of f at y. A white circle is where the step begins, a
    square the place on f to which it leads; a dotted line joins it and the parabola's
    stationary point.

    Source: Nocedal and Wright, Numerical Optimization (2006), section 2.2.

    Raises ValueError for numbers that are not finite, and if the curvature at y is zero: such a
    parabola has no stationary point. What the three functions raise comes through.
    """
    if len(span) != 2 or not all(isinstance(it, Real) and math.isfinite(it) for it in (y, *span)):
        raise ValueError(
            f"y and the two ends of span must be finite numbers, got {y!r} and {span!r}: "
            "write y=1.0, span=(-1.0, 3.0), say."
        )
    height, slope, curvature = (float(each(y)) for each in (f, slope_of, curvature_of))
    if curvature == 0:
        raise ValueError(f"the curvature must not be zero, got 0 at y = {y:g}: start elsewhere.")
    ax = ax or plt.subplots()[1]
    grid = torch.linspace(*span, NUM, dtype=torch.float64)
    curve, away = as_array(f(grid)), as_array(grid) - y
    parabola = height + slope * away + curvature * away**2 / 2
    there = y - slope / curvature
    ax.plot(as_array(grid), curve, "-", label="f")
    ax.plot(as_array(grid), parabola, "--", label=f"parabola at {y:g}")
    drop = (height - slope**2 / curvature / 2, float(f(there)))
    ax.plot([there, there], drop, ":", color="black", linewidth=1, label="_drop")
    ax.plot(y, height, "o", color="black", markerfacecolor="white", markersize=8, label="from")
    ax.plot(there, drop[1], "s", color="black", markersize=7, label="Newton's step to")
    room = MARGIN * (curve.max() - curve.min())
    ax.set(xlabel="y", ylabel="height", ylim=(curve.min() - room, curve.max() + room))
    return ax
