"""The best epoch: which way is better is said or known, and never guessed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sklearn.metrics
import torch
from sklearn.metrics import (
    accuracy_score,
    get_scorer,
    get_scorer_names,
    mean_poisson_deviance,
    mean_squared_error,
    r2_score,
    root_mean_squared_error,
)
from torch import nn
from torch.nn.functional import mse_loss

from course_utils.training import Checkpoint, load_checkpoint
from course_utils.training.best import is_best, which_is_better
from tests.training.helpers import quietly, sgd

X = torch.linspace(-1, 1, 40).reshape(-1, 1)
y = torch.exp(1 + X)


class Rate(nn.Linear):
    """Positive outputs, which learn a little better each epoch."""

    def __init__(self) -> None:
        super().__init__(1, 1)
        nn.init.zeros_(self.weight)
        nn.init.zeros_(self.bias)

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        return super().forward(X).exp()


def run(checkpoint: Checkpoint, *, epochs: int = 4, **settings: Any) -> Any:
    model = Rate()
    settings = {"loss_fn": mse_loss, "checkpoint": checkpoint, **settings}
    return quietly(model, [(X, y)], optimizer=sgd(model, lr=0.02), epochs=epochs, **settings)


def epoch_of(path: Path) -> int:
    return load_checkpoint(path, Rate()).epoch


@pytest.mark.parametrize(
    ("name", "metric"),
    [
        ("mse", mean_squared_error),
        ("mean_poisson_deviance", mean_poisson_deviance),
        ("rmse", root_mean_squared_error),
        ("anything_score", partial(mean_squared_error, sample_weight=None)),
        ("r2_error", r2_score),  # the function counts, and not its name
    ],
)
def test_functions_of_scikit_learn_are_known_by_any_name(
    name: str, metric: Any, tmp_path: Path
) -> None:
    checkpoint = Checkpoint(tmp_path / "run.pt", best=f"train_{name}")
    run(checkpoint, metrics={name: metric})
    assert epoch_of(checkpoint.best_path) == 4


def test_every_scorer_of_scikit_learn_agrees() -> None:
    asked = []
    for name in get_scorer_names():
        scorer = get_scorer(name)
        function, truth = scorer._score_func, "higher" if scorer._sign > 0 else "lower"
        if getattr(sklearn.metrics, function.__name__, None) is not function:
            asked.append(function.__name__)  # a private helper
            continue
        found = which_is_better("val_it", None, ["val_it"], {"it": function})
        assert found == truth, name
        assert which_is_better("val_it", None, ["val_it"], {"it": scorer}) == "higher"
    assert set(asked) <= {"positive_likelihood_ratio", "negative_likelihood_ratio"}


def my_error(y_true: Any, y_pred: Any) -> float:
    return float(np.abs(y_true - y_pred).mean())


@pytest.mark.parametrize("metric", [my_error, lambda y, y_hat: my_error(y, y_hat)])
def test_what_is_not_known_is_asked_for_before_training(metric: Any, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "run.pt"
    with pytest.raises(ValueError, match=r"write Checkpoint\(…, best='train_mse', better='lower'"):
        run(Checkpoint(path, best="train_mse"), metrics={"mse": metric})
    assert not path.parent.exists()
    for better, epoch in (("lower", 4), ("higher", 1)):
        checkpoint = Checkpoint(tmp_path / better / "run.pt", best="train_mse", better=better)
        run(checkpoint, metrics={"mse": metric})
        assert epoch_of(checkpoint.best_path) == epoch


def test_what_is_said_must_be_true(tmp_path: Path) -> None:
    path = tmp_path / "run.pt"
    with pytest.raises(ValueError, match="lower is better for train_loss, got better='higher'"):
        run(Checkpoint(path, best="train_loss", better="higher"))
    with pytest.raises(ValueError, match="higher is better for train_r2_score"):
        run(Checkpoint(path, best="train_r2_score", better="lower"), metrics=[r2_score])
    with pytest.raises(ValueError, match="'lower' or 'higher', got 'min'"):
        Checkpoint(path, best="val_loss", better="min")
    with pytest.raises(ValueError, match="got best=None"):
        Checkpoint(path, better="lower")
    with pytest.raises(ValueError, match="one of train_loss, got 'val_loss'"):
        run(Checkpoint(path, best="val_loss"))


nan = float("nan")


@pytest.mark.parametrize(
    ("better", "values", "best"),
    [
        ("lower", [3.0, 2.0, 2.0, 4.0, 1.5, 1.6], [1, 2, 2, 2, 5, 5]),
        ("higher", [0.5, 0.4, 0.6, 0.6, 0.5, 0.7], [1, 1, 3, 3, 3, 6]),
        ("higher", [nan, 0.4, nan, 0.3, 0.5], [None, 2, 2, 2, 5]),
        ("lower", [None, None, 2.0, nan, 1.0], [None, None, 3, 3, 5]),
        ("lower", [float("inf"), 2.0, -float("inf")], [1, 2, 3]),
    ],
)
def test_the_best_so_far(
    better: str, values: Sequence[float | None], best: Sequence[int | None]
) -> None:
    found, came = None, []
    for epoch in range(1, len(values) + 1):
        found = epoch if is_best(values[:epoch], better) else found
        came.append(found)
    assert came == best


def test_a_metric_that_the_first_epochs_lack(tmp_path: Path) -> None:
    run(Checkpoint(tmp_path / "run.pt"), epochs=2)
    checkpoint = Checkpoint(tmp_path / "run.pt", best="train_r2_score")
    history = run(checkpoint, epochs=5, metrics=[r2_score])
    assert history.train_r2_score.isna().tolist() == [True, True, False, False, False]
    assert epoch_of(checkpoint.best_path) == 5
    # And the other way round: a metric that the later epochs lack.
    assert len(run(Checkpoint(tmp_path / "run.pt"), epochs=6)) == 6
    assert len(run(checkpoint, epochs=7, metrics=[r2_score])) == 7
    assert epoch_of(checkpoint.best_path) == 7


def test_a_metric_that_is_always_nan_is_told(tmp_path: Path) -> None:
    checkpoint = Checkpoint(tmp_path / "run.pt", best="train_auc", better="higher")
    with pytest.warns(UserWarning, match=r"train_auc was nan or missing in all 4 epochs, so none"):
        run(checkpoint, metrics={"auc": lambda y, y_hat: nan})
    assert not checkpoint.best_path.exists()
    sometimes = iter([nan, nan, 0.5, nan])
    checkpoint = Checkpoint(tmp_path / "other.pt", best="train_auc", better="higher")
    run(checkpoint, metrics={"auc": lambda y, y_hat: next(sometimes)})
    assert epoch_of(checkpoint.best_path) == 3


def test_accuracy_is_better_higher(tmp_path: Path) -> None:
    assert which_is_better("a_b_c", None, ["a_b_c"], {"b_c": accuracy_score}) == "higher"
