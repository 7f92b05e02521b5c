"""What a classifier says on a grid: probabilities against a formula, and the map's words."""

from typing import Any

import matplotlib.pyplot as plt
import pytest
import torch
from matplotlib.contour import ContourSet
from torch import Tensor

from course_utils.figures import describe, plot_decision_surface, probabilities_on_grid
from course_utils.figures.surfaces import LEVELS

X = torch.tensor([[0.0, 0.0], [1.0, 2.0], [3.0, 1.0], [2.0, 2.5]])
Y = torch.tensor([0, 1, 1, 0])


def slope(points: Tensor) -> Tensor:
    """Logits whose difference is 2 · first feature − second feature."""
    return torch.stack([points[:, 1], 2 * points[:, 0]], dim=1)


@pytest.fixture(autouse=True)
def _no_figures_left() -> None:
    plt.close("all")


def test_probabilities_follow_the_formula_at_each_place() -> None:
    x, y = torch.linspace(-1, 1, 5), torch.linspace(0, 3, 4)
    surface = probabilities_on_grid(slope, x, y)
    assert surface.shape == (4, 5)
    wanted = torch.sigmoid(2 * x[None, :] - y[:, None])
    torch.testing.assert_close(surface, wanted)


def test_the_model_is_asked_once_and_keeps_no_gradient() -> None:
    asked: list[tuple[int, ...]] = []
    layer = torch.nn.Linear(2, 2)

    def model(points: Tensor) -> Tensor:
        asked.append(tuple(points.shape))
        return layer(points)

    surface = probabilities_on_grid(model, torch.linspace(0, 1, 7), torch.linspace(0, 1, 3))
    assert asked == [(21, 2)]
    assert not surface.requires_grad


def test_the_grid_has_the_type_of_the_examples() -> None:
    model = torch.nn.Linear(2, 2).double()
    ax = plot_decision_surface(model, X.double(), Y, num=5)
    assert ax.collections


@pytest.mark.parametrize("outputs", [1, 3])
def test_another_number_of_logits_is_refused(outputs: int) -> None:
    with pytest.raises(
        ValueError, match=rf"two logits for each point, \(4, 2\), got \(4, {outputs}\)"
    ):
        probabilities_on_grid(torch.nn.Linear(2, outputs), torch.zeros(2), torch.zeros(2))


def test_examples_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match=r"X must be \(N, 2\) and y \(N,\), got \(4, 3\)"):
        plot_decision_surface(slope, torch.zeros(4, 3), Y)
    with pytest.raises(ValueError, match=r"got \(4, 2\) and \(4, 1\)"):
        plot_decision_surface(slope, X, Y[:, None])


def test_the_map_reaches_beyond_the_examples_and_says_so() -> None:
    ax = plot_decision_surface(slope, X, Y, class_names=("left", "right"), margin=0.5, num=21)
    words = describe(ax.figure)
    assert "x axis shows first feature (no unit), from -0.5000 to 3.500" in words
    assert "y axis shows second feature (no unit), from -0.5000 to 3.000" in words
    assert 'Scattered points "left": 2 points.' in words
    assert 'Scattered points "right": 2 points.' in words
    assert "Contour lines at 9 levels from 0.1000 to 0.9000" in words


def test_the_boundary_is_thick_and_labels_stand_on_their_lines() -> None:
    ax = plot_decision_surface(slope, X, Y, num=41)
    lines: Any
    (lines,) = (c for c in ax.collections if isinstance(c, ContourSet) and not c.filled)
    widths = dict(zip(LEVELS, lines.get_linewidths(), strict=True))
    assert max(widths, key=widths.__getitem__) == 0.5
    labels = {text.get_text(): text.get_position() for text in ax.texts}
    assert set(labels) == {f"{level:.1f}" for level in LEVELS}
    for level, (x, y) in labels.items():
        at = torch.tensor([[x, y]], dtype=torch.float32)
        assert slope(at).softmax(1)[0, 1].item() == pytest.approx(float(level), abs=0.02)


def test_classes_differ_by_more_than_colour() -> None:
    ax = plot_decision_surface(slope, X, Y)
    first: Any
    second: Any
    first, second = (c for c in ax.collections if c.get_label() in ("class 0", "class 1"))
    assert len(first.get_paths()[0].vertices) != len(second.get_paths()[0].vertices)
    assert first.get_facecolor().mean() > 0.9 > second.get_facecolor().mean()


def test_a_surface_without_a_boundary_can_be_drawn() -> None:
    ax = plot_decision_surface(
        lambda points: torch.zeros(len(points), 2) + torch.tensor([5.0, 0.0]), X, Y
    )
    assert ax.get_legend() is None
    assert not ax.texts


def test_labels_can_be_left_out_and_the_axes_given() -> None:
    given = plt.subplots()[1]
    assert plot_decision_surface(slope, X, Y, ax=given, labels=False) is given
    assert not given.texts
