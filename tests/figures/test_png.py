"""Small PNGs: the same picture to the eye, the same bytes for the same picture."""

import io
from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from IPython.core.pylabtools import print_figure
from matplotlib.figure import Figure
from PIL import Image

from course_utils.figures import shrink_png, to_png

pytestmark = pytest.mark.usefixtures("course_style")
Y, X = np.mgrid[0:1:200j, 0:1:300j]
DRAWN: dict[str, Callable[[Any], Any]] = {
    "lines": lambda a: [a.plot(np.sin(X[0] * k), label=f"{k}") for k in range(9)],
    "bands": lambda a: [a.fill_between(X[0], k, k + X[0], alpha=0.3) for k in range(7)],
    "contours": lambda a: a.contourf(X * Y, levels=30),
    "map": lambda a: a.imshow(X * Y),
    "scatter": lambda a: a.scatter(X[::9, ::9], Y[::9, ::9], c=X[::9, ::9], alpha=0.5),
}


def original(figure: Figure) -> bytes:
    return print_figure(figure, fmt="png", metadata={"Software": None})


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(float)


@pytest.mark.parametrize("name", DRAWN)
def test_a_figure_gets_smaller_and_looks_the_same(name: str) -> None:
    figure, ax = plt.subplots()
    DRAWN[name](ax)
    figure.set_layout_engine("none")  # which may move things by a pixel when they are drawn again
    small, full = to_png(figure), original(figure)
    assert small is not None
    assert len(small) < 0.75 * len(full)
    change = np.abs(pixels(small) - pixels(full))
    assert change.mean() < 0.5
    assert change.max() <= 48  # on the rim of a line, where several colours mix
    flat = (pixels(full) == 255).all(axis=2)
    assert (pixels(small)[flat] == 255).all()
    assert to_png(figure) == small == shrink_png(small) == shrink_png(full)
    assert b"matplotlib" not in small.lower()


def test_a_picture_of_many_colours_keeps_them_all() -> None:
    figure, ax = plt.subplots()
    ax.imshow(np.stack([X, Y, 1 - X], axis=-1))
    figure.set_layout_engine("none")
    small = to_png(figure)
    assert small is not None
    assert (pixels(small) == pixels(original(figure))).all()


def test_transparency_stays_and_an_empty_figure_gives_nothing() -> None:
    figure = plt.figure(facecolor="none")
    figure.subplots()
    data = original(figure)
    assert shrink_png(data) == data
    assert to_png(plt.figure()) is None
