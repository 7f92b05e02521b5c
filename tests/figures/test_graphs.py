"""The drawn graph of a computation: what it shows, what it says, and what it refuses."""

import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Annotation

from course_utils.autodiff import Scalar
from course_utils.figures import describe, plot_graph


def square_doubled() -> tuple[Scalar, Scalar, Scalar]:
    """x = 3, a = x · x and y = a + a, after the way back."""
    x = Scalar(3)
    a = x * x
    y = a + a
    y.backward()
    return x, a, y


def test_every_number_is_drawn_once_with_its_name_value_and_gradient() -> None:
    x, a, y = square_doubled()
    ax = plot_graph(y, ax=Figure().subplots(), x=x, a=a, y=y)
    told = describe(ax.figure)
    for box in ("x value 3 grad 12", "a (×) value 9 grad 2", "y (+) value 18 grad 1"):
        assert told.count(f'Text "{box}"') == 1, told
    assert told.count("Arrow from") == 4


def test_each_arrow_carries_its_slope_and_two_of_them_do_not_hide_each_other() -> None:
    _, _, y = square_doubled()
    ax = plot_graph(y, ax=Figure().subplots())
    places = [text.get_position() for text in ax.texts if text.get_text() == "3"]
    assert len(places) == 2
    assert places[0][0] == places[1][0]
    assert abs(places[0][1] - places[1][1]) > 0.3


def test_columns_follow_the_depth_and_an_input_stands_before_its_first_use() -> None:
    x = Scalar(3)
    y = (x * x + 1) * 2
    ax = plot_graph(y, ax=Figure().subplots(), x=x)
    column = {text.get_text(): text.get_position()[0] for text in ax.texts}
    assert column["x\nvalue 3\ngrad 0"] == 0
    assert column["value 1\ngrad 0"] == 1
    assert column["value 2\ngrad 0"] == 2
    assert column["(×)\nvalue 20\ngrad 0"] == 3


def test_an_arrow_past_a_column_goes_around_its_boxes() -> None:
    x = Scalar(3)
    y = x * x + x
    ax = plot_graph(y, ax=Figure().subplots(), x=x)
    boxes = {text.get_text(): text.get_position() for text in ax.texts}
    assert boxes["x\nvalue 3\ngrad 0"][1] == boxes["(×)\nvalue 9\ngrad 0"][1]
    rows = [text.get_position()[1] for text in ax.texts if text.get_text() == "1"]
    assert min(rows) == 0
    assert max(rows) > 0.3


def test_without_an_axes_it_makes_a_figure_of_its_own_that_grows_with_the_graph() -> None:
    _, a, y = square_doubled()
    small, large = plot_graph(a), plot_graph(y)
    try:
        assert small.get_window_extent().width < large.get_window_extent().width
    finally:
        plt.close("all")


def test_a_single_number_is_a_drawing_too() -> None:
    ax = plot_graph(Scalar(3), ax=Figure().subplots())
    assert 'Text "value 3 grad 0"' in describe(ax.figure)


def test_a_graph_that_nobody_could_read_is_refused() -> None:
    y = Scalar(1)
    for _ in range(8):
        y = y + 1
    with pytest.raises(ValueError, match="at most 16 numbers, got 17"):
        plot_graph(y)


@pytest.mark.parametrize("dpi", [72, 150])
def test_arrows_reach_from_box_to_box(dpi: int) -> None:
    figure = Figure(dpi=dpi)
    ax = plot_graph(Scalar(3) + Scalar(4) * Scalar(5), ax=figure.subplots())
    figure.draw_without_rendering()
    boxes = {text.get_text(): text.get_bbox_patch() for text in ax.texts}
    four, twenty = boxes["value 4\ngrad 0"], boxes["(×)\nvalue 20\ngrad 0"]
    assert four is not None
    assert twenty is not None
    start, end = four.get_window_extent().x1, twenty.get_window_extent().x0
    arrows = [text.arrow_patch for text in ax.texts if isinstance(text, Annotation)]
    extents = [arrow.get_window_extent() for arrow in arrows if arrow is not None]
    between = [it for it in extents if start <= it.x0 and it.x1 <= end]
    assert between
    points = 72 / dpi
    assert max(it.x0 - start for it in between) * points < 8
    assert max(end - it.x1 for it in between) * points < 8
