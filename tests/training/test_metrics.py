"""What metrics are given: labels, scores or outputs, and what they may return."""

from collections.abc import Callable
from functools import partial
from typing import Any
from unittest import mock

import numpy as np
import pytest
import torch
from sklearn import metrics as sk
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy, binary_cross_entropy_with_logits

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.training import measure, metrics, train_ensemble
from course_utils.training.forms import MARGINS, SCORES, form_of
from course_utils.training.metrics import name_metrics
from tests.training.helpers import quietly, seeded, sgd

LOGITS = torch.tensor([[2.0, 1.0], [0.0, 3.0], [1.0, 1.5], [0.5, 0.0]])
LABELS = torch.tensor([0, 1, 0, 0])
CLASSES = nn.CrossEntropyLoss()


def given(metric_argument: str, outputs: Tensor, y: Tensor, loss_fn: Any) -> tuple[Any, Any]:
    """The two arrays that a metric with this second argument gets."""
    seen: list[Any] = []

    def predictions(y_true: Any, y_pred: Any) -> float:
        seen.extend([y_true, y_pred])
        return 0.0

    def scores(y_true: Any, y_score: Any) -> float:
        return predictions(y_true, y_score)

    measure(
        {"it": {"y_pred": predictions, "y_score": scores}[metric_argument]}, outputs, y, loss_fn
    )
    return seen[0], seen[1]


def test_logits_become_labels_or_the_probability_of_class_one() -> None:
    y_true, y_pred = given("y_pred", LOGITS, LABELS, CLASSES)
    assert y_true.tolist() == [0, 1, 0, 0]
    assert y_pred.tolist() == [0, 1, 1, 0]
    _, y_score = given("y_score", LOGITS, LABELS, CLASSES)
    assert y_score == pytest.approx(LOGITS.softmax(dim=1)[:, 1].numpy())


def test_three_classes_get_a_score_each() -> None:
    logits = torch.tensor([[1.0, 2.0, 3.0], [3.0, 0.0, 0.0]])
    _, y_score = given("y_score", logits, torch.tensor([2, 0]), CLASSES)
    assert y_score.shape == (2, 3)
    assert y_score.sum(axis=1) == pytest.approx([1, 1])


def test_classes_of_pixels_are_put_in_one_row() -> None:
    logits = torch.randn(2, 3, 4, 5, generator=seeded(0))
    y = logits.argmax(dim=1)
    y_true, y_pred = given("y_pred", logits, y, CLASSES)
    assert y_true.shape == (40,)
    assert np.array_equal(y_true, y_pred)
    _, y_score = given("y_score", logits, y, CLASSES)
    assert np.array_equal(y_score.argmax(axis=1), y_true)


@pytest.mark.parametrize(
    ("loss_fn", "outputs", "labels", "scores"),
    [
        (nn.BCEWithLogitsLoss(), [-1.0, 0.3, 2.0], [0, 1, 1], [0.2689, 0.5744, 0.8808]),
        (binary_cross_entropy_with_logits, [-1.0, 0.3], [0, 1], [0.2689, 0.5744]),
        (partial(binary_cross_entropy_with_logits), [-1.0, 0.3], [0, 1], [0.2689, 0.5744]),
        (nn.BCELoss(), [0.3, 0.6], [0, 1], [0.3, 0.6]),
        (binary_cross_entropy, [0.3, 0.6], [0, 1], [0.3, 0.6]),
    ],
)
def test_binary_cross_entropy_has_one_output(
    loss_fn: Any, outputs: list[float], labels: list[int], scores: list[float]
) -> None:
    column = torch.tensor(outputs).unsqueeze(1)
    y_true, y_pred = given("y_pred", column, torch.ones_like(column), loss_fn)
    assert (y_true.tolist(), y_pred.tolist()) == ([1] * len(outputs), labels)
    assert y_true.dtype.kind == "i"
    _, y_score = given("y_score", column, torch.ones_like(column), loss_fn)
    assert y_score == pytest.approx(scores, abs=1e-4)


def test_regression_gets_the_outputs() -> None:
    outputs, y = torch.tensor([[1.5], [2.5]]), torch.tensor([[1.0], [3.0]])
    y_true, y_pred = given("y_pred", outputs, y, nn.MSELoss())
    assert (y_true.tolist(), y_pred.tolist()) == ([1.0, 3.0], [1.5, 2.5])
    half = given("y_pred", outputs.bfloat16(), y.bfloat16(), nn.MSELoss())
    assert half[1].tolist() == [1.5, 2.5]


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (sk.accuracy_score, "labels"),
        (partial(sk.f1_score, average="macro"), "labels"),
        (sk.r2_score, "labels"),
        (sk.roc_auc_score, SCORES),
        (sk.average_precision_score, SCORES),
        (partial(sk.roc_auc_score, multi_class="ovr"), SCORES),
        (sk.log_loss, SCORES),
        (sk.brier_score_loss, SCORES),
        (sk.hinge_loss, MARGINS),
        (partial(sk.top_k_accuracy_score, k=2), SCORES),
        (lambda y_true, y_prob: 0, SCORES),  # as scikit-learn once called it
        (lambda y_true, probas_pred: 0, SCORES),
        (max, "labels"),  # has no signature
        (sk.make_scorer(sk.roc_auc_score, response_method="predict_proba"), SCORES),
    ],
)
def test_a_metric_asks_for_scores_by_the_name_of_its_argument(
    metric: Callable[..., Any], expected: str
) -> None:
    assert form_of(metric, "it").kind == expected


def test_the_signature_of_a_metric_is_looked_up_once_a_run() -> None:
    data, named = moons(20, generator=seeded(0)), [sk.accuracy_score, sk.roc_auc_score]
    model = mlp(2, 4, 2, generator=seeded(1))
    with mock.patch.object(metrics, "form_of", side_effect=form_of) as look_up:
        quietly(
            model, [data], CLASSES, sgd(model), epochs=3, val_batches=[data], metrics=iter(named)
        )
        assert look_up.call_count == 2
        train_ensemble(
            lambda generator: mlp(2, 4, 2, generator=generator), *data, CLASSES,
            seeds=range(3), epochs=2, batch_size=10, lr=0.1, val=data, metrics=named,
        )  # fmt: skip
        assert look_up.call_count == 4


@pytest.mark.parametrize(
    "metric",
    [
        sk.accuracy_score,
        sk.balanced_accuracy_score,
        sk.precision_score,
        sk.recall_score,
        sk.f1_score,
        sk.matthews_corrcoef,
        sk.cohen_kappa_score,
        sk.jaccard_score,
        sk.zero_one_loss,
        sk.roc_auc_score,
        sk.average_precision_score,
        sk.log_loss,
        sk.brier_score_loss,
    ],
)
def test_scikit_learns_classification_metrics_fit(metric: Callable[..., float]) -> None:
    scored = form_of(metric, "it").kind == SCORES
    second = LOGITS.softmax(dim=1)[:, 1] if scored else LOGITS.argmax(dim=1)
    expected = metric(LABELS.numpy(), second.numpy())
    assert measure({"it": metric}, LOGITS, LABELS, CLASSES) == {"it": pytest.approx(expected)}


@pytest.mark.parametrize(
    "metric", [sk.r2_score, sk.mean_absolute_error, sk.max_error, sk.explained_variance_score]
)
def test_scikit_learns_regression_metrics_fit(metric: Callable[..., float]) -> None:
    generator = seeded(0)
    outputs, y = torch.randn(2, 9, 1, generator=generator)
    expected = metric(y[:, 0].numpy(), outputs[:, 0].numpy())
    assert measure({"it": metric}, outputs, y, nn.MSELoss()) == {"it": pytest.approx(expected)}


def test_log_loss_of_scores_is_the_cross_entropy() -> None:
    expected = CLASSES(LOGITS, LABELS).item()
    assert measure({"it": sk.log_loss}, LOGITS, LABELS, CLASSES)["it"] == pytest.approx(expected)


def test_metrics_are_named() -> None:
    assert name_metrics(None) == {}
    assert list(name_metrics([sk.accuracy_score, sk.f1_score])) == ["accuracy_score", "f1_score"]
    assert list(name_metrics(iter([partial(sk.f1_score, average="macro")]))) == ["f1_score"]
    assert name_metrics({"accuracy": sk.accuracy_score}) == {"accuracy": sk.accuracy_score}


@pytest.mark.parametrize(
    ("metrics", "complaint"),
    [
        (["accuracy"], "must be a function of .* got 'accuracy'"),
        ({"accuracy": 0.5}, "got 0.5"),
        ([sk.f1_score, partial(sk.f1_score, average="macro")], "f1_score, f1_score"),
        ({"loss": sk.zero_one_loss}, "other than loss"),
    ],
)
def test_bad_metrics_are_named(metrics: Any, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        name_metrics(metrics)


def test_a_metric_returns_one_number() -> None:
    with pytest.raises(ValueError, match=r"one number, got the shape \(2, 2\) from confusion"):
        measure({"confusion": sk.confusion_matrix}, LOGITS, LABELS, CLASSES)
    value = measure({"it": lambda y_true, y_pred: np.float32(0.5)}, LOGITS, LABELS, CLASSES)["it"]
    assert type(value) is float


# --- which argument comes first -------------------------------------------------------------


def outputs_first(y_pred: Any, y_true: Any) -> float:
    return sk.r2_score(y_true, y_pred)


@pytest.mark.parametrize(
    "metric",
    [
        sk.r2_score,
        outputs_first,
        lambda outputs, targets: sk.r2_score(targets, outputs),  # PyTorch's losses have it so
        lambda preds, target: sk.r2_score(target, preds),  # torchmetrics
        lambda p, y: sk.r2_score(y, p),
        lambda y, p: sk.r2_score(y, p),
        lambda a, b: sk.r2_score(a, b),
        lambda y_true, y_pred, **more: sk.r2_score(y_true, y_pred),
        partial(outputs_first),
        sk.get_scorer("r2"),
    ],
)
def test_the_names_of_arguments_say_which_comes_first(metric: Callable[..., float]) -> None:
    outputs, y = torch.randn(2, 9, 1, generator=seeded(0))
    expected = sk.r2_score(y[:, 0].numpy(), outputs[:, 0].numpy())
    assert measure({"it": metric}, outputs, y, nn.MSELoss()) == {"it": pytest.approx(expected)}


def test_scores_may_come_first_too() -> None:
    expected = sk.roc_auc_score(LABELS, LOGITS.softmax(dim=1)[:, 1])
    found = measure({"it": lambda y_score, target: sk.roc_auc_score(target, y_score)}, LOGITS, LABELS, CLASSES)  # fmt: skip
    assert found == {"it": expected}


# --- scorers, margins, logits ---------------------------------------------------------------


def test_a_scorer_of_scikit_learn_is_what_it_was_made_of() -> None:
    outputs, y = torch.randn(2, 9, 1, generator=seeded(0))
    error = sk.mean_squared_error(y[:, 0].numpy(), outputs[:, 0].numpy())
    scorer = sk.get_scorer("neg_mean_squared_error")
    assert measure(name_metrics([scorer]), outputs, y, nn.MSELoss()) == {
        "neg_mean_squared_error": pytest.approx(-error)
    }
    probabilities = LOGITS.softmax(dim=1)[:, 1].numpy()
    for name, wanted in {
        "accuracy": sk.accuracy_score(LABELS, LOGITS.argmax(dim=1)),
        "roc_auc": sk.roc_auc_score(LABELS, probabilities),
        "neg_log_loss": -sk.log_loss(LABELS, probabilities),
    }.items():
        found = measure({name: sk.get_scorer(name)}, LOGITS, LABELS, CLASSES)[name]
        assert found == pytest.approx(wanted), name


def test_hinge_loss_gets_margins() -> None:
    column = torch.tensor([[-1.0], [0.3], [2.0]])
    y, labels = torch.tensor([[0.0], [1.0], [1.0]]), [0, 1, 1]
    wanted = sk.hinge_loss(labels, column[:, 0].numpy())
    found = measure({"it": sk.hinge_loss}, column, y, nn.BCEWithLogitsLoss())["it"]
    assert found == pytest.approx(wanted)
    found = measure({"it": sk.hinge_loss}, column.sigmoid(), y, nn.BCELoss())["it"]
    assert found == pytest.approx(wanted, rel=1e-5)
    two = measure({"it": sk.hinge_loss}, LOGITS, LABELS, CLASSES)["it"]
    assert two == pytest.approx(sk.hinge_loss(LABELS, (LOGITS[:, 1] - LOGITS[:, 0]).numpy()))
    three, classes = torch.randn(9, 3, generator=seeded(0)), torch.arange(9) % 3
    found = measure({"it": sk.hinge_loss}, three, classes, CLASSES)["it"]
    assert found == pytest.approx(sk.hinge_loss(classes, three.numpy()))


def test_a_metric_of_logits_gets_the_outputs() -> None:
    seen = []

    def metric(target: Any, logits: Any) -> float:
        seen.append(logits)
        return 0.0

    measure({"it": metric}, LOGITS, LABELS, CLASSES)
    assert np.array_equal(seen[0], LOGITS.numpy())


# --- a function of one's own that hides one of scores ------------------------------------------


def own_auc(y_true: Any, y_pred: Any) -> float:
    return sk.roc_auc_score(y_true, y_pred)


def own_loss(truth: Any, guess: Any) -> float:
    return sk.log_loss(truth, guess)


@pytest.mark.parametrize(
    ("metric", "said"),
    [
        (lambda y, p: sk.roc_auc_score(y, p), "roc_auc_score needs scores, .* its argument 'p'"),
        (own_auc, "argument 'y_pred': call that argument y_score"),
        (lambda p, y: own_auc(y, p), "roc_auc_score needs scores"),
        (partial(own_loss), "log_loss needs scores, .* 'guess'"),
    ],
)
def test_scores_that_nobody_asked_for_are_one_sentence(metric: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        name_metrics({"mine": metric})
    assert "\n" not in str(caught.value)


def test_its_remedy_works() -> None:
    by_name = {"mine": lambda y_true, y_score: sk.roc_auc_score(y_true, y_score)}
    found = measure(name_metrics(by_name), LOGITS, LABELS, CLASSES)
    assert found == {"mine": sk.roc_auc_score(LABELS, LOGITS.softmax(dim=1)[:, 1])}


@pytest.mark.parametrize(
    ("given_metrics", "said"),
    [
        ([lambda y_true: 0.0], "a function of .*y_true, y_pred.*, got <lambda>"),
        ({"it": lambda y_true, y_pred, extra: 0.0}, r"got it\(y_true, y_pred, extra\)"),
        (sk.accuracy_score, "a list or a dict of functions, got accuracy_score: write metrics="),
        ("accuracy", "a list or a dict of functions, got accuracy"),
    ],
)
def test_metrics_that_cannot_be_called_are_named_before_training(
    given_metrics: Any, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        name_metrics(given_metrics)


def test_probabilities_of_half_precision_add_up_to_one() -> None:
    logits = torch.randn(90, 3, generator=seeded(0))
    y, auc = torch.arange(90) % 3, partial(sk.roc_auc_score, multi_class="ovr")
    for dtype in (torch.bfloat16, torch.float16):
        half = logits.to(dtype)
        wanted = auc(y.numpy(), half.float().softmax(dim=1).numpy())
        assert measure({"auc": auc}, half, y, CLASSES)["auc"] == pytest.approx(wanted)


def test_metrics_see_only_what_counts() -> None:
    y = torch.tensor([0, -100, 0, 1])
    y_true, y_pred = given("y_pred", LOGITS, y, CLASSES)
    assert (y_true.tolist(), y_pred.tolist()) == ([0, 0, 1], [0, 1, 0])
    _, y_score = given("y_score", LOGITS, y, CLASSES)
    assert y_score == pytest.approx(LOGITS.softmax(dim=1)[[0, 2, 3], 1].numpy())
    for loss_fn in (nn.CrossEntropyLoss(ignore_index=1), partial(nn.functional.cross_entropy, ignore_index=1)):  # fmt: skip
        y_true, _ = given("y_pred", LOGITS, LABELS, loss_fn)
        assert y_true.tolist() == [0, 0, 0]
    pixels, classes = torch.randn(2, 3, 4, 5, generator=seeded(0)), torch.full((2, 4, 5), 255)
    classes[0, 0] = 2
    y_true, y_pred = given("y_pred", pixels, classes, nn.CrossEntropyLoss(ignore_index=255))
    assert y_true.tolist() == [2] * 5
    assert y_pred.tolist() == pixels.argmax(dim=1)[0, 0].tolist()


def test_an_error_in_a_metric_names_it() -> None:
    def broken(y_true: Any, y_pred: Any) -> float:
        raise KeyError("no such thing")

    with pytest.raises(KeyError) as caught:
        measure({"mine": broken}, LOGITS, LABELS, CLASSES)
    assert "from the metric mine" in caught.value.__notes__[0]
