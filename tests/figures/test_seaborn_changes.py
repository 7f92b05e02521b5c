"""What a reader of the picture would notice in a seaborn plot, the comparison notices in its words."""

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import seaborn as sns

from course_utils.figures import describe
from tests.figures.seaborn_plots import BIRDS, LINES, accuracies, drawn, losses, penguins
from tests.notebook_checker.compare import compare

pytestmark = pytest.mark.usefixtures("course_style")


def differs(draw: Any, table: Any, changed: Any) -> str | None:
    return compare(describe(drawn(draw, table)), describe(drawn(draw, changed))).difference


def spread(table: Any, factor: float) -> Any:
    """The same means with wider bands."""
    by = table.groupby(["epoch", "batch", "optimizer"])["loss"]
    mean = by.transform("mean")
    return table.assign(loss=mean + factor * (table["loss"] - mean))


def narrow(epochs: int) -> Any:
    return losses(epochs, spread=0.01)


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("epochs", [5, 40])
@pytest.mark.parametrize("name", ["two semantics", "bars", "points", "grid of lines"])
def test_a_band_that_is_one_percent_wider_shows(name: str, epochs: int, log: bool) -> None:
    def draw(table: Any) -> None:
        LINES[name](table[table["optimizer"] == "SGD"])
        for axes in plt.gcf().axes if log else []:
            axes.set_yscale("log")

    table = narrow(epochs)
    assert differs(draw, table, spread(table, 1.01))
    assert not differs(draw, table, spread(table, 1 + 1e-6))


@pytest.mark.parametrize("count", [5, 40])
@pytest.mark.parametrize("label", [None, "spread"])
def test_a_narrow_band_drawn_by_hand_that_widens_shows(count: int, label: str | None) -> None:
    def draw(width: float) -> None:
        x = np.arange(float(count))
        plt.plot(x, 0 * x + 0.9, color="red")
        plt.fill_between(x, 0.9 - width, 0.9 + width, color="red", alpha=0.2, label=label)

    assert differs(draw, 0.01, 0.0101)
    assert differs(draw, 0.001, 0.00101)


@pytest.mark.parametrize("name", LINES)
def test_a_lost_line_a_shift_and_swapped_names_show(name: str) -> None:
    table = losses()
    first = (table["batch"] == "B = 32") & (table["optimizer"] == "SGD")
    if name == "units":
        assert differs(LINES[name], table, table[~(first & (table["seed"] == 1))])
        first &= table["seed"] == 1
    shifted = table.assign(loss=table["loss"].where(~first, table["loss"] * 1.03))
    assert differs(LINES[name], table, shifted)
    if name != "one line":
        swapped = table.assign(
            batch=table["batch"].map({"B = 32": "B = 256", "B = 256": "B = 32"}),
            size=288 - table["size"],
        )
        assert differs(LINES[name], table, swapped)
        third = table[table["batch"] == "B = 32"].assign(batch="B = 512", size=512)
        assert differs(LINES[name], pd.concat([table, third]), table)


def test_a_line_that_is_shifted_by_one_percent_shows() -> None:
    table = losses(40)
    moved = table["loss"].where(table["batch"] == "B = 32", table["loss"] * 1.01)
    assert differs(LINES["lines"], table, table.assign(loss=moved))


NOT_BY_NAME = {"swarm", "capped bar", "violin with boxes", "plain scatter"}


@pytest.mark.parametrize("name", BIRDS)
def test_swapped_names_and_a_bird_of_another_group_show(name: str) -> None:
    table = penguins()
    names = {"m": "f", "f": "m"}
    if name not in NOT_BY_NAME | {"count"}:
        assert differs(BIRDS[name], table, table.assign(sex=table["sex"].map(names)))
        moved = table.assign(sex=table["sex"].where(table.index != 7, "f"))
        assert differs(BIRDS[name], table, moved)
    if name not in {"plain scatter", "histogram", "density", "count"} and "pairs" not in name:
        kinds = {"Adelie": "Gentoo", "Gentoo": "Adelie", "Chinstrap": "Chinstrap"}
        assert differs(BIRDS[name], table, table.assign(species=table["species"].map(kinds)))
    assert differs(BIRDS[name], table, table[table.index != 9])


def test_bars_that_change_their_names_or_lengths_show() -> None:
    table = penguins().drop(index=[0, 3, 31])
    swapped = table.assign(sex=table["sex"].map({"m": "f", "f": "m"}))
    assert differs(BIRDS["count"], table, swapped)


@pytest.mark.parametrize("annotated", [True, False])
def test_a_changed_cell_and_swapped_rows_of_a_heat_map_show(annotated: bool) -> None:
    def draw(table: Any) -> None:
        sns.heatmap(table, annot=annotated, vmin=0, vmax=1, cbar=False)

    table = accuracies()
    changed = table.copy()
    changed.iloc[1, 1] *= 1.01
    assert differs(draw, table, changed)
    assert differs(draw, table, table.set_axis(["linear", "MLP"]))
    assert differs(draw, table, table.set_axis(["digits", "moons", "wine"], axis=1))
    assert not differs(draw, table, table * (1 + 1e-6))


def test_a_note_that_says_something_else_than_its_cell_is_told_as_it_stands() -> None:
    table = accuracies()
    notes = table.map("{:.0%}".format)
    figure = drawn(lambda t: sns.heatmap(t, annot=notes, fmt=""), table)
    assert "  MLP: 91%, 80%, 73%" in describe(figure)
