"""The training loop: what it learns, what it reports, and what it leaves alone."""

import sys
from collections.abc import Iterator
from functools import partial
from typing import Any
from unittest import mock

import pandas
import pytest
import torch
from sklearn.metrics import accuracy_score, mean_absolute_error, roc_auc_score
from torch import Tensor, nn
from torch.nn.functional import mse_loss
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.training import TensorBatches, evaluate, train
from course_utils.training.evaluation import Tally
from tests.training.helpers import check_dtypes, quietly, seeded, sgd

cross_entropy = nn.CrossEntropyLoss()


X, y = moons(70, noise=0.1, generator=seeded(0))
X_val, y_val = moons(30, noise=0.1, generator=seeded(1))


def classifier(*, dropout: float = 0.0) -> nn.Sequential:
    model = mlp(2, 8, 2, generator=seeded(2))
    model.append(nn.Dropout(dropout))
    return model


def batches(batch_size: int = 16, seed: int = 3) -> TensorBatches:
    return TensorBatches(X, y, batch_size=batch_size, shuffle=True, generator=seeded(seed))


def bare_loop(model: nn.Module, optimizer: Any, epochs: int) -> list[float]:
    """The loop of the notebooks, with the loss of each epoch as a mean over examples."""
    losses = []
    train_batches = batches()
    for _ in range(epochs):
        total = 0.0
        for X_batch, y_batch in train_batches:
            loss = cross_entropy(model(X_batch), y_batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(y_batch)
        losses.append(total / len(y))
    return losses


def same_params(one: nn.Module, other: nn.Module) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one.parameters(), other.parameters(), strict=True))


OPTIMIZERS = {
    "SGD": partial(torch.optim.SGD, lr=0.1),
    "momentum": partial(torch.optim.SGD, lr=0.1, momentum=0.9, nesterov=True),
    "Adam": partial(torch.optim.Adam, lr=0.01),
    "AdamW": partial(torch.optim.AdamW, lr=0.01, foreach=True),
    "RMSprop": partial(torch.optim.RMSprop, lr=0.01),
    "Adagrad": partial(torch.optim.Adagrad, lr=0.1),
}


@pytest.mark.parametrize("make", OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_it_does_what_a_bare_loop_does_bit_for_bit(make: Any) -> None:
    ours, theirs = classifier(), classifier()
    history = quietly(
        ours, batches(), cross_entropy, make(ours.parameters()), epochs=3, metrics=[accuracy_score]
    )
    losses = bare_loop(theirs, make(theirs.parameters()), 3)
    assert same_params(ours, theirs)
    assert history.train_loss.tolist() == pytest.approx(losses, rel=1e-6)


def test_lbfgs_which_wants_a_closure_learns() -> None:
    model = classifier()
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=20, line_search_fn="strong_wolfe")
    history = quietly(model, [(X, y)], cross_entropy, optimizer, epochs=5)
    assert history.train_loss.iloc[-1] < 0.1


def test_an_optimizer_of_ones_own_works() -> None:
    class SignDescent(torch.optim.Optimizer):
        def __init__(self, params: Any) -> None:
            super().__init__(params, {"lr": 0.01})

        @torch.no_grad()
        def step(self) -> None:  # type: ignore[override]
            for param in self.param_groups[0]["params"]:
                param -= 0.01 * param.grad.sign()

    model = classifier()
    history = quietly(model, batches(), cross_entropy, SignDescent(model.parameters()), epochs=9)
    assert history.train_loss.iloc[-1] < history.train_loss.iloc[0]


def test_old_gradients_do_not_count() -> None:
    ours, theirs = classifier(), classifier()
    for param in ours.parameters():
        param.grad = torch.full_like(param, 1e6)
    quietly(ours, batches(), cross_entropy, sgd(ours), epochs=1)
    bare_loop(theirs, sgd(theirs), 1)
    assert same_params(ours, theirs)


def test_the_history_has_one_row_an_epoch() -> None:
    model = classifier()
    history = quietly(
        model,
        batches(),
        cross_entropy,
        sgd(model),
        epochs=3,
        val_batches=[(X_val, y_val)],
        metrics={"accuracy": accuracy_score, "auc": roc_auc_score},
    )
    assert isinstance(history, pandas.DataFrame)
    names = "epoch seconds train_loss val_loss train_accuracy val_accuracy train_auc val_auc"
    assert list(history) == names.split()
    assert history.epoch.tolist() == [1, 2, 3]
    check_dtypes(history)
    assert (history.seconds > 0).all()
    last = history.iloc[-1]
    with torch.no_grad():
        logits = model(X_val)
    assert last.val_loss == pytest.approx(cross_entropy(logits, y_val).item())
    assert last.val_accuracy == accuracy_score(y_val, logits.argmax(dim=1))
    assert last.val_auc == roc_auc_score(y_val, logits.softmax(dim=1)[:, 1])


def test_nobody_needs_metrics_or_validation() -> None:
    model = classifier()
    history = quietly(model, batches(), cross_entropy, sgd(model), epochs=1)
    assert list(history) == ["epoch", "seconds", "train_loss"]


def test_losses_and_metrics_are_means_over_examples() -> None:
    # Fifty right ones in one batch and a single wrong one in the next: 0.98, and the mean of the
    # two batches would be 0.5.
    X, y = torch.ones(51, 1), torch.ones(51, 1)
    y[50] = -1.0
    model = nn.Linear(1, 1)
    nn.init.ones_(model.weight)
    nn.init.zeros_(model.bias)

    def share_right(y_true: Any, y_pred: Any) -> float:
        return float(((y_true > 0) == (y_pred > 0)).mean())

    history = quietly(
        model,
        TensorBatches(X, y, batch_size=50),
        mse_loss,
        sgd(model, lr=0.0),
        epochs=1,
        val_batches=TensorBatches(X, y, batch_size=50),
        metrics=[share_right, mean_absolute_error],
    )
    row = history.iloc[0]
    assert row.train_share_right == row.val_share_right == pytest.approx(50 / 51)
    assert row.train_loss == row.val_loss == pytest.approx(4 / 51)
    assert row.train_mean_absolute_error == pytest.approx(2 / 51)


def test_training_metrics_are_of_the_outputs_during_the_epoch() -> None:
    model, seen = classifier(dropout=0.5), []
    hook = model.register_forward_hook(lambda *call: seen.append(call[-1].detach()))
    history = quietly(
        model, batches(), cross_entropy, sgd(model), epochs=1, metrics=[accuracy_score]
    )
    hook.remove()
    order = torch.randperm(len(y), generator=seeded(3))
    expected = accuracy_score(y[order], torch.cat(seen).argmax(dim=1))
    assert history.train_accuracy_score.tolist() == [expected]


@pytest.mark.parametrize("kind", ["loader", "list", "shuffling loader with a validation loader"])
def test_any_iterable_of_pairs_serves(kind: str) -> None:
    ours, theirs = classifier(), classifier()
    settings: dict[str, Any] = {}

    def make() -> Any:
        if kind == "list":
            return list(TensorBatches(X, y, batch_size=16))
        shuffle, pairs = kind != "loader", TensorDataset(X, y)
        return DataLoader(pairs, batch_size=16, shuffle=shuffle, generator=seeded(4))

    some, train_batches = make(), make()
    if kind.endswith("validation loader"):
        settings["val_batches"] = DataLoader(TensorDataset(X_val, y_val), batch_size=10)
    history = quietly(ours, train_batches, cross_entropy, sgd(ours), epochs=2, **settings)
    optimizer = sgd(theirs)
    for _ in range(2):
        for X_batch, y_batch in some:
            optimizer.zero_grad()
            cross_entropy(theirs(X_batch), y_batch).backward()
            optimizer.step()
    assert same_params(ours, theirs)
    assert len(history) == 2


def test_a_distributed_sampler_hears_of_each_epoch() -> None:
    sampler: DistributedSampler = DistributedSampler(X, num_replicas=2, rank=0)  # type: ignore[arg-type]
    loader = DataLoader(TensorDataset(X, y), batch_size=16, sampler=sampler)
    model = classifier()
    quietly(model, loader, cross_entropy, sgd(model), epochs=4)
    assert sampler.epoch == 4


@pytest.mark.parametrize("training", [False, True])
@pytest.mark.parametrize("fails", [False, True])
def test_each_module_gets_back_its_mode(fails: bool, training: bool) -> None:
    model = classifier(dropout=0.5)
    model.train(training)
    model[0].train(not training)  # as somebody may freeze a layer
    before = [module.training for module in model.modules()]
    modes = []
    model.register_forward_hook(lambda module, *_: modes.append(module.training))

    def stop(row: dict[str, Any]) -> None:
        if fails:
            raise RuntimeError("from the hook")

    try:
        quietly(
            model,
            [(X, y)],
            cross_entropy,
            sgd(model),
            epochs=2,
            val_batches=[(X_val, y_val)],
            on_epoch=stop,
        )
    except RuntimeError:
        assert fails
    assert [module.training for module in model.modules()] == before
    assert modes == [True, False] * (1 if fails else 2)


def test_the_global_random_state_is_left_alone() -> None:
    import random

    import numpy as np

    def states() -> tuple[Any, ...]:
        return random.getstate(), np.random.get_state()[1].tobytes(), torch.get_rng_state().tolist()  # type: ignore[index]

    model, before = classifier(), states()
    loader = DataLoader(TensorDataset(X_val, y_val), batch_size=10, shuffle=True)  # draws global
    quietly(model, batches(), cross_entropy, sgd(model), epochs=2, val_batches=loader)
    assert states() == before


def test_validation_does_not_change_what_is_learned() -> None:
    models = []
    for settings in ({}, {"val_batches": DataLoader(TensorDataset(X_val, y_val), shuffle=True)}):
        model = classifier(dropout=0.5)  # draws from the global generator
        with torch.random.fork_rng():
            torch.default_generator.manual_seed(0)
            quietly(model, batches(), cross_entropy, sgd(model), epochs=2, **settings)  # type: ignore[arg-type]
        models.append(model)
    assert same_params(*models)


def test_schedulers_step_once_an_epoch() -> None:
    model = classifier()
    optimizer = sgd(model, lr=1.0)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    rates = []
    quietly(
        model,
        batches(),
        cross_entropy,
        optimizer,
        epochs=3,
        scheduler=scheduler,
        on_epoch=lambda row: rates.append(optimizer.param_groups[0]["lr"]),
    )
    assert rates == [0.5, 0.25, 0.125]


@pytest.mark.parametrize(("with_val", "column"), [(True, "val_loss"), (False, "train_loss")])
def test_a_plateau_is_looked_for_in_the_loss(with_val: bool, column: str) -> None:
    model = classifier()
    optimizer = sgd(model)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)
    val_batches = [(X_val, y_val)] if with_val else None
    with mock.patch.object(scheduler, "step") as step:
        history = quietly(
            model,
            batches(),
            cross_entropy,
            optimizer,
            epochs=2,
            val_batches=val_batches,
            scheduler=scheduler,
        )
    assert [call.args[0] for call in step.call_args_list] == history[column].tolist()


def test_the_hook_sees_each_row_adds_to_it_and_stops() -> None:
    model, seen = classifier(), []

    def on_epoch(row: dict[str, Any]) -> bool:
        seen.append(row["epoch"])
        row["lr"] = 0.1
        return row["epoch"] == 2

    history = quietly(model, batches(), cross_entropy, sgd(model), epochs=9, on_epoch=on_epoch)
    assert seen == history.epoch.tolist() == [1, 2]
    assert history.lr.tolist() == [0.1, 0.1]


def test_a_keyboard_interrupt_returns_the_history_so_far() -> None:
    class Interrupted:
        epoch = 0

        def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
            self.epoch += 1
            yield X, y
            if self.epoch == 3:
                raise KeyboardInterrupt
            yield X, y

    model = classifier().eval()
    history = quietly(model, Interrupted(), cross_entropy, sgd(model), epochs=9)
    assert history.epoch.tolist() == [1, 2]
    assert not model.training
    early = Interrupted()
    early.epoch = 2
    history = quietly(model, early, cross_entropy, sgd(model), epochs=9, metrics=[accuracy_score])
    assert list(history) == ["epoch", "seconds", "train_loss", "train_accuracy_score"]
    assert len(history) == 0
    check_dtypes(history)


def test_evaluate_agrees_with_the_history() -> None:
    model = classifier(dropout=0.5)
    val_batches = TensorBatches(X_val, y_val, batch_size=7)
    metrics = {"accuracy": accuracy_score}
    history = quietly(
        model,
        batches(),
        cross_entropy,
        sgd(model),
        epochs=1,
        val_batches=val_batches,
        metrics=metrics,
    )
    measured = evaluate(model, val_batches, cross_entropy, metrics)
    assert measured == {"loss": history.val_loss[0], "accuracy": history.val_accuracy[0]}
    assert model.training
    assert all(param.grad is not None for param in model.parameters()), "gradients were cleared"


def test_nothing_in_the_batch_loop_waits_for_a_device(monkeypatch: pytest.MonkeyPatch) -> None:
    # Tensors on "meta" have no numbers: whoever asks for one, by .item(), by a copy to the CPU or
    # by an if, gets an error. Only the end of the epoch may ask, so it is left out here.
    read = []

    def mean_loss(self: Tally, where: str) -> float:
        read.append(where)
        return 0.0

    monkeypatch.setattr(Tally, "mean_loss", mean_loss)
    monkeypatch.setattr(Tally, "measure", lambda self: {"accuracy": 0.0})
    model = classifier(dropout=0.5).to("meta")
    nowhere = X.to("meta"), y.to("meta")
    history = quietly(
        model,
        TensorBatches(*nowhere, batch_size=16, shuffle=True, generator=seeded(3)),
        cross_entropy,
        torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9),
        epochs=2,
        val_batches=TensorBatches(*nowhere, batch_size=16),
        metrics={"accuracy": accuracy_score},
    )
    assert len(history) == 2
    assert len(read) == 4  # train and val, once an epoch each


@pytest.mark.parametrize("terminal", [True, False])
def test_the_bar_goes_to_a_terminal_and_clears_itself(
    terminal: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    model = classifier()
    with mock.patch.object(sys.stdout, "isatty", return_value=terminal):
        train(model, batches(), cross_entropy, sgd(model), epochs=3)
    out, err = capsys.readouterr()
    assert err == ""
    assert ("/3 [" in out) is terminal
    assert out.rpartition("/3 [")[2].endswith("\r" + " " * 80 + "\r") is terminal
    quietly(model, batches(), cross_entropy, sgd(model), epochs=1)
    assert capsys.readouterr() == ("", "")
