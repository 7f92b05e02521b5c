"""The device itself: it must refuse what a GPU refuses, and count what makes a GPU wait."""

import copy
import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from matplotlib.figure import Figure
from torch import Tensor, nn

from course_utils import runtime

TOY = torch.device("toy")


def grid() -> Tensor:
    return torch.arange(12.0, device=TOY).reshape(4, 3)


def test_the_course_picks_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_DEVICE", "toy")
    assert runtime.pick_device() == TOY
    monkeypatch.setenv("COURSE_DEVICE", "cuda")
    with pytest.raises(RuntimeError, match="finds none here"):
        runtime.pick_device()
    monkeypatch.setenv("COURSE_DEVICE", "toys")
    with pytest.raises(ValueError, match="must be cpu"):
        runtime.pick_device()


MIXED: list[Callable[[Tensor, Tensor], Any]] = [
    lambda here, there: here + there,
    lambda here, there: there * here,
    lambda here, there: here @ there.T,
    lambda here, there: torch.cat([here, there]),
    lambda here, there: torch.stack([here[0, 0], there[0, 0]]),
    lambda here, there: nn.functional.mse_loss(here, there),
    lambda here, there: nn.functional.cross_entropy(here, there[:, 0].long()),
    lambda here, there: nn.functional.linear(there, here),
    lambda here, there: nn.Linear(3, 2)(here),
    lambda here, there: nn.Linear(3, 2).to(TOY)(there),
    lambda here, there: torch.where(here > 3, here, there),
    lambda here, there: here.gather(0, there.long() % 4),
    lambda here, there: here.add_(there),
    lambda here, there: torch.linalg.lstsq(here, there),
]


@pytest.mark.parametrize("mix", MIXED)
def test_devices_do_not_mix(mix: Callable[[Tensor, Tensor], Any]) -> None:
    with pytest.raises(RuntimeError, match="Expected all tensors to be on the same device"):
        mix(grid(), torch.ones(4, 3))


def test_the_cpu_is_not_indexed_by_the_device() -> None:
    with pytest.raises(RuntimeError, match="indices should be either on cpu or on the same"):
        torch.ones(3)[torch.tensor([0, 2], device=TOY)]


def test_a_number_of_the_cpu_may_take_part_element_by_element() -> None:
    number = torch.tensor(2.0)
    assert (grid() * number).device.type == (number + grid()).device.type == "toy"
    assert torch.where(grid() > number, grid(), number).min().item() == 2.0
    with pytest.raises(RuntimeError, match="same device"):
        torch.stack([grid()[0, 0], number])


@pytest.mark.parametrize("look", [np.asarray, Tensor.numpy, lambda it: np.stack([it, it])])
def test_numpy_gets_nothing_that_was_not_fetched(look: Callable[[Tensor], Any]) -> None:
    with pytest.raises(TypeError, match="can't convert toy:0 device type tensor to numpy"):
        look(grid())
    assert np.shape(look(grid().cpu()))[-2:] == (4, 3)


def test_matplotlib_gets_nothing_that_was_not_fetched() -> None:
    ax = Figure().subplots()
    with pytest.raises(TypeError, match="can't convert toy:0 device type tensor to numpy"):
        ax.plot(grid())
    ax.plot(grid().cpu())


def test_it_shows_where_it_is() -> None:
    assert repr(torch.ones(2, device=TOY)) == "tensor([1., 1.], device='toy:0')"
    assert str(grid().device) == "toy:0"
    assert grid().cpu().device == torch.device("cpu")
    assert grid().cpu().to(TOY).device.type == "toy"


def test_a_cpu_generator_draws_nothing_here_and_the_seed_gives_other_numbers() -> None:
    with pytest.raises(RuntimeError, match="Expected a 'toy' device type for generator"):
        torch.randn(3, generator=torch.Generator(), device=TOY)
    draws = []
    for device in ("cpu", "toy", "toy"):
        torch.manual_seed(0)
        draws.append((torch.rand(3, device=device).tolist(), torch.rand(1).item()))
    assert draws[1] == draws[2]
    assert draws[0][0] != draws[1][0]
    assert draws[0][1] != draws[1][1]  # here the CPU had drawn nothing yet


def network() -> nn.Sequential:
    torch.manual_seed(3)
    return nn.Sequential(
        nn.Unflatten(1, (1, 4)),
        nn.Conv1d(1, 3, 2),
        nn.Flatten(),
        nn.BatchNorm1d(9),
        nn.Linear(9, 2),
    ).double()


@pytest.mark.parametrize("kind", ["SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "LBFGS"])
def test_it_learns_what_the_cpu_learns(kind: str) -> None:
    weights = []
    for device in ("cpu", "toy"):
        X, y = torch.randn(20, 4, generator=torch.Generator().manual_seed(1)), torch.arange(20) % 2
        X, y, model = X.double().to(device), y.to(device), network().to(device)
        optimizer = getattr(torch.optim, kind)(model.parameters(), lr=0.01)

        def again(model=model, X=X, y=y, optimizer=optimizer) -> Tensor:
            optimizer.zero_grad()
            loss = nn.functional.cross_entropy(model(X), y)
            loss.backward()
            return loss

        for _ in range(5):
            optimizer.step(again)
        weights.append(torch.cat([param.detach().cpu().flatten() for param in model.parameters()]))
    torch.testing.assert_close(*weights, rtol=1e-9, atol=1e-12)


def test_files_and_deep_copies() -> None:
    model, file = network().to(TOY), io.BytesIO()
    other = copy.deepcopy(model)
    torch.save(other.state_dict(), file)
    with torch.no_grad():
        model.get_parameter("4.weight").zero_()
    kept = other.get_parameter("4.weight").cpu()
    assert kept.any()
    for place in (None, "cpu", "toy", TOY):
        file.seek(0)
        found = torch.load(file, map_location=place, weights_only=True)["4.weight"]
        assert found.device.type == ("cpu" if place == "cpu" else "toy")
        assert torch.equal(found.cpu(), kept)


def test_functions_of_functions() -> None:
    given = grid().double()
    by_rows = torch.func.vmap(torch.func.grad(lambda row: (row**3).sum()))(given)
    torch.testing.assert_close(by_rows, 3 * given**2)
    hessian = torch.func.hessian(lambda row: (row**3).sum())(given[1])
    torch.testing.assert_close(hessian, torch.diag(6 * given[1]))


def test_a_view_keeps_its_memory_when_its_tensor_gets_another() -> None:
    parameter = nn.Parameter(torch.arange(1000.0, device=TOY))
    row = parameter.detach()[500:502]
    parameter.data = torch.zeros(3, device=TOY)
    torch.full((1000,), 7.0)  # takes the place of what was freed, if it was
    assert row.tolist() == [500.0, 501.0]
    assert parameter.tolist() == [0.0, 0.0, 0.0]


def test_what_is_done_in_place() -> None:
    given, number = grid()[:1].clone(), torch.tensor(7, device=TOY)
    assert given.squeeze_(0).shape == given.shape == (3,)
    assert given.unsqueeze_(1).t_().shape == given.shape == (1, 3)
    given.zero_().add_(1)
    assert given.tolist() == [[1.0, 1.0, 1.0]]
    torch.add(given, 1, out=given)
    assert given.resize_(3).tolist() == [2.0, 2.0, 2.0]
    assert [(number % 4).item(), (7 % (number - 3)).item(), (number % 2.5).item()] == [3, 3, 2.0]
    assert torch.sort(given, out=(given, torch.empty(0, dtype=torch.int64, device=TOY)))[1].any()
