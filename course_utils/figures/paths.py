"""Paths of several runs over one map of their loss, side by side, so that none hides another."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from torch import Tensor

from course_utils.figures.arrays import as_array
from course_utils.figures.plotting import plot_contours
from course_utils.figures.style import PALETTE

COLUMNS = 3
MARGIN = 0.05  # of the range by which a map reaches beyond a path that leaves it


def plot_paths(
    loss_of: Callable[[Tensor, Tensor], Tensor],
    paths: Mapping[str, Tensor],
    x_range: tuple[float, float],
    y_range: tuple[float, float],
    *,
    lowest: Tensor | None = None,
    axes: Sequence[Axes] | None = None,
    x_label: str = "x",
    y_label: str = "y",
) -> Sequence[Axes]:
    """Draw each path over a map of the loss, in a panel of its own, and return the panels.

    `loss_of` takes x (1, num) and y (num, 1) and returns losses, (num, num). `paths` maps the title
    of a panel to its path, (steps, 2), one row (x, y) for each point. Darker means a higher loss. A
    white circle is the start of the path, a square its end, a star the place `lowest`, (2,). The
    ranges are those of all panels; they grow where a path leaves them.

    Raises ValueError if `axes` are not one for each path, and for paths or `lowest` of another
    shape; TypeError for what holds no numbers.
    """
    points = {title: as_array(path) for title, path in paths.items()}
    shapes = [each.shape for each in points.values()]
    if not shapes or not all(len(it) == 2 and it[0] and it[1] == 2 for it in shapes):
        raise ValueError(f"paths must be (steps, 2), one or more, got {shapes}: stack the points.")
    if lowest is not None and as_array(lowest).shape != (2,):
        raise ValueError(f"lowest must be (2,), got {as_array(lowest).shape}: pass x and y.")
    if axes is None:
        rows = math.ceil(len(paths) / COLUMNS)
        size = (3.0 * min(len(paths), COLUMNS), 2.5 * rows)
        grid = plt.subplots(rows, COLUMNS, figsize=size, squeeze=False)[1]
        axes = [*grid.flat][: len(paths)]
        for unused in grid.flat[len(paths) :]:
            unused.remove()
    if len(axes) != len(paths):
        wanted = f"axes must be one for each of {len(paths)} paths"
        raise ValueError(f"{wanted}, got {len(axes)}: leave them out, or make as many.")
    x_range, y_range = (
        _wider(edges, np.concatenate([each[:, i] for each in points.values()]))
        for i, edges in enumerate((x_range, y_range))
    )
    for ax, (title, each) in zip(axes, points.items(), strict=True):
        labels: Any = {"x_label": x_label, "y_label": y_label}
        plot_contours(loss_of, x_range, y_range, ax=ax, num=61, heights=False, **labels)
        _draw(ax, each, lowest)
        ax.set_title(title)
    return axes


def _wider(edges: tuple[float, float], seen: np.ndarray) -> tuple[float, float]:
    """Return edges between which all finite numbers lie, the given ones if they do so already."""
    low, high = edges
    seen, margin = seen[np.isfinite(seen)], MARGIN * (high - low)
    left, right = float(seen.min(initial=math.inf)), float(seen.max(initial=-math.inf))
    return low if left >= low else left - margin, high if right <= high else right + margin


def _draw(ax: Axes, points: np.ndarray, lowest: Tensor | None) -> None:
    """Draw one path, with its two ends, and the lowest place."""
    ink = PALETTE[1]
    none: Any = {"linestyle": "none"}
    if lowest is not None:
        ax.plot(*as_array(lowest), "*", markersize=13, color="black", label="lowest", **none)
    ax.plot(*points.T, "-", color=ink, linewidth=1.4, label="path")
    start: Any = {"markerfacecolor": "white", "markeredgecolor": ink, "markersize": 8}
    ax.plot(*points[0], "o", label="start", **start, **none)
    ax.plot(*points[-1], "s", color=ink, markersize=6, label="end", **none)
