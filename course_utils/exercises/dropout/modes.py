"""Exercise 9.1 of notebook 09: an accuracy that minds the mode of the model and of its parts."""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.dropout import modes_slips as slips
from course_utils.exercises.dropout.models import in_modes, small_model
from course_utils.exercises.dropout.solutions import accuracy_to_mend as accuracy

X = torch.randn(40, 4, generator=torch.Generator().manual_seed(21))
y = small_model().eval()(X).argmax(dim=1).where(torch.arange(40) % 4 > 0, torch.tensor(1))


def _with_try(model: nn.Module, X: Tensor, y: Tensor) -> Tensor:
    training = {part for part in model.modules() if part.training}
    try:
        model.train(False)
        return (model(X).softmax(dim=-1).argmax(dim=-1) == y).double().mean()
    finally:
        for part in training:
            part.training = True


def _by_counting(model: nn.Module, X: Tensor, y: Tensor) -> float:
    before = {name: part.training for name, part in model.named_modules()}
    num_right = sum(model.eval()(X).argmax(dim=1) == y).item()
    for name, part in model.named_modules():  # the model first, then what is in it
        part.train(before[name])
    return num_right / len(y)


def _on_a_copy(model: nn.Module, X: Tensor, y: Tensor) -> float:
    return slips.fraction(copy.deepcopy(model).eval(), X, y)


def _model(training: bool) -> nn.Module:
    return small_model().train(training)


MEASURE_ACCURACY = Exercise(
    number="9.1",
    name="accuracy_to_mend",
    title="An accuracy that minds the mode",
    level="change",
    hints=(
        "Section 9.3 names the two modes, and how to set them. It also shows what happens if "
        "nobody switches back. The function needs both: one mode for measuring, and afterwards "
        "the modes that were there before.",
        "Three things are missing. Before measuring: note the flag `training` of every part in a "
        "list, and set evaluation mode. After measuring: go through the list and set each flag.",
        "The first line is `modes = [(part, part.training) for part in model.modules()]`. "
        "`part.training = mode` sets one flag and no other. Give the result a name: something has "
        "to happen between measuring and `return`.",
    ),
    learned="measure in evaluation mode, and leave each part in the mode in which it came",
    cases=(
        Case("40 examples, a model in training mode", (_model(True), X, y)),
        Case("40 examples, a model in evaluation mode", (_model(False), X, y)),
        Case("7 examples, a model in training mode", (_model(True), X[:7], y[:7])),
        Case("3 examples, a model in evaluation mode", (_model(False), X[1:4], y[1:4])),
        Case("9 examples, one part in evaluation mode", (in_modes(True, False), X[:9], y[:9])),
    ),
    reference=accuracy,
    correct=(_with_try, _by_counting, _on_a_copy),
    mistakes=(
        Mistake("in whatever mode", slips.in_mode(None), given=True),
        Mistake(
            "stays in evaluation mode",
            slips.in_mode(False),
            "The model came in training mode and is left, in whole or in part, in evaluation mode: "
            "from here on it would train without dropout. When should it go back?",
        ),
        Mistake(
            "one mode for all parts",
            slips.one_mode,
            "The model itself is back in its mode, but `model.train(…)` gives this mode to all "
            "parts, also to one that came in another. What would have to be noted beforehand?",
        ),
        Mistake(
            "always back to training",
            slips.in_mode(False, after=True),
            "A model that came in evaluation mode is now in training mode. Which of the two was it "
            "before?",
        ),
        Mistake(
            "the mode turned round",
            slips.turned_round,
            "The model is always left in the other mode than that in which it came. Does a `not` "
            "stand in the way?",
        ),
        Mistake(
            "training mode",
            slips.in_mode(True),
            "train() switches dropout on. Which mode switches it off?",
        ),
        Mistake(
            "in whatever mode, then training",
            slips.in_mode(None, after=True),
            "train() switches dropout on. Which mode switches it off, and when is it needed?",
        ),
        Mistake(
            "training mode, put back",
            slips.in_training,
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
            slips.of_the_logits(lambda logits, y: logits.argmax(dim=1) == y),
            "These are the answers one by one, right or wrong. Asked for is one number, the share.",
        ),
        Mistake(
            "the lowest logit",
            slips.of_the_logits(
                lambda logits, y: (logits.argmin(dim=1) == y).float().mean().item()
            ),
            "Here the class with the lowest logit is taken. Which one does the model mean?",
        ),
        Mistake(
            "no axis for argmax",
            slips.of_the_logits(lambda logits, y: (logits.argmax() == y).float().mean().item()),
            "The largest logit of all examples together was taken. Along which axis do the classes "
            "of one example stand?",
        ),
        Mistake(
            "divided by 40",
            slips.of_the_logits(lambda logits, y: (logits.argmax(dim=1) == y).sum().item() / 40),
            "The right ones are divided by 40, however many examples there are.",
        ),
        Mistake(
            "the loss",
            slips.of_the_logits(lambda logits, y: nn.functional.cross_entropy(logits, y).item()),
            "This is the cross-entropy. Asked for is the share of right answers.",
        ),
        Mistake(
            "by the number of classes",
            slips.of_the_logits(
                lambda logits, y: (logits.argmax(dim=1) == y).sum().item() / logits.numel()
            ),
            "The right ones are divided by too many. How many examples are there?",
        ),
    ),
)
