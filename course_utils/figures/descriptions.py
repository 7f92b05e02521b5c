"""A figure in words and numbers: for whoever cannot see it, for reviewers, and for the tests."""

import textwrap
from collections.abc import Iterator
from typing import Any

from matplotlib.category import StrCategoryLocator
from matplotlib.figure import Figure, SubFigure
from matplotlib.ticker import FixedLocator, LogFormatter, ScalarFormatter

from course_utils.figures.artists import sentences
from course_utils.figures.bars import tell_bars, tell_points
from course_utils.figures.boxes import tell_boxes, tell_violins
from course_utils.figures.curves import tell_curves, tell_densities
from course_utils.figures.dots import tell_groups, tell_strips
from course_utils.figures.drawing import Drawing
from course_utils.figures.grids import Panel, panels
from course_utils.figures.legends import legend_lines, naming
from course_utils.figures.tables import tell_heatmap
from course_utils.figures.wording import number, quoted

# Only with these do ticks stand where the author put them.
NAMED = (FixedLocator, StrCategoryLocator)
# What seaborn draws, the special kinds first: a violin is also an area, an error bar also a line.
FAMILIES = (
    tell_heatmap,
    tell_boxes,
    tell_violins,
    tell_strips,
    tell_bars,
    tell_points,
    tell_curves,
    tell_groups,
    tell_densities,
)


def describe(figure: Figure | SubFigure) -> str:
    """Return the figure in plain sentences: titles, axes, and what is drawn, with numbers.

    Every measured quantity is written with a decimal point, every count as an integer. What seaborn
    draws is named by the legend and by the categories, in their order, not in that of the drawing.
    Raises TypeError for what is no figure.
    """
    if not isinstance(figure, Figure | SubFigure):
        raise TypeError(f"a figure is wanted, got {type(figure).__name__}: take ax.figure, say.")
    plots = panels(figure)
    if not plots:
        return "Figure: nothing drawn."
    title = figure.get_suptitle()
    heading = f"Figure{quoted(title)}: {len(plots)} plot{'' if len(plots) == 1 else 's'}."
    paragraphs = [heading] if title or len(plots) > 1 else []
    for place, plot in enumerate(plots, start=1):
        which = f"Plot {place} of {len(plots)}" if len(plots) > 1 else "Plot"
        paragraphs.append("\n".join(_panel_lines(plot, which, figure)))
    notes = [text.get_text() for text in figure.texts if text.get_text() != title]
    paragraphs += [f"Written on the figure:{quoted(note)}." for note in notes]
    paragraphs += ["\n".join(legend_lines(legend)) for legend in figure.legends]
    return "\n\n".join(paragraphs)


def _panel_lines(panel: Panel, which: str, figure: Any) -> Iterator[str]:
    axes = panel.axes
    if axes.get_label() == "<colorbar>":
        axis = axes.xaxis if len(axes.get_xticks()) else axes.yaxis
        yield f"{which}, a colour bar. {_axis(axis, 'colour', axis.get_label_text())}"
        return
    if panel.pair:
        yield f"{which}{quoted(panel.title)}: {_pair(panel)}."
    else:
        label = drawing_label(axes)
        yield f"{which}{quoted(panel.title)}{f', {label}' if label else ''}."
        if axes.axison:
            yield _axis(axes.xaxis, "x axis", panel.x_label)
            yield _axis(axes.yaxis, "y axis", panel.y_label)
    told = [line for plot in (axes, *panel.twins) for line in _drawn_lines(plot, panel, figure)]
    yield from told or ["Nothing drawn."]
    if legend := axes.get_legend():
        yield from legend_lines(legend)


def drawing_label(axes: Any) -> str:
    """Return what a drawing without axes says of itself; nothing where there are axes."""
    return "" if axes.axison else axes.get_label()


def _pair(panel: Panel) -> str:
    """Return the two features that a panel of a pair plot sets against each other."""
    x, y = f"x{quoted(panel.x_label)}", f"y{quoted(panel.y_label)}"
    (left, right), (bottom, top) = map(_ends, (panel.axes.xaxis, panel.axes.yaxis))
    if panel.twins or panel.x_label == panel.y_label:
        return f"the distribution of{quoted(panel.x_label)} from {left} to {right}"
    return f"{x} from {left} to {right}, {y} from {bottom} to {top}"


def _ends(axis: Any) -> tuple[str, str]:
    low, high = _limits(axis)
    return number(low), number(high)


def _drawn_lines(axes: Any, panel: Panel, figure: Any) -> Iterator[str]:
    drawing = Drawing(axes, naming(axes, figure), brief=panel.pair)
    parts = [part for tell in FAMILIES for part in tell(drawing)]
    for part in sorted(parts, key=lambda part: part.rank):
        yield from part.lines
    for artist in drawing.left:
        yield from sentences(artist)
        yield from drawing.after.get(id(artist), [])


def _axis(axis: Any, which: str, label: str) -> str:
    about = f"The {which} shows {' '.join(label.split())}" if label else f"The {which} has no label"
    low, high = _ends(axis)
    scale = axis.get_scale()
    scaled = "" if scale == "linear" else f" on a {scale} scale"
    sentence = f"{about}, from {low} to {high}{scaled}."
    places, formatter = axis.get_ticklocs(), axis.get_major_formatter()
    if not len(places):
        sentence += " It has no ticks."
    elif isinstance(axis.get_major_locator(), NAMED) and not _counts(formatter):
        ticks = ", ".join(map(str, formatter.format_ticks(list(places))))
        sentence += "\n" + textwrap.fill(f"Ticks: {ticks}.", 96)
    return sentence


def _counts(formatter: Any) -> bool:
    """Tell whether the ticks carry plain numbers, which the ends of the axis tell as well."""
    return isinstance(formatter, (ScalarFormatter, LogFormatter))


def _limits(axis: Any) -> tuple[float, float]:
    """Return the ends of the axis in the order in which they are drawn."""
    return axis.axes.get_xlim() if axis.axis_name == "x" else axis.axes.get_ylim()
