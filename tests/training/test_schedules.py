"""A scheduler moves by epochs or by steps, as its length says, and belongs to its optimizer."""

import copy
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import torch
from torch import nn
from torch.nn.functional import mse_loss
from torch.optim import lr_scheduler

from course_utils.training import TensorBatches
from tests.training.helpers import quietly, sgd

X = torch.linspace(-1, 1, 50).reshape(-1, 1)
EPOCHS, STEPS = 4, 40  # of batches of 5


def fit(make: Any, *, epochs: int = EPOCHS, batches: Any = None, **settings: Any) -> list[float]:
    """The rates after each epoch, after a training in which nothing warns."""
    model = nn.Linear(1, 1)
    optimizer = sgd(model, lr=0.01)
    rates: list[float] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        quietly(
            model, batches or TensorBatches(X, X, batch_size=5), mse_loss, optimizer, epochs=epochs,
            scheduler=make(optimizer), on_epoch=lambda row: rates.append(rate(optimizer)), **settings,
        )  # fmt: skip
    return rates


def rate(optimizer: torch.optim.Optimizer) -> float:
    return optimizer.param_groups[0]["lr"]


def after(make: Any, *moves: int) -> list[float]:
    """The rates after so many moves, by PyTorch alone."""
    optimizer = sgd(nn.Linear(1, 1), lr=0.01)
    scheduler, found = make(optimizer), []
    for number in range(1, max(moves) + 1):
        optimizer.step()
        scheduler.step()
        found += [rate(optimizer)] if number in moves else []
    return found


MAKES: dict[str, Any] = {
    "one cycle": lambda n: lambda o: lr_scheduler.OneCycleLR(o, 1.0, total_steps=n),
    "cosine": lambda n: lambda o: lr_scheduler.CosineAnnealingLR(o, T_max=n),
    "restarts": lambda n: lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, T_0=n),
    "linear": lambda n: lambda o: lr_scheduler.LinearLR(o, total_iters=n),
    "polynomial": lambda n: lambda o: lr_scheduler.PolynomialLR(o, total_iters=n),
    "cyclic": lambda n: lambda o: lr_scheduler.CyclicLR(
        o, 0.01, 0.1, step_size_up=n // 2, cycle_momentum=False
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", MAKES)
def test_the_length_tells_epochs_from_steps(kind: str) -> None:
    by_epochs, by_steps = MAKES[kind](EPOCHS), MAKES[kind](STEPS)
    assert fit(by_epochs) == pytest.approx(after(by_epochs, 1, 2, 3, 4))
    assert fit(by_steps) == pytest.approx(after(by_steps, 10, 20, 30, 40))


@pytest.mark.parametrize("kind", MAKES)
def test_a_length_of_neither_is_asked_for(kind: str) -> None:
    make = MAKES[kind](60)
    with pytest.raises(
        ValueError, match=r"needs 60 moves, and there are 4 epochs and 40 steps: say"
    ):
        fit(make)
    with pytest.raises(ValueError, match="as many steps as batches tell"):
        fit(make, batches=Unsized())
    assert fit(make, scheduler_every="step") == pytest.approx(after(make, 10, 20, 30, 40))
    assert fit(make, scheduler_every="epoch") == pytest.approx(after(make, 1, 2, 3, 4))


class Unsized:
    def __iter__(self) -> Iterator[Any]:
        return iter(TensorBatches(X, X, batch_size=5))


def test_one_cycle_that_ends_too_early_is_told_before_training() -> None:
    with pytest.raises(ValueError, match="needs 3 moves, and there are 4 epochs"):
        fit(MAKES["one cycle"](3))
    with pytest.raises(
        ValueError, match="is over after 39 moves, and there will be 40, one each step"
    ):
        fit(MAKES["one cycle"](39), scheduler_every="step")
    with pytest.raises(ValueError, match=r"build it with total_steps=4\."):
        fit(MAKES["one cycle"](3), scheduler_every="epoch")


@pytest.mark.parametrize(("accumulate", "steps"), [(2, 20), (3, 16), (10, 4)])
def test_accumulated_batches_make_fewer_steps(accumulate: int, steps: int) -> None:
    make = MAKES["one cycle"](steps)
    rates = fit(make, accumulate=accumulate)
    assert rates == pytest.approx(after(make, *(steps // 4 * it for it in (1, 2, 3, 4))))


OTHERS: dict[str, Any] = {
    "exponential": lambda o: lr_scheduler.ExponentialLR(o, 0.5),
    "lambda": lambda o: lr_scheduler.LambdaLR(o, lambda e: 0.9**e),
    "step": lambda o: lr_scheduler.StepLR(o, 2),
    "milestones": lambda o: lr_scheduler.MultiStepLR(o, [1, 30]),
    "chained": lambda o: lr_scheduler.ChainedScheduler(
        [lr_scheduler.ExponentialLR(o, 0.9), lr_scheduler.ConstantLR(o, 0.5, 2)]
    ),
    "sequential": lambda o: lr_scheduler.SequentialLR(
        o, [lr_scheduler.LinearLR(o, total_iters=2), lr_scheduler.ExponentialLR(o, 0.5)], [2]
    ),
}  # fmt: skip


@pytest.mark.parametrize("make", OTHERS.values(), ids=OTHERS)
def test_others_move_by_epochs_unless_told(make: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = after(make, 1, 2, 3, 4), after(make, 10, 20, 30, 40)
        assert fit(make) == pytest.approx(expected[0])
    assert fit(make, scheduler_every="step") == pytest.approx(expected[1])


@pytest.mark.parametrize(
    "make",
    [
        lambda o: lr_scheduler.LinearLR(o, total_iters=20),
        lambda o: lr_scheduler.SequentialLR(
            o, [lr_scheduler.LinearLR(o, total_iters=30), lr_scheduler.StepLR(o, 9)], [30]
        ),
        lambda o: lr_scheduler.ChainedScheduler([lr_scheduler.CosineAnnealingLR(o, T_max=30)]),
    ],
)
def test_a_schedule_that_would_hardly_begin_is_asked_about(make: Any) -> None:
    with pytest.raises(ValueError, match=r"needs \d0 moves, and there are 4 epochs and 40 steps"):
        fit(make)
    assert fit(make, scheduler_every="step") == pytest.approx(after(make, 10, 20, 30, 40))


@pytest.mark.parametrize(
    "make", [MAKES["cosine"](6), MAKES["linear"](5), lambda o: lr_scheduler.StepLR(o, 30)]
)
def test_a_schedule_of_epochs_may_be_tried_shortly(make: Any) -> None:
    assert fit(make, epochs=2) == pytest.approx(after(make, 1, 2))


def test_one_batch_an_epoch_leaves_no_doubt() -> None:
    make = MAKES["cosine"](60)
    assert fit(make, batches=[(X, X)]) == pytest.approx(after(make, 1, 2, 3, 4))


def test_a_plateau_looks_at_epochs() -> None:
    with pytest.raises(
        ValueError, match="looks at the loss of an epoch, got scheduler_every='step'"
    ):
        fit(lr_scheduler.ReduceLROnPlateau, scheduler_every="step")
    assert len(fit(lr_scheduler.ReduceLROnPlateau, scheduler_every="epoch")) == 4
    with pytest.raises(ValueError, match="must be 'epoch' or 'step', got 'batch'"):
        fit(OTHERS["step"], scheduler_every="batch")


@pytest.mark.parametrize("make", [*OTHERS.values(), lr_scheduler.ReduceLROnPlateau])
def test_a_scheduler_of_another_optimizer(make: Any) -> None:
    model = nn.Linear(1, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stale, other = make(sgd(model)), make(copy.copy(sgd(nn.Linear(1, 1))))
    for scheduler in (stale, other):
        with pytest.raises(ValueError, match="of another one, so that no rate would change: build"):
            quietly(model, [(X, X)], mse_loss, sgd(model), epochs=1, scheduler=scheduler)


def test_a_wrapped_optimizer_owns_its_scheduler() -> None:
    class Wrapped(torch.optim.Optimizer):
        def __init__(self, inside: torch.optim.Optimizer) -> None:
            self.inside, self.param_groups, self.state = inside, inside.param_groups, inside.state

        def step(self) -> None:  # type: ignore[override]
            self.inside.step()

    model = nn.Linear(1, 1)
    inside = sgd(model, lr=1e-3)
    scheduler = lr_scheduler.ExponentialLR(inside, 0.5)
    quietly(model, [(X, X)], mse_loss, Wrapped(inside), epochs=2, scheduler=scheduler)
    assert rate(inside) == 2.5e-4
