"""Targets, shapes and types that do not fit: one sentence before the first step, and it helps."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest
import torch
from sklearn.metrics import accuracy_score, average_precision_score, log_loss, roc_auc_score
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from torch.utils.data import DataLoader, TensorDataset, random_split

from course_utils.models import mlp
from course_utils.training import TensorBatches, evaluate, train_ensemble
from course_utils.training.converting import conversion
from course_utils.training.metrics import name_metrics
from course_utils.training.start import check_start
from tests.training.helpers import quietly, seeded, sgd

N = 40
X = torch.randn(N, 2, generator=seeded(0))
y = (X[:, 0] > 0).long()
COLUMN = y.float().reshape(-1, 1)
CE, BCE = nn.CrossEntropyLoss(), nn.BCEWithLogitsLoss()


def net(num_outputs: int = 2) -> nn.Sequential:
    return mlp(2, 4, num_outputs, generator=seeded(1))


def with_norm() -> nn.Sequential:
    return nn.Sequential(nn.Linear(2, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))


def started(model: nn.Module, batches: Any, loss_fn: Any = CE, val: Any = None, metrics: Any = None) -> None:  # fmt: skip
    """What `train` asks before its first epoch."""
    check_start(model, batches, val, loss_fn, name_metrics(metrics))


def refused(call: Callable[[], Any], said: str) -> None:
    with pytest.raises((ValueError, TypeError), match=said) as caught:
        call()
    assert "\n" not in str(caught.value)


def untouched(model: nn.Module, call: Callable[[], Any], said: str) -> None:
    """It is refused, and no step was made."""
    before = [param.clone() for param in model.parameters()]
    refused(call, said)
    assert all(map(torch.equal, before, model.parameters()))


# --- targets of a kind that the loss cannot take: refused, and then what the sentence says ------

T = torch.tensor
WRONG: dict[str, tuple[int, Any, Tensor, Any, str, Any]] = {
    "one output and cross-entropy": (1, X, y, CE, "needs an output for each class, got the shapes .*BCEWithLogitsLoss", None),
    "... and y in a column": (1, X, COLUMN, CE, "needs an output for each class", None),
    "... and y of whole numbers in a column": (1, X, y[:, None], F.cross_entropy, "needs an output for each", None),
    "floats for labels": (2, X, y.float(), CE, r"must be int64 .* got float32 .*: take y.long\(\)", (X, y.float().long())),
    "bools for labels": (2, X, y.bool(), CE, r"got bool .*: take y.long\(\)", (X, y.bool().long())),
    "int32 for labels": (2, X, y.int(), CE, r"got int32 .*: take y.long\(\)", (X, y.int().long())),
    "labels in a column": (2, X, y[:, None], CE, r"take y.squeeze\(1\).long\(\)", (X, y[:, None].squeeze(1).long())),
    "floats in a column": (2, X, COLUMN, CE, r"take y.squeeze\(1\).long\(\)", (X, COLUMN.squeeze(1).long())),
    "one-hot labels": (2, X, F.one_hot(y, 2), CE, r"take y.argmax\(dim=1\)", (X, F.one_hot(y, 2).argmax(dim=1))),
    "numbers as labels": (2, X, X[:, 0], CE, "with fractions: numbers, not classes", None),
    "floats in a lambda": (2, X, y.float(), lambda o, y: F.cross_entropy(o, y), r"take y.long\(\)", (X, y)),
    "labels from 1": (2, X, y + 1, CE, "from 0 to 1, one output of the model each, got 1 to 2: take y - 1", (X, y)),
    "labels from 5": (2, X, y + 5, CE, "got 5 to 6: take y - 5", (X, y)),
    "more labels than outputs": (2, X, torch.arange(N) % 3, CE, "got 0 to 2: let the model end in 3 outputs", None),
    "labels below 0": (2, X, 2 * y - 1, CE, "got -1 to 1: if -1 stands .* ignore_index=-1", None),
    "labels from 1 in a lambda": (2, X, y + 1, lambda o, y: F.cross_entropy(o, y), "got 1 to 2: take y - 1", (X, y)),
    "labels -1 and 1": (1, X, 2 * COLUMN - 1, BCE, r"between 0 and 1, got -1 to 1: take \(y \+ 1\) / 2", (X, (2 * COLUMN - 1 + 1) / 2)),
    "labels 1 and 2": (1, X, COLUMN + 1, BCE, "between 0 and 1, got 1 to 2: take y - 1", (X, COLUMN)),
    "labels 0 and 255": (1, X, COLUMN * 255, partial(F.binary_cross_entropy_with_logits), "got 0 to 255: name", None),
    "whole numbers for probabilities": (1, X, COLUMN.long(), BCE, r"must have the dtype of the outputs, float32, got int64 .*take y.float\(\)", (X, COLUMN)),
    "bools for probabilities": (1, X, COLUMN.bool(), BCE, r"take y.float\(\)", (X, COLUMN)),
    "two outputs and binary cross-entropy": (2, X, y.float(), BCE, "must have the shape of the outputs, .*CrossEntropyLoss", None),
    "logits and BCELoss": (1, 50 * X, COLUMN, nn.BCELoss(), "outputs must be probabilities .*BCEWithLogitsLoss", None),
    "float64 inputs": (2, X.double(), y, CE, r"X must have the dtype of the model, float32, got float64: take X.float\(\)", (X.double().float(), y)),
    "whole numbers as inputs": (2, X.long(), y, CE, r"float32, got int64: take X.float\(\)", (X.long().float(), y)),
    "half inputs": (2, X.half(), y, CE, r"float32, got float16: take X.float\(\)", (X.half().float(), y)),
    "float64 targets of Huber": (1, X, COLUMN.double(), nn.HuberLoss(), r"must have the dtype of the outputs, float32, got float64", (X, COLUMN)),
    "bool targets": (1, X, COLUMN.bool(), lambda o, y: (o - y).abs().mean(), r"take y.float\(\)", (X, COLUMN)),
    "accuracy as the loss": (2, X, y, lambda o, y: (o.argmax(1) != y).float().mean(), "must have a slope to follow, .* metrics", None),
    "a loss that was detached": (1, X, COLUMN, lambda o, y: F.mse_loss(o.detach(), y), "must have a slope", None),
    "rounded outputs": (1, X, COLUMN + 3, lambda o, y: F.mse_loss(o.round(), y), "with a gradient of zeros", None),
    "signs": (1, X, COLUMN + 3, lambda o, y: (o.sign() - y).abs().mean(), "with a gradient of zeros", None),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_it_is_said_before_the_first_step_and_the_remedy_works(name: str) -> None:
    num_outputs, X_, y_, loss_fn, said, remedy = WRONG[name]
    for batches in (TensorBatches(X_, y_, batch_size=8), DataLoader(TensorDataset(X_, y_), batch_size=N)):  # fmt: skip
        model = net(num_outputs)
        untouched(
            model, lambda m=model, b=batches: quietly(m, b, loss_fn, sgd(m), epochs=3, metrics=[accuracy_score]), said,  # type: ignore[misc]
        )  # fmt: skip
    if remedy is not None:
        model = net(num_outputs)
        metrics = [accuracy_score] if y_.dim() == 1 and loss_fn is CE else None
        history = quietly(model, TensorBatches(*remedy, batch_size=8), loss_fn, sgd(model), epochs=3, metrics=metrics)  # fmt: skip
        assert (history.train_loss > 0).all()


@pytest.mark.parametrize("name", ["floats for labels", "labels -1 and 1", "float64 inputs", "one output and cross-entropy", "labels from 1"])  # fmt: skip
def test_an_ensemble_says_the_same(name: str) -> None:
    num_outputs, X_, y_, loss_fn, said, _ = WRONG[name]
    refused(
        lambda: train_ensemble(
            lambda g: mlp(2, 4, num_outputs, generator=g), X_, y_, loss_fn,
            seeds=[0, 1], epochs=1, batch_size=8, lr=0.1,
        ),
        said,
    )  # fmt: skip


def test_targets_that_come_later_are_known_from_the_start() -> None:
    # Sorted, so that no wrong one is in the first batch.
    for loss_fn, bad, num_outputs, said in [
        (BCE, torch.cat([COLUMN.sort(0).values[-8:], -torch.ones(8, 1)]), 1, "got -1 to 1"),
        (CE, torch.tensor([0, 1] * 4 + [2] * 8), 2, "got 0 to 2: let the model end in 3"),
    ]:
        data = TensorBatches(X[:16], bad, batch_size=8)
        good = TensorBatches(X[:16], bad.clamp(0, 1), batch_size=8)
        for settings in ({"train_batches": data}, {"train_batches": good, "val_batches": data}):
            model = net(num_outputs)
            before = [param.clone() for param in model.parameters()]
            named = name_metrics(None)
            first, val = settings["train_batches"], settings.get("val_batches")
            with pytest.raises(ValueError, match=said):  # noqa: PT012
                start = check_start(model, first, val, loss_fn, named)
                start.check_values(model(X[:8]), bad[:8], named)
            assert all(map(torch.equal, before, model.parameters()))


def test_a_stream_of_binary_targets_is_watched() -> None:
    def stream() -> Iterator[tuple[Tensor, Tensor]]:
        yield X[:20], torch.ones(20, 1)
        yield X[20:], -torch.ones(20, 1)

    refused(lambda: evaluate(net(1), stream(), BCE), "between 0 and 1, got -1 to 1")


def test_what_is_meant_passes() -> None:
    for num_outputs, y_, loss_fn in [
        (1, COLUMN * 0.5 + 0.1, BCE),  # soft labels
        (2, y.byte(), CE),
        (2, torch.where(X[:, 1] > 0, y, -1), nn.CrossEntropyLoss(ignore_index=-1)),
        (2, F.one_hot(y, 2).float(), CE),
        (1, COLUMN.double(), nn.MSELoss()),
        (1, COLUMN.long(), nn.MSELoss()),
    ]:
        model = net(num_outputs)
        assert len(quietly(model, TensorBatches(X, y_, batch_size=8), loss_fn, sgd(model), epochs=1)) == 1  # fmt: skip
    double = net().double()
    evaluate(double, [(X.double(), y)], CE)


class Casting(nn.Linear):
    def forward(self, X: Tensor) -> Tensor:
        return super().forward(X.float())


def test_a_model_that_casts_by_itself_is_left_alone() -> None:
    evaluate(Casting(2, 2), [(X.double(), y)], CE)


def test_an_embedding_wants_whole_numbers() -> None:
    model = nn.Sequential(nn.Embedding(9, 2), nn.Flatten(), nn.Linear(6, 2))
    words = torch.randint(9, (N, 3), generator=seeded(0))
    refused(lambda: evaluate(model, [(words.float(), y)], CE), r"an Embedding .*take X.long\(\)")
    evaluate(model, [(words.float().long(), y)], CE)


# --- what batches are -------------------------------------------------------------------------

frame, series = pd.DataFrame(X.numpy(), columns=["a", "b"]), pd.Series(y.numpy())
NO_BATCHES: dict[str, tuple[Any, str]] = {
    "a pair": ((X, y), r"must be batches, each a pair of tensors, got a tuple of .* write \[\(X, y\)\]"),
    "a list of two": ([X, y], "got a list of a tensor"),
    "arrays": ((X.numpy(), y.numpy()), "got a tuple of ndarray, ndarray: write"),
    "a tensor": (X, "must be batches, got a tensor of shape"),
    "a DataFrame": (frame, "must be batches, got DataFrame"),
    "features alone": (TensorBatches(X, batch_size=8), r"must be a pair X, y, got 1 .*: give both"),
    "triples": (TensorBatches(X, y, y, batch_size=8), "must be a pair X, y, got 3 .* leave out what follows y"),
    "a list of triples": ([(X, y, y)], "must be a pair X, y, got 3"),
    "a loader of triples": (DataLoader(TensorDataset(X, y, y), batch_size=8), "a pair X, y, got 3"),
    "a data set": (TensorDataset(X, y), "one example at a time: write DataLoader"),
    "a list of dicts": ([{"X": X, "y": y}], "got a dict with the keys X, y: let the collate_fn"),
    "pairs of arrays": ([(X.numpy(), y.numpy())], r"got ndarray and ndarray: convert it with torch.tensor\(X"),
    "nothing of the kind": (8, "must be batches, got int"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_BATCHES)
def test_what_are_no_batches_is_said_at_once(name: str) -> None:
    batches, said = NO_BATCHES[name]
    model = net()
    untouched(model, lambda: started(model, batches), said)
    untouched(model, lambda: started(model, [(X, y)], val=batches), said)
    refused(lambda: evaluate(model, batches, CE), said)


@pytest.mark.parametrize("batch", [(X,), (X, y, y), {"X": X, "y": y}, X])
def test_a_stream_of_something_else_than_pairs_is_named(batch: Any) -> None:
    refused(lambda: evaluate(net(), iter([batch]), CE), "a batch must be a pair X, y, got")


def test_a_stream_is_not_used_up_by_the_look_at_it() -> None:
    stream = iter([(X, y)])
    started(net(), stream, val=iter([(X, y)]))
    assert len(list(stream)) == 1


@pytest.mark.parametrize("val", [[(X, COLUMN)], [(X, y[:, None])], TensorBatches(X, y.float(), batch_size=8)])  # fmt: skip
def test_validation_of_another_kind_is_said_before_training(val: Any) -> None:
    refused(lambda: started(net(), [(X, y)], val=val), "must be alike in training and validation")


def test_validation_on_another_device_is_said_before_training() -> None:
    refused(lambda: started(net(), [(X, y)], val=[(X.to("meta"), y)]), "on one device, got")


# --- pandas and NumPy ---------------------------------------------------------------------------

mixed = pd.DataFrame({"size": [1.5, 2.0], "kind": ["a", "b"]})
CONVERSIONS: dict[str, tuple[Any, str]] = {
    "a DataFrame": (frame, r"torch.tensor\(X.to_numpy\('float32'\)\)"),
    "a Series of labels": (series, r"torch.tensor\(X.to_numpy\('int64'\)\)"),
    "a Series of numbers": (frame["a"], r"torch.tensor\(X.to_numpy\('float32'\)\)"),
    "a Series of bools": (series > 0, r"torch.tensor\(X.to_numpy\('int64'\)\)"),
    "a Series of texts": (mixed["kind"], r"torch.tensor\(pandas.factorize\(X, sort=True\)\[0\]\)"),
    "an array of float64": (X.double().numpy(), r"torch.tensor\(X, dtype=torch.float32\)"),
    "an array of labels": (y.numpy(), r"torch.tensor\(X\)"),
    "a list": ([1, 2, 3], r"torch.tensor\(X\)"),
    "a list of arrays": ([*X.double().numpy()], r"torch.tensor\(numpy.array\(X\), dtype=torch.float32\)"),
    "uint16": (y.numpy().astype("uint16"), r"torch.tensor\(X, dtype=torch.int64\)"),
}  # fmt: skip


@pytest.mark.parametrize("name", CONVERSIONS)
@pytest.mark.filterwarnings("error")
def test_the_line_that_converts_works_as_it_stands(name: str) -> None:
    thing, said = CONVERSIONS[name]
    refused(lambda: TensorBatches(thing, batch_size=1), f"takes tensors, got .*: .*{said}")
    line = conversion(thing)
    line = line[line.index("torch.tensor") :]
    tensor = eval(line, {"torch": torch, "pandas": pd, "numpy": np, "X": thing})
    assert tensor.dtype in (torch.float32, torch.int64, torch.uint8)
    assert len(next(iter(TensorBatches(tensor, batch_size=2)))[0]) == 2


def test_columns_without_numbers_are_named() -> None:
    refused(lambda: TensorBatches(mixed, batch_size=1), r"kind hold no numbers: .*get_dummies\(X\)")
    ready = torch.tensor(pd.get_dummies(mixed).to_numpy("float32"))  # as it says
    assert ready.shape == (2, 3)
    gaps = pd.DataFrame({"a": [1.0, None]})
    refused(lambda: TensorBatches(gaps, batch_size=1), "fill or drop what is missing")


@pytest.mark.parametrize("integer", [np.int64, np.int32, np.uint8, np.array, torch.tensor])
def test_integers_of_any_kind_count(integer: Any) -> None:
    batches = TensorBatches(X, y, batch_size=integer(8))
    assert (len(batches), type(batches.batch_size)) == (5, int)
    model = net()
    assert len(quietly(model, batches, CE, sgd(model), epochs=integer(2))) == 2
    history = train_ensemble(
        lambda g: mlp(2, 4, 2, generator=g), X, y, CE,
        seeds=[integer(3), integer(1)], epochs=integer(1), batch_size=integer(8), lr=np.float64(0.1),
    )  # fmt: skip
    assert history.seed.tolist() == [3, 1]


def test_what_is_no_integer_is_not_one_of_numpy_either() -> None:
    for wrong in (np.float64(8.0), np.bool_(True), "8"):
        refused(lambda it=wrong: TensorBatches(X, y, batch_size=it), "must be an integer")  # type: ignore[misc]
        refused(lambda it=wrong: quietly(net(), [(X, y)], CE, sgd(net()), epochs=it), "must be an in")  # type: ignore[misc]  # fmt: skip
    many: Any = partial(train_ensemble, lambda g: mlp(2, 4, 2, generator=g), X, y, CE, epochs=1, batch_size=8, lr=0.1)  # fmt: skip
    refused(lambda: many(seeds=[0.5, 1]), r"different integers, got \[0.5, 1\]")
    assert many(seeds=np.arange(2)).seed.tolist() == [0, 1]
    for val in ([(X, y)], (X,), TensorBatches(X, y, batch_size=8)):
        refused(lambda it=val: many(seeds=[0], val=it), r"val must be a pair X, y of tensors, got")  # type: ignore[misc]


# --- BatchNorm and a batch of one ---------------------------------------------------------------

ONE_LEFT: dict[str, Any] = {
    "TensorBatches": TensorBatches(X[:33], y[:33], batch_size=8),
    "a loader": DataLoader(TensorDataset(X[:33], y[:33]), batch_size=8),
    "a list": [(X[:8], y[:8]), (X[8:9], y[8:9])],
    "a part of the data": DataLoader(
        random_split(TensorDataset(X, y), [33, 7], generator=seeded(0))[0], batch_size=8
    ),
    "batches of one": TensorBatches(X, y, batch_size=1),
}


@pytest.mark.parametrize("name", ONE_LEFT)
def test_a_single_example_before_batch_norm_is_said_at_once(name: str) -> None:
    model = with_norm()
    mean = model.get_buffer("1.running_mean").clone()
    untouched(
        model,
        lambda: started(model, ONE_LEFT[name]),
        "at least two examples .* (drop_last=|be at least 2)",
    )
    assert torch.equal(mean, model.get_buffer("1.running_mean"))
    started(net(), ONE_LEFT[name])  # who has no BatchNorm may
    evaluate(model, ONE_LEFT[name], CE)  # and so may an evaluation


def test_where_batch_norm_is_content_so_are_we() -> None:
    started(with_norm(), TensorBatches(X[:33], y[:33], batch_size=8, drop_last=True))
    started(with_norm(), TensorBatches(X[:34], y[:34], batch_size=8))
    pixels = nn.Sequential(nn.Conv2d(1, 2, 1), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(8, 2))
    started(pixels, TensorBatches(torch.randn(33, 1, 2, 2), y[:33], batch_size=8))
    resting = with_norm()
    resting[1].eval()
    started(resting, TensorBatches(X[:33], y[:33], batch_size=8))


def test_a_stream_that_ends_in_a_single_example_is_explained() -> None:
    model = with_norm()
    stream = iter([(X[:8], y[:8]), (X[8:9], y[8:9])])
    refused(
        lambda: quietly(model, stream, CE, sgd(model), epochs=1), "got one in batch 2: say drop_"
    )


# --- classes that are missing -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("num_outputs", "y_val", "metric"),
    [
        (2, torch.zeros(N, dtype=torch.int64), roc_auc_score),
        (2, torch.ones(N, dtype=torch.int64), log_loss),
        (3, y, partial(roc_auc_score, multi_class="ovr")),
    ],
)
def test_a_metric_without_a_value_is_said_before_the_first_step(
    num_outputs: int, y_val: Tensor, metric: Any
) -> None:
    model, metrics = net(num_outputs), name_metrics({"it": metric})
    y_train = torch.arange(N) % num_outputs
    start = check_start(model, [(X, y_train)], [(X, y_val)], CE, metrics)
    refused(lambda: start.check_values(model(X), y_train, metrics), "it has no value where classes are missing, .* in val_batches")  # fmt: skip
    refused(lambda: evaluate(model, [(X, y_val)], CE, metrics), "has no value where classes")


def test_a_metric_that_has_one_is_let_go() -> None:
    model = net()
    evaluate(model, [(X, torch.ones_like(y))], CE, [average_precision_score, accuracy_score])
    evaluate(model, [(X, torch.ones_like(y))], CE, [partial(log_loss, labels=[0, 1])])
    evaluate(net(1), [(X, torch.ones(N, 1))], BCE, [partial(log_loss, labels=[0, 1])])
    refused(
        lambda: evaluate(net(1), [(X, torch.ones(N, 1))], BCE, [roc_auc_score]), "of 2 only 1 in"
    )
