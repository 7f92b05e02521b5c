"""The plots of a figure; in seaborn's grids with the titles and labels of row and column."""

from typing import Any, NamedTuple

from matplotlib.figure import Figure, SubFigure


class Panel(NamedTuple):
    """A plot: its Axes, those drawn over it, its title, its labels, and whether it shows a pair."""

    axes: Any
    twins: tuple[Any, ...]
    title: str
    x_label: str
    y_label: str
    pair: bool


def panels(figure: Figure | SubFigure) -> list[Panel]:
    """Return the visible plots of a figure in the order in which they were made."""
    plots = [plot for axes in figure.axes for plot in (axes, *axes.child_axes)]
    plots = [plot for plot in plots if plot.get_visible()]
    if not _is_grid(figure):
        return [_panel(plot) for plot in plots]
    twins = {id(plot): _under(plot, plots) for plot in plots if _is_twin(plot)}
    grid = [plot for plot in plots if twins.get(id(plot)) is None]
    pair = len({label for plot in grid if (label := _label(grid, plot, "x"))}) > 1
    return [
        Panel(
            plot,
            tuple(twin for twin in plots if twins.get(id(twin)) is plot),
            _titled(grid, plot),
            _label(grid, plot, "x"),
            _label(grid, plot, "y"),
            pair and len(grid) > 1 and not _is_joint(grid),
        )
        for plot in grid
    ]


def _panel(axes: Any) -> Panel:
    titles = [axes.get_title(loc) for loc in ("left", "center", "right")]
    title = " / ".join(title for title in titles if title)
    return Panel(axes, (), title, axes.get_xlabel(), axes.get_ylabel(), False)


def _is_grid(figure: Any) -> bool:
    """Tell whether the figure is one of seaborn's grids.

    These call `tight_layout`, which leaves a placeholder for a layout; the course's style never
    does, and matplotlib's own figures have none at all.
    """
    engine = getattr(figure, "get_layout_engine", lambda: None)()
    return type(engine).__name__ == "PlaceHolderLayoutEngine"


def _is_joint(grid: list[Any]) -> bool:
    """Tell whether the panels are of different sizes: a joint plot with its margins."""
    return len({_size(plot) for plot in grid if _place(plot)}) > 1


def _size(plot: Any) -> tuple[int, int]:
    rows, columns = _place(plot)
    return len(rows), len(columns)


def _place(plot: Any) -> Any:
    """Return the rows and the columns of the grid that the plot takes, None outside of a grid."""
    spec = plot.get_subplotspec()
    return None if spec is None else (spec.rowspan, spec.colspan)


def _is_twin(plot: Any) -> bool:
    """Tell whether nothing but its contents can be seen of the plot."""
    return not plot.axison and not plot.patch.get_visible()


def _under(twin: Any, plots: list[Any]) -> Any:
    """Return the plot over which a twin is drawn."""
    same = [plot for plot in plots if plot is not twin and not _is_twin(plot)]
    return next((plot for plot in same if _place(plot) and _place(plot) == _place(twin)), None)


def _label(grid: list[Any], plot: Any, side: str) -> str:
    """Return the plot's label, else one from its column (for x) or its row (for y)."""
    own = getattr(plot, f"get_{side}label")()
    if own or not _place(plot):
        return own
    across = side == "y"
    line = [other for other in grid if _place(other) and _shares(plot, other, row=across)]
    labels = [getattr(other, f"get_{side}label")() for other in line]
    return next((label for label in labels if label), "")


def _shares(plot: Any, other: Any, *, row: bool) -> bool:
    return _place(plot)[0 if row else 1] == _place(other)[0 if row else 1]


def _titled(grid: list[Any], plot: Any) -> str:
    """Return the plot's title; with titles in the margins that of its row and of its column."""
    title = _panel(plot).title
    if not _place(plot):
        return title
    column = [other for other in grid if _place(other) and _shares(plot, other, row=False)]
    title = title or next((_panel(other).title for other in column if _panel(other).title), "")
    row = [other for other in grid if _place(other) and _shares(plot, other, row=True)]
    notes = [text.get_text() for other in row for text in other.texts if _in_margin(text)]
    return " | ".join([*notes[:1], *([title] if title else [])])


def _in_margin(text: Any) -> bool:
    """Tell whether the text is a title that seaborn writes to the right of a row."""
    beside = getattr(text, "xycoords", "") == "axes fraction"
    return beside and text.xy[0] > 1 and text.get_rotation() == 270
