"""Several paths over one map: panels, ranges, and what the words say."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from matplotlib.figure import Figure
from torch import Tensor

from course_utils.figures import describe, plot_paths

STAR = torch.tensor([0.5, -1.0])
STRAIGHT = torch.tensor([[0.0, 0.0], [0.25, -0.5], [0.5, -1.0]])
WIDE = torch.tensor([[0.0, 0.0], [3.0, -0.5], [0.5, -1.0]])


def bowl(x: Tensor, y: Tensor) -> Tensor:
    return (x - 0.5) ** 2 + (y + 1) ** 2 + 1


def draw(paths: dict[str, Tensor], **options: object) -> list[plt.Axes]:
    return list(plot_paths(bowl, paths, (-1, 1), (-2, 2), lowest=STAR, **options))  # type: ignore[arg-type]


def lines(ax: plt.Axes) -> dict[str, np.ndarray]:
    return {str(line.get_label()): np.asarray(line.get_xydata()) for line in ax.get_lines()}


def test_each_path_has_a_panel_with_its_title_start_end_and_the_star() -> None:
    axes = draw({"one": STRAIGHT, "two": STRAIGHT[:2]})
    assert [ax.get_title() for ax in axes] == ["one", "two"]
    np.testing.assert_allclose(lines(axes[0])["path"], STRAIGHT)
    for ax, end in zip(axes, (STRAIGHT[2], STRAIGHT[1]), strict=True):
        np.testing.assert_allclose(lines(ax)["start"], [[0, 0]])
        np.testing.assert_allclose(lines(ax)["end"], end[None])
        np.testing.assert_allclose(lines(ax)["lowest"], STAR[None])
    assert len(axes[0].figure.axes) == 2  # the third place of the row is empty
    plt.close("all")


def test_four_paths_take_two_rows() -> None:
    axes = draw({str(i): STRAIGHT for i in range(4)})
    assert len({round(ax.get_subplotspec().get_geometry()[2] / 3) for ax in axes}) == 2  # type: ignore[union-attr]
    plt.close("all")


def test_the_ranges_grow_for_all_panels_where_one_path_leaves_them() -> None:
    axes = draw({"stays": STRAIGHT, "leaves": WIDE})
    for ax in axes:
        assert ax.get_xlim() == pytest.approx((-1, 3.1))
        assert ax.get_ylim() == (-2, 2)
    plt.close("all")


def test_a_path_that_is_no_number_any_more_moves_no_edge() -> None:
    lost = torch.tensor([[0.0, 0.0], [torch.inf, torch.nan]])
    (ax,) = draw({"lost": lost})
    assert (ax.get_xlim(), ax.get_ylim()) == ((-1, 1), (-2, 2))
    plt.close("all")


def test_given_axes_are_used_and_the_words_name_what_is_drawn() -> None:
    figure = Figure()
    draw({"a bowl": STRAIGHT}, axes=[figure.subplots()], x_label="w", y_label="b (°C)")
    words = describe(figure)
    for word in ('"a bowl"', "b (°C)", '"path"', '"lowest"', "0.5000"):
        assert word in words
    assert not plt.get_fignums()


def test_axes_must_be_as_many_as_paths() -> None:
    with pytest.raises(ValueError, match="one for each of 2 paths, got 1: leave them out"):
        draw({"one": STRAIGHT, "two": WIDE}, axes=[Figure().subplots()])
