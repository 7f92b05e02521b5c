"""The course's style, figures that describe themselves, and each plot that appears twice.

- `use_course_style()`: the style for matplotlib and seaborn; a notebook shows each figure with its
  words in a fold below
- `PALETTE`, `LINE_STYLES`, `MARKERS`: seven of each, told apart by any eye
- `describe(figure)`: a figure in words and numbers, also of what seaborn draws
- `to_png(figure)`, `shrink_png(data)`: a figure as a small PNG, and a PNG made smaller
- `number(value)`: a quantity as descriptions and titles write it
- `plot_loss(…)`, `plot_contours(…)`, `plot_fit(…)`: losses by epoch, a bowl with a path, a line
- `plot_graph(result, x=x)`: what a number was computed from, with values, gradients and slopes
- `draw_network(model)`: units and weights of a chain of layers, some of them pale where asked
- `plot_bowl(…)`: rings of a quadratic loss, with its two directions or a path
- `plot_newton(…)`: a curve, its parabola at one place, and Newton's step
- `plot_shares(…)`, `plot_ring(…)`: workers, and who sends what to whom
- `plot_paths(…)`: paths of several runs over one map, side by side
- `plot_decision_surface(…)`, `probabilities_on_grid(…)`: what a classifier says in the plane
"""

from course_utils.figures.bowls import plot_bowl
from course_utils.figures.descriptions import describe
from course_utils.figures.graphs import plot_graph
from course_utils.figures.networks import draw_network
from course_utils.figures.newton import plot_newton
from course_utils.figures.paths import plot_paths
from course_utils.figures.plotting import plot_contours, plot_fit, plot_loss
from course_utils.figures.png import shrink_png, to_png
from course_utils.figures.style import LINE_STYLES, MARKERS, PALETTE, use_course_style
from course_utils.figures.surfaces import plot_decision_surface, probabilities_on_grid
from course_utils.figures.wording import number
from course_utils.figures.workers import plot_ring, plot_shares

__all__ = [
    "LINE_STYLES",
    "MARKERS",
    "PALETTE",
    "describe",
    "draw_network",
    "number",
    "plot_bowl",
    "plot_contours",
    "plot_decision_surface",
    "plot_fit",
    "plot_graph",
    "plot_loss",
    "plot_newton",
    "plot_paths",
    "plot_ring",
    "plot_shares",
    "probabilities_on_grid",
    "shrink_png",
    "to_png",
    "use_course_style",
]
