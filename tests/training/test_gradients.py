"""Several batches as one: accumulated gradients are those of the whole, and norms are clipped."""

import warnings
from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, mse_loss

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.training import Checkpoint, TensorBatches
from course_utils.training.gradients import divide, groups_of
from tests.training.helpers import quietly, seeded, sgd

X, y = moons(70, noise=0.1, generator=seeded(0))
loss_fn = nn.CrossEntropyLoss()


def fit(
    batches: Any, *, loss_fn: Any = loss_fn, epochs: int = 3, make: Any = sgd, **more: Any
) -> Any:
    model = mlp(2, 8, 2, generator=seeded(2))
    history = quietly(model, batches, loss_fn, make(model), epochs=epochs, **more)
    params = torch.cat([param.detach().flatten() for param in model.parameters()])
    return params, history


def whole(size: int) -> TensorBatches:
    return TensorBatches(X, y, batch_size=size)


@pytest.mark.parametrize(
    ("small", "accumulate"),
    [(10, 7), (16, 5), (16, 2), (30, 2), (30, 3), (7, np.int64(4)), (70, 3), (10, 100)],
)
@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_small_batches_make_the_steps_of_large_ones(
    small: int, accumulate: int, momentum: float
) -> None:
    def make(model: nn.Module) -> Any:
        return torch.optim.SGD(model.parameters(), lr=0.5, momentum=momentum)

    many, history = fit(whole(small), make=make, accumulate=accumulate)
    few, expected = fit(whole(min(int(small * accumulate), 70)), make=make)
    torch.testing.assert_close(many, few, rtol=1e-5, atol=1e-6)
    assert history.train_loss.tolist() == pytest.approx(expected.train_loss.tolist(), rel=1e-5)


def test_batches_of_any_sizes() -> None:
    """Unequal batches, as graphs and texts come: 1, 30, 2, 17, 20."""
    pieces = list(zip(X.split([1, 30, 2, 17, 20]), y.split([1, 30, 2, 17, 20]), strict=True))
    many, _ = fit(pieces, accumulate=3)
    few, _ = fit([(X[:33], y[:33]), (X[33:], y[33:])])
    torch.testing.assert_close(many, few, rtol=1e-5, atol=1e-6)
    means, _ = fit(pieces, accumulate=5)
    few, _ = fit([(X, y)])
    torch.testing.assert_close(means, few, rtol=1e-5, atol=1e-6)


WEIGHTS = torch.tensor([1.0, 20.0])
IGNORED = torch.where(torch.arange(70) < 33, -100, y)  # two whole batches of 16, and one more
LOSSES: dict[str, Any] = {
    "weights": (nn.CrossEntropyLoss(weight=WEIGHTS), y),
    "weights of a function": (partial(cross_entropy, weight=WEIGHTS), y),
    "ignored": (nn.CrossEntropyLoss(), IGNORED),
    "both": (nn.CrossEntropyLoss(weight=WEIGHTS), IGNORED),
}


@pytest.mark.parametrize(("weighted", "targets"), LOSSES.values(), ids=LOSSES)
@pytest.mark.parametrize("accumulate", [2, 5])
def test_batches_count_by_the_weights_of_their_targets(
    weighted: Any, targets: Tensor, accumulate: int
) -> None:
    def batches(size: int) -> TensorBatches:
        return TensorBatches(X, targets, batch_size=size)

    many, history = fit(batches(16), loss_fn=weighted, accumulate=accumulate)
    few, expected = fit(batches(min(16 * accumulate, 70)), loss_fn=weighted)
    torch.testing.assert_close(many, few, rtol=1e-5, atol=1e-6)
    assert history.train_loss.tolist() == pytest.approx(expected.train_loss.tolist(), rel=1e-5)


def test_old_gradients_and_one_batch_a_step() -> None:
    plain, _ = fit(whole(16))
    one, _ = fit(whole(16), accumulate=1)
    assert torch.equal(plain, one)


def test_no_batch_is_asked_for_before_its_turn() -> None:
    buffer_X, buffer_y = torch.empty(10, 2), torch.empty(10, dtype=torch.int64)

    class Reused:
        def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
            for X_batch, y_batch in whole(10):
                buffer_X.copy_(X_batch)
                buffer_y.copy_(y_batch)
                yield buffer_X, buffer_y

    reused, _ = fit(Reused(), accumulate=3)
    fresh, _ = fit(whole(10), accumulate=3)
    assert torch.equal(reused, fresh)


def test_sparse_gradients() -> None:
    words, labels = torch.arange(12).reshape(12, 1) % 5, torch.arange(12) % 2
    found = []
    for size, accumulate in ((3, 4), (12, 1)):
        torch.manual_seed(0)
        model: Any = nn.Sequential(nn.EmbeddingBag(5, 2, sparse=True))
        nn.init.constant_(model[0].weight, 0.5)
        batches = TensorBatches(words, labels, batch_size=size)
        quietly(model, batches, loss_fn, sgd(model), epochs=2, accumulate=accumulate)
        found.append(model[0].weight.detach())
    torch.testing.assert_close(*found)


@pytest.mark.parametrize("total", [0, 0.0, torch.tensor(0.0)])
def test_a_group_in_which_nothing_counts_moves_nothing(total: Any) -> None:
    param = nn.Parameter(torch.ones(2))
    param.grad = torch.zeros(2)
    divide([param, nn.Parameter(torch.ones(1))], total)
    assert param.grad.tolist() == [0.0, 0.0]


def test_groups_are_gone_through_as_they_come() -> None:
    asked = []

    def numbers() -> Iterator[int]:
        for number in range(5):
            asked.append(number)
            yield number

    sizes = []
    for group in groups_of(numbers(), 2):
        sizes.append(0)
        for _ in group:
            sizes[-1] += 1
            assert len(asked) == sum(sizes)
    assert sizes == [2, 2, 1]


def norms(clip_norm: Any, **more: Any) -> list[float]:
    """The norm of the gradient of each step, as the optimizer finds it."""
    found: list[float] = []

    class Spy(torch.optim.SGD):
        def step(self, closure: Any = None) -> Any:
            grads = [param.grad for param in self.param_groups[0]["params"]]
            found.append(torch.cat([grad.flatten() for grad in grads]).norm().item())
            return super().step(closure)

    model = nn.Linear(1, 1)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    line = torch.linspace(-1, 1, 8).reshape(-1, 1)
    batches = TensorBatches(line, 5 * line, batch_size=2)
    quietly(
        model,
        batches,
        mse_loss,
        Spy(model.parameters(), lr=0.01),
        epochs=2,
        clip_norm=clip_norm,
        **more,
    )
    return found


@pytest.mark.parametrize("accumulate", [1, 4])
def test_norms_are_clipped_once_a_step(accumulate: int) -> None:
    free, clipped = norms(None, accumulate=accumulate), norms(0.5, accumulate=accumulate)
    assert len(free) == len(clipped) == 8 // accumulate
    assert max(free) > 2
    assert max(clipped) == pytest.approx(0.5, rel=1e-4)
    assert norms(1e9, accumulate=accumulate) == free
    assert norms(np.float64(1e9), accumulate=accumulate) == free


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"accumulate": 0}, "accumulate must be a number of batches from 1 up, got 0"),
        ({"accumulate": 2.0}, "got 2.0"),
        ({"accumulate": True}, "got True"),
        ({"clip_norm": 0}, "clip_norm must be a number above 0, got 0: None leaves"),
        ({"clip_norm": float("nan")}, "got nan"),
        ({"clip_norm": "1"}, "got '1'"),
    ],
)
def test_settings_that_make_no_sense(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        fit(whole(10), **settings)


@pytest.mark.parametrize("settings", [{"accumulate": 2}, {"clip_norm": 1.0}])
def test_lbfgs_takes_gradients_by_itself(settings: dict[str, Any]) -> None:
    def make(model: nn.Module) -> Any:
        return torch.optim.LBFGS(model.parameters())

    with pytest.raises(ValueError, match="LBFGS takes gradients by itself"):
        fit([(X, y)], make=make, **settings)


def test_accumulated_runs_go_on_as_if_never_stopped(tmp_path: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        straight, _ = fit(whole(16), epochs=4, accumulate=2, clip_norm=0.3)
        checkpoint = Checkpoint(tmp_path / "run.pt")
        fit(whole(16), epochs=2, accumulate=2, clip_norm=0.3, checkpoint=checkpoint)
        resumed, _ = fit(whole(16), epochs=4, accumulate=2, clip_norm=0.3, checkpoint=checkpoint)
    assert torch.equal(straight, resumed)
