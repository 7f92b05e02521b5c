"""A bowl from above: rings of equal loss, and the two directions that do not disturb each other."""

import math
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes

from course_utils.figures.arrays import as_array
from course_utils.figures.style import PALETTE
from course_utils.figures.wording import number

RISES = (20.0, 80.0, 180.0)  # °C²


def plot_bowl(
    hessian: Any,
    lowest: Any,
    *,
    path: Any = None,
    rises: tuple[float, ...] = RISES,
    reach: float = 24.0,
    ax: Axes | None = None,
    x_label: str = "w (°C per unit of the input)",
    y_label: str = "b (°C)",
) -> Axes:
    """Draw a quadratic loss of w and b around its lowest point; return the Axes.

    `hessian`: (2, 2); `lowest`: (2,), the (w, b) of the lowest loss. Each ring joins the points
    whose loss is higher than the lowest by one of `rises`. Two lines through the lowest point
    follow the directions of the Hessian, from one side of the outer ring to the other, with their
    curvatures in the legend; where `path` is given, (steps + 1, 2), it is drawn instead, with
    five marks or so on a long one. One unit of w is as long as one of b, and the picture shows
    `reach` units each way.

    Source: Nocedal and Wright, Numerical Optimization (2006), section 3.3.

    Raises ValueError for other shapes, and for a Hessian whose curvatures are not both above zero.
    """
    matrix, centre = as_array(hessian), as_array(lowest)
    if matrix.shape != (2, 2) or centre.shape != (2,):
        got = f"{matrix.shape} and {centre.shape}"
        raise ValueError(f"hessian and lowest must be (2, 2) and (2,), got {got}: pass w and b.")
    points = None if path is None else as_array(path)
    if points is not None and (points.ndim != 2 or points.shape[1] != 2):
        wanted = "path must be (steps + 1, 2), one row (w, b) for each point"
        raise ValueError(f"{wanted}, got {points.shape}: stack the parameters.")
    curvatures, directions = torch.linalg.eigh(torch.as_tensor(matrix, dtype=torch.float64))
    if curvatures[0] <= 0:
        raise ValueError(
            f"the curvatures must be above zero, got {curvatures[0]:.3g}: without that there is no "
            "lowest point."
        )
    ax = ax or plt.subplots()[1]
    turn = np.linspace(0, 2 * math.pi, 361)
    circle = np.stack([np.cos(turn), np.sin(turn)])
    for place, rise in enumerate(rises):
        half_axes = np.sqrt(2 * rise / as_array(curvatures))
        ring = centre.reshape(2, 1) + as_array(directions) @ (half_axes.reshape(2, 1) * circle)
        heights = ", ".join(f"{height:g}" for height in rises)
        label = None if place else f"{heights} °C² above the lowest loss"
        ax.plot(ring[0], ring[1], "-", color="#555555", linewidth=1, label=label)
    if points is None:
        lengths = np.minimum(np.sqrt(2 * max(rises) / as_array(curvatures)), 0.8 * reach)
        _draw_directions(ax, centre, as_array(curvatures), as_array(directions), lengths)
    else:
        steps = len(points) - 1
        every = 1 if steps <= 20 else steps // 5
        label = f"path, {steps} step{'' if steps == 1 else 's'}"
        label += "" if every == 1 else f", a mark after every {every}"
        line = ax.plot(
            points[:, 0], points[:, 1], "-o", color=PALETTE[1], markersize=4, label=label
        )
        line[0].set_markevery(every)
    size = 11 if points is not None else 6  # small, for the steep direction may be short
    ax.plot(*centre, "*", color="black", markersize=size, linestyle="none", label="lowest loss")
    (left, right), (bottom, top) = zip(centre - reach, centre + reach, strict=True)
    ax.set(xlim=(left, right), ylim=(bottom, top), aspect="equal", xlabel=x_label, ylabel=y_label)
    ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.18), frameon=False)
    return ax


def _draw_directions(
    ax: Axes,
    centre: np.ndarray,
    curvatures: np.ndarray,
    directions: np.ndarray,
    lengths: np.ndarray,
) -> None:
    """Draw a line of `lengths` each way along each direction, the gentle one first."""
    looks = (("gentle", "--", PALETTE[2]), ("steep", "-", PALETTE[1]))
    for place, (name, style, ink) in enumerate(looks):
        along = directions[:, place] * (1 if directions[:, place].sum() > 0 else -1)
        ends = np.stack([centre - lengths[place] * along, centre + lengths[place] * along])
        label = f"{name} direction, curvature {number(float(curvatures[place]))}"
        ax.plot(ends[:, 0], ends[:, 1], style, color=ink, linewidth=1.6, label=label)
