"""The plots, with any numbers: a picture that can be drawn and told, or a sentence."""

from collections.abc import Iterator
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, nn

from course_utils.autodiff import Scalar
from course_utils.figures import (
    describe,
    draw_network,
    plot_bowl,
    plot_contours,
    plot_decision_surface,
    plot_fit,
    plot_graph,
    plot_loss,
    plot_newton,
    plot_paths,
    plot_ring,
    plot_shares,
    probabilities_on_grid,
)
from course_utils.models import mlp
from tests.properties.promises import attempt
from tests.properties.strategies import (
    NO_TENSORS,
    anything,
    bad_numbers,
    finite_tensors,
    reproducible,
    tensors,
)
from tests.training.helpers import seeded

VALUES = st.one_of(tensors(), st.sampled_from(NO_TENSORS))


@pytest.fixture(autouse=True)
def small_figures() -> Iterator[None]:
    plt.close("all")  # what other tests have left open
    with mpl.rc_context({"figure.figsize": (2, 2), "figure.dpi": 40, "figure.max_open_warning": 0}):
        yield
        plt.close("all")


def bowl(x: Tensor, y: Tensor) -> Tensor:
    return x**2 + y**2


def drawn(function: Any, *args: Any, **kwargs: Any) -> bool:
    """Draw, look that it can be shown and told, and close it; say whether it could be drawn."""
    try:
        outcome = attempt(function, *args, **kwargs)
        if outcome.error is not None:
            assert not plt.get_fignums(), "an empty figure was left behind"
            return False
        (number,) = plt.get_fignums()
        plt.figure(number).canvas.draw()
        assert describe(plt.figure(number))
        return True
    finally:
        plt.close("all")


@given(VALUES, st.booleans())
@reproducible(50)
def test_any_losses_are_drawn_or_told(losses: Any, log: bool) -> None:
    drawn(plot_loss, losses, log=log)


@given(VALUES, VALUES)
@reproducible(60)
def test_any_points_are_drawn_or_told(x: Any, y: Any) -> None:
    drawn(plot_fit, x, y, lambda x: 2 * x)


@given(
    st.one_of(finite_tensors((2, 2), (3, 3), (2,)), VALUES), VALUES, st.one_of(st.none(), VALUES)
)
@reproducible(80)
def test_any_bowl_is_drawn_or_told(hessian: Any, lowest: Any, path: Any) -> None:
    drawn(plot_bowl, hessian, lowest, path=path)
    drawn(plot_bowl, torch.eye(2), torch.zeros(2), path=path)


@given(st.one_of(st.none(), VALUES), st.tuples(st.floats(-3, 3), st.floats(-3, 3)))
@reproducible(25)
def test_any_path_over_a_map_is_drawn_or_told(path: Any, span: tuple[float, float]) -> None:
    drawn(plot_contours, bowl, span, (-1.0, 1.0), path=path, num=9)


@given(st.sampled_from([1, 2.0, None, "x", torch.zeros(2), torch.full((9, 9), torch.nan)]))
@reproducible(10)
def test_what_is_no_map_is_told(surface: Any) -> None:
    assert not drawn(plot_contours, lambda w, b: surface, (-1.0, 1.0), (-1.0, 1.0), num=9)


@given(st.dictionaries(st.sampled_from("ab"), VALUES, max_size=2), st.one_of(st.none(), VALUES))
@reproducible(25)
def test_any_paths_are_drawn_or_told(paths: Any, lowest: Any) -> None:
    drawn(plot_paths, bowl, paths, (-1.0, 1.0), (-1.0, 1.0), lowest=lowest)


@given(bad_numbers(), st.sampled_from([(-1.0, 3.0), (1.0, 1.0), (0.0, float("nan")), (2,), None]))
@reproducible(40)
def test_any_step_of_newton_is_drawn_or_told(y: Any, span: Any) -> None:
    drawn(plot_newton, lambda y: y**4, lambda y: 4 * y**3, lambda y: 12 * y**2, y, span)


@pytest.mark.parametrize("draw", [plot_ring, plot_shares])
@given(st.one_of(bad_numbers(), st.integers(-1, 7)))
@reproducible(25)
def test_any_number_of_workers_is_drawn_or_told(draw: Any, world_size: Any) -> None:
    assert drawn(draw, world_size) == (type(world_size) is int and 2 <= world_size <= 5)


@given(bad_numbers())
@reproducible(15)
def test_any_batch_size_is_drawn_or_told(batch_size: Any) -> None:
    assert not drawn(plot_shares, 2, batch_size)


@given(
    st.one_of(st.lists(st.integers(1, 18), min_size=2, max_size=3), st.sampled_from(NO_TENSORS)),
    anything(),
)
@reproducible(30)
def test_any_network_is_drawn_or_told(sizes: Any, kept: Any) -> None:
    is_net = isinstance(sizes, list) and isinstance(sizes[0], int)
    model = mlp(*sizes, generator=seeded(0)) if is_net else sizes
    drawn(draw_network, model, kept=kept)
    assert drawn(draw_network, model) == (is_net and max(sizes) <= 16)


@given(st.integers(1, 12), st.floats(allow_nan=False, allow_infinity=False))
@reproducible(15)
def test_any_graph_is_drawn_or_told(num_steps: int, number: float) -> None:
    y = x = Scalar(number)
    for _ in range(num_steps):
        y = y + 1
    assert drawn(plot_graph, y, x=x) == (1 + 2 * num_steps <= 16)


@given(anything(), anything())
@reproducible(60)
def test_any_surface_is_drawn_or_told(X: Any, y: Any) -> None:
    model = mlp(2, 2, generator=seeded(0))
    drawn(plot_decision_surface, model, X, y, num=5, own=lambda: model(X), labels=False)


@given(anything(), anything())
@reproducible(60)
def test_any_grid_has_probabilities_or_is_told(x: Any, y: Any) -> None:
    model = nn.Linear(2, 2)
    own = lambda: model(torch.zeros(1, 2, dtype=x.dtype))  # noqa: E731
    outcome = attempt(probabilities_on_grid, model, x, y, own=own)
    if outcome.error is None:
        assert outcome.value.shape == (len(y), len(x))
        if x.isfinite().all() and y.isfinite().all() and max(x.abs().sum(), y.abs().sum()) < 1e6:
            assert ((outcome.value >= 0) & (outcome.value <= 1)).all()
