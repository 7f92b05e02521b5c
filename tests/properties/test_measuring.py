"""measure and evaluate, with any outputs and any targets."""

import copy
import math
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, mean_absolute_error
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from course_utils.training import NonFiniteLossError, evaluate, measure
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

NO_FUNCTIONS = [None, 3, "mse", torch.zeros(2), [nn.MSELoss()]]


def share(y_true: Any, y_pred: Any) -> float:
    return float(np.mean(y_true == y_pred))


def labels(low: int = 0, high: int = 2) -> Any:
    """Five labels."""
    return st.lists(st.integers(low, high), min_size=5, max_size=5).map(torch.tensor)


@given(finite_tensors((5, 3)), labels())
@reproducible(30)
def test_accuracy_is_that_of_scikit_learn(outputs: Tensor, y: Tensor) -> None:
    outcome = attempt(measure, [accuracy_score], outputs, y, nn.CrossEntropyLoss())
    outcome = attempt(measure, {"accuracy": accuracy_score}, outputs, y, nn.CrossEntropyLoss())
    assert outcome.value == {"accuracy": accuracy_score(y, outputs.argmax(dim=1))}


@given(anything(), anything(), st.sampled_from(LOSSES))
@reproducible(200)
def test_any_outputs_and_targets_are_measured_or_told(outputs: Any, y: Any, loss_fn: Any) -> None:
    outcome = attempt(measure, {"share": share}, outputs, y, loss_fn)
    if outcome.error is None:
        assert set(outcome.value) == {"share"}
        assert isinstance(outcome.value["share"], float)


@given(st.sampled_from([*BAD_NUMBERS, *NO_TENSORS, [share], {"a": 3}, {"loss": share}]))
@reproducible(30)
def test_what_are_no_metrics_is_told(metrics: Any) -> None:
    outputs, y = torch.zeros(5, 3), torch.zeros(5, dtype=torch.int64)
    attempt(measure, metrics, outputs, y, nn.CrossEntropyLoss())
    attempt(evaluate, nn.Linear(3, 3), [(outputs, y)], nn.CrossEntropyLoss(), metrics)


@given(finite_tensors((5, 2), (1, 1), (4, 2), dtypes=[torch.float32]), st.data())
@reproducible(30)
def test_a_mean_loss_is_that_of_torch(X: Tensor, data: Any) -> None:
    model, loss_fn = nn.Linear(X.shape[1], 1), nn.MSELoss()
    y = data.draw(finite_tensors((len(X), 1), dtypes=[torch.float32]))
    size = data.draw(st.integers(1, len(X)))
    batches = list(zip(X.split(size), y.split(size), strict=True))
    outcome = attempt(evaluate, model, batches, loss_fn, {"mae": mean_absolute_error})
    with torch.no_grad():
        assert math.isclose(outcome.value["loss"], loss_fn(model(X), y).item(), rel_tol=1e-5)
        assert math.isclose(outcome.value["mae"], F.l1_loss(model(X), y).item(), rel_tol=1e-5)


@given(tensors(), tensors(), st.sampled_from(LOSSES), st.booleans())
@reproducible(300)
def test_any_batch_is_evaluated_or_told(X: Tensor, y: Tensor, loss_fn: Any, training: bool) -> None:
    model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Dropout(0.5)).train(training)

    def own() -> Any:
        return loss_fn(copy.deepcopy(model).eval()(X), y)

    outcome = attempt(evaluate, model, [(X, y)], loss_fn, own=own)
    if outcome.error is None:
        assert math.isfinite(outcome.value["loss"])
    elif isinstance(outcome.error, NonFiniteLossError):
        assert (
            not (X.isfinite().all() and y.isfinite().all())
            or X.abs().max() > 1e30
            or y.abs().max() > 1e30
        )


@given(labels(-3, 5))
@reproducible(30)
def test_labels_out_of_range_are_told(y: Tensor) -> None:
    outcome = attempt(evaluate, nn.Linear(2, 3), [(torch.ones(5, 2), y)], nn.CrossEntropyLoss())
    assert (outcome.error is None) == bool(((y >= 0) & (y < 3)).all())


@given(st.one_of(anything(), st.lists(anything(), max_size=2), st.tuples(anything())))
@reproducible(100)
def test_what_are_no_batches_is_told(batches: Any) -> None:
    assert attempt(evaluate, nn.Linear(2, 3), batches, nn.CrossEntropyLoss()).error


@pytest.mark.parametrize("thing", NO_FUNCTIONS, ids=lambda it: type(it).__name__)
def test_what_is_no_model_and_no_loss_is_told(thing: Any) -> None:
    batches = [(torch.ones(5, 2), torch.ones(5, 1))]
    assert attempt(evaluate, thing, batches, nn.MSELoss()).error
    assert attempt(evaluate, nn.Linear(2, 1), batches, thing).error
    assert attempt(measure, {"share": share}, *batches[0], thing)
