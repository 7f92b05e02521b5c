"""The four losses: their values, their lowest places, and the maps that show them."""

import pytest
import torch

from course_utils.data import thermometer
from course_utils.landscapes import LANDSCAPES, Landscape, saddle, thermometer_loss
from course_utils.optimizers import loss_and_grad

LANDS = pytest.mark.parametrize("land", LANDSCAPES.values(), ids=LANDSCAPES)


@LANDS
def test_lowest_is_a_minimum(land: Landscape) -> None:
    loss, grad = loss_and_grad(land.loss_fn, land.lowest)
    assert grad.abs().max() < 1e-2
    generator = torch.Generator().manual_seed(1)
    around = land.lowest + 0.5 * torch.randn(1000, 2, generator=generator, dtype=torch.float64)
    assert (land.loss_fn(around) >= loss - 1e-9).all()


@LANDS
def test_the_map_shows_start_and_lowest(land: Landscape) -> None:
    for x, y in (land.start.tolist(), land.lowest.tolist()):
        assert land.x_range[0] < x < land.x_range[1]
        assert land.y_range[0] < y < land.y_range[1]


def test_the_map_of_the_readings_shows_a_zigzag_from_wall_to_wall() -> None:
    # At the largest rate that converges, the first step lands as far beyond the valley as it began.
    land = LANDSCAPES["thermometer"]
    w, _ = (2 * land.lowest - land.start).tolist()
    assert land.x_range[0] < w < land.x_range[1]


@LANDS
def test_on_grid_is_the_loss_at_each_pair(land: Landscape) -> None:
    x, y = torch.linspace(*land.x_range, 4), torch.linspace(*land.y_range, 3)
    surface = land.on_grid(x[None, :], y[:, None])
    assert surface.shape == (3, 4)
    torch.testing.assert_close(surface[2, 1], land.loss_fn(torch.stack([x[1], y[2]])))


def test_thermometer_loss_is_that_of_the_earlier_notebooks() -> None:
    assert thermometer_loss(torch.tensor([1.0, 0.0])).item() == pytest.approx(1763.88, abs=0.01)
    scaled = LANDSCAPES["thermometer × 0.1"].loss_fn
    assert scaled(torch.tensor([1.0, 0.0])).item() == pytest.approx(80.36, abs=0.01)
    best = thermometer_loss(LANDSCAPES["thermometer"].lowest)
    assert best.item() == pytest.approx(2.92765, abs=1e-5)
    t_u, t_c = thermometer()
    lines = torch.tensor([[0.5, -17.0], [0.2, 3.0]])
    by_hand = [((w * t_u + b - t_c) ** 2).mean() for w, b in lines]
    torch.testing.assert_close(thermometer_loss(lines), torch.stack(by_hand))


def test_the_pass_of_the_saddle_rises_one_way_and_falls_the_other() -> None:
    curvatures = torch.autograd.functional.hessian(saddle, torch.zeros(2)).diagonal()
    assert curvatures.tolist() == [2.0, -4.0]


def test_walks_start_where_the_pages_begin() -> None:
    starts = {name: land.start.tolist() for name, land in LANDSCAPES.items()}
    assert starts == {
        "thermometer": [1.0, 0.0],
        "thermometer × 0.1": [1.0, 0.0],
        "Rosenbrock": [-1.2, 1.0],
        "saddle": [-1.5, 0.01],  # close to the ridge, so that a walk must leave it by itself
    }
