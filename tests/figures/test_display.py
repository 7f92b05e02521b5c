"""How a figure shows itself: in a notebook with its words folded below, elsewhere as its words."""

import base64
import html
import os
import re
import subprocess
import sys
from typing import Any

import nbclient
import nbformat
import pytest
from matplotlib.figure import Figure
from torch import nn

from course_utils.autodiff import Scalar
from course_utils.figures import describe, draw_network, plot_graph, plot_shares
from course_utils.figures.display import fold, headline

PLOT = "fig, ax = plt.subplots()\nax.plot([1, 2], [3, 4], label='a < b')\nax.set(title='T')\n"
CELLS = [
    "import matplotlib.pyplot as plt\n"
    "from course_utils.figures import describe, use_course_style\n"
    "use_course_style(); use_course_style()",
    PLOT + "print(describe(fig))",
    PLOT + "plt.show()",
    "fig",
    "display(fig)",
    PLOT + "display(fig)\nplt.close()",
    "%matplotlib inline\nfig",
    "plt.figure();",
    "display(plt.figure())\nplt.close()",
    PLOT + "plt.figure().subplots()\nplt.show()\nprint('after')",
]
EMPTY = CELLS.index("plt.figure();")


@pytest.fixture(scope="module")
def outputs() -> list[list[Any]]:
    """What a real kernel stores for the cells above."""
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, kernel_name="python3", timeout=60).execute()
    return [cell.outputs for cell in notebook.cells]


def test_a_notebook_stores_the_picture_and_the_words_folded_below(outputs) -> None:
    assert outputs[0] == []
    told, *first = outputs[1]
    for shown in (first, *outputs[2:EMPTY]):
        picture, below = shown  # nothing is shown twice
        assert picture.output_type == below.output_type == "display_data"
        assert picture.data == first[0].data
        assert set(picture.data) == {"image/png", "text/plain"}
        assert picture.data["text/plain"] == 'Plot "T".'
        assert picture.metadata == {"image/png": {"alt": 'Plot "T".'}}
        assert b"Software" not in base64.b64decode(picture.data["image/png"])
        assert set(below.data) == {"text/html", "text/plain"}
        (words,) = re.findall(r"<pre [^>]*>\n(.*)</pre></details>$", below.data["text/html"], re.S)
        assert words == told.text.strip().replace("<", "&lt;")
        assert 'Line "a &lt; b", solid: 2 points.' in words
        assert "Line" not in below.data["text/plain"]


def test_an_empty_figure_has_words_and_no_picture(outputs) -> None:
    for shown in outputs[EMPTY:-1]:
        assert [dict(output.data) for output in shown] == [{"text/plain": "Figure: nothing drawn."}]


def test_the_fold_stands_directly_below_its_picture(outputs) -> None:
    *shown, after = outputs[-1]
    assert [min(output.data) for output in shown] == ["image/png", "text/html"] * 2
    assert 'Plot "T".' in shown[1].data["text/html"]
    assert after.text == "after\n"


def test_a_terminal_gets_the_words_as_text() -> None:
    code = PLOT + "print('then')\nfig\ndisplay(fig)"
    source = CELLS[0] + "\n" + code.replace("\nfig\n", "\nget_ipython().displayhook(fig)\n")
    done = subprocess.run(
        [sys.executable, "-m", "IPython", "--no-banner", "--colors=NoColor", "-c", source],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"MPLBACKEND": "agg"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.partition("then")[2].count('Line "a < b", solid: 2 points.') == 2
    assert "details" not in done.stdout


def titled(*titles: str, **labels: str) -> Figure:
    figure = Figure()
    for place, title in enumerate(titles, start=1):
        figure.add_subplot(1, len(titles), place).set(title=title, **labels)
    return figure


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        (titled("Loss\n of two"), 'Plot "Loss of two".'),
        (titled("A", "B"), 'Figure: 2 plots: "A", "B".'),
        (titled("", xlabel="epoch", ylabel="loss (°C²)"), "Plot: loss (°C²) against epoch."),
        (titled("", ylabel="loss"), "Plot: loss."),
        (titled("A", "", xlabel="x", ylabel="y"), 'Figure: 2 plots: "A", y against x.'),
        (titled("", "", xlabel="x", ylabel="y"), "Figure: 2 plots: y against x."),
        (titled("", ""), "Figure: 2 plots."),
        (titled(), "Figure: nothing drawn."),
    ],
)
def test_the_headline_names_the_figure_in_one_line(figure: Figure, line: str) -> None:
    assert headline(figure, describe(figure)) == line


def test_a_drawing_without_axes_says_of_itself_what_it_is() -> None:
    network = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2))
    figure = Figure()
    left, right = figure.subplots(1, 2)
    plot_graph(Scalar(2) * 3, ax=left)
    draw_network(network, kept=[[True, True, False, True]], ax=right)
    told = "a graph of 3 numbers", "a thinned network with layers of 3, 4 and 2 units"
    assert headline(figure, describe(figure)) == f"Figure: 2 plots: {told[0]}, {told[1]}."
    assert f"Plot 2 of 2, {told[1]}." in describe(figure)
    alone = Figure()
    plot_shares(ax=alone.subplots())
    words = "Plot, a drawing of 2 workers that share a batch of 6."
    assert headline(alone, describe(alone)) == describe(alone).partition("\n")[0] == words
    named = titled("Three layers")
    draw_network(network, ax=named.axes[0])
    wanted = 'Plot "Three layers", a network with layers of 3, 4 and 2 units.'
    assert headline(named, describe(named)) == wanted


def test_a_long_headline_is_cut_and_a_colour_bar_is_not_named() -> None:
    figure = titled(*(f"Neurons of layer {place}" for place in range(12)))
    assert len(line := headline(figure, describe(figure))) <= 120
    assert line.endswith(" …")
    figure = Figure()
    figure.colorbar(figure.subplots().imshow([[1, 2], [3, 4]]), label="density")
    assert headline(figure, describe(figure)) == "Figure: 2 plots."
    figure.suptitle("Density")
    assert headline(figure, describe(figure)) == 'Figure "Density": 2 plots.'


def test_the_fold_holds_the_words_once_and_as_text() -> None:
    words = 'Line "</pre><script>x</script>" & $y$\n  indented'
    page = fold(words)
    assert page.count("Line") == 1
    assert "<script" not in page
    assert re.findall(r"</?(\w+)", page) == [
        "details",
        "summary",
        "summary",
        "pre",
        "pre",
        "details",
    ]
    assert html.unescape(page.partition('">\n')[2].partition("</pre>")[0]) == words
