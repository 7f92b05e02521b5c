"""One number for one model and one set, whatever the batches: losses, metrics, and the property."""

import itertools
import warnings
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, r2_score, roc_auc_score
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from torch.utils.data import DataLoader, TensorDataset

from course_utils.models import mlp
from course_utils.training import TensorBatches, evaluate, train_ensemble
from course_utils.training.evaluation import Tally
from course_utils.training.metrics import name_metrics
from tests.training.helpers import quietly, seeded, sgd

N = 60
X = torch.randn(N, 2, generator=seeded(0))
LABELS = torch.where(X[:, 0] + 0.5 * torch.randn(N, generator=seeded(1)) > 0.8, 1, 0)
THREE = torch.arange(N) % 3
WEIGHTS = torch.tensor([1.0, 20.0])
PADDED = torch.where(torch.arange(N) % 4 == 0, -100, LABELS)
COLUMN = LABELS.float().reshape(-1, 1)


def net(num_outputs: int) -> nn.Module:
    return mlp(2, 4, num_outputs, generator=seeded(2))


class Focal(nn.Module):
    """A loss of one's own, with a setting of PyTorch's name."""

    ignore_index = 1

    def forward(self, outputs: Tensor, y: Tensor) -> Tensor:
        each = F.cross_entropy(outputs, y, reduction="none", ignore_index=self.ignore_index)
        counts = y != self.ignore_index
        return ((1 - (-each).exp()) * each)[counts].mean()


class Wrapped(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.CrossEntropyLoss(weight=WEIGHTS)

    def forward(self, outputs: Tensor, y: Tensor) -> Tensor:
        return 2 * self.inner(outputs, y)


class Doubled(nn.CrossEntropyLoss):
    def forward(self, outputs: Tensor, y: Tensor) -> Tensor:
        return 2 * super().forward(outputs, y)


class TaskWeighted(nn.Module):
    """A weight that is none of classes."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([0.5]))

    def forward(self, outputs: Tensor, y: Tensor) -> Tensor:
        return self.weight * F.cross_entropy(outputs, y).reshape(())


task_weighted = TaskWeighted()
weighted_inside = nn.CrossEntropyLoss(weight=WEIGHTS)
accuracy = {"accuracy": accuracy_score}
both: dict[str, Any] = {**accuracy, "auc": roc_auc_score}
SITUATIONS: dict[str, tuple[int, Tensor, Any, dict[str, Any]]] = {
    "plain": (2, LABELS, nn.CrossEntropyLoss(), both),
    "class weights": (2, LABELS, nn.CrossEntropyLoss(weight=WEIGHTS), both),
    "class weights of a partial": (2, LABELS, partial(F.cross_entropy, weight=WEIGHTS), both),
    "class weights and smoothing": (
        2, LABELS, nn.CrossEntropyLoss(weight=WEIGHTS, label_smoothing=0.2), accuracy,
    ),
    "ignored": (2, PADDED, nn.CrossEntropyLoss(), both),
    "ignored by a function": (2, PADDED, F.cross_entropy, both),
    "ignored, weighted, smoothed": (
        2, PADDED, nn.CrossEntropyLoss(weight=WEIGHTS, label_smoothing=0.1), accuracy,
    ),
    "another ignore_index": (3, THREE, nn.CrossEntropyLoss(ignore_index=2), accuracy),
    "another ignore_index of a partial": (3, THREE, partial(F.cross_entropy, ignore_index=0), accuracy),
    "log-probabilities": (2, PADDED, lambda o, y: F.nll_loss(o.log_softmax(1), y), accuracy),
    "class weights in a lambda": (2, LABELS, lambda o, y: weighted_inside(o, y), accuracy),
    "class weights in a module": (2, LABELS, Wrapped(), accuracy),
    "class weights in a class of one's own": (2, LABELS, Doubled(weight=WEIGHTS), accuracy),
    "ignore_index of one's own": (2, LABELS, Focal(), accuracy),
    "a weight of another kind": (2, LABELS, lambda o, y: task_weighted(o, y).squeeze(), accuracy),
    "probabilities as targets": (2, F.one_hot(LABELS, 2).float(), nn.CrossEntropyLoss(weight=WEIGHTS), {}),
    "binary": (1, COLUMN, nn.BCEWithLogitsLoss(), both),
    "binary with pos_weight": (1, COLUMN, nn.BCEWithLogitsLoss(pos_weight=torch.tensor([9.0])), both),
    "regression": (1, COLUMN, nn.MSELoss(), {"r2": r2_score}),
    "regression in a lambda": (1, COLUMN, lambda o, y: ((o - y) ** 2).mean(), {"r2": r2_score}),
    "two numbers each": (2, X.flip(0), nn.HuberLoss(), {"r2": r2_score}),
    "batchmean": (2, F.one_hot(LABELS, 2) * 0.5 + 0.25, lambda o, y: F.kl_div(o.log_softmax(1), y, reduction="batchmean"), {}),
    "margins": (3, THREE, nn.MultiMarginLoss(weight=torch.tensor([1.0, 5.0, 2.0])), accuracy),
}  # fmt: skip


def split(sizes: list[int], *tensors: Tensor) -> list[tuple[Tensor, ...]]:
    """Batches of these sizes, and a last one of what is left."""
    ends = [end for end in torch.tensor([0, *sizes]).cumsum(0).tolist() if end < N] + [N]
    return [tuple(tensor[a:b] for tensor in tensors) for a, b in itertools.pairwise(ends)]


@pytest.mark.parametrize("name", SITUATIONS)
@settings(max_examples=12, deadline=None, database=None, derandomize=True)
@given(sizes=st.lists(st.integers(1, 30), max_size=12), in_order=st.booleans())
def test_any_split_gives_the_same_losses_and_metrics(
    name: str, sizes: list[int], in_order: bool
) -> None:
    num_outputs, y, loss_fn, metrics = SITUATIONS[name]
    model = net(num_outputs)
    order = y.reshape(N, -1)[:, 0].argsort() if in_order else torch.arange(N)
    with torch.no_grad():
        wanted = loss_fn(model(X), y).item()
    whole = evaluate(model, [(X, y)], loss_fn, metrics)
    assert whole["loss"] == pytest.approx(wanted, rel=1e-5)
    batches = split(sizes, X[order], y[order])
    for kind in (batches, iter(batches)):  # one can be looked into beforehand, the other cannot
        parts = evaluate(model, kind, loss_fn, metrics)
        assert parts == pytest.approx(whole, rel=1e-5)


@pytest.mark.parametrize("name", ["class weights", "ignored", "binary", "regression"])
def test_training_and_a_data_loader_count_alike(name: str) -> None:
    num_outputs, y, loss_fn, metrics = SITUATIONS[name]
    model = net(num_outputs)
    wanted = evaluate(model, [(X, y)], loss_fn, metrics)
    for batch_size in (60, 7):
        loader = DataLoader(TensorDataset(X, y), batch_size=batch_size, shuffle=True)
        for batches in (TensorBatches(X, y, batch_size=batch_size), loader):
            row = quietly(model, batches, loss_fn, sgd(model, lr=0.0), epochs=1, metrics=metrics, val_batches=batches).iloc[0]  # fmt: skip
            for part in ("train", "val"):
                found = {it: row[f"{part}_{it}"] for it in wanted}
                assert found == pytest.approx(wanted, rel=1e-5)


def test_images_of_unlike_sizes_count_by_their_pixels() -> None:
    model, generator = nn.Conv2d(1, 3, 1), seeded(0)
    images = [torch.randn(2, 1, size, size, generator=generator) for size in (2, 5, 3)]
    masks = [torch.randint(3, (2, size, size), generator=generator) for size in (2, 5, 3)]
    logits = torch.cat([model(it).movedim(1, -1).flatten(0, -2) for it in images]).detach()
    pixels = torch.cat([mask.flatten() for mask in masks])
    for loss_fn in (
        nn.CrossEntropyLoss(),
        nn.CrossEntropyLoss(ignore_index=0, weight=torch.tensor([1.0, 2.0, 3.0])),
        lambda o, y: F.cross_entropy(o, y),
    ):
        counts = (
            pixels != 0
            if isinstance(loss_fn, nn.Module) and loss_fn.ignore_index == 0
            else pixels >= 0
        )
        found = evaluate(model, list(zip(images, masks, strict=True)), loss_fn, accuracy)
        assert found["loss"] == pytest.approx(loss_fn(logits, pixels).item(), rel=1e-5)
        right = logits.argmax(dim=1) == pixels
        assert found["accuracy"] == pytest.approx(right[counts].float().mean().item())
    squares = [(it, it) for it in images]
    found = evaluate(nn.Conv2d(1, 1, 1), squares, nn.MSELoss())
    assert found["loss"] > 0
    with pytest.raises(ValueError, match="metrics need outputs of one size, got batches of"):
        evaluate(nn.Conv2d(1, 1, 1), squares, nn.MSELoss(), {"r2": r2_score})


def test_metrics_of_ignored_targets_are_those_of_the_others() -> None:
    model, counts = net(2), PADDED >= 0
    found = evaluate(model, TensorBatches(X, PADDED, batch_size=7), nn.CrossEntropyLoss(), both)
    logits = model(X).detach()
    assert found["accuracy"] == accuracy_score(LABELS[counts], logits.argmax(1)[counts])
    assert found["auc"] == roc_auc_score(LABELS[counts], logits.softmax(1)[counts, 1])


@pytest.mark.parametrize("label_smoothing", [0.0, 0.1])
def test_a_batch_in_which_nothing_counts_is_no_nan(label_smoothing: float) -> None:
    y = LABELS.clone()
    y[:20] = -100
    model = net(2)
    loss_fn = nn.CrossEntropyLoss(label_smoothing=label_smoothing)
    row = quietly(model, TensorBatches(X, y, batch_size=20), loss_fn, sgd(model, lr=0.0), epochs=1).iloc[0]  # fmt: skip
    assert row.train_loss == pytest.approx(loss_fn(model(X), y).item(), rel=1e-5)
    with pytest.raises(ValueError, match="at least one target must count, got batches with noth"):
        evaluate(model, [(X, y.fill_(-100))], loss_fn)
    with pytest.raises(ValueError, match="at least one target must count, got none"):
        evaluate(model, iter([(X, y.fill_(-100))]), loss_fn)


def test_the_weight_of_a_batch_is_what_its_mean_was_divided_by() -> None:
    cases: list[tuple[Any, Tensor, float]] = [
        (nn.CrossEntropyLoss(), LABELS, N),
        (nn.CrossEntropyLoss(), PADDED, int((PADDED >= 0).sum())),
        (nn.CrossEntropyLoss(weight=WEIGHTS), LABELS, float(WEIGHTS[LABELS].sum())),
        (lambda o, y: F.cross_entropy(o, y), LABELS, N),
    ]
    for loss_fn, y, wanted in cases:
        tally = Tally(net(2), loss_fn, name_metrics(None))
        tally.loss(X, y)
        assert float(tally.weight) == pytest.approx(wanted)


@pytest.mark.parametrize("loss_fn", [nn.CrossEntropyLoss(weight=WEIGHTS), nn.CrossEntropyLoss(ignore_index=0)])  # fmt: skip
def test_an_ensemble_counts_alike(loss_fn: Any) -> None:
    history = train_ensemble(
        lambda g: mlp(2, 4, 2, generator=g), X, LABELS, loss_fn,
        seeds=[2], epochs=1, batch_size=7, lr=0.0, val=(X, LABELS), metrics=accuracy,
    )  # fmt: skip
    wanted = evaluate(net(2), [(X, LABELS)], loss_fn, accuracy)
    row = history.iloc[0]
    for part in ("train", "val"):
        assert row[f"{part}_loss"] == pytest.approx(wanted["loss"], rel=1e-5)
        assert row[f"{part}_accuracy"] == wanted["accuracy"]


# --- losses that are no mean ------------------------------------------------------------------


@pytest.mark.parametrize(
    "loss_fn",
    [
        partial(F.mse_loss, reduction="sum"),
        partial(F.mse_loss, size_average=False),
        partial(nn.MSELoss(reduction="sum")),
        lambda o, y: ((o - y) ** 2).sum(),
        lambda o, y: F.mse_loss(o, y, reduction="sum") / 32,
    ],
)
def test_a_sum_is_refused_however_it_is_hidden(loss_fn: Any) -> None:
    model = net(1)
    before = [param.clone() for param in model.parameters()]
    with pytest.raises(ValueError, match="must return the mean over the examples") as caught:
        quietly(model, TensorBatches(X, COLUMN, batch_size=8), loss_fn, sgd(model), epochs=1)
    assert "\n" not in str(caught.value)
    assert all(map(torch.equal, before, model.parameters()))
    with pytest.raises(ValueError, match="must return the mean over the examples"):
        evaluate(model, TensorBatches(X, COLUMN, batch_size=8), loss_fn)
    with pytest.raises(ValueError, match="must return the mean over the examples"):
        train_ensemble(
            lambda g: mlp(2, 4, 1, generator=g), X, COLUMN, loss_fn,
            seeds=[0], epochs=1, batch_size=8, lr=0.001,
        )  # fmt: skip


@pytest.mark.parametrize(
    "loss_fn",
    [
        lambda o, y: F.mse_loss(o, y).sqrt(),
        lambda o, y: -torch.corrcoef(torch.cat([o, y], 1).T)[0, 1],
        lambda o, y: ((o - y) ** 2).max(),
    ],
)
def test_a_loss_that_the_size_of_the_batch_changes_is_told_once(loss_fn: Any) -> None:
    model = net(1)
    batches = TensorBatches(X, X[:, :1], batch_size=10)
    with pytest.warns(
        UserWarning, match="should return the mean over the examples .* halves"
    ) as told:
        quietly(model, batches, loss_fn, sgd(model), epochs=3, val_batches=batches)
    assert len(told) == 1


def test_class_weights_that_a_lambda_hides_are_told() -> None:
    def hidden(o: Tensor, y: Tensor) -> Tensor:
        return F.cross_entropy(o, y, weight=o.new_tensor([1.0, 20.0]))

    with pytest.warns(UserWarning, match="not in a lambda"):
        evaluate(net(2), [(X, LABELS)], hidden)


@pytest.mark.parametrize(
    "loss_fn",
    [
        lambda o, y: F.mse_loss(F.dropout(o, 0.5), y),  # not the same twice: no comparison
        lambda o, y: F.mse_loss(o, y) + 0.01,
        partial(F.mse_loss),
        lambda o, y: F.binary_cross_entropy_with_logits(o, y) * 0.5,
    ],
)
def test_means_of_ones_own_pass_in_silence(loss_fn: Any) -> None:
    state = torch.get_rng_state()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        evaluate(net(1), TensorBatches(X, COLUMN, batch_size=9), loss_fn)
    assert torch.equal(torch.get_rng_state(), state)


# --- tensors that are used again, and models that write ---------------------------------------


def one_buffer(X: Tensor, y: Tensor) -> Iterator[tuple[Tensor, Tensor]]:
    X_buffer, y_buffer = torch.empty_like(X[:20]), torch.empty_like(y[:20])
    for X_batch, y_batch in zip(X.split(20), y.split(20), strict=True):
        X_buffer.copy_(X_batch)
        y_buffer.copy_(y_batch)
        yield X_buffer, y_buffer


class View(nn.Linear):
    """Its outputs are the memory of its inputs."""

    def forward(self, X: Tensor) -> Tensor:
        return X


@pytest.mark.parametrize("model", [net(2), View(2, 2)])
def test_an_iterator_may_use_its_tensors_again(model: nn.Module) -> None:
    loss_fn = nn.CrossEntropyLoss()
    wanted = evaluate(model, [(X, LABELS)], loss_fn, both)
    assert evaluate(model, one_buffer(X, LABELS), loss_fn, both) == pytest.approx(wanted)


class Centred(nn.Linear):
    def forward(self, X: Tensor) -> Tensor:
        X -= 5.0
        return super().forward(X)


def in_place() -> nn.Module:
    return nn.Sequential(nn.ReLU(inplace=True), net(2))


def standardising() -> nn.Module:
    return Centred(2, 2)


@pytest.mark.parametrize("make", [in_place, standardising])
def test_a_model_that_writes_into_its_input_leaves_the_callers_alone(make: Any) -> None:
    model, ours = make(), X.clone()
    batches = TensorBatches(ours, LABELS, batch_size=20)
    loss_fn = nn.CrossEntropyLoss()
    history = quietly(model, batches, loss_fn, sgd(model, lr=0.0), epochs=3, val_batches=batches)
    assert torch.equal(ours, X)
    assert history.val_loss.nunique() == 1
    with torch.inference_mode():
        assert evaluate(model, batches, loss_fn)["loss"] == pytest.approx(history.val_loss[0])
    assert torch.equal(ours, X)


# --- surroundings -----------------------------------------------------------------------------


def test_a_default_device_elsewhere_changes_nothing() -> None:
    model, loss_fn = net(2), nn.CrossEntropyLoss(weight=WEIGHTS)

    def run() -> Any:
        batches = TensorBatches(X, LABELS, batch_size=8, shuffle=True, generator=seeded(3))
        some = evaluate(model, batches, loss_fn, both)
        fresh = net(2)
        rows = quietly(fresh, batches, loss_fn, sgd(fresh), epochs=2, metrics=both).drop(columns="seconds")  # fmt: skip
        many = train_ensemble(
            lambda g: mlp(2, 4, 2, generator=g, device="cpu"), X, LABELS, loss_fn,
            seeds=[0, 1], epochs=1, batch_size=8, lr=0.1,
        )  # fmt: skip
        return some, rows.to_numpy().tolist(), many.to_numpy().tolist()

    wanted = run()
    with torch.device("meta"):  # stands for set_default_device("cuda")
        assert run() == wanted


def test_float64_as_the_default_dtype_changes_no_number() -> None:
    model, loss_fn = net(2), nn.CrossEntropyLoss(weight=WEIGHTS)
    wanted = evaluate(model, TensorBatches(X, PADDED, batch_size=8), loss_fn, both)
    torch.set_default_dtype(torch.float64)
    try:
        found = evaluate(model, TensorBatches(X, PADDED, batch_size=8), loss_fn, both)
    finally:
        torch.set_default_dtype(torch.float32)
    assert found == wanted


@pytest.mark.parametrize("name", ["class weights", "ignored", "binary", "class weights in a module", "regression in a lambda"])  # fmt: skip
def test_autocast_gives_the_same_to_its_precision(name: str) -> None:
    num_outputs, y, loss_fn, metrics = SITUATIONS[name]
    model = net(num_outputs)
    wanted = evaluate(model, [(X, y)], loss_fn)
    with torch.autocast("cpu", dtype=torch.bfloat16), warnings.catch_warnings():
        warnings.simplefilter("error")
        found = evaluate(model, TensorBatches(X, y, batch_size=8), loss_fn, metrics)
    assert found["loss"] == pytest.approx(wanted["loss"], rel=0.02)
