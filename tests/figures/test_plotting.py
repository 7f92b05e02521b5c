"""The shared plots: what they show, what they say, and what they refuse."""

from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course_utils.data import thermometer
from course_utils.figures import PALETTE, describe, plot_contours, plot_fit, plot_loss
from course_utils.figures.arrays import as_array

T_U, T_C = thermometer()
RANGES: Any = ((-0.5, 1.5), (-30, 10))


@pytest.fixture
def ax() -> Axes:
    """An Axes that pyplot knows nothing of: drawing must not need pyplot once `ax` is given."""
    return Figure().subplots()


@pytest.fixture(autouse=True)
def only_the_given_axes() -> Iterator[None]:
    plt.close("all")
    yield
    plt.close("all")


def words(ax: Axes) -> str:
    return describe(ax.figure)


def data(line: Any) -> np.ndarray:
    return np.asarray(line.get_xydata())


def loss_of(w: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    return ((w[..., None] * T_U + b[..., None] - T_C) ** 2).mean(-1)


def test_arrays_are_copies_of_whatever_came() -> None:
    values = torch.ones(3, dtype=torch.float64, requires_grad=True)
    array = as_array(values)
    array[0] = 5
    assert values[0] == 1
    assert array.dtype == np.float64
    assert as_array([torch.tensor(1.0, requires_grad=True), 2.0]).tolist() == [1, 2]
    assert as_array(torch.tensor([1.5], dtype=torch.bfloat16)).tolist() == [1.5]


@pytest.mark.parametrize(
    "losses",
    [
        [4.0, 2.0, 1.0],
        (4, 2, 1),
        np.array([4.0, 2, 1]),
        torch.tensor([4.0, 2, 1], requires_grad=True),
        [torch.tensor(4.0, requires_grad=True), torch.tensor(2.0), torch.tensor(1.0)],
    ],
)
def test_losses_of_any_kind_are_drawn_from_epoch_1(ax: Axes, losses: Any) -> None:
    assert plot_loss(losses, ax=ax, label="train", y_label="loss (°C²)") is ax
    assert data(ax.lines[0]).tolist() == [[1, 4], [2, 2], [3, 1]]
    assert ax.get_yscale() == "log"
    for said in ('Line "train"', "shows epoch,", "shows loss (°C²),", 'Legend: "train".'):
        assert said in words(ax)
    assert plt.get_fignums() == []


def test_a_linear_axis_shows_zero(ax: Axes) -> None:
    plot_loss([1.0, 0.0], ax=ax, log=False)
    assert ax.get_yscale() == "linear"
    assert ax.get_legend() is None


def test_two_losses_share_one_axes_and_differ_without_colour() -> None:
    from course_utils.figures import use_course_style

    with plt.rc_context():
        use_course_style()
        ax = plot_loss(torch.rand(50) + 1, label="a")
        plot_loss(torch.rand(50) + 1, ax=ax, label="b")
    first, second = ax.lines
    assert first.get_linestyle() != second.get_linestyle()
    assert first.get_color() != second.get_color()
    assert len(plt.get_fignums()) == 1


@pytest.mark.parametrize(
    ("losses", "said", "crosses"),
    [
        ([3.0, 9.0, np.inf, np.nan], "not finite from epoch 3 on", 1),
        ([3.0, 9.0, np.nan, 2.0], "not finite at epoch 3", 1),
        ([np.nan, np.inf], "not finite from epoch 1 on", 0),
    ],
)
def test_a_loss_that_explodes_says_when(ax: Axes, losses: Any, said: str, crosses: int) -> None:
    plot_loss(losses, ax=ax)
    assert ax.texts[0].get_text() == said
    assert words(ax).count("thick crosses") == crosses
    if crosses:
        assert data(ax.lines[1]).tolist() == [[2, 9]]


@pytest.mark.filterwarnings("error")
def test_a_loss_that_is_zero_somewhere_is_drawn_without_a_warning(ax: Axes) -> None:
    plot_contours(lambda w, b: 10 * w**2 + b**2, (-2, 2), (-2, 2), ax=ax)
    assert "The surface runs from " in describe(ax.figure)


def test_contours_take_one_call_on_a_grid_that_broadcasts(ax: Axes) -> None:
    asked = []

    def spy(w: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        asked.append((tuple(w.shape), tuple(b.shape), torch.is_grad_enabled()))
        return loss_of(w, b)

    assert plot_contours(spy, *RANGES, ax=ax, num=41) is ax
    assert asked == [((1, 41), (41, 1), False)]
    assert ax.get_xlim() == RANGES[0]
    assert ax.get_ylim() == RANGES[1]
    assert "shows w (°C per unit of the reading), from -0.5000 to 1.500." in words(ax)
    assert "shows b (°C), from -30.00 to 10.00." in words(ax)


def test_w_runs_along_x_and_b_along_y(ax: Axes) -> None:
    plot_contours(lambda w, b: 10 ** (w + 0 * b), (0, 2), (0, 2), ax=ax)
    told = words(ax)
    assert "Level 10.00: x from 1.000 to 1.000 and y from 0.000 to 2.000." in told
    assert "Level 50.00: x from 1.699 to 1.699" in told


def test_heights_go_by_ratio_and_are_written_on_the_lines(ax: Axes) -> None:
    plot_contours(loss_of, *RANGES, ax=ax)
    levels = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
    lines: Any = ax.collections[1]
    assert lines.levels.tolist() == levels
    assert {text.get_text() for text in ax.texts} <= {str(level) for level in levels}
    assert len(ax.texts) >= 8


@pytest.mark.parametrize(
    "surface",
    [
        lambda w, b: w**2 + b**2,  # zero at the bottom
        lambda w, b: w + b,  # below zero
        lambda w, b: 5 + 0.1 * w * b,  # nearly flat
        lambda w, b: torch.where(w > 0, w + b**2, torch.nan),
        lambda w, b: (w**2 + b**2).requires_grad_(),
    ],
)
def test_every_surface_gets_several_levels(ax: Axes, surface: Any) -> None:
    plot_contours(surface, (-2, 2), (-2, 2), ax=ax)
    ax.figure.canvas.draw()
    lines: Any = ax.collections[1]
    assert 4 <= len(lines.levels) <= 16
    assert len([path for path in lines.get_paths() if len(path.vertices)]) >= 4


def test_a_path_has_a_start_an_end_and_a_count(ax: Axes) -> None:
    path = torch.tensor([[1.0, 0.0], [0.6, -5.0], [0.5, -9.0]], requires_grad=True)
    plot_contours(loss_of, *RANGES, path=path, path_label="lr 1e-4", ax=ax)
    told = words(ax)
    assert 'Line "lr 1e-4", solid with circles: 3 points.' in told
    assert 'Points "start", circles: 1 point.\n  (1.000, 0.000)' in told
    assert 'Points "end, after 2 steps", squares: 1 point.\n  (0.5000, -9.000)' in told
    assert ax.lines[1].get_markerfacecolor() == "white"
    assert ax.lines[2].get_markerfacecolor() == PALETTE[1]


@pytest.mark.parametrize(
    ("path", "said", "points"),
    [
        ([[1.0, 0.0], [0.5, 0.0], [-44.0, -0.8], [0.4, 0.0]], "leaves this picture at step 2", 3),
        ([[1.0, 0.0], [np.inf, np.nan]], "leaves this picture at step 1", 1),
        ([[9.0, 0.0], [1.0, 0.0]], "starts outside this picture", 1),
    ],
)
def test_a_path_that_leaves_says_so_and_claims_no_end(
    ax: Axes, path: Any, said: str, points: int
) -> None:
    plot_contours(loss_of, *RANGES, path=path, ax=ax)
    assert f"the path {said}" in words(ax)
    assert "end, after" not in words(ax)
    assert len(data(ax.lines[0])) == points
    assert ax.get_xlim() == RANGES[0]


@pytest.mark.parametrize("shape", [(11,), (11, 1)])
def test_a_fit_shows_points_and_curve_without_touching_them(ax: Axes, shape: Any) -> None:
    x, y = T_U.reshape(shape).clone().requires_grad_(), T_C.reshape(shape).clone()
    seen = []

    def model(x: torch.Tensor) -> torch.Tensor:
        seen.append((tuple(x.shape), x.dtype, torch.is_grad_enabled()))
        return 0.5 * x - 17

    assert plot_fit(x, y, model, ax=ax, label="by hand") is ax
    assert seen == [((200, *shape[1:]), torch.float32, False)]
    points, curve = ax.lines
    assert np.allclose(data(points), torch.stack([T_U, T_C], 1))
    left, right = data(curve)[[0, -1]]
    assert np.allclose(left, [18.795, 0.5 * 18.795 - 17])
    assert np.allclose(right, [84.905, 0.5 * 84.905 - 17])
    assert torch.equal(x.detach().ravel(), T_U)
    assert x.grad is None
    told = words(ax)
    assert "shows reading (unknown unit)" in told
    assert "shows temperature (°C)" in told
    assert 'Legend: "observed"; "by hand".' in told


def test_a_module_and_plain_lists_can_be_plotted(ax: Axes) -> None:
    plot_fit(T_U[:, None], T_C[:, None], torch.nn.Linear(1, 1), ax=ax)
    plot_fit([1, 2, 3], [2, 4, 6], lambda x: 2 * x, ax=ax)
    assert len(ax.lines) == 4


def test_without_an_axes_each_plot_makes_one_and_shows_nothing(monkeypatch) -> None:
    monkeypatch.setattr(plt, "show", lambda: pytest.fail("plt.show was called"))
    made = [plot_loss([1.0]), plot_contours(loss_of, *RANGES), plot_fit(T_U, T_C, torch.zeros_like)]
    assert len({id(ax.figure) for ax in made}) == len(plt.get_fignums()) == 3


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda ax: plot_loss([], ax=ax), r"must be \(epochs,\), one or more, got \(0,\)"),
        (lambda ax: plot_loss([[1.0]], ax=ax), r"must be \(epochs,\).*got \(1, 1\)"),
        (lambda ax: plot_loss([1.0, 0.0], ax=ax), "above 0, got 0: pass log=False"),
        (lambda ax: plot_contours(lambda w, b: w, *RANGES, ax=ax), r"\(101, 101\), got \(1, 101\)"),
        (lambda ax: plot_contours(lambda w, b: w * b * np.nan, *RANGES, ax=ax), "must be finite"),
        (
            lambda ax: plot_contours(loss_of, *RANGES, path=[1.0, 2.0], ax=ax),
            r"path must be \(steps, 2\).*got \(2,\)",
        ),
        (
            lambda ax: plot_contours(loss_of, *RANGES, path=torch.ones(4, 3), ax=ax),
            r"path must be \(steps, 2\).*got \(4, 3\)",
        ),
        (
            lambda ax: plot_contours(loss_of, *RANGES, path=torch.ones(0, 2), ax=ax),
            r"path must be \(steps, 2\).*got \(0, 2\)",
        ),
        (lambda ax: plot_fit(T_U, T_C[:3], torch.zeros_like, ax=ax), r"\(11,\) and \(3,\)"),
        (lambda ax: plot_fit([], [], torch.zeros_like, ax=ax), r"pair up.*got \(0,\) and \(0,\)"),
        (
            lambda ax: plot_fit(torch.ones(2, 2), torch.ones(4), torch.zeros_like, ax=ax),
            r"got \(2, 2\) and \(4,\): plot one feature",
        ),
        (lambda ax: plot_fit(T_U, T_C, torch.sum, ax=ax), "each of 200 inputs, got 1"),
    ],
)
def test_what_cannot_be_drawn_is_refused_before_anything_is_drawn(
    ax: Axes, call: Any, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        call(ax)
    assert not ax.has_data()
