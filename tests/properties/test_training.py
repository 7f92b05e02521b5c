"""train, train_ensemble and Stack, with any argument."""

import copy
import math
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from course_utils.models import mlp
from course_utils.training import NonFiniteLossError, Stack, TensorBatches, train, train_ensemble
from tests.properties.promises import attempt
from tests.properties.strategies import (
    BAD_NUMBERS,
    LOSSES,
    NO_TENSORS,
    anything,
    finite_tensors,
    reproducible,
    tensors,
)
from tests.training.helpers import seeded, sgd

X, y = torch.linspace(-1, 1, 8).reshape(4, 2), torch.tensor([0, 1, 1, 0])
# For each argument of train what it may not be.
NOT_MEANT: dict[str, list[Any]] = {
    "model": [None, 3, "mlp", nn.Linear, [nn.Linear(2, 2)], X],
    "train_batches": [
        None,
        3,
        "text",
        X,
        (X, y),
        [X],
        [(X, y, y)],
        [],
        [(X, None)],
        nn.Linear(2, 2),
    ],
    "loss_fn": [None, 3, "mse", nn.MSELoss, X, nn.MSELoss(reduction="sum")],
    "optimizer": [None, 0.1, "sgd", torch.optim.SGD, sgd(nn.Linear(2, 2))],
    "epochs": BAD_NUMBERS,
    "val_batches": [3, "text", X, (X, y), [X], []],
    "metrics": [3, "accuracy", X, ["accuracy"], {"loss": F.l1_loss}, F.l1_loss],
    "scheduler": [3, "step", X, torch.optim.lr_scheduler.StepLR],
    "scheduler_every": ["batch", 3, 1.5],
    "accumulate": [it for it in BAD_NUMBERS if it is not True],
    "clip_norm": [it for it in BAD_NUMBERS if it not in (None, 2.5, math.inf)] + [True],
    "checkpoint": ["run.pt", 3, X],
    "on_epoch": [3, "print", X],
}


def arguments() -> dict[str, Any]:
    model = mlp(2, 3, 2, generator=seeded(0))
    return {
        "model": model,
        "train_batches": [(X, y)],
        "loss_fn": nn.CrossEntropyLoss(),
        "optimizer": sgd(model),
        "epochs": 1,
        "progress": False,
    }


@pytest.mark.parametrize("name", NOT_MEANT)
def test_an_argument_of_train_that_is_not_meant_is_told_before_a_step(name: str) -> None:
    for bad in NOT_MEANT[name]:
        given_here = {**arguments(), name: bad}
        if name == "scheduler_every":
            schedule = torch.optim.lr_scheduler.StepLR(given_here["optimizer"], 1)
            given_here["scheduler"] = schedule
        outcome = attempt(train, **given_here)
        assert outcome.error is not None, (name, bad)


@given(tensors(), tensors(), st.sampled_from(LOSSES))
@reproducible(120)
def test_any_batch_is_learned_from_or_told(X: Tensor, y: Tensor, loss_fn: Any) -> None:
    model = mlp(2, 3, 3, generator=seeded(0))
    fresh = copy.deepcopy(model)

    def own() -> Any:
        loss_fn(fresh(X), y).backward()

    outcome = attempt(
        train, model=model, train_batches=[(X, y)], loss_fn=loss_fn,
        optimizer=sgd(model), epochs=1, progress=False, hides="model", own=own,
    )  # fmt: skip
    if outcome.error is None:
        assert math.isfinite(outcome.value["train_loss"].item())
    else:
        same = all(map(torch.equal, model.parameters(), fresh.parameters()))
        assert same or isinstance(outcome.error, NonFiniteLossError)


@given(st.integers(1, 3), st.integers(1, 4), st.integers(1, 3), st.floats(0.01, 10))
@reproducible(15)
def test_training_is_what_a_plain_loop_does(
    epochs: int, batch_size: int, accumulate: int, clip_norm: float
) -> None:
    model = mlp(2, 3, 2, generator=seeded(0))
    twin, loss_fn = copy.deepcopy(model), nn.CrossEntropyLoss()
    batches = TensorBatches(X, y, batch_size=batch_size)
    history = train(
        model, batches, loss_fn, sgd(model),
        epochs=epochs, accumulate=accumulate, clip_norm=clip_norm, progress=False,
    )  # fmt: skip
    optimizer, size = sgd(twin), batch_size * accumulate
    for _ in range(epochs):
        for X_step, y_step in zip(X.split(size), y.split(size), strict=True):
            optimizer.zero_grad()
            loss_fn(twin(X_step), y_step).backward()
            nn.utils.clip_grad_norm_(twin.parameters(), clip_norm)
            optimizer.step()
    for one, other in zip(model.parameters(), twin.parameters(), strict=True):
        torch.testing.assert_close(one, other)
    assert len(history) == epochs


SEVERAL = {
    "make_model": [None, 3, nn.Linear(2, 2), lambda generator: None, lambda generator: "mlp"],
    "X": NO_TENSORS,
    "y": NO_TENSORS,
    "loss_fn": [None, 3, "mse", nn.MSELoss, X, nn.MSELoss(reduction="sum")],
    "seeds": [None, 3, [], [1, 1], ["a"], [-1.5], [2**70], [True], X],
    "epochs": BAD_NUMBERS,
    "batch_size": [it for it in BAD_NUMBERS if it is not True] + [True, 99],
    "lr": [-1, math.nan, math.inf, -math.inf, "3", None, [1], 1j, True],
    "val": [3, "text", X, (X,), (X, None), (None, y), (X, y, y)],
    "metrics": [3, "accuracy", X, ["accuracy"], {"loss": F.l1_loss}, F.l1_loss],
}


@pytest.mark.parametrize("name", SEVERAL)
def test_an_argument_of_train_ensemble_that_is_not_meant_is_told(name: str) -> None:
    for bad in SEVERAL[name]:
        meant = {
            "make_model": lambda generator: mlp(2, 3, 2, generator=generator),
            "X": X, "y": y, "loss_fn": nn.CrossEntropyLoss(),
            "seeds": [0, 1], "epochs": 1, "batch_size": 2, "lr": 0.1,
        }  # fmt: skip
        assert attempt(train_ensemble, **{**meant, name: bad}).error is not None, (name, bad)


@given(tensors(), tensors(), st.sampled_from(LOSSES))
@reproducible(150)
def test_any_data_trains_an_ensemble_or_is_told(X: Tensor, y: Tensor, loss_fn: Any) -> None:
    model = mlp(2, 3, generator=seeded(0))
    outcome = attempt(
        train_ensemble, lambda generator: mlp(2, 3, generator=generator), X, y, loss_fn,
        seeds=range(2), epochs=1, batch_size=len(X) if X.dim() and len(X) else 1, lr=0.1,
        own=lambda: loss_fn(model(X), y).backward(),
    )  # fmt: skip
    if outcome.error is None and X.isfinite().all() and y.isfinite().all():
        big = max(float(it.detach().abs().max()) for it in (X.float(), y.float()))
        assert big > 1e30 or outcome.value["train_loss"].notna().all()


@given(finite_tensors((2, 5, 2), (2, 1, 2), dtypes=[torch.float32]))
@reproducible(15)
def test_a_stack_gives_what_its_models_give(X: Tensor) -> None:
    models = [mlp(2, 3, 2, generator=seeded(seed)) for seed in range(2)]
    stack = Stack(models)
    wanted = torch.stack([model(part) for model, part in zip(models, X, strict=True)])
    torch.testing.assert_close(attempt(stack, X, documented_by=Stack.__call__).value, wanted)


@given(st.one_of(anything(), st.lists(anything(), max_size=2)))
@reproducible(60)
def test_what_are_no_models_is_told(models: Any) -> None:
    assert attempt(Stack, models).error is not None


@given(anything())
@reproducible(100)
def test_a_stack_says_what_it_wants(X: Any) -> None:
    models = [mlp(2, 3, 2, generator=seeded(seed)) for seed in range(2)]
    stack = Stack(models)
    outcome = attempt(stack, X, documented_by=Stack.__call__)
    if outcome.error is None:
        assert outcome.value.shape[:2] == X.shape[:2]
