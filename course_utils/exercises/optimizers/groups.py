"""Exercise 4.5 of notebook 04: two groups of parameters, two rates."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.optim import SGD, Optimizer

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import AS_IT_SHOULD_BE, place_of, saying
from course_utils.exercises.optimizers import solutions
from course_utils.exercises.optimizers.group_mistakes import MISTAKES

Pair = tuple[float, float]


def _made_later(w: Tensor, b: Tensor, lr: float) -> Optimizer:
    optimizer = SGD([w], lr=lr)
    optimizer.add_param_group({"params": b, "lr": 10 * lr})
    return optimizer


def _edited(w: Tensor, b: Tensor, lr: float) -> Optimizer:
    optimizer = SGD([{"params": w}, {"params": b}], lr=lr)
    optimizer.param_groups[1]["lr"] *= 10
    return optimizer


def _two_steps(
    make: Callable[..., Optimizer], lr: float, slope_w: float, slope_b: float
) -> Pair | str | None:
    """Return where two steps along constant slopes lead from w = 1, b = 0.5."""
    w, b = torch.tensor(1.0, requires_grad=True), torch.tensor(0.5, requires_grad=True)
    optimizer = make(w, b, lr)
    if optimizer is None:
        return None
    if not isinstance(optimizer, Optimizer):
        return f"no optimizer: {type(optimizer).__name__}"
    for _ in range(2):
        w.grad, b.grad = torch.tensor(slope_w), torch.tensor(slope_b)
        optimizer.step()
    return w.item(), b.item()


def _which(make: Callable[..., Optimizer]) -> tuple[str, str]:
    """Say which of the two first moves in another way than it should."""

    def find() -> str:
        mine, right = (_two_steps(each, 0.02, 1.0, 1.0) for each in (make, solutions.make_sgd))
        if not isinstance(mine, tuple) or not isinstance(right, tuple):
            return AS_IT_SHOULD_BE  # another matter, of which others speak
        off = [abs(one - other) > 1e-5 for one, other in zip(mine, right, strict=True)]
        return "both" if all(off) else "w" if off[0] else "b" if off[1] else AS_IT_SHOULD_BE

    return place_of(make, find)


_FAMILIES = {
    "w": "b moves as it should and w does not: its rate should stay lr.",
    "b": "w moves as it should and b does not: what is its rate, compared with lr?",
    "both": "Both move in another way than they should: which rate has each, and are the steps "
    "those of plain SGD?",
}

GROUPS = Exercise(
    number="4.5",
    name="make_sgd",
    title="Ten times the rate for the bias",
    level="change",
    hints=(
        "Section 4.15 gives w and b a rate each. There the optimizer gets a list of groups in "
        "place of a list of tensors. How is the list `groups` written?",
        'A group is a dictionary with two entries: a list of tensors under `"params"`, and their '
        'rate under `"lr"`. You need two groups, one for each tensor. Their rates follow from the '
        "argument `lr`.",
        'The group of w is `{"params": [w], "lr": lr}`. Write a second one for b, with its own '
        "rate, and hand the list of both to `torch.optim.SGD`.",
    ),
    learned="param_groups is a list, and each group may have a rate of its own",
    cases=(
        Case(
            "w = 1 and b = 0.5 after two steps with lr = 0.1 along the slopes (1, 1)",
            (0.1, 1.0, 1.0),
            _two_steps,
        ),
        Case(
            "w = 1 and b = 0.5 after two steps with lr = 0.03 along the slopes (3, −2)",
            (0.03, 3.0, -2.0),
            _two_steps,
        ),
        Case("which of the two moves as it should, lr = 0.02, slopes (1, 1)", (), _which),
    ),
    reference=solutions.make_sgd,
    correct=(_made_later, _edited),
    mistakes=(
        *MISTAKES,
        *(saying(solutions.make_sgd, place, hint) for place, hint in _FAMILIES.items()),
    ),
)
