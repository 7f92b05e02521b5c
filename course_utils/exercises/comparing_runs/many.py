"""Exercise 17.5 of notebook 17: the gradients of many models at once."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.func import grad

from course_utils.exercises import Case, Exercise
from course_utils.exercises.comparing_runs import solutions
from course_utils.exercises.comparing_runs.many_mistakes import MISTAKES, LossOf


def line_loss(params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error of X @ w + b, with params (features + 1,) = (*w, b)."""
    return ((X @ params[:-1] + params[-1] - y) ** 2).mean()


def bent_loss(params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error of tanh(X @ w) + b."""
    return ((torch.tanh(X @ params[:-1]) + params[-1] - y) ** 2).mean()


def _through_the_sum(loss_of: LossOf, params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    params = params.detach().clone().requires_grad_()
    torch.stack([loss_of(one, X, y) for one in params]).sum().backward()
    assert params.grad is not None
    return params.grad


def _one_by_one(loss_of: LossOf, params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    return torch.stack([grad(loss_of)(one, X, y) for one in params])


def _given(
    loss_of: LossOf, num_models: int, num_examples: int, seed: int
) -> tuple[LossOf, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(seed)
    params = torch.randn(num_models, 3, generator=generator)
    X = torch.randn(num_examples, 2, generator=generator)
    return loss_of, params, X, torch.randn(num_examples, generator=generator)


ALL_GRADIENTS = Exercise(
    number="17.5",
    name="all_gradients",
    title="The gradients of many models at once",
    level="build",
    hints=(
        "Section 12.11 does this for fifteen networks, with `grad` and `vmap`. Read again what "
        "each of the two makes of a function. Which one turns a loss into a gradient, and which "
        "one a function of one model into a function of all?",
        "Work from the inside to the outside. `grad(loss_of)` takes what `loss_of` takes, and "
        "gives the gradient for one model. `vmap` around it takes all models at once; it has to "
        "be told which argument has a row for each model.",
        "`in_dims=(…)` has an entry for each argument, so three here: 0 for one that is taken "
        "apart along its first axis, `None` for one that all models share. The function that it "
        "makes is then called with all three.",
    ),
    learned="in_dims says which argument each model has for itself, and which all share",
    cases=(
        Case("4 lines, 6 examples", _given(line_loss, 4, 6, 12)),
        Case("5 lines, 5 examples", _given(line_loss, 5, 5, 13)),
        Case("3 bent models, 8 examples", _given(bent_loss, 3, 8, 14)),
        Case("a single bent model, 4 examples", _given(bent_loss, 1, 4, 15)),
    ),
    reference=solutions.all_gradients,
    correct=(_through_the_sum, _one_by_one),
    mistakes=MISTAKES,
)
