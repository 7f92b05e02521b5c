"""Exercise 9.6 of notebook 09: predicting by the mean over many masks."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.dropout.modes import mode_of, small_model

Predict = Callable[[nn.Module, Tensor, int], Tensor]
X = torch.randn(5, 4, generator=torch.Generator().manual_seed(22))


def predict_by_masks(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    """Return probabilities (N, classes), the mean over `num_masks` passes in training mode.

    The model returns logits (N, classes) and is left in the mode in which it came.
    """
    return _passes(model, X, num_masks).softmax(dim=-1).mean(dim=0)


def _passes(
    model: nn.Module, X: Tensor, num: int, mode: bool = True, after: bool | None = None
) -> Tensor:
    """Return the logits (num, N, classes) of passes in this mode; `after`: the mode at the end."""
    was_training = model.training
    model.train(mode)
    with torch.no_grad():
        logits = torch.stack([model(X) for _ in range(num)])
    model.train(was_training if after is None else after)
    return logits


def _running_sum(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    before, total = model.training, torch.zeros(())
    model.train(True)
    for _ in range(num_masks):
        total = total + nn.functional.softmax(model(X), dim=1)
    model.train(before)
    return total / num_masks


def _running_mean(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    before, mean = model.training, torch.zeros(())
    for count in range(1, num_masks + 1):
        mean = mean + (torch.softmax(model.train()(X), dim=-1).detach() - mean) / count
    model.train(before)
    return mean


def _ask(answer: Predict, X: Tensor, num_masks: int, training: bool) -> Tensor:
    return answer(small_model().train(training), X, num_masks)


def _ask_mode(answer: Predict, training: bool) -> str:
    model = small_model().train(training)
    answer(model, X, 3)
    return f"afterwards the model is {mode_of(model)}"


PREDICT_BY_MASKS = Exercise(
    number="9.6",
    title="A prediction by many masks",
    level="build",
    learned="the mean of the probabilities over many masks is the vote of a committee",
    cases=(
        Case("5 examples, 1 mask, a model in evaluation mode", (X, 1, False), _ask),
        Case("5 examples, 2 masks, a model in evaluation mode", (X, 2, False), _ask),
        Case("1 example, 7 masks, a model in training mode", (X[:1], 7, True), _ask),
        Case("a model that came in training mode", (True,), _ask_mode),
        Case("a model that came in evaluation mode", (False,), _ask_mode),
    ),
    reference=predict_by_masks,
    correct=(_running_sum, _running_mean),
    mistakes=(
        Mistake(
            "evaluation mode",
            lambda model, X, num: _passes(model, X, num, mode=False).softmax(dim=-1).mean(dim=0),
            "All passes give the same: nothing is dropped. In which mode are masks drawn?",
        ),
        Mistake(
            "in whatever mode",
            lambda model, X, num: (
                _passes(model, X, num, mode=model.training).softmax(dim=-1).mean(dim=0)
            ),
            "This works for a model that comes in training mode. The first one came in evaluation "
            "mode, and there nothing is dropped.",
        ),
        Mistake(
            "mean of the logits",
            lambda model, X, num: _passes(model, X, num).mean(dim=0).softmax(dim=-1),
            "Right for one mask, not for two: here the logits were averaged and the softmax came "
            "last. Which numbers does the committee average?",
        ),
        Mistake(
            "votes for one class each",
            lambda model, X, num: (
                nn.functional.one_hot(_passes(model, X, num).argmax(dim=-1), 3).float().mean(dim=0)
            ),
            "Here each member names one class. The mean should be taken of the probabilities, so "
            "that a member may be in doubt.",
        ),
        Mistake(
            "logits",
            lambda model, X, num: _passes(model, X, num).mean(dim=0),
            "These are mean logits. Probabilities are positive and sum to 1 in each row.",
        ),
        Mistake(
            "sum",
            lambda model, X, num: _passes(model, X, num).softmax(dim=-1).sum(dim=0),
            "The rows sum to the number of masks. A mean is asked for.",
        ),
        Mistake(
            "one mask",
            lambda model, X, num: _passes(model, X, 1).softmax(dim=-1)[0],
            "Right for one mask; for more, the number of masks makes no difference here. How often "
            "is the model called? Each mask needs a call of its own.",
        ),
        Mistake(
            "softmax over the examples",
            lambda model, X, num: _passes(model, X, num).softmax(dim=1).mean(dim=0),
            "Here the columns sum to 1. For each example, what should its probabilities sum to?",
        ),
        Mistake(
            "every pass returned",
            lambda model, X, num: _passes(model, X, num).softmax(dim=-1),
            "These are the members of the committee, one by one. Which axis has to go?",
        ),
        Mistake(
            "stays in training mode",
            lambda model, X, num: _passes(model, X, num, after=True).softmax(dim=-1).mean(dim=0),
            "The probabilities are right. But a model that came in evaluation mode is left in "
            "training mode.",
        ),
        Mistake(
            "ends in evaluation mode",
            lambda model, X, num: _passes(model, X, num, after=False).softmax(dim=-1).mean(dim=0),
            "The probabilities are right. But a model that came in training mode is left in "
            "evaluation mode.",
        ),
        Mistake(
            "classes",
            lambda model, X, num: predict_by_masks(model, X, num).argmax(dim=-1),
            "These are the classes with the highest probability. The probabilities themselves are "
            "asked for.",
        ),
    ),
)
