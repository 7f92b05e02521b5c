"""A set-up that makes no sense is told before the first step, and eval mode on purpose is kept."""

import io
import sys
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn.utils import parametrizations

from course_utils.data import moons
from course_utils.training import TensorBatches, train
from tests.training.helpers import quietly, seeded, sgd

X, y = moons(60, noise=0.1, generator=seeded(0))
loss_fn = nn.CrossEntropyLoss()


def net() -> Any:
    return nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8), nn.Linear(8, 2))


def fit(model: nn.Module, optimizer: Any, *, epochs: int = 2, **settings: Any) -> Any:
    settings = {"loss_fn": loss_fn, **settings}
    batches = settings.pop("train_batches", TensorBatches(X, y, batch_size=20))
    return quietly(model, batches, optimizer=optimizer, epochs=epochs, **settings)


def head(model: Any) -> None:
    model[2] = nn.Linear(8, 2)


def all_layers(model: Any) -> None:
    for name in (0, 2):
        model[name] = nn.Linear(*((2, 8) if name == 0 else (8, 2)))


def normed(model: Any) -> None:
    parametrizations.weight_norm(model[2])


@pytest.mark.parametrize(
    ("change", "named"), [(head, "2.weight, 2.bias"), (normed, "2.parametrizations.weight"),
                          (all_layers, "0.weight, 0.bias, 2.weight, …")],
)  # fmt: skip
def test_a_model_that_changed_after_its_optimizer(
    change: Callable[[nn.Module], None], named: str
) -> None:
    model = net()
    optimizer = sgd(model)
    change(model)
    before = str(model.state_dict())
    with pytest.raises(ValueError, match=r"tensors of another one and not ") as caught:
        fit(model, optimizer)
    assert named in str(caught.value)
    assert str(model.state_dict()) == before
    assert len(fit(model, sgd(model))) == 2  # the remedy


def test_a_layer_that_was_added_is_told() -> None:
    model = net()
    optimizer = sgd(model)
    model.append(nn.Linear(2, 2))
    with pytest.warns(UserWarning, match="holds nothing of 3, which can be trained"):
        fit(model, optimizer)
    model[3].requires_grad_(False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fit(model, optimizer)  # one remedy
        fit(model, sgd(model))  # and the other


def test_what_is_meant_passes_without_a_word() -> None:
    class Sharpened(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.sharpness = nn.Parameter(torch.tensor(1.0))

        def forward(self, outputs: Tensor, y: Tensor) -> Tensor:
            return loss_fn(self.sharpness * outputs, y)

    loss, bare = Sharpened(), nn.Parameter(torch.tensor(1.0))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        model = net()
        fit(
            model, torch.optim.SGD([*model[0].parameters(), model[1].weight, model[2].bias], lr=0.1)
        )
        model = net()
        model[0].requires_grad_(False)
        fit(
            model,
            torch.optim.SGD([*model[1:].parameters(), *loss.parameters()], lr=0.1),
            loss_fn=loss,
        )
        params = [*model[1].parameters(), model[2].bias, bare]
        fit(model, torch.optim.SGD(params, lr=0.1), loss_fn=lambda o, y: loss_fn(bare * o, y))
        model, optimizer = net(), sgd(nn.Linear(1, 1))
        optimizer.add_param_group({"params": list(model.parameters())})
        fit(model, optimizer)  # nothing of the model is lacking


@pytest.mark.parametrize("freeze_first", [True, False])
def test_all_frozen(freeze_first: bool) -> None:
    model = net()
    optimizer = sgd(model)
    model.requires_grad_(False)
    with pytest.raises(ValueError, match="got 6 that are all frozen: call requires_grad_"):
        fit(model, sgd(model) if freeze_first else optimizer)
    model[2].requires_grad_(True)
    assert len(fit(model, optimizer)) == 2


@pytest.mark.parametrize("way", [torch.no_grad, lambda: torch.set_grad_enabled(False)])
def test_grad_mode_off_makes_no_difference(way: Any) -> None:
    ours, theirs = net(), net()
    theirs.load_state_dict(ours.state_dict())
    with way():
        fit(ours, sgd(ours), val_batches=[(X, y)])
        assert not torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    fit(theirs, sgd(theirs), val_batches=[(X, y)])
    assert str(ours.state_dict()) == str(theirs.state_dict())


def test_inference_mode_is_told() -> None:
    model = net()
    with torch.inference_mode(), pytest.raises(ValueError, match=r"got torch.inference_mode\(\)"):
        fit(model, sgd(model))


def moved(layer: Any, do: Callable[[], Any]) -> bool:
    was = layer.running_mean.clone()
    do()
    return not torch.equal(was, layer.running_mean)


def test_layers_that_came_in_eval_mode_stay_in_it() -> None:
    model = net()
    model[1].eval()
    optimizer = sgd(model)
    assert not moved(model[1], lambda: fit(model, optimizer, val_batches=[(X, y)]))
    assert (model.training, model[1].training) == (True, False)
    seen = []

    def hook(row: dict[str, Any]) -> None:
        seen.append(model[1].training)
        model.eval()  # as a hook does that draws a picture, and forgets about it

    assert not moved(model[1], lambda: fit(model, optimizer, epochs=3, on_epoch=hook))
    assert seen == [False] * 3


def test_dropout_that_rests_and_a_block_in_eval_mode() -> None:
    model: Any = nn.Sequential(
        nn.Sequential(nn.Linear(2, 8), nn.BatchNorm1d(8)), nn.Dropout(0.9), net()[2]
    )
    model[0].eval()
    model[1].eval()
    before = torch.get_rng_state()
    assert not moved(model[0][1], lambda: fit(model, sgd(model)))
    assert torch.equal(torch.get_rng_state(), before)  # dropout drew nothing


def test_a_model_in_eval_mode_is_trained_in_train_mode() -> None:
    model = net().eval()
    optimizer = sgd(model)
    assert moved(model[1], lambda: fit(model, optimizer))
    assert not model[1].training

    def thaw(row: dict[str, Any]) -> None:
        model[1].train()

    model.train()
    model[1].eval()
    assert moved(model[1], lambda: fit(model, optimizer, epochs=2, on_epoch=thaw))


def test_a_model_that_freezes_itself_does() -> None:
    class Frozen(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.net = net()
            self.train()

        def train(self, mode: bool = True) -> "Frozen":
            super().train(mode)
            self.net[1].eval()
            return self

        def forward(self, X: Tensor) -> Tensor:
            return self.net(X)

    for model in (Frozen(), Frozen().eval()):
        assert not moved(model.net[1], lambda m=model: fit(m, sgd(m), val_batches=[(X, y)]))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("answer", "epochs"),
    [(True, 1), (np.bool_(True), 1), (torch.tensor(True), 1), (torch.tensor([True]), 1)]
    + [(it, 3) for it in (False, None, np.bool_(False), torch.tensor(False))],
)
def test_only_true_ends_the_training(answer: Any, epochs: int) -> None:
    model = net()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(fit(model, sgd(model), epochs=3, on_epoch=lambda row: answer)) == epochs


@pytest.mark.parametrize("answer", [12, "stop", 0, 1.0, torch.tensor(1), np.int64(1), [True]])
def test_other_answers_go_on_and_are_told_once(answer: Any) -> None:
    model = net()
    with pytest.warns(UserWarning, match="which is not True, so the training goes on") as caught:
        assert len(fit(model, sgd(model), epochs=3, on_epoch=lambda row: answer)) == 3
    assert len(caught) == 1
    assert caught[0].filename != train.__code__.co_filename


class Tee:
    """What many scripts put in place of stdout."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        pass


class Closed(io.StringIO):
    def __init__(self) -> None:
        super().__init__()
        self.close()


@pytest.mark.parametrize("stdout", [Tee(), None, Closed(), object()])
@pytest.mark.parametrize("progress", [True, False])
def test_stdout_may_be_anything(
    stdout: Any, progress: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = net()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stdout)
        patch.setattr(sys, "stderr", None)
        history = train(
            model, [(X, y)], loss_fn, sgd(model), epochs=2, progress=progress
        )  # fmt: skip
    assert len(history) == 2
    assert getattr(stdout, "text", "") == ""
