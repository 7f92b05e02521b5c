"""Exercise 9.5 of notebook 09: an accuracy that minds the mode of the model."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.utils import skip_init

from course_utils.exercises import Case, Exercise, Mistake


class TurnByTurn(nn.Module):
    """A stand-in for dropout that draws nothing: in training it hides the features in turn."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    def forward(self, X: Tensor) -> Tensor:
        """Return X (N, features); in training every second feature is 0, the others doubled."""
        if not self.training:
            return X
        self.calls += 1
        return 2 * X * ((torch.arange(X.shape[1]) + self.calls) % 2)


def small_model() -> nn.Sequential:
    """Return a classifier for (N, 4) inputs and 3 classes, the same each time."""
    linear = skip_init(nn.Linear, 4, 3)  # draws nothing
    weight = [[1.0, -0.5, 0.3, 0.8], [-0.7, 0.9, 0.4, -0.2], [0.1, 0.2, -1.1, 0.6]]
    linear.weight = nn.Parameter(torch.tensor(weight))
    linear.bias = nn.Parameter(torch.tensor([0.1, 0.0, -0.1]))
    return nn.Sequential(nn.Sequential(TurnByTurn()), linear)


Accuracy = Callable[[nn.Module, Tensor, Tensor], float]
X = torch.randn(40, 4, generator=torch.Generator().manual_seed(21))
y = small_model().eval()(X).argmax(dim=1).where(torch.arange(40) % 4 > 0, torch.tensor(1))


def mode_of(model: nn.Module) -> str:
    """Say in which mode a model and all its layers are."""
    modes = {part.training for part in model.modules()}
    if len(modes) > 1:
        return "with some layers in training and some in evaluation mode"
    return "in training mode" if modes.pop() else "in evaluation mode"


def accuracy(model: nn.Module, X: Tensor, y: Tensor) -> float:
    """Return the fraction of X (N, …) that the model in evaluation mode puts into its class y (N,).

    The model is left in the mode in which it came.
    """
    was_training = model.training
    model.eval()
    fraction = _fraction(model, X, y)
    model.train(was_training)
    return fraction


def _fraction(model: nn.Module, X: Tensor, y: Tensor) -> float:
    with torch.no_grad():
        return (model(X).argmax(dim=1) == y).float().mean().item()


def _with_try(model: nn.Module, X: Tensor, y: Tensor) -> Tensor:
    before = model.training
    try:
        model.train(False)
        return (model(X).softmax(dim=-1).argmax(dim=-1) == y).double().mean()
    finally:
        if before:
            model.train()


def _by_counting(model: nn.Module, X: Tensor, y: Tensor) -> float:
    before = model.training
    num_right = sum(model.eval()(X).argmax(dim=1) == y).item()
    model.train(mode=before)
    return num_right / len(y)


def _in_mode(mode: bool | None, after: bool | None = None) -> Accuracy:
    """Return an accuracy that sets these modes, whatever the model's was; None leaves it alone."""

    def measure(model: nn.Module, X: Tensor, y: Tensor) -> float:
        model.train(model.training if mode is None else mode)
        fraction = _fraction(model, X, y)
        model.train(model.training if after is None else after)
        return fraction

    return measure


def _ask_accuracy(answer: Accuracy, training: bool, num: int) -> float:
    return answer(small_model().train(training), X[:num], y[:num])


def _ask_mode(answer: Accuracy, training: bool) -> str:
    model = small_model().train(training)
    answer(model, X, y)
    return f"afterwards the model is {mode_of(model)}"


MEASURE_ACCURACY = Exercise(
    number="9.5",
    title="An accuracy that minds the mode",
    level="change",
    learned="measure in evaluation mode, and leave the model in the mode in which it came",
    cases=(
        Case("40 examples, a model in training mode", (True, 40), _ask_accuracy),
        Case("40 examples, a model in evaluation mode", (False, 40), _ask_accuracy),
        Case("7 examples, a model in training mode", (True, 7), _ask_accuracy),
        Case("a model that came in training mode", (True,), _ask_mode),
        Case("a model that came in evaluation mode", (False,), _ask_mode),
    ),
    reference=accuracy,
    correct=(_with_try, _by_counting),
    mistakes=(
        Mistake("in whatever mode", _in_mode(None), given=True),
        Mistake(
            "stays in evaluation mode",
            _in_mode(False),
            "The number is right. But the model came in training mode and is left in evaluation "
            "mode: from here on it would train without dropout.",
        ),
        Mistake(
            "always back to training",
            _in_mode(False, after=True),
            "The number is right. But a model that came in evaluation mode is now in training "
            "mode. Which of the two was it before?",
        ),
        Mistake(
            "training mode",
            _in_mode(True),
            "train() switches dropout on. Which mode switches it off?",
        ),
        Mistake(
            "per cent",
            lambda model, X, y: 100 * accuracy(model, X, y),
            "The mode is right; the answer should be a fraction from 0 to 1.",
        ),
        Mistake(
            "counts",
            lambda model, X, y: accuracy(model, X, y) * len(y),
            "This counts the right ones. Asked for is their share.",
        ),
    ),
)
