"""The style of the course's figures, and figures that describe themselves in a notebook."""

import warnings
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.figure import Figure
from matplotlib.rcsetup import cycler

from course_utils.figures.descriptions import describe
from course_utils.figures.display import show_with_words
from course_utils.figures.solid import draw_solid

# Okabe and Ito, Color Universal Design (2008): seven colours that readers with any kind of colour
# vision tell apart. Neighbours differ in lightness too; their yellow is too pale for white paper.
PALETTE = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]

# Never colour alone: the nth line has the nth style, and may take the nth marker.
LINE_STYLES: list[Any] = ["-", "--", "-.", ":", (0, (7, 2)), (0, (4, 1, 1, 1, 1, 1)), (0, (2, 1))]
MARKERS = ["o", "s", "^", "D", "v", "P", "X"]

STYLE: Any = {
    "figure.figsize": (6.4, 3.6),  # inches
    "figure.dpi": 100,  # sharp enough to read, and a PNG of about 20 kB
    "savefig.dpi": 100,
    "figure.constrained_layout.use": True,
    "font.family": "DejaVu Sans",  # comes with matplotlib: the same letters on every machine
    "font.size": 10,
    "axes.titlesize": 11,
    "axes.prop_cycle": cycler(color=PALETTE, linestyle=LINE_STYLES),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.6,
    "lines.linewidth": 1.8,
    "lines.markersize": 5,
    "legend.frameon": False,
    "image.cmap": "cividis",  # lightness alone carries it
}


def use_course_style() -> None:
    """Draw figures in the course's style; in a notebook, show each with its words and numbers.

    A figure then gives two outputs: the picture, and directly below it a fold, "in words", with the
    description. Both come whichever way it is shown: by `plt.show()`, at the end of a cell, as its
    last expression, or by `display(figure)`, which passes over `display_id=` and `metadata=`. In an
    IPython without a notebook the description stands where `<Figure size …>` would. In plain Python
    this sets defaults and nothing else. Calling it again is harmless.

    Call it after `import seaborn`, which then takes colours and sizes from here. It keeps its own
    colour maps: pass `cmap="cividis"` to a heat map, and `palette="crest"`, dark enough for lines,
    for numbers.
    """
    from IPython import get_ipython

    shell = get_ipython()
    in_notebook = hasattr(shell, "kernel")
    if in_notebook:
        # Activating the inline backend drops the formatters of Figure, so ours come after it.
        shell.enable_matplotlib("inline")
    plt.rcParams.update(STYLE)
    draw_solid()
    # seaborn's grids arrange themselves, which is what they should do.
    warnings.filterwarnings("ignore", message="The figure layout has changed to tight")
    if shell is not None:
        shell.display_formatter.formatters["text/plain"].for_type(Figure, _print_words)
    if in_notebook:
        shell.display_formatter.ipython_display_formatter.for_type(Figure, show_with_words)


def _print_words(figure: Figure, printer: Any, cycle: bool) -> None:
    """Write the description where IPython would write `<Figure size 640x360 with 1 Axes>`."""
    printer.text(describe(figure))
