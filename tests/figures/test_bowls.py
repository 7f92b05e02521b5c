"""The bowl from above: its rings, its two directions, its path, and what it refuses."""

from typing import Any

import numpy as np
import pytest
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.figures import describe, plot_bowl

HESSIAN = torch.tensor([[10.0, 3.0], [3.0, 2.0]], dtype=torch.float64)  # curvatures 11 and 1
LOWEST = torch.tensor([1.0, -2.0], dtype=torch.float64)


@pytest.fixture
def ax() -> Axes:
    return Figure().subplots()


def data(line: Any) -> np.ndarray:
    return np.asarray(line.get_xydata())


def line(ax: Axes, start: str) -> Any:
    return next(line for line in ax.lines if str(line.get_label()).startswith(start))


def test_each_ring_has_one_loss(ax: Axes) -> None:
    plot_bowl(HESSIAN, LOWEST, rises=(2.0, 5.0), ax=ax)
    for ring, rise in zip(ax.lines, (2.0, 5.0), strict=False):
        away = torch.tensor(data(ring)) - LOWEST
        losses = (away @ HESSIAN * away).sum(dim=1) / 2
        assert torch.allclose(losses, torch.full_like(losses, rise))


def test_the_directions_are_those_of_the_hessian(ax: Axes) -> None:
    plot_bowl(HESSIAN, LOWEST, ax=ax)
    for name, curvature in (("gentle", 1.0), ("steep", 11.0)):
        ends = torch.tensor(data(line(ax, name)))
        along = ends[1] - ends[0]
        assert torch.allclose(HESSIAN @ along, curvature * along)
        assert torch.allclose(ends.mean(dim=0), LOWEST)


def test_the_directions_end_on_the_outer_ring(ax: Axes) -> None:
    plot_bowl(HESSIAN, LOWEST, rises=(2.0, 5.0), reach=5.0, ax=ax)
    for name in ("gentle", "steep"):
        away = torch.tensor(data(line(ax, name))) - LOWEST
        losses = (away @ HESSIAN * away).sum(dim=1) / 2
        assert torch.allclose(losses, torch.full_like(losses, 5.0))


def test_a_long_path_has_few_marks(ax: Axes) -> None:
    plot_bowl(HESSIAN, LOWEST, path=torch.zeros(201, 2), ax=ax)
    drawn = line(ax, "path, 200 steps, a mark after every 40")
    assert drawn.get_markevery() == 40


def test_a_path_takes_the_place_of_the_directions(ax: Axes) -> None:
    path = torch.tensor([[0.0, 0.0], [0.5, -1.0], [1.0, -2.0]])
    plot_bowl(HESSIAN, LOWEST, path=path, ax=ax)
    assert data(line(ax, "path, 2 steps")).tolist() == path.tolist()
    assert "direction" not in describe(ax.figure)
    assert data(line(ax, "lowest loss")).tolist() == [list(LOWEST)]


def test_a_single_step_is_one_step(ax: Axes) -> None:
    plot_bowl(HESSIAN, LOWEST, path=torch.tensor([[0.0, 0.0], [1.0, -2.0]]), ax=ax)
    assert line(ax, "path").get_label() == "path, 1 step"


def test_the_words_tell_rings_directions_and_curvatures(ax: Axes) -> None:
    plot_bowl(HESSIAN, LOWEST, reach=5.0, ax=ax)
    words = describe(ax.figure)
    for part in ("20, 80, 180 °C² above", "curvature 11", "curvature 1", "lowest loss"):
        assert part in words
    assert ax.get_xlim() == (-4, 6)
    assert ax.get_ylim() == (-7, 3)


def test_an_axes_is_made_where_none_is_given() -> None:
    import matplotlib.pyplot as plt

    made = plot_bowl(HESSIAN, LOWEST)
    assert isinstance(made, Axes)
    plt.close(made.figure)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("hessian", "lowest", "path", "words"),
    [
        (torch.eye(3), LOWEST, None, r"must be \(2, 2\) and \(2,\), got \(3, 3\)"),
        (HESSIAN, torch.zeros(2, 1), None, r"got \(2, 2\) and \(2, 1\)"),
        (HESSIAN, LOWEST, torch.zeros(2), "path must be"),
        (torch.tensor([[1.0, 2.0], [2.0, 1.0]]), LOWEST, None, "above zero, got -1"),
    ],
)
def test_what_is_no_bowl_is_refused(hessian: Any, lowest: Any, path: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        plot_bowl(hessian, lowest, path=path)
