"""The picture of the widget of notebook 04: a path on the map of its loss, and the loss by step."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullFormatter
from torch import Tensor

from course_utils.explorers.drawing import draw_png, new_figure
from course_utils.figures import PALETTE, number, plot_contours
from course_utils.landscapes import Landscape

SMALLEST, LARGEST = 1e-16, 1e16  # what is drawn of a loss: zero and inf have no logarithm


def draw_run(land: Landscape, path: Tensor, title: str) -> tuple[Figure, str]:
    """Return a figure of the run `path`, (steps + 1, 2), on the landscape, and its PNG in base64.

    On the left the path on the map, under `title`; on the right the loss of each step.
    """
    figure = new_figure(4.1, bottom=0.21)  # room for a legend below the map
    left, right = figure.subplots(1, 2)
    plot_contours(
        land.on_grid,
        land.x_range,
        land.y_range,
        path=path,
        ax=left,
        num=61,
        x_label=land.x_label,
        y_label=land.y_label,
    )
    left.plot(*land.lowest, "*", markersize=13, color="black")
    left.legend(loc="upper center", bbox_to_anchor=(0.5, -0.13), ncols=3, frameon=False)
    left.set_title(title)
    _draw_losses(right, land.loss_fn(path), land.loss_fn(land.lowest).item())
    return figure, draw_png(figure)


def _draw_losses(axes: Axes, losses: Tensor, best: float) -> None:
    """Draw the loss of each step, and where the lowest one lies if an axis can show it."""
    shown = losses.clamp(SMALLEST, LARGEST)  # nan stays nan
    axes.semilogy(shown, color=PALETTE[1], label="loss")
    ends = shown[shown.isfinite()].tolist()
    if best > 1e-6:
        axes.axhline(best, color="black", linestyle=":", label="lowest possible")
        ends.append(best)
    # From one power of ten to another, so that the numbers at the axis are few.
    low, high = math.floor(math.log10(min(ends))), math.ceil(math.log10(max(ends)))
    axes.set(xlim=(0, len(losses) - 1), ylim=(10.0 ** min(low, high - 1), 10.0**high))
    axes.yaxis.set_minor_formatter(NullFormatter())
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    last = number(losses[-1].item())
    axes.set(xlabel="step", ylabel="loss", title=f"loss after {len(losses) - 1} steps: {last}")
    axes.legend(loc="upper right")
