"""Training many seeds at once: every member is the run that its seed alone would have made."""

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import pytest
import seaborn as sns
import torch
from matplotlib.figure import Figure
from sklearn.metrics import accuracy_score, mean_absolute_error, roc_auc_score
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.data import Examples, moons, wavy_line
from course_utils.models import mlp
from course_utils.training import TensorBatches, stacking, train, train_ensemble
from tests.training.helpers import check_dtypes, seeded, sgd

Make = Callable[[torch.Generator], nn.Module]
SEEDS = [3, 0, 11]
SETTINGS: dict[str, Any] = {"seeds": SEEDS, "epochs": 4, "batch_size": 10, "lr": 0.1}


def network(generator: torch.Generator) -> nn.Module:
    return mlp(2, 8, 8, 2, generator=generator)


class Branches(nn.Module):
    """A network that is no chain of layers, and that trains otherwise than it is measured."""

    def __init__(self, generator: torch.Generator) -> None:
        super().__init__()
        self.inner = mlp(2, 6, 2, generator=generator)

    def forward(self, X: Tensor) -> Tensor:
        return self.inner(X) * X if self.training else self.inner(X)


def nested(generator: torch.Generator) -> nn.Module:
    inner = mlp(2, 8, 4, activation=nn.ReLU, generator=generator)
    last = nn.Linear(4, 2, bias=False)
    nn.init.uniform_(last.weight, generator=generator)
    return nn.Sequential(nn.Flatten(), inner, nn.GELU(), last)


def shared_layer(generator: torch.Generator) -> nn.Module:
    first = mlp(2, 2, generator=generator)[0]
    return nn.Sequential(first, nn.Tanh(), first, mlp(2, 2, generator=generator))


def bare_layer(generator: torch.Generator) -> nn.Module:
    return mlp(2, 2, generator=generator)[0]


def one_by_one(
    make_model: Make, data: Examples, loss_fn: Any, metrics: Any = None, val: Any = None
) -> pd.DataFrame:
    """What `train` gives with each seed alone, as the docstring of train_ensemble tells it."""
    histories = []
    for seed in SEEDS:
        generator = seeded(seed)
        model = make_model(generator)
        batches = TensorBatches(*data, batch_size=10, shuffle=True, generator=generator)
        val_batches = None if val is None else TensorBatches(*val, batch_size=7)
        history = train(
            model, batches, loss_fn, sgd(model),
            epochs=4, val_batches=val_batches, metrics=metrics, progress=False,
        ).drop(columns="seconds")  # fmt: skip
        history.insert(0, "seed", seed)
        histories.append(history)
    return pd.concat(histories, ignore_index=True)


@pytest.mark.parametrize("make_model", [network, nested, shared_layer, bare_layer, Branches])
def test_each_member_is_the_run_that_its_seed_makes_alone(make_model: Make) -> None:
    train_data, val = (moons(n, noise=0.4, generator=seeded(5)) for n in (25, 15))  # 12 steps
    metrics = [accuracy_score, roc_auc_score]
    alone = one_by_one(make_model, train_data, F.cross_entropy, metrics, val)
    at_once = train_ensemble(
        make_model, *train_data, F.cross_entropy, val=val, metrics=metrics, **SETTINGS
    )
    assert list(at_once) == [
        "seed", "epoch", "train_loss", "val_loss", "train_accuracy_score", "val_accuracy_score",
        "train_roc_auc_score", "val_roc_auc_score",
    ]  # fmt: skip
    pd.testing.assert_frame_equal(at_once, alone, rtol=1e-5)
    assert at_once["train_loss"].nunique() == 12


def smooth_error(outputs: Tensor, y: Tensor) -> Tensor:
    return ((outputs - y) ** 2 + 1).sqrt().mean()


@pytest.mark.parametrize(
    "loss_fn",
    [nn.MSELoss(), F.l1_loss, nn.HuberLoss(delta=0.1), partial(F.huber_loss, delta=0.1), smooth_error],
)  # fmt: skip
def test_regression_losses(loss_fn: Any) -> None:
    def make(generator: torch.Generator) -> nn.Module:
        return mlp(1, 6, 1, generator=generator)

    X, y = wavy_line(25, generator=seeded(5))
    data, metrics = Examples(X / 20, y / 20), {"error": mean_absolute_error}
    alone = one_by_one(make, data, loss_fn, metrics)
    at_once = train_ensemble(make, *data, loss_fn, metrics=metrics, **SETTINGS)
    pd.testing.assert_frame_equal(at_once, alone, rtol=1e-5)


@pytest.mark.parametrize(
    "loss_fn",
    [
        nn.CrossEntropyLoss(),
        nn.CrossEntropyLoss(weight=torch.tensor([1.0, 5.0])),
        nn.CrossEntropyLoss(label_smoothing=0.2),
        nn.CrossEntropyLoss(ignore_index=0),
    ],
)
def test_settings_of_a_loss_count(loss_fn: Any) -> None:
    data = moons(25, noise=0.4, generator=seeded(5))
    alone = one_by_one(network, data, loss_fn)
    at_once = train_ensemble(network, *data, loss_fn, **SETTINGS)
    pd.testing.assert_frame_equal(at_once, alone, rtol=1e-5)


def test_examples_that_do_not_count_are_left_out_of_the_mean() -> None:
    X, y = moons(25, noise=0.4, generator=seeded(5))
    data = Examples(X, torch.where(torch.arange(25) % 3 == 0, -100, y))
    at_once = train_ensemble(network, *data, F.cross_entropy, **SETTINGS)
    alone = one_by_one(network, data, F.cross_entropy)
    pd.testing.assert_frame_equal(at_once, alone, rtol=1e-5)


def test_binary_targets() -> None:
    def make(generator: torch.Generator) -> nn.Module:
        return mlp(2, 4, 1, generator=generator)

    X, y = moons(25, noise=0.4, generator=seeded(5))
    data = Examples(X, y[:, None].float())
    alone = one_by_one(make, data, nn.BCEWithLogitsLoss(), [accuracy_score])
    at_once = train_ensemble(
        make, *data, nn.BCEWithLogitsLoss(), metrics=[accuracy_score], **SETTINGS
    )
    pd.testing.assert_frame_equal(at_once, alone, rtol=1e-5)


def convolutions(generator: torch.Generator) -> nn.Module:
    model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.ReLU(), nn.Flatten(), nn.Linear(8, 3))
    for param in model.parameters():
        nn.init.uniform_(param, -0.5, 0.5, generator=generator)
    return model


def sequences(generator: torch.Generator) -> nn.Module:
    first, last = mlp(4, 3, generator=generator), mlp(12, 3, generator=generator)
    return nn.Sequential(first, nn.Tanh(), nn.Flatten(), last)


@pytest.mark.parametrize("make_model", [convolutions, sequences])
def test_images_and_sequences(make_model: Make) -> None:
    shape = (25, 1, 4, 4) if make_model is convolutions else (25, 4, 4)
    X = torch.randn(*shape, generator=seeded(5))
    data = Examples(X, torch.randint(3, (25,), generator=seeded(5)))
    alone = one_by_one(make_model, data, F.cross_entropy)
    at_once = train_ensemble(make_model, *data, F.cross_entropy, **SETTINGS)
    pd.testing.assert_frame_equal(at_once, alone, rtol=1e-5)


def test_the_fast_way_is_taken_where_it_can_be_and_nowhere_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_vmap(*args: Any) -> Any:
        raise AssertionError("vmap was called")

    monkeypatch.setattr(stacking, "vmap", no_vmap)
    data = moons(25, noise=0.4, generator=seeded(5))
    for make_model in (network, nested):
        train_ensemble(make_model, *data, nn.CrossEntropyLoss(), **SETTINGS)
    for make_model in (Branches, shared_layer):
        with pytest.raises(AssertionError, match="vmap was called"):
            train_ensemble(make_model, *data, F.cross_entropy, **SETTINGS)


@pytest.mark.parametrize("make_model", [network, Branches])
def test_a_member_that_explodes_leaves_the_others_alone(make_model: Make) -> None:
    def make(generator: torch.Generator) -> nn.Module:
        model = make_model(generator)
        if generator.initial_seed() == 0:  # this one starts where float32 ends
            nn.init.constant_(next(model.parameters()), 1e38)
            nn.init.constant_(list(model.parameters())[-1], math.inf)
        return model

    data = moons(25, noise=0.4, generator=seeded(5))
    settings = {"metrics": [accuracy_score, roc_auc_score], "val": data, **SETTINGS}
    usual = train_ensemble(make_model, *data, F.cross_entropy, **settings)
    spoilt = train_ensemble(make, *data, F.cross_entropy, **settings)
    others = usual["seed"] != 0
    pd.testing.assert_frame_equal(spoilt[others], usual[others])
    assert not np.isfinite(spoilt.loc[~others, ["train_loss", "val_loss"]]).any(axis=None)
    assert spoilt[~others].filter(like="_score").isna().all(axis=None)
    assert len(spoilt) == len(usual)


def test_neither_data_nor_models_nor_global_randomness_are_touched() -> None:
    models: list[nn.Module] = []

    def make(generator: torch.Generator) -> nn.Module:
        models.append(network(generator))
        return models[-1]

    data = moons(25, noise=0.4, generator=seeded(5))
    copies, state = [part.clone() for part in data], torch.get_rng_state()
    train_ensemble(make, *data, F.cross_entropy, val=data, **SETTINGS)
    assert all(map(torch.equal, data, copies))
    assert torch.equal(torch.get_rng_state(), state)
    first = network(seeded(SEEDS[0]))
    assert all(map(torch.equal, models[0].parameters(), first.parameters()))


def test_frozen_parameters_stay_and_the_order_of_seeds_is_kept() -> None:
    def make(generator: torch.Generator) -> nn.Module:
        model = network(generator)
        model.get_submodule("linear1").requires_grad_(False)
        return model

    data = moons(25, noise=0.4, generator=seeded(5))
    at_once = train_ensemble(make, *data, F.cross_entropy, **SETTINGS)
    pd.testing.assert_frame_equal(at_once, one_by_one(make, data, F.cross_entropy), rtol=1e-5)
    assert at_once["seed"].tolist() == [3] * 4 + [0] * 4 + [11] * 4
    assert at_once["epoch"].tolist() == [1, 2, 3, 4] * 3


def test_seaborn_draws_the_mean_of_the_seeds_and_their_spread() -> None:
    data = moons(25, noise=0.4, generator=seeded(5))
    history = train_ensemble(network, *data, F.cross_entropy, val=data, **SETTINGS)
    check_dtypes(history)
    axes = Figure().subplots()
    sns.lineplot(history, x="epoch", y="val_loss", errorbar=("pi", 100), ax=axes)
    by_epoch = history.groupby("epoch")["val_loss"]
    (line,), (band,) = axes.lines, axes.collections
    assert np.asarray(line.get_ydata()) == pytest.approx(by_epoch.mean().to_numpy())
    heights = np.asarray(band.get_paths()[0].vertices)[:, 1]
    assert heights.min() == pytest.approx(by_epoch.min().min())
    assert heights.max() == pytest.approx(by_epoch.max().max())


def with_layer(layer: nn.Module) -> Make:
    return lambda generator: nn.Sequential(*mlp(2, 8, generator=generator), layer, nn.Linear(8, 2))


THE_SAME = network(seeded(5))
X_MOONS, Y_MOONS = torch.zeros(25, 2), torch.zeros(25, dtype=torch.int64)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"seeds": []}, r"seeds must be one or more different integers, got \[\]"),
        ({"seeds": [1, 2, 1]}, r"different integers, got \[1, 2, 1\]"),
        ({"epochs": 0}, "epochs must be an integer from 1 up, got 0"),
        ({"epochs": 1.5}, "epochs must be an integer from 1 up, got 1.5"),
        ({"lr": -0.1}, "lr must be a finite number from 0 up, got -0.1"),
        ({"lr": math.nan}, "lr must be a finite number from 0 up, got nan"),
        ({"batch_size": 0}, "batch_size must lie between 1 and the 25 examples there are, got 0"),
        ({"batch_size": 26}, "between 1 and the 25 examples there are, got 26"),
        ({"y": Y_MOONS[:-1]}, r"equally many examples, got the shapes \(25, 2\), \(24,\)"),
        ({"val": (X_MOONS, Y_MOONS[:-1])}, r"equally many examples, got the shapes"),
        ({"val": (X_MOONS[:0], Y_MOONS[:0])}, r"at least one example, got the shapes"),
        ({"loss_fn": nn.CrossEntropyLoss(reduction="sum")}, "mean .*, got reduction='sum'"),
        ({"loss_fn": partial(F.cross_entropy, reduction="none")}, "mean .*, got reduction='none'"),
        ({"make_model": lambda generator: None}, "must be an nn.Module, got NoneType"),
        ({"make_model": lambda generator: THE_SAME}, "objects of their own, got one of them twice"),
        ({"make_model": with_layer(nn.BatchNorm1d(8))}, "got the buffer '1.running_mean'"),
        ({"make_model": with_layer(nn.Dropout(0.5))}, "no random numbers, got the dropout '1'"),
        ({"make_model": lambda g: mlp(2, 3 + g.initial_seed(), 2, generator=g)}, "nothing but their param"),
        (
            {"make_model": lambda g: mlp(2, 3, 1, generator=g), "loss_fn": F.mse_loss, "y": Y_MOONS.float()},
            r"one shape, got the shapes \(10, 1\) and \(10,\), which broadcast",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_a_sentence(changed: dict[str, Any], said: str) -> None:
    usual = {"make_model": network, "X": X_MOONS, "y": Y_MOONS, "loss_fn": F.cross_entropy}
    with pytest.raises(ValueError, match=said):
        train_ensemble(**{**usual, **SETTINGS, **changed})


def test_dropout_that_drops_nothing_is_no_dropout() -> None:
    data = moons(25, noise=0.4, generator=seeded(5))
    make_model = with_layer(nn.Dropout(0.0))
    assert len(train_ensemble(make_model, *data, F.cross_entropy, **SETTINGS)) == 12
