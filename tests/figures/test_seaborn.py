"""What seaborn draws, in words: named by legend and categories, whatever the order of drawing."""

import random
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
import seaborn as sns

from course_utils.figures import describe
from tests.figures.seaborn_plots import (
    BIRDS,
    LINES,
    LOSS,
    accuracies,
    drawn,
    losses,
    penguins,
)

pytestmark = pytest.mark.usefixtures("course_style")
PLOTS: dict[str, Any] = {name: (draw, losses()) for name, draw in LINES.items()}
PLOTS |= {name: (draw, penguins()) for name, draw in BIRDS.items()}
PLOTS |= {"heat map": (lambda t: sns.heatmap(t, annot=True), accuracies())}


def told(name: str) -> str:
    return describe(drawn(*PLOTS[name]))


def test_lines_and_bands_bear_the_names_of_the_legend() -> None:
    lines = told("lines").splitlines()
    kinds = [line.split(":")[0] for line in lines if line[:4] in ("Line", "Band", "Lege")]
    wanted = ['Line "B = 32", solid', 'Band of "B = 32"', 'Line "B = 256", solid']
    assert kinds == [*wanted, 'Band of "B = 256"', 'Legend "batch"']
    assert not [line for line in lines if " 0 points" in line]
    alone = told("one line")
    assert alone.index("Line, solid: 5 points.") < alone.index("Band of the line: 5 points.")


def test_two_semantics_give_both_labels_and_the_legend_has_two_parts() -> None:
    words = told("two semantics")
    for name in ("B = 32, SGD", "B = 32, Adam", "B = 256, SGD", "B = 256, Adam"):
        assert f'Line "{name}", ' in words
        assert f'Band of "{name}": 5 points.' in words
    assert 'Line "B = 32, Adam", dashed with thick crosses' in words
    assert words.endswith(
        'Legend "batch": "B = 32"; "B = 256".\nLegend "optimizer": "SGD"; "Adam".'
    )


def test_a_bare_number_in_the_legend_gets_its_title() -> None:
    assert 'Band of "size = 32"' in told("numeric hue")


def test_error_bars_are_folded_into_the_line_that_they_stand_on() -> None:
    words = told("bars")
    assert 'Error bars of "B = 256": 5 bars.' in words
    assert words.count("Points") == words.count("segments") == 0
    points = told("points")
    assert points.count("error bar from") == 10
    assert 'Line "B = 32" at 5 categories:\n  "1": 2.214, error bar from' in points


def test_lines_of_one_name_are_a_family() -> None:
    words = told("units")
    assert 'Lines "B = 32, SGD": 4 series of 5 points each; values in ascending order:' in words
    assert "  at x = 1.000: 2.014, 2.039, 2.089, 2.114." in words


def test_an_axes_without_a_legend_takes_its_neighbours() -> None:
    _, (left, right) = plt.subplots(1, 2)
    sns.lineplot(losses(), **LOSS, ax=left)
    sns.lineplot(losses(), **LOSS, ax=right, legend=False)
    assert describe(plt.gcf()).count('Band of "B = 256"') == 2


def test_what_the_author_labels_keeps_its_label_to_itself() -> None:
    ax = plt.subplots()[1]
    ax.plot([1, 2], [3, 4], color="red", label="train")
    ax.plot([1, 2], [4, 5], color="red")
    ax.fill_between([1, 2], [2.9, 3.9], [3.1, 4.1], color="red", alpha=0.2)
    ax.legend()
    words = describe(ax.figure)
    assert words.count('Line "train"') == 1
    assert 'Band of "train": 2 points.' in words


def test_groups_of_a_scatter_plot_are_told_apart() -> None:
    words = told("scatter")
    assert words.count(": 10 points.") == 6
    assert words.index('"m, Adelie"') < words.index('"m, Chinstrap"') < words.index('"f, Adelie"')
    mass = penguins().query("sex == 'm' and species == 'Adelie'")["mass (kg)"]
    assert f"  y from {mass.min():.3f} to {mass.max():.3f}, mean {mass.mean():.3f}." in words
    many = drawn(
        lambda t: sns.scatterplot(t, x="bill (mm)", y="mass (kg)", hue="wing (mm)"), penguins()
    )
    assert "Scattered points: 60 points." in describe(many)


@pytest.mark.parametrize("name", ["strip", "box", "violin", "violin with boxes", "bar", "count"])
def test_places_are_said_by_the_name_of_the_category(name: str) -> None:
    rows = [line for line in told(name).splitlines() if line.startswith('  "')]
    firsts = [row.split('"')[1] for row in rows]
    assert firsts[:3] == ["Adelie", "Gentoo", "Chinstrap"]
    assert len(rows) == 3 if name == "violin with boxes" else 6


def test_jitter_is_not_told() -> None:
    words = set()
    for seed in range(3):
        np.random.seed(seed)
        words.add(told("strip"))
    assert len(words) == 1


def test_boxes_say_median_quartiles_whiskers_and_outliers() -> None:
    table = penguins()
    table.loc[0, "mass (kg)"], table.loc[3, "mass (kg)"] = 20.0, 0.01
    words = describe(drawn(BIRDS["box"], table))
    birds = table.query("sex == 'm' and species == 'Adelie'")["mass (kg)"]
    low, median, high = birds.quantile([0.25, 0.5, 0.75])
    (row,) = [line for line in words.replace("\n    ", " ").splitlines() if "20.00" in line]
    assert row.startswith(f'  "Adelie": median {median:.3f}, box from {low:.3f} to {high:.3f}, ')
    assert row.endswith(", 2 outliers from 0.01000 to 20.00.")


def test_a_heat_map_is_a_table() -> None:
    assert told("heat map").split("\n\n")[1].splitlines()[-3:] == [
        "  columns: moons, digits, wine",
        "  MLP: 0.9123, 0.8044, 0.7301",
        "  linear: 0.6512, 0.5903, 0.4208",
    ]
    counts = accuracies().map(lambda share: round(100 * share))
    words = describe(drawn(lambda t: sns.heatmap(t, annot=True, fmt="d"), counts))
    assert "  MLP: 91, 80, 73" in words
    assert "  MLP: 0.9123, 0.8044" in describe(drawn(sns.heatmap, accuracies()))
    large = np.arange(240.0).reshape(12, 20)
    assert "  11: values from 220.0 to 239.0" in describe(drawn(sns.heatmap, large))


def test_a_pair_plot_names_each_pair_in_few_lines() -> None:
    words = told("pairs")
    assert len(words.splitlines()) <= 80
    assert "Nothing drawn" not in words
    panels = [part.splitlines()[0] for part in words.split("\n\n")[1:17]]
    assert panels[0].startswith('Plot 1 of 16: the distribution of "mass (kg)" from ')
    assert panels[6].startswith('Plot 7 of 16: x "wing (mm)" from ')
    assert ', y "bill (mm)" from ' in panels[6]
    assert words.count('  "f": 30 points; x mean ') == 12
    assert words.count('  "m": density from ') == 4
    assert words.endswith('Legend "sex": "m"; "f".')


def test_a_histogram_in_a_pair_plot_is_told_by_its_ends_and_height() -> None:
    table = pd.DataFrame({"a": [0.0, 1.0, 1.0, 4.0], "b": [2.0, 3.0, 5.0, 6.0]})
    drawing = {"diag_kind": "hist", "diag_kws": {"bins": 4}}
    words = describe(drawn(lambda t: sns.pairplot(t, **drawing), table))
    assert "4 bars from 0.000 to 4.000, highest 2.000; mean 1.750," in words
    assert "4 bars from 2.000 to 6.000, highest 2.000; mean 4.250," in words


def test_the_panels_of_a_grid_know_their_titles_labels_and_names() -> None:
    right, legend = told("grid of lines").split("\n\n")[2:]
    assert right.startswith('Plot 2 of 2 "optimizer = Adam".')
    assert "The y axis shows loss, from " in right
    assert 'Band of "B = 32"' in right
    assert legend == 'Legend "batch": "B = 32"; "B = 256".'
    facets = {"col": "species", "row": "sex", "facet_kws": {"margin_titles": True}}
    grid = drawn(lambda t: sns.relplot(t, x="bill (mm)", y="mass (kg)", **facets), penguins())
    assert 'Plot 5 of 6 "sex = f | species = Gentoo".\nThe x axis shows bill' in describe(grid)


@pytest.mark.parametrize("name", PLOTS)
def test_the_order_of_drawing_does_not_show(name: str) -> None:
    draw, table = PLOTS[name]
    figure = drawn(draw, table)
    words = describe(figure)
    assert "Also drawn" not in words
    assert all(len(line) < 120 for line in words.splitlines())
    for seed in range(2):
        for axes in figure.axes:
            random.Random(seed).shuffle(vars(axes)["_children"])
        assert describe(figure) == words


@pytest.mark.parametrize("name", ["lines", "units", "points", "strip", "scatter", "plain scatter"])
def test_the_order_of_rows_does_not_show(name: str) -> None:
    draw, table = PLOTS[name]
    words = told(name)
    mixed = table.sample(frac=1, random_state=1)
    for column in ("batch", "optimizer", "species", "sex"):
        if column in table:  # the order of the levels is what an author gives with hue_order
            mixed[column] = (
                mixed[column].astype("category").cat.set_categories(table[column].unique())
            )
    assert describe(drawn(draw, mixed)) == words
