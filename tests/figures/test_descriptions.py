"""The style, and descriptions that notice what a reader of the picture would notice."""

import re
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.figures import LINE_STYLES, MARKERS, PALETTE, describe, number, use_course_style
from tests.notebook_checker.compare import compare

X = np.linspace(1, 100, 100)
DECAY = 29.0 + 1735 * np.exp(-X / 10)


def drawn(draw: Callable[[Axes], Any]) -> str:
    axes = Figure().subplots()
    draw(axes)
    return describe(axes.figure)


def curve(y: Any = DECAY, x: Any = X, **changed: Any) -> str:
    def draw(axes: Axes) -> None:
        axes.plot(x, y, changed.get("style", "-"), label=changed.get("label", "train"))
        axes.set(xlabel=changed.get("xlabel", "epoch"), ylabel=changed.get("ylabel", "loss (°C²)"))
        axes.set(title=changed.get("title", "Loss"), yscale=changed.get("yscale", "log"))

    return drawn(draw)


def test_a_curve_is_told_from_title_to_legend() -> None:
    axes = Figure().subplots()
    axes.semilogy([1, 2, 3], [1764, 29.5, 12], "--s", label="lr 1e-4")
    axes.set(title="Two\n steps", xlabel="epoch", ylabel="loss (°C²)", xlim=(0, 4), ylim=(10, 2e3))
    axes.legend()
    assert describe(axes.figure).splitlines() == [
        'Plot "Two steps".',
        "The x axis shows epoch, from 0.000 to 4.000.",
        "The y axis shows loss (°C²), from 10.00 to 2000.0 on a log scale.",
        'Line "lr 1e-4", dashed with squares: 3 points.',
        "  y from 12.00 to 1764.0, mean 601.8.",
        "  (1.000, 1764.0), (2.000, 29.50), (3.000, 12.00)",
        'Legend: "lr 1e-4".',
    ]


def test_a_long_curve_is_told_by_its_stations() -> None:
    told = curve()
    assert 'Line "train", solid: 100 points.' in told
    assert "From (1.000, 1598.9) by way of (25.00, 171.4), (50.00, 40.69), (75.00, 29.96)" in told
    assert "to (100.0, 29.08)." in told
    assert "Mean y of its four quarters: 634.7, 78.72, 33.08, 29.34." in told


@pytest.mark.parametrize(
    "y",
    [
        DECAY * 1.01,
        DECAY * 0.99,
        np.where(X < 26, DECAY * 1.01, DECAY),
        np.where((X > 30) & (X < 45), DECAY * 1.01, DECAY),
        np.where((X > 60) & (X < 71), DECAY * 0.99, DECAY),
        np.where(X > 90, DECAY * 1.01, DECAY),
    ],
)
def test_a_change_of_one_percent_shows(y: np.ndarray) -> None:
    assert compare(curve(), curve(y)).difference


@pytest.mark.parametrize(
    "other",
    [
        {"label": "val"},
        {"label": "_hidden"},
        {"xlabel": ""},
        {"ylabel": "loss"},
        {"title": ""},
        {"yscale": "linear"},
        {"style": "--"},
        {"style": "-o"},
        {"x": X * 1.01},
        {"x": X[:-1], "y": DECAY[:-1]},
        {"y": DECAY[::-1]},
        {"y": np.where(X == 50, np.nan, DECAY)},
    ],
)
def test_every_other_change_shows(other: dict[str, Any]) -> None:
    assert compare(curve(), curve(**other)).difference


def test_the_last_digit_of_a_float_does_not_show() -> None:
    noise = 1 + 1e-6 * np.sin(37 * X)
    assert compare(curve(), curve(DECAY * noise)).difference is None
    flat = 2.92765 + 0.5 * (X == 1)  # a plateau: each of its points is its lowest, up to rounding
    assert compare(curve(flat), curve(flat * noise)).difference is None


def test_a_valley_that_stands_out_is_placed() -> None:
    assert "  Lowest at x = 40.00." in curve(1 + np.abs(X - 40))
    assert "Lowest" not in curve(2 + np.sin(X / 30))


def test_an_empty_axes_and_an_empty_figure_say_so() -> None:
    assert describe(Figure()) == "Figure: nothing drawn."
    assert drawn(lambda axes: axes.set_xlabel("epoch")).endswith("Nothing drawn.")
    assert "Nothing drawn." in drawn(lambda axes: axes.plot([1, 2])[0].set_visible(False))
    assert "0 points" in drawn(lambda axes: axes.plot([], []))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (100.0, "100.0"),
        (100, "100.0"),
        (1763.8846, "1763.9"),
        (999.97, "1000.0"),
        (-0.0, "0.000"),
        (5.8e12, "5.800e+12"),
        (1234567.0, "1234567.0"),
        (1e-5, "1.000e-05"),
        (float("nan"), "nan"),
        (float("-inf"), "-inf"),
    ],
)
def test_a_quantity_keeps_its_decimal_point(value: float, written: str) -> None:
    assert number(value) == written


def test_values_that_are_not_finite_are_counted() -> None:
    told = drawn(lambda axes: axes.plot([1, 2, 3, 4], [1.0, np.nan, np.inf, 3.0]))
    assert "y from 1.000 to 3.000, mean 2.000, 2 not finite." in told
    assert "(2.000, nan), (3.000, inf)" in told
    assert "y without a finite value." in drawn(lambda axes: axes.plot([1, 2], [np.nan, np.nan]))


GRID = np.arange(1.0, 13.0).reshape(3, 4)


def errors(axes: Axes, size: float = 0.1, fmt: str = "o") -> None:
    axes.errorbar([1, 2, 3], [4, 5, 6], yerr=[size] * 3, fmt=fmt, capsize=3, label="mean ± std")


# For each kind of artist: how it is drawn, what must be said, and the same thing 1 % off.
KINDS: dict[str, tuple[Callable[[Axes], Any], list[str], Callable[[Axes], Any]]] = {
    "scatter": (
        lambda a: a.scatter([1, 2], [3, 4], c=[0.1, 0.9], label="dots"),
        ['Scattered points "dots": 2 points.', "x from 1.000 to 2.000", "values from 0.1000"],
        lambda a: a.scatter([1, 2.02], [3, 4], c=[0.1, 0.9], label="dots"),
    ),
    "bars": (
        lambda a: a.bar(["cat", "dog"], [3, 4], label="pets"),
        ['Bars "pets" at 2 categories:', "Ticks: cat, dog.", '  "dog": 4.000.'],
        lambda a: a.bar(["cat", "dog"], [3, 4.04], label="pets"),
    ),
    "lying bars": (
        lambda a: a.barh([0, 1], [3, 4], left=1),
        ["Lying bars, as (place, length): 2 bars.", "(1.000, 4.000)", "feet", "width from 0.8000"],
        lambda a: a.barh([0, 1], [3, 4], left=1.01),
    ),
    "histogram": (
        lambda a: a.hist([1, 1, 2, 5], bins=4, label="errors"),
        ['Bars "errors", as (place, length): 4 bars.', "(1.500, 2.000)", "width from 1.000"],
        lambda a: a.hist([1, 2, 2, 5], bins=4, label="errors"),
    ),
    "error bars": (
        errors,
        ['Error bars "mean ± std":', "Points, circles: 3 points.", "whole length from 0.2000"],
        lambda a: errors(a, 0.101),
    ),
    "error bars alone": (
        lambda a: errors(a, fmt="none"),
        ['Error bars "mean ± std":', "3 bars; whole length from 0.2000"],
        lambda a: errors(a, 0.101, fmt="none"),
    ),
    "band": (
        lambda a: a.fill_between([1, 2, 3], [1, 1, 1], [2, 3, 4], label="spread"),
        ['Filled area "spread", upper edge: 3 points.', "(3.000, 4.000)", "lower edge"],
        lambda a: a.fill_between([1, 2, 3], [1, 1.01, 1], [2, 3, 4], label="spread"),
    ),
    "image": (
        lambda a: a.imshow(GRID),
        ["Image of 3 by 4 (rows by columns): values from 1.000 to 12.00, mean 6.500."],
        lambda a: a.imshow(GRID * 1.01),
    ),
    "coloured grid": (
        lambda a: a.pcolormesh(GRID),
        ["Coloured grid of 12 cells: values from 1.000 to 12.00", "x from 0.000 to 4.000 and y"],
        lambda a: a.pcolormesh(GRID * 0.99),
    ),
    "contour lines": (
        lambda a: a.contour(GRID, levels=[2, 5]),
        [
            "Contour lines at 2 levels from 2.000 to 5.000",
            "runs from 1.000 to 12.00",
            "Level 5.000",
        ],
        lambda a: a.contour(GRID * 1.01, levels=[2, 5]),
    ),
    "filled contours": (
        lambda a: a.contourf(GRID, levels=[2, 5]),
        ["Filled contours at 2 levels from 2.000 to 5.000", "runs from 1.000 to 12.00"],
        lambda a: a.contourf(GRID, levels=[2, 5.05]),
    ),
    "horizontal line": (
        lambda a: a.axhline(2, ls=":", label="two"),
        ['Horizontal line "two" at y = 2.000, dotted.'],
        lambda a: a.axhline(2.02, ls=":", label="two"),
    ),
    "vertical line": (
        lambda a: a.axvline(2, ls="-."),
        ["Vertical line at x = 2.000, dash-dotted."],
        lambda a: a.axvline(2.02, ls="-."),
    ),
    "straight line": (
        lambda a: a.axline((0, 1), slope=2),
        ["Straight line, solid, through (0.000, 1.000) with slope 2.000."],
        lambda a: a.axline((0, 1), slope=2.02),
    ),
    "strip": (
        lambda a: a.axvspan(1, 2, label="safe"),
        ['Shaded strip "safe": x from 1.000 to 2.000.'],
        lambda a: a.axvspan(1, 2.02, label="safe"),
    ),
    "rectangle": (
        lambda a: a.add_patch(plt.Rectangle((1, 2), 3, 4, label="box")),
        ['Rectangle "box": x from 1.000 to 4.000 and y from 2.000 to 6.000.'],
        lambda a: a.add_patch(plt.Rectangle((1, 2), 3.1, 4, label="box")),
    ),
    "arrow": (
        lambda a: a.arrow(0, 0, 2, 3),
        ["Arrow: x from"],
        lambda a: a.arrow(0, 0, 2, 3.1),
    ),
    "arrows": (
        lambda a: a.quiver([1, 2], [3, 4], [5, 6], [7, 8]),
        ["Arrows: 2; start x from 1.000 to 2.000", "y component from 7.000 to 8.000"],
        lambda a: a.quiver([1, 2], [3, 4], [5, 6], [7, 8.08]),
    ),
    "segments": (
        lambda a: a.vlines([1, 2], 0, [3, 4], label="errors"),
        ['Line segments "errors" of 2 pieces: x from 1.000 to 2.000', "y from 0.000 to 4.000"],
        lambda a: a.vlines([1, 2], 0, [3, 4.04], label="errors"),
    ),
    "note": (
        lambda a: a.annotate("here", (1, 2), (3, 4), arrowprops={"arrowstyle": "->"}),
        ['Note with an arrow "here" at (1.000, 2.000).'],
        lambda a: a.annotate("here", (1, 2.02), (3, 4), arrowprops={"arrowstyle": "->"}),
    ),
    "bare arrow": (
        lambda a: a.annotate("", (1, 2), (3, 4), arrowprops={"arrowstyle": "->"}),
        ["Arrow from (3.000, 4.000) at (1.000, 2.000)."],
        lambda a: a.annotate("", (1, 2), (3.03, 4), arrowprops={"arrowstyle": "->"}),
    ),
    "text": (
        lambda a: a.text(1, 2, "the\nvalley"),
        ['Text "the valley" at (1.000, 2.000).'],
        lambda a: a.text(1, 2, "the valleys"),
    ),
    "text in the frame": (
        lambda a: a.text(0.5, 0.9, "high", transform=a.transAxes),
        ['Text "high".'],
        lambda a: a.text(0.5, 0.9, "low", transform=a.transAxes),
    ),
    "table": (
        lambda a: a.table([["()", "(3, 1)"], ["(3,)", "(3, 3)"]]),
        ["Table:", "  () | (3, 1)", "  (3,) | (3, 3)"],
        lambda a: a.table([["()", "(3, 1)"], ["(3,)", "(3, 1)"]]),
    ),
    "named ticks": (
        lambda a: a.set_xticks([1, 2], labels=["one", "two"]),
        ["Ticks: one, two."],
        lambda a: a.set_xticks([1, 2], labels=["one", "three"]),
    ),
    "no ticks": (
        lambda a: a.set_xticks([]),
        ["The x axis has no label, from 0.000 to 1.000. It has no ticks."],
        lambda a: a.set_xticks([0, 1]),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_told_and_a_small_change_shows(kind: str) -> None:
    draw, wanted, changed = KINDS[kind]
    told = drawn(draw)
    for words in wanted:
        assert words in told
    assert compare(told, drawn(draw)).difference is None
    assert compare(told, drawn(changed)).difference
    assert "Also drawn" not in told
    for line in told.splitlines():
        assert len(line) < 120
    # Every quantity has its point: only counts of things are bare integers.
    bare = re.findall(
        r"(?<![\w.\"(])\d+(?![\w.])(?! (?:points?|bars?|categories|levels|cells|pieces|by|\())",
        told,
    )
    assert kind in ("table", "arrows", "image") or bare == []


def test_several_plots_each_have_their_own_paragraph() -> None:
    figure = Figure()
    left, right = figure.subplots(1, 2)
    figure.suptitle("Two knobs")
    left.plot([1, 2], [3, 4])
    shown = right.scatter([1, 2], [3, 4], c=[5, 6])
    figure.colorbar(shown, ax=right, label="size (m)")
    figure.text(0, 0, "a note")
    told = describe(figure).split("\n\n")
    assert told[0] == 'Figure "Two knobs": 3 plots.'
    assert [part.splitlines()[0] for part in told[1:4]] == [
        "Plot 1 of 3.",
        "Plot 2 of 3.",
        "Plot 3 of 3, a colour bar. The colour shows size (m), from 5.000 to 6.000.",
    ]
    assert told[4] == 'Written on the figure: "a note".'
    right.clear()
    assert compare("\n\n".join(told), describe(figure)).difference


def test_an_inset_a_hidden_plot_and_a_frame_without_axes() -> None:
    axes = Figure().subplots()
    axes.inset_axes((0.5, 0.5, 0.4, 0.4)).plot([1, 2], [3, 4], label="zoom")
    axes.axis("off")
    told = describe(axes.figure)
    assert "Plot 2 of 2." in told
    assert '"zoom"' in told
    assert "axis" not in told.split("\n\n")[1]
    axes.set_visible(False)
    assert "Plot 1 of 2" not in describe(axes.figure)


def contrast(colour: str) -> float:
    """Contrast to white paper as WCAG 2.2 defines it (relative luminance)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_no_colour_is_alone_and_all_are_seen_on_white() -> None:
    assert len(PALETTE) == len(LINE_STYLES) == len(MARKERS) == len(set(PALETTE))
    assert len(set(map(str, LINE_STYLES))) == len(set(MARKERS)) == len(PALETTE)
    assert min(map(contrast, PALETTE)) > 2
    assert all(contrast(colour) > 3 for colour in PALETTE[:3])


def test_the_style_varies_colour_and_line_together() -> None:
    with mpl.rc_context():
        use_course_style()
        use_course_style()
        lines = [plt.figure().subplots().plot([1, 2])[0]]
        lines += plt.gca().plot([1, 3])
        assert [line.get_color() for line in lines] == PALETTE[:2]
        assert [line.get_linestyle() for line in lines] == LINE_STYLES[:2]
        assert plt.gcf().get_size_inches().tolist() == [6.4, 3.6]
        plt.close("all")


def test_plain_python_gets_the_style_and_nothing_more() -> None:
    code = """
import matplotlib
matplotlib.use("agg")
from course_utils.figures import PALETTE, use_course_style
use_course_style()
assert matplotlib.rcParams["axes.prop_cycle"].by_key()["color"] == PALETTE
assert matplotlib.get_backend() == "agg"
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_bars_and_error_bars_are_told_once() -> None:
    assert "Rectangle" not in drawn(lambda axes: axes.bar([1, 2], [3, 4]))
    told = drawn(errors)
    assert told.count("Points") == 1
    assert "segments" not in told
    labelled = drawn(lambda axes: axes.clabel(axes.contour(GRID, levels=[2, 5])))
    assert "Text" not in labelled


def test_tick_labels_may_be_whole_numbers() -> None:
    figure, ax = plt.subplots()
    ax.set(xticks=[0, 1], xticklabels=[10, 20])  # matplotlib takes them, and so do we
    assert "Ticks: 10, 20." in describe(figure)
    plt.close(figure)
