"""A figure in words and numbers: for whoever cannot see it, for reviewers, and for the tests."""

import textwrap
from collections.abc import Iterator
from typing import Any

from matplotlib.category import StrCategoryLocator
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.figure import Figure, SubFigure
from matplotlib.ticker import FixedLocator, LogFormatter, ScalarFormatter

from course_utils.figures.artists import sentences
from course_utils.figures.wording import number, quoted

# Only with these do ticks stand where the author put them.
NAMED = (FixedLocator, StrCategoryLocator)


def describe(figure: Figure | SubFigure) -> str:
    """Return the figure in plain sentences: titles, axes, and what is drawn, with numbers.

    Every measured quantity is written with a decimal point, every count as an integer.
    """
    plots = [plot for axes in figure.axes for plot in (axes, *axes.child_axes)]
    plots = [plot for plot in plots if plot.get_visible()]
    if not plots:
        return "Figure: nothing drawn."
    suptitle = getattr(figure, "_suptitle", None)  # matplotlib 3.7 has no get_suptitle
    title = suptitle.get_text() if suptitle else ""
    heading = f"Figure{quoted(title)}: {len(plots)} plot{'' if len(plots) == 1 else 's'}."
    paragraphs = [heading] if title or len(plots) > 1 else []
    for place, plot in enumerate(plots, start=1):
        which = f"Plot {place} of {len(plots)}" if len(plots) > 1 else "Plot"
        paragraphs.append("\n".join(_axes_lines(plot, which)))
    notes = [text.get_text() for text in figure.texts if text.get_text() != title]
    paragraphs += [f"Written on the figure:{quoted(note)}." for note in notes]
    paragraphs += [_legend(legend) for legend in figure.legends]
    return "\n\n".join(paragraphs)


def _axes_lines(axes: Any, which: str) -> Iterator[str]:
    if axes.get_label() == "<colorbar>":
        axis = axes.xaxis if len(axes.get_xticks()) else axes.yaxis
        yield f"{which}, a colour bar. {_axis(axis, 'colour')}"
        return
    titles = [axes.get_title(loc) for loc in ("left", "center", "right")]
    yield f"{which}{quoted(' / '.join(title for title in titles if title))}."
    if axes.axison:
        yield _axis(axes.xaxis, "x axis")
        yield _axis(axes.yaxis, "y axis")
    artists = _drawn(axes)
    if not artists:
        yield "Nothing drawn."
    for artist in artists:
        yield from sentences(artist)
    if legend := axes.get_legend():
        yield _legend(legend)


def _drawn(axes: Any) -> list[Any]:
    """Return what is visible on the axes, with bars and error bars as one object each."""
    groups: list[Any] = [
        group for group in axes.containers if isinstance(group, (BarContainer, ErrorbarContainer))
    ]
    single = [*axes.lines, *axes.collections, *axes.images, *axes.patches, *axes.tables]
    owned = {id(part) for group in groups for part in group.get_children()}
    for contours in axes.collections:
        if isinstance(contours, ContourSet):  # its labels repeat its levels
            owned |= {id(text) for text in getattr(contours, "labelTexts", [])}
    single += axes.texts
    return groups + [art for art in single if id(art) not in owned and art.get_visible()]


def _axis(axis: Any, which: str) -> str:
    label = axis.get_label_text()
    about = f"The {which} shows {' '.join(label.split())}" if label else f"The {which} has no label"
    low, high = _limits(axis)
    scale = axis.get_scale()
    scaled = "" if scale == "linear" else f" on a {scale} scale"
    sentence = f"{about}, from {number(low)} to {number(high)}{scaled}."
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


def _legend(legend: Any) -> str:
    title = quoted(legend.get_title().get_text())
    entries = ";".join(quoted(text.get_text()) for text in legend.get_texts())
    return f"Legend{title}:{entries}."
