"""Exercise 9.6 of notebook 09: predicting by the mean over many masks."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from course_utils.exercises import Case, Exercise
from course_utils.exercises.dropout import committees_mistakes, solutions
from course_utils.exercises.dropout.committees_slips import dropping
from course_utils.exercises.dropout.models import in_modes, small_model

Predict = Callable[[nn.Module, Tensor, int], Tensor]
X = torch.randn(5, 4, generator=torch.Generator().manual_seed(22))


def _running_sum(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    total = torch.zeros(())
    with dropping(model):
        for _ in range(num_masks):
            total = total + nn.functional.softmax(model(X), dim=1)
    return total / num_masks


def _running_mean(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    mean = torch.zeros(())
    for count in range(1, num_masks + 1):
        with dropping(model):
            mean = mean + (torch.softmax(model(X), dim=-1).detach() - mean) / count
    return mean


def _ask_masks(answer: Predict, num_masks: int) -> str:
    """Say whether each pass of a model with real dropout has a mask of its own."""
    model, seen = nn.Sequential(nn.Dropout(0.5), *small_model().children()), []
    model[0].register_forward_hook(lambda _layer, _given, hidden: seen.append(hidden == 0))
    answer(model, X, num_masks)
    distinct = {tuple(zero.flatten().tolist()) for zero in seen}
    if len(seen) != num_masks:
        return f"the model is called {len(seen)} times"
    return f"{len(seen)} passes with {len(distinct)} different masks"


def _sums(answer: Predict, num_masks: int) -> str:
    """Say what the rows sum to."""
    sums = torch.as_tensor(answer(_model(True), X[:3], num_masks)).sum(dim=-1)
    if (sums - 1).abs().max() < 1e-3:
        return "each row sums to 1"
    return f"a row sums to {'less' if sums.min() < 1 - 1e-3 else 'more'} than 1"


def _model(training: bool, num_classes: int = 3) -> nn.Module:
    return small_model(num_classes).train(training)


def _norm(training: bool) -> nn.Module:
    return in_modes(training, training)


PREDICT_BY_MASKS = Exercise(
    number="9.6",
    name="predict_by_masks",
    title="A prediction by many masks",
    level="build",
    hints=(
        "Each call with a mask of its own is a member of the vote, and the members' probabilities "
        "are averaged. `nn.Dropout` draws a new mask in each call, but in only one of the two "
        "modes of section 9.3.",
        "Note the modes of all parts, as in exercise 9.1. Set evaluation mode for the model, and "
        "then training mode for each part that is an `nn.Dropout`. Call `model(X)` once for each "
        "mask, take the softmax over the classes each time, and collect the results in a list.",
        "The passes: `votes = [model(X).softmax(dim=-1) for _ in range(num_masks)]`, under "
        "`with torch.no_grad():`. Then `torch.stack(votes)` has the shape "
        "`(num_masks, N, classes)`. Over which of the three axes does the mean run?",
    ),
    learned="the mean over masks is a vote; in section 9.5's networks evaluation mode was as good",
    cases=(
        Case("5 examples, 1 mask, a model in evaluation mode", (_model(False), X, 1)),
        Case("5 examples, 2 masks, a model in evaluation mode", (_model(False), X, 2)),
        Case("1 example, 7 masks, a model in training mode", (_model(True), X[:1], 7)),
        Case("5 examples, 3 masks, 2 classes, in training mode", (_model(True, 2), X, 3)),
        Case(
            "5 examples, 2 masks, a part that normalizes, in evaluation mode", (_norm(False), X, 2)
        ),
        Case("5 examples, 3 masks, a part that normalizes, in training mode", (_norm(True), X, 3)),
        Case("5 examples, 2 masks, only that part in training mode", (in_modes(False, True), X, 2)),
        Case("3 examples, 2 masks: the sums of the rows", (2,), _sums),
        Case("3 examples, 5 masks: the sums of the rows", (5,), _sums),
        Case("6 masks of a model with nn.Dropout", (6,), _ask_masks),
    ),
    reference=solutions.predict_by_masks,
    correct=(_running_sum, _running_mean),
    mistakes=committees_mistakes.MISTAKES,
)
