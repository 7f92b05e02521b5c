"""Exercise 12.7 of notebook 12: the gradients of many models at once."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.func import grad, vmap

from course_utils.exercises import Case, Exercise, Mistake

LossOf = Callable[[Tensor, Tensor, Tensor], Tensor]
Answer = Callable[[LossOf, Tensor, Tensor, Tensor], Tensor]


def line_loss(params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error of X @ w + b, with params (features + 1,) = (*w, b)."""
    return ((X @ params[:-1] + params[-1] - y) ** 2).mean()


def bent_loss(params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error of tanh(X @ w) + b."""
    return ((torch.tanh(X @ params[:-1]) + params[-1] - y) ** 2).mean()


def all_gradients(loss_of: LossOf, params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    """Return the gradients (models, params) of all models' losses on the same X and y."""
    return vmap(grad(loss_of), in_dims=(0, None, None))(params, X, y)


def _through_the_sum(loss_of: LossOf, params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    params = params.detach().clone().requires_grad_()
    torch.stack([loss_of(one, X, y) for one in params]).sum().backward()
    assert params.grad is not None
    return params.grad


def _one_by_one(loss_of: LossOf, params: Tensor, X: Tensor, y: Tensor) -> Tensor:
    return torch.stack([grad(loss_of)(one, X, y) for one in params])


def _ask(answer: Answer, loss_of: LossOf, num_models: int, num_examples: int) -> Tensor:
    generator = torch.Generator().manual_seed(12)
    params = torch.randn(num_models, 3, generator=generator)
    X = torch.randn(num_examples, 2, generator=generator)
    return answer(loss_of, params, X, torch.randn(num_examples, generator=generator))


ALL_GRADIENTS = Exercise(
    number="12.7",
    title="The gradients of many models at once",
    level="build",
    learned="in_dims says which argument each model has for itself, and which all share",
    cases=(
        Case("4 lines, 6 examples", (line_loss, 4, 6), _ask),
        Case("5 lines, 5 examples", (line_loss, 5, 5), _ask),
        Case("3 bent models, 8 examples", (bent_loss, 3, 8), _ask),
    ),
    reference=all_gradients,
    correct=(_through_the_sum, _one_by_one),
    mistakes=(
        Mistake(
            "maps over the examples too",
            lambda loss_of, params, X, y: vmap(grad(loss_of))(params, X, y),
            "By default vmap takes every argument apart along its first axis, X and y as well. "
            "Which arguments do all models share, and how is vmap told?",
        ),
        Mistake(
            "losses",
            lambda loss_of, params, X, y: vmap(loss_of, in_dims=(0, None, None))(params, X, y),
            "These are the losses of all models. What turns a function into that of its gradient?",
        ),
        Mistake(
            "grad outside of vmap",
            lambda loss_of, params, X, y: grad(vmap(loss_of, in_dims=(0, None, None)))(
                params, X, y
            ),
            "grad wants a function with a single number as its result, and here it gets the "
            "losses of all models. Which of the two has to come first?",
        ),
        Mistake(
            "a mean over the models",
            lambda loss_of, params, X, y: all_gradients(loss_of, params, X, y) / len(params),
            "Too small by the number of models. Is there a mean over the models where a sum "
            "should be?",
        ),
        Mistake(
            "one gradient for all",
            lambda loss_of, params, X, y: all_gradients(loss_of, params, X, y).sum(dim=0),
            "The gradients of all models are added up. Each model should keep its own row.",
        ),
        Mistake(
            "the first model only",
            lambda loss_of, params, X, y: grad(loss_of)(params[0], X, y),
            "This is the gradient of the first model. The others want one too.",
        ),
        Mistake(
            "the parameters unmapped",
            lambda loss_of, params, X, y: grad(loss_of)(params, X, y),
            "The loss takes the parameters of one model, (params,), and here it gets all of them "
            "at once. What has to stand around it?",
        ),
    ),
    seconds=20.0,  # the first use of torch.func loads a good part of torch
)
