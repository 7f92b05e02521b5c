"""What a legend calls the lines, bands, points and bars that bear no label of their own."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import Patch

from course_utils.figures.wording import quoted

NEUTRAL = (51, 51, 51)  # seaborn's ".2": the colour of entries that are told apart otherwise
LAST = 999  # the rank of what no legend names
FEATURES = ("colour", "dashes", "marker", "size")


class Look(NamedTuple):
    """What tells artists apart; None where an artist cannot show it.

    colour: red, green, blue, 0 to 255; alpha does not count: a band is paler than its line
    """

    colour: tuple[int, ...] | None = None
    dashes: str | None = None
    marker: bytes | None = None
    size: float | None = None


class Entry(NamedTuple):
    """A line of a legend: what it says under which title, and how it looks."""

    label: str
    title: str
    look: Look


class Name(NamedTuple):
    """What an artist is called, and its place in the order of the legend."""

    rank: tuple[int, ...]
    label: str


def rgb(colour: Any) -> tuple[int, ...] | None:
    """Return a colour without its alpha, each part 0 to 255; None for no colour."""
    try:
        parts = to_rgba(colour)
    except ValueError:
        return None
    return tuple(round(255 * part) for part in parts[:3])


def outline(path: Any) -> bytes:
    """Return the shape of a marker's path, equal for equal shapes."""
    return np.round(path.vertices, 3).tobytes()


def look_of(artist: Any) -> Look:
    """Return how a line, a patch or a collection (its first member) looks."""
    if isinstance(artist, Line2D):
        drawn = str(artist.get_linestyle()) != "None"
        colour = artist.get_color() if drawn else artist.get_markerfacecolor()
        # The pattern itself: get_linestyle calls every pattern "--".
        dashes = vars(artist).get("_unscaled_dash_pattern", artist.get_linestyle())
        style = MarkerStyle(artist.get_marker())
        shape: Any = style.get_path().transformed(style.get_transform())
        marker = outline(shape) if len(shape.vertices) else None
        size = artist.get_linewidth() if drawn else artist.get_markersize()
        return Look(rgb(colour), str(dashes) if drawn else None, marker, round(float(size), 3))
    if isinstance(artist, Patch):
        filled = to_rgba(artist.get_facecolor())[3] > 0
        return Look(rgb(artist.get_facecolor() if filled else artist.get_edgecolor()))
    if not hasattr(artist, "get_facecolor"):
        return Look()
    faces = np.asarray(artist.get_facecolor(), dtype=float)
    colours = faces if len(faces) else np.asarray(artist.get_edgecolor(), dtype=float)
    paths = artist.get_paths() if hasattr(artist, "get_offsets") else []
    return Look(
        rgb(colours[0]) if len(colours) else None, None, outline(paths[0]) if paths else b""
    )


def sections(legend: Any) -> list[tuple[str, list[tuple[str, Any]]]]:
    """Return the legend's parts, each a title with its pairs of label and handle.

    seaborn writes a title between the entries as an entry whose handle cannot be seen.
    """
    parts: list[tuple[str, list[tuple[str, Any]]]] = [(legend.get_title().get_text(), [])]
    since_3_7 = hasattr(legend, "legend_handles")
    handles = legend.legend_handles if since_3_7 else legend.legendHandles
    for handle, text in zip(handles, legend.get_texts(), strict=True):
        if _unseen(handle):
            parts.append((text.get_text(), []))
        else:
            parts[-1][1].append((text.get_text(), handle))
    return [part for part in parts if part[1]] or parts[:1]


def _unseen(handle: Any) -> bool:
    if not handle.get_visible():
        return True
    blank = isinstance(handle, Line2D) and handle.get_marker() in ("", "None", None)
    return blank and rgb(handle.get_color()) == (255, 255, 255)


def legend_lines(legend: Any) -> Iterator[str]:
    """Yield what the legend says, a line for each of its parts."""
    for title, entries in sections(legend):
        labels = ";".join(quoted(label) for label, _ in entries)
        yield f"Legend{quoted(title)}:{labels}."


class Names:
    """The names that legends give to artists without a label.

    `legends`: those that count for an Axes; `borne`: labels that artists with data bear themselves,
    so that the legend's entry speaks of these and of no other.
    """

    def __init__(self, legends: Iterable[Any], borne: set[str]) -> None:
        self.parts: list[tuple[tuple[str, ...], list[Entry]]] = []
        for legend in legends:
            for title, pairs in sections(legend):
                entries = [Entry(label, title, look_of(handle)) for label, handle in pairs]
                entries = [entry for entry in entries if entry.label not in borne]
                if entries and not any(entries == known for _, known in self.parts):
                    self.parts.append((_telling(entries), entries))

    def __bool__(self) -> bool:
        return bool(self.parts)

    def of(self, look: Look) -> Name:
        """Return the name of an artist of this look, "" if no entry has it."""
        ranks, labels = [], []
        for telling, entries in self.parts:
            fits = [place for place, entry in enumerate(entries) if _fits(entry, look, telling)]
            ranks.append(fits[0] if fits else LAST)
            labels += [" or ".join(_said(entries[place]) for place in fits)] if fits else []
        return Name(tuple(ranks), ", ".join(labels))


def _said(entry: Entry) -> str:
    """Return the entry's label; a bare number needs the title to mean something."""
    bare = re.fullmatch(r"[-−+]?[\d.,]+(e[-+]?\d+)?", entry.label) and entry.title
    return f"{entry.title} = {entry.label}" if bare else entry.label


def _telling(entries: list[Entry]) -> tuple[str, ...]:
    """Return the features by which the entries of one part differ."""
    if len(entries) == 1:
        grey = entries[0].look.colour == NEUTRAL
        return ("dashes", "marker") if grey else ("colour",)
    return tuple(
        feature for feature in FEATURES if len({getattr(e.look, feature) for e in entries}) > 1
    )


def _fits(entry: Entry, look: Look, telling: tuple[str, ...]) -> bool:
    """Tell whether the look has each telling feature of the entry, as far as it has it at all."""
    pairs = [(getattr(entry.look, feature), getattr(look, feature)) for feature in telling]
    known = [(wanted, shown) for wanted, shown in pairs if wanted is not None and shown is not None]
    return bool(known) and all(wanted == shown for wanted, shown in known)


def naming(axes: Any, figure: Any) -> Names:
    """Return the names that hold on the axes: by its legend, else the figure's, else a neighbour's.

    Neighbours count because in a row of plots often only one carries the legend of all.
    """
    own = [legend for legend in (axes.get_legend(), *figure.legends) if legend]
    others = [legend for other in figure.axes if (legend := other.get_legend())]
    plots = [axes] if axes.get_legend() else figure.axes
    return Names(own or others, {label for plot in plots for label in _borne(plot)})


def _borne(axes: Any) -> Iterator[str]:
    """Yield the labels of artists that show something."""
    for artist in (*axes.lines, *axes.collections, *axes.patches, *axes.containers):
        label = str(artist.get_label() or "")
        if label and not label.startswith("_") and not is_entry(artist):
            yield label


def is_entry(artist: Any) -> bool:
    """Tell whether the artist shows nothing and has a label: it is there for the legend only."""
    if str(artist.get_label() or "_").startswith("_"):
        return False
    if isinstance(artist, Line2D):
        return len(np.asarray(artist.get_xdata(orig=False))) == 0
    if isinstance(artist, Patch) and hasattr(artist, "get_bbox"):
        return not artist.get_bbox().bounds[2] and not artist.get_bbox().bounds[3]
    return bool(hasattr(artist, "get_offsets") and not len(artist.get_offsets()))
