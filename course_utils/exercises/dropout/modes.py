"""Exercise 9.5 of notebook 09: an accuracy that minds the mode of the model."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.dropout.models import small_model
from course_utils.exercises.dropout.solutions import accuracy_to_mend as accuracy

Accuracy = Callable[[nn.Module, Tensor, Tensor], float]
X = torch.randn(40, 4, generator=torch.Generator().manual_seed(21))
y = small_model().eval()(X).argmax(dim=1).where(torch.arange(40) % 4 > 0, torch.tensor(1))


def _fraction(model: nn.Module, X: Tensor, y: Tensor, axis: int = 1) -> float:
    with torch.no_grad():
        return (model(X).argmax(dim=axis) == y).float().mean().item()


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


def _on_a_copy(model: nn.Module, X: Tensor, y: Tensor) -> float:
    return _fraction(copy.deepcopy(model).eval(), X, y)


def _in_mode(mode: bool | None, after: bool | None = None) -> Accuracy:
    """Return an accuracy that sets these modes, whatever the model's was; None leaves it alone."""

    def measure(model: nn.Module, X: Tensor, y: Tensor) -> float:
        model.train(model.training if mode is None else mode)
        fraction = _fraction(model, X, y)
        model.train(model.training if after is None else after)
        return fraction

    return measure


def _turned_round(model: nn.Module, X: Tensor, y: Tensor) -> float:
    was_training = model.training
    fraction = _fraction(model.eval(), X, y)
    model.train(not was_training)
    return fraction


def _in_training(model: nn.Module, X: Tensor, y: Tensor) -> float:
    return _fraction(copy.deepcopy(model).train(), X, y)


def _of_the_logits(take: Callable[[Tensor, Tensor], Any]) -> Accuracy:
    """Measure something else, in evaluation mode."""
    return lambda model, X, y: take(copy.deepcopy(model).eval()(X).detach(), y)


def _model(training: bool) -> nn.Module:
    return small_model().train(training)


MEASURE_ACCURACY = Exercise(
    number="9.5",
    name="accuracy_to_mend",
    title="An accuracy that minds the mode",
    level="change",
    hints=(
        "Section 9.7 names the two modes, and how to set them. Section 9.8 shows what happens if "
        "nobody switches back. The function needs both: one mode for measuring, and afterwards "
        "the mode that was there before.",
        "Three things are missing. Before measuring: note in which mode the model is "
        "(`model.training` is true or false), and set evaluation mode. After measuring: set the "
        "mode that was noted.",
        "The first line is `was_training = model.training`. `model.train(True)` sets training "
        "mode, and `model.train(False)` evaluation mode. Give the result a name: something has to "
        "happen between measuring and `return`.",
    ),
    learned="measure in evaluation mode, and leave the model in the mode in which it came",
    cases=(
        Case("40 examples, a model in training mode", (_model(True), X, y)),
        Case("40 examples, a model in evaluation mode", (_model(False), X, y)),
        Case("7 examples, a model in training mode", (_model(True), X[:7], y[:7])),
        Case("3 examples, a model in evaluation mode", (_model(False), X[1:4], y[1:4])),
    ),
    reference=accuracy,
    correct=(_with_try, _by_counting, _on_a_copy),
    mistakes=(
        Mistake("in whatever mode", _in_mode(None), given=True),
        Mistake(
            "stays in evaluation mode",
            _in_mode(False),
            "The model came in training mode and is left, in whole or in part, in evaluation mode: "
            "from here on it would train without dropout. When should it go back?",
        ),
        Mistake(
            "always back to training",
            _in_mode(False, after=True),
            "A model that came in evaluation mode is now in training mode. Which of the two was it "
            "before?",
        ),
        Mistake(
            "the mode turned round",
            _turned_round,
            "The model is always left in the other mode than that in which it came. Does a `not` "
            "stand in the way?",
        ),
        Mistake(
            "training mode",
            _in_mode(True),
            "train() switches dropout on. Which mode switches it off?",
        ),
        Mistake(
            "training mode, put back",
            _in_training,
            "The mode is put back. But while it measures, the model is in training mode: which "
            "mode switches dropout off?",
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
        Mistake(
            "the share of the wrong ones",
            lambda model, X, y: 1 - accuracy(model, X, y),
            "This is the share of the wrong ones. What is accuracy the share of?",
        ),
        Mistake(
            "one by one",
            _of_the_logits(lambda logits, y: logits.argmax(dim=1) == y),
            "These are the answers one by one, right or wrong. Asked for is one number, the share.",
        ),
        Mistake(
            "the lowest logit",
            _of_the_logits(lambda logits, y: (logits.argmin(dim=1) == y).float().mean().item()),
            "Here the class with the lowest logit is taken. Which one does the model mean?",
        ),
        Mistake(
            "no axis for argmax",
            _of_the_logits(lambda logits, y: (logits.argmax() == y).float().mean().item()),
            "The largest logit of all examples together was taken. Along which axis do the classes "
            "of one example stand?",
        ),
        Mistake(
            "divided by 40",
            _of_the_logits(lambda logits, y: (logits.argmax(dim=1) == y).sum().item() / 40),
            "The right ones are divided by 40, however many examples there are.",
        ),
        Mistake(
            "the loss",
            _of_the_logits(lambda logits, y: nn.functional.cross_entropy(logits, y).item()),
            "This is the cross-entropy. Asked for is the share of right answers.",
        ),
        Mistake(
            "by the number of classes",
            _of_the_logits(
                lambda logits, y: (logits.argmax(dim=1) == y).sum().item() / logits.numel()
            ),
            "The right ones are divided by too many. How many examples are there?",
        ),
    ),
)
