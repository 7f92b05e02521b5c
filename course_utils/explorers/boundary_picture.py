"""The picture of the widget of notebook 08: the decision surface, and the loss by epoch."""

import math

from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from course_utils.explorers.boundary_run import BoundaryRun
from course_utils.explorers.drawing import draw_png, new_figure
from course_utils.figures import LINE_STYLES, PALETTE, plot_decision_surface


def draw_boundary(run: BoundaryRun, title: str) -> tuple[Figure, str]:
    """Return a figure of the run and its PNG in base64.

    On the left the decision surface, under `title`; on the right both losses of each epoch.
    """
    figure = new_figure()
    left, right = figure.subplots(1, 2)
    plot_decision_surface(run.model, run.X, run.y, ax=left, num=61)
    left.set_title(title)
    left.legend(loc="upper right", frameon=True, framealpha=0.9, fontsize=8)
    epochs = range(1, run.epoch + 1)
    for losses, label, place in (
        (run.losses, "training (200 points)", 0),
        (run.val_losses, "validation (1,000 points)", 1),
    ):
        right.plot(epochs, losses, LINE_STYLES[place], color=PALETTE[place], label=label)
    chance = "ln 2: knowing nothing"
    right.axhline(math.log(2), color="black", linestyle=":", linewidth=1, label=chance)
    right.set(xlim=(0, run.num_epochs), ylim=(0, 1), xlabel="epoch", ylabel="loss (nats)")
    right.set_title(f"{run.epoch} of {run.num_epochs} epochs")
    right.xaxis.set_major_locator(MaxNLocator(integer=True))
    right.legend(loc="center right", frameon=True, framealpha=0.9, fontsize=8)
    return figure, draw_png(figure)
