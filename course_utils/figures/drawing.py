"""What is drawn on one Axes, while it is being put into words."""

from collections.abc import Callable
from typing import Any, NamedTuple

from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.contour import ContourSet

from course_utils.figures.categories import Categories
from course_utils.figures.legends import LAST, Name, Names, is_entry, look_of


class Part(NamedTuple):
    """Some lines of a description, and where they stand in it."""

    rank: tuple[Any, ...]
    lines: list[str]


class Drawing:
    """The artists of an Axes that are still to be told, and what they are called.

    `names`: what the legend calls them; `brief`: one line for each group, for plots of many panels
    """

    def __init__(self, axes: Any, names: Names, *, brief: bool = False) -> None:
        self.axes, self.names, self.brief = axes, names, brief
        self.categories = Categories(axes)
        self.after: dict[int, list[str]] = {}  # what is told after an artist, by its id
        self.left = [artist for artist in _drawn(axes) if not is_entry(artist)]

    def bare(self, kind: type | tuple[type, ...], wanted: Callable[[Any], Any] = bool) -> list[Any]:
        """Return the artists of a kind that bear no label and satisfy a condition."""
        found = [art for art in self.left if isinstance(art, kind) and not label_of(art)]
        return [artist for artist in found if wanted is bool or wanted(artist)]

    def take(self, artists: list[Any]) -> None:
        """Count the artists as told."""
        told = {id(artist) for artist in artists}
        self.left = [artist for artist in self.left if id(artist) not in told]

    def called(self, artist: Any) -> Name:
        """Return the artist's own label, else its name in the legend."""
        own = label_of(artist)
        return Name((LAST,), own) if own else self.names.of(look_of(artist))


def label_of(artist: Any) -> str:
    """Return the label that an author gave; matplotlib's own begin with an underscore."""
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else label


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
