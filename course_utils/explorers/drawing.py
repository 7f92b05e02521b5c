"""Figures that belong to a widget alone, and their PNG in base64, as a page wants it."""

import base64
import io
from collections.abc import Iterable
from typing import Any, cast

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imsave

MARGINS = {"left": 0.08, "right": 0.98, "bottom": 0.14, "top": 0.91, "wspace": 0.2}


def new_figure(height: float = 3.8, *, layout: Any = "none", **margins: float) -> Figure:
    """Return an empty figure, 9 inches wide and `height` high, at 100 dpi.

    `margins` are named as in `Figure.subplots_adjust`; those not named are as in MARGINS. With
    another `layout`, such as "constrained", there are none: the figure finds its own.
    """
    # A Figure of its own, unknown to pyplot: no cell shows it by accident. Its margins are fixed
    # whatever the style says: a layout that fits itself takes longer than all the drawing.
    figure = Figure(figsize=(9.0, height), dpi=100, layout=layout)
    FigureCanvasAgg(figure)  # becomes figure.canvas
    if layout == "none":
        figure.subplots_adjust(**(MARGINS | margins))
    return figure


def draw_png(figure: Figure) -> str:
    """Draw all of a figure and return its PNG in base64."""
    figure.canvas.draw()
    return _encode(figure.canvas)


class MovingPicture:
    """A figure that is drawn fast: what stays is drawn once, what moves over a copy of it.

    `moving`: the artists that are going to change; each plot's title and legend count as such.
    """

    def __init__(self, figure: Figure, moving: Iterable[Artist]) -> None:
        self._canvas = cast(FigureCanvasAgg, figure.canvas)
        self._moving: list[Any] = list(moving)
        for axes in figure.axes:  # legends lie above the lines
            self._moving += [axes.get_legend(), axes.set_title(" ")]
        for artist in self._moving:
            artist.set_animated(True)  # left out of the background
        self._canvas.draw()
        self._background = self._canvas.copy_from_bbox(figure.bbox)

    def draw_png(self) -> str:
        """Draw what moves and return the PNG in base64."""
        self._canvas.restore_region(self._background)
        for artist in self._moving:
            artist.axes.draw_artist(artist)
        return _encode(self._canvas)


def _encode(canvas: Any) -> str:
    """Return what stands on the canvas as a PNG in base64, without drawing it anew."""
    buffer = io.BytesIO()
    unnamed: Any = {"Software": None}  # the bytes name no version
    imsave(buffer, canvas.buffer_rgba(), format="png", origin="upper", metadata=unnamed)
    return base64.b64encode(buffer.getvalue()).decode("ascii")
