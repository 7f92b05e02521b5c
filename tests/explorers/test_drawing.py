"""The figures of the widgets: their margins, their bytes, and what is drawn when something moves."""

import base64
from pathlib import Path
from unittest import mock

import matplotlib
import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from course_utils.explorers.drawing import MARGINS, MovingPicture, draw_png, new_figure


def test_margins_are_fixed_whatever_the_style_says() -> None:
    plt.close("all")
    with matplotlib.rc_context({"figure.constrained_layout.use": True}):
        figure = new_figure(4.4, right=0.9)
    for name, value in (MARGINS | {"right": 0.9}).items():
        assert getattr(figure.subplotpars, name) == value
    assert figure.get_layout_engine() is None
    assert tuple(figure.get_size_inches()) == (9.0, 4.4)
    assert plt.get_fignums() == []


def test_a_png_is_that_of_matplotlib_without_its_name(tmp_path: Path) -> None:
    figure = new_figure()
    figure.subplots().plot([1, 3, 2])
    figure.savefig(tmp_path / "it.png", metadata={"Software": None})
    assert base64.b64decode(draw_png(figure)) == (tmp_path / "it.png").read_bytes()


def test_only_what_moves_is_drawn_again() -> None:
    figure = new_figure()
    axes: Axes = figure.subplots()
    axes.plot([1, 2], label="stays")
    (line,) = axes.plot([0, 0], label="moves")
    axes.legend(loc="upper left")
    moving = MovingPicture(figure, [line])
    start = moving.draw_png()
    with mock.patch.object(figure.canvas, "draw") as draw_all:
        line.set_data([0, 1], [2, 1])
        axes.set_title("moved")
        moved = moving.draw_png()
        line.set_data([0, 1], [0, 0])
        axes.set_title(" ")
        assert moving.draw_png() == start != moved
    assert not draw_all.called
