"""The other rooms, given tensors of the device: data, figures, explorers, optimizers by hand."""

from typing import Any

import matplotlib.pyplot as plt
import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from course_utils import data, figures, landscapes, optimizers
from course_utils.explorers import (
    DecisionBoundary,
    InputScale,
    OptimizerPaths,
    PolynomialFit,
    TwoKnobs,
)
from course_utils.models import mlp
from course_utils.training import Stack
from tests.stand_in_device.kinds import DRAW
from tests.stand_in_device.waits import counted, waits

TOY = torch.device("toy")


def seeded() -> torch.Generator:
    return torch.Generator().manual_seed(2)


DATA: dict[str, Any] = {
    "thermometer": lambda device: data.thermometer(device),
    "wavy_line": lambda device: data.wavy_line(20, generator=seeded(), device=device),
    "wide_line": lambda device: data.wide_line(20, generator=seeded(), device=device),
    "moons": lambda device: data.moons(20, noise=0.1, generator=seeded(), device=device),
    "circles": lambda device: data.circles(20, noise=0.1, generator=seeded(), device=device),
    "digits": lambda device: data.digits(device),
    "breast_cancer": lambda device: data.breast_cancer(device),
    "images": lambda device: data.images("digits", device=device)[:4],
}


@pytest.mark.parametrize("make", DATA.values(), ids=DATA)
def test_data_are_those_of_the_cpu_and_draw_nothing_here(make: Any) -> None:
    counted.clear()
    there = [it for it in make(TOY) if isinstance(it, Tensor)]
    assert (waits(), counted[DRAW]) == (0, 0)
    here = [it for it in make("cpu") if isinstance(it, Tensor)]
    assert len(there) == len(here) > 1
    for one, other in zip(there, here, strict=True):
        assert one.device.type == "toy"
        assert torch.equal(one.cpu(), other)


def test_a_network_is_drawn_on_the_cpu() -> None:
    here, there = (mlp(2, 5, 2, generator=seeded(), device=device) for device in ("cpu", TOY))
    counted.clear()
    mlp(2, 5, 2, generator=seeded(), device=TOY)
    assert (waits(), counted[DRAW]) == (0, 0)
    for one, other in zip(here.parameters(), there.parameters(), strict=True):
        assert torch.equal(one, other.cpu())


EXPLORERS: dict[str, Any] = {
    "Two knobs": lambda device: TwoKnobs(*data.thermometer(device)),
    "Input scale": lambda device: InputScale(*data.thermometer(device)),
    "Optimizer paths": lambda device: OptimizerPaths(),
    "Polynomial fit": lambda device: PolynomialFit(),
    "Decision boundary": lambda device: DecisionBoundary(num_epochs=20),
}


@pytest.mark.parametrize("make", EXPLORERS.values(), ids=EXPLORERS)
def test_explorers_show_the_same(make: Any) -> None:
    here, there = make("cpu"), make(TOY)
    assert here.words == there.words
    assert here._repr_mimebundle_()[0]["image/png"] == there._repr_mimebundle_()[0]["image/png"]


def bowl(w: Tensor, b: Tensor) -> Tensor:
    return w**2 + 3 * b**2


DRAWN: dict[str, Any] = {
    "losses": lambda at: figures.plot_loss(torch.tensor([3.0, 2.0], device=at)),
    "list of losses": lambda at: figures.plot_loss([torch.tensor(2.0, device=at)] * 2),
    "contours": lambda at: figures.plot_contours(
        bowl, (-1, 1), (-1, 1), path=torch.ones(2, 2, device=at), device=at
    ),
    "fit": lambda at: figures.plot_fit(*data.thermometer(at), lambda t_u: 0.5 * t_u - 17),
    "surface": lambda at: figures.plot_decision_surface(
        mlp(2, 5, 2, generator=seeded(), device=at),
        *data.moons(20, noise=0.1, generator=seeded(), device=at),
    ),
    "network": lambda at: figures.draw_network(mlp(2, 3, 2, generator=seeded(), device=at)),
    "paths": lambda at: figures.plot_paths(
        bowl, {"one": torch.ones(3, 2, device=at)}, (-2, 2), (-2, 2),
        lowest=torch.zeros(2, device=at),
    ),
}  # fmt: skip


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_figures_draw_what_lies_on_the_device(draw: Any) -> None:
    said = []
    for device in ("cpu", TOY):
        plt.close("all")
        draw(device)
        said.append(figures.describe(plt.gcf()))
    assert said[0] == said[1]
    plt.close("all")


@pytest.mark.parametrize("name", ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"])
def test_optimizers_by_hand_wait_for_nothing(name: str) -> None:
    rule, found = getattr(optimizers, name), []
    for device in ("cpu", TOY):
        params, state = torch.tensor([1.0, 0.0], device=device), None
        counted.clear()
        for _ in range(5):
            _, grad = optimizers.loss_and_grad(landscapes.scaled_thermometer_loss, params)
            params, state = rule(params, grad, state, 0.01)
        assert waits() == 0
        found.append(params.cpu())
    torch.testing.assert_close(*found)


@pytest.mark.parametrize("name", sorted(landscapes.LANDSCAPES))
def test_landscapes_and_newton(name: str) -> None:
    found, landscape = [], landscapes.LANDSCAPES[name]
    for device in ("cpu", TOY):
        start = landscape.start.to(device)
        hessian = torch.func.hessian(landscape.loss_fn)(start)
        _, grad = optimizers.loss_and_grad(landscape.loss_fn, start)
        found.append(optimizers.newton_step(start, grad, hessian).cpu())
    torch.testing.assert_close(*found)


def test_a_stack_of_models() -> None:
    models = [mlp(2, 4, 2, generator=seeded(), device=TOY) for _ in range(3)]
    stack = Stack(models)
    X, y = data.moons(12, noise=0.1, generator=seeded(), device=TOY)
    outputs = stack(X.expand(3, -1, -1))
    torch.testing.assert_close(outputs[1], models[1](X))
    cross_entropy(outputs[0], y).backward()
    assert all(isinstance(it.grad, Tensor) for it in stack.params)
    other = Stack([nn.Sequential(*model, nn.LayerNorm(2, device=TOY)) for model in models])
    assert other(X.expand(3, -1, -1)).device.type == "toy"
