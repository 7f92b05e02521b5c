"""What `train` says when something is wrong, and what it leaves behind."""

from collections.abc import Iterator
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import l1_loss, mse_loss

from course_utils.training import Checkpoint, NonFiniteLossError, TensorBatches, evaluate
from tests.training.helpers import quietly, sgd

X = torch.linspace(-1, 1, 20).unsqueeze(1)
y = 2 * X


def line() -> nn.Linear:
    model = nn.Linear(1, 1)
    nn.init.ones_(model.weight)
    nn.init.zeros_(model.bias)
    return model


def complaint(error: pytest.ExceptionInfo[Exception]) -> str:
    """The sentence, once it is known to be one."""
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_loss_that_explodes_names_epoch_batch_and_cure() -> None:
    model = line().eval()
    batches = TensorBatches(X, y, batch_size=5)
    with pytest.raises(NonFiniteLossError) as caught:
        quietly(model, batches, mse_loss, sgd(model, lr=1e4), epochs=50)
    history = caught.value.history
    said = complaint(caught)
    assert 1 <= len(history) < 50
    assert f" of epoch {len(history) + 1} (lr 10000): try a learning rate" in said
    assert list(history) == ["epoch", "seconds", "train_loss"]
    assert not model.training
    # The batch that it names is the first: a loop that looks at every loss stops there.
    model, step = line(), 0
    optimizer = sgd(model, lr=1e4)
    while True:
        X_batch, y_batch = list(batches)[step % 4]
        loss = mse_loss(model(X_batch), y_batch)
        step += 1
        if not loss.isfinite():
            break
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert len(history) == (step - 1) // 4
    assert f"got {loss.item()} in batch {(step - 1) % 4 + 1} of epoch" in said


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
def test_a_validation_loss_that_is_not_finite_stops_too(bad: float) -> None:
    model, y_val = line(), y.clone()
    y_val[7] = bad
    with pytest.raises(NonFiniteLossError, match="in batch 2 of the validation in epoch 1: try"):
        quietly(
            model,
            [(X, y)],
            mse_loss,
            sgd(model),
            epochs=2,
            val_batches=TensorBatches(X, y_val, batch_size=5),
        )
    with pytest.raises(NonFiniteLossError, match="in batch 1: try"):
        evaluate(model, [(X, y_val)], mse_loss)


@pytest.mark.parametrize("where", ["train", "val"])
@pytest.mark.parametrize("loss_fn", [mse_loss, l1_loss, lambda a, b: ((a - b) ** 2).mean()])
@pytest.mark.parametrize("flat", ["y", "outputs"])
def test_the_trap_of_n_by_1_against_n_is_closed(where: str, loss_fn: Any, flat: str) -> None:
    model: nn.Module = line()
    if flat == "outputs":
        model = nn.Sequential(model, nn.Flatten(0))
        wrong, right = (X, y), (X, y.squeeze(1))
        shapes = r"\(20,\) and \(20, 1\), which broadcast to \(20, 20\)"
    else:
        wrong, right = (X, y.squeeze(1)), (X, y)
        shapes = r"\(20, 1\) and \(20,\), which broadcast to \(20, 20\)"
    before = [param.clone() for param in model.parameters()]
    first, val = ([wrong], None) if where == "train" else ([right], [wrong])
    said = f"one shape, got the shapes {shapes}"
    if where == "val":  # seen before the first epoch, since training has other targets
        said = "y must be alike in training and validation"
    with pytest.raises(ValueError, match=said) as caught:
        quietly(model, first, loss_fn, sgd(model), epochs=1, val_batches=val)
    complaint(caught)
    assert all(map(torch.equal, before, model.parameters())), "before any step"


def test_the_trap_is_closed_for_a_later_batch_too() -> None:
    model = line()
    batches = [(X[:10], y[:10]), (X[10:19], y[10:19].squeeze(1))]
    with pytest.raises(ValueError, match=r"broadcast to \(9, 9\)"):
        quietly(model, batches, mse_loss, sgd(model), epochs=1)


@pytest.mark.parametrize(
    ("outputs", "targets", "loss_fn"),
    [
        ((6, 1), (6, 1), mse_loss),
        ((6,), (6,), mse_loss),
        ((1, 1), (1,), l1_loss),  # one example: nothing grows
        ((6, 3), (6,), nn.CrossEntropyLoss()),
        ((3, 3), (3,), nn.CrossEntropyLoss()),  # would broadcast, and to no more than the outputs
        ((6, 4, 5, 5), (6, 5, 5), nn.CrossEntropyLoss()),
        ((6, 3), (6, 1), lambda q, y: torch.maximum(0.1 * (y - q), 0.9 * (q - y)).mean()),
    ],
)
def test_shapes_that_are_meant_pass(
    outputs: tuple[int, ...], targets: tuple[int, ...], loss_fn: Any
) -> None:
    class Constant(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.outputs = nn.Parameter(torch.zeros(outputs))

        def forward(self, X: Tensor) -> Tensor:
            return self.outputs

    model = Constant()
    dtype = torch.int64 if isinstance(loss_fn, nn.CrossEntropyLoss) else torch.float32
    pairs = [(torch.zeros(outputs[0], 1), torch.zeros(targets, dtype=dtype))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "warnings.warn", lambda *args, **kwargs: None
        )  # PyTorch's, of (1, 1) and (1,)
        assert len(quietly(model, pairs, loss_fn, sgd(model), epochs=1)) == 1


def test_a_later_batch_of_unequal_lengths_is_noticed() -> None:
    model = line()
    with pytest.raises(ValueError, match=r"equally many examples, .* \(1, 1\) and \(20, 1\)"):
        quietly(model, [(X, y), (X[:1], y)], mse_loss, sgd(model), epochs=1)


def pair(X: Any, y: Any) -> dict[str, Any]:
    return {"train_batches": [(X, y)]}


class Two(nn.Linear):
    def forward(self, X: Tensor) -> Any:
        return super().forward(X), X


class Mean(nn.Linear):
    def forward(self, X: Tensor) -> Tensor:
        return super().forward(X).mean()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"epochs": 0}, "epochs must be an integer from 1 up, got 0"),
        ({"epochs": 2.0}, "got 2.0"),
        ({"epochs": True}, "got True"),
        ({"train_batches": []}, "at least one batch in train_batches, got none"),
        ({"val_batches": []}, "at least one batch in val_batches, got none"),
        ({"train_batches": TensorBatches(X, y, batch_size=20, drop_last=True), "epochs": -1}, "-1"),
        ({"optimizer": sgd(line())}, "parameters of this model, got 2 tensors of which none is"),
        (pair(X, [1.0]), r"two tensors X and y, .* got a tensor of shape \(20, 1\) and list"),
        (pair(X, torch.tensor(1.0)), r"and a tensor of shape \(\)"),
        (pair(X, y[:3]), r"equally many examples, .* got the shapes \(20, 1\) and \(3, 1\)"),
        (pair(X[:0], y[:0]), "at least one"),
        (pair(X.to("meta"), y.to("meta")), "the model on cpu and a batch on meta: move one"),
        (pair(X, y.to("meta")), "the model on cpu and a batch on meta"),
        ({"model": Two(1, 1)}, "the model must return one tensor, got tuple"),
        ({"model": Mean(1, 1)}, r"one output for each example of y, got the shapes \(\) and"),
        ({"loss_fn": nn.MSELoss(reduction="none")}, "must return the mean .* reduction='none'"),
        ({"loss_fn": nn.MSELoss(reduction="sum")}, "must return the mean .* reduction='sum'"),
        (
            {"loss_fn": lambda a, b: (a - b) ** 2},
            r"one number for a batch, .* got a tensor of shape \(20, 1\): take",
        ),
        ({"loss_fn": lambda a, b: 1.0}, "one number for a batch, as a tensor .* got float"),
        ({"metrics": ["accuracy"]}, "must be a function of"),
        ({"checkpoint": Checkpoint("x.pt", best="val_loss")}, "one of train_loss, got 'val_loss'"),
    ],
)
def test_mistakes_get_a_clear_sentence(changes: dict[str, Any], said: str) -> None:
    model = changes.pop("model", None) or line()
    settings: dict[str, Any] = {
        "train_batches": [(X, y)],
        "loss_fn": mse_loss,
        "optimizer": sgd(model),
        "epochs": 1,
        **changes,
    }
    with pytest.raises(ValueError, match=said) as caught:
        quietly(model, **settings)
    complaint(caught)


def test_frozen_layers_are_no_parameters_to_train() -> None:
    model = line()
    optimizer = sgd(model)
    model.requires_grad_(False)
    with pytest.raises(ValueError, match="got 2 that are all frozen: call requires_grad_"):
        quietly(model, [(X, y)], mse_loss, optimizer, epochs=1)


def test_a_part_of_the_parameters_is_enough() -> None:
    model = line()
    quietly(model, [(X, y)], mse_loss, torch.optim.SGD([model.bias], lr=0.1), epochs=1)
    assert model.weight.item() == 1.0


def test_an_iterator_that_is_used_up_is_noticed() -> None:
    def once() -> Iterator[tuple[Tensor, Tensor]]:
        yield X, y

    model = line()
    with pytest.raises(ValueError, match=r"of epoch 2 .*, got none: an iterator is used up"):
        quietly(model, once(), mse_loss, sgd(model), epochs=2)
