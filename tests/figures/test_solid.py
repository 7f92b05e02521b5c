"""seaborn in the course's style: its colours, solid lines, and nothing on stderr."""

from typing import Any

import matplotlib.pyplot as plt
import nbclient
import nbformat
import pytest
import seaborn as sns
from matplotlib.colors import to_hex

from course_utils.figures import LINE_STYLES, PALETTE, use_course_style
from tests.figures.seaborn_plots import BIRDS, LINES, drawn, losses, penguins

pytestmark = pytest.mark.usefixtures("course_style")


def colours(lines: Any) -> list[str]:
    return [to_hex(line.get_color()).upper() for line in lines]


def test_seaborn_takes_the_palette() -> None:
    assert [colour.upper() for colour in sns.color_palette().as_hex()] == PALETTE
    lines = drawn(LINES["lines"], losses()).axes[0].lines[:2]
    assert colours(lines) == PALETTE[:2]


@pytest.mark.parametrize("name", ["bar", "capped bar", "violin", "histogram", "grid of densities"])
def test_seaborn_draws_solid_lines(name: str) -> None:
    lines = [line for axes in drawn(BIRDS[name], penguins()).axes for line in axes.lines]
    solid = {"-"} if name != "violin" else {"--"}  # quartiles are dashed by seaborn itself
    assert {line.get_linestyle() for line in lines} == solid


def test_axes_go_on_with_their_colours_and_an_asked_style_is_kept() -> None:
    ax = plt.subplots()[1]
    ax.plot([1, 2], [3, 4])
    sns.lineplot(x=[1, 2], y=[2, 3], ax=ax)
    sns.lineplot(x=[1, 2], y=[1, 2], ax=ax, linestyle="--")
    assert colours(ax.lines) == PALETTE[:3]
    assert [line.get_linestyle() for line in ax.lines] == ["-", "-", "--"]
    other = plt.subplots()[1]
    assert [line.get_linestyle() for line in other.plot([[1, 2], [3, 4]])] == LINE_STYLES[:2]


def test_it_is_done_once_and_only_under_the_style() -> None:
    before = sns.lineplot
    use_course_style()
    assert sns.lineplot is before
    assert sns.lineplot.__doc__
    plt.rcdefaults()
    ax = sns.lineplot(x=[1, 2], y=[2, 3])
    assert ax.figure.get_size_inches().tolist() == [6.4, 4.8]


def test_a_kernel_stores_grids_and_boxes_without_a_word_on_stderr() -> None:
    cells = [
        "import seaborn as sns\n"
        "from course_utils.figures import use_course_style\n"
        "from tests.figures.seaborn_plots import BIRDS, LINES, losses, penguins\n"
        "use_course_style()",
        "_ = BIRDS['pairs with histograms'](penguins())",
        "_ = BIRDS['grid of boxes'](penguins())",
        "_ = LINES['grid of lines'](losses())",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    nbclient.NotebookClient(notebook, kernel_name="python3", timeout=60).execute()
    first, *others = [cell.outputs for cell in notebook.cells]
    assert first == []
    assert [[output.output_type for output in outputs] for outputs in others] == [
        ["display_data", "display_data"]  # the picture, and its words folded below
    ] * 3
