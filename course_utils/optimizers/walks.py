"""Walks downhill by a rule: the gradients of many runs at once, a path, and when it arrives."""

import math
from collections.abc import Callable
from numbers import Integral, Real
from typing import Any

import torch
from torch import Tensor

from course_utils.optimizers.rules import Rate, Rule, check_floats


def loss_and_grad(loss_fn: Callable[[Tensor], Tensor], params: Tensor) -> tuple[Tensor, Tensor]:
    """Return the losses and their gradients at `params`, (..., parameters), one loss for each run.

    `loss_fn` maps (..., parameters) to (...). The runs know nothing of each other, so that the
    gradient of the sum of their losses holds the gradient of each. Raises TypeError for params
    that are no tensor, ValueError for losses of another shape than the runs, and RuntimeError,
    PyTorch's own, for whole numbers and losses without a gradient, or what `loss_fn` raises.
    """
    if not isinstance(params, Tensor):
        raise TypeError(f"params must be a tensor, got {type(params).__name__}: make it one.")
    with torch.enable_grad():
        params = params.detach().requires_grad_()
        losses = loss_fn(params)
        check_floats("losses and runs", losses, params.new_empty(params.shape[:-1]))
        (grad,) = torch.autograd.grad(losses.sum(), params)
    return losses.detach(), grad


def descend(
    rule: Rule,
    loss_fn: Callable[[Tensor], Tensor],
    start: Tensor,
    lr: Rate,
    num_steps: int,
    **settings: Any,
) -> Tensor:
    """Return the path from `start`, (..., parameters), as (num_steps + 1, ..., parameters).

    `loss_fn` maps (..., parameters) to (...); `settings` go to the rule. Raises ValueError unless
    `num_steps` is an integer from 0 up and `start` of floats, and what the rule and `loss_and_grad`
    raise.

    >>> from course_utils.optimizers import sgd
    >>> path = descend(sgd, lambda params: (params**2).sum(dim=-1), torch.tensor([4.0]), 0.25, 2)
    >>> path.squeeze().tolist()
    [4.0, 2.0, 1.0]
    """
    if isinstance(num_steps, bool) or not isinstance(num_steps, Integral) or num_steps < 0:
        raise ValueError(f"num_steps must be an integer from 0 up, got {num_steps!r}: 0 stays.")
    check_floats("start", start)
    params, state, path = start.detach(), None, [start.detach()]
    for _ in range(num_steps):
        _, grad = loss_and_grad(loss_fn, params)
        params, state = rule(params, grad, state, lr, **settings)
        path.append(params)
    return torch.stack(path)


def steps_to_finish(
    rule: Rule,
    loss_fn: Callable[[Tensor], Tensor],
    starts: Tensor,
    lrs: Tensor,
    finish: float,
    budget: int,
) -> Tensor:
    """Return from which step on each loss stays at most `finish`, as floats (rates, starts).

    Every one of `starts`, (starts, parameters), is run at every one of `lrs`, (rates,), for
    `budget` steps. A run whose last loss is higher, or no number, counts as the whole budget.
    Raises ValueError for other shapes, for a finish that is no finite number and what `descend`
    raises.

    >>> from course_utils.optimizers import sgd
    >>> starts, lrs = torch.tensor([[4.0], [0.5]]), torch.tensor([0.25, 1.5])  # × 0.5, × −2
    >>> steps_to_finish(sgd, lambda params: (params**2).sum(dim=-1), starts, lrs, 1.0, 9).tolist()
    [[2.0, 0.0], [9.0, 9.0]]
    """
    check_floats("starts", starts)
    check_floats("lrs", lrs)
    if starts.dim() != 2 or lrs.dim() != 1:
        shapes = f"{tuple(starts.shape)} and {tuple(lrs.shape)}"
        raise ValueError(f"starts and lrs must be (starts, parameters) and (rates,), got {shapes}.")
    if isinstance(finish, bool) or not isinstance(finish, Real) or not math.isfinite(finish):
        raise ValueError(f"finish must be a finite number, got {finish!r}: a loss to come down to.")
    every = starts.expand(len(lrs), -1, -1)
    path = descend(rule, loss_fn, every, lrs.reshape(-1, 1, 1), budget)
    step_after = torch.arange(1, budget + 2, device=starts.device).reshape(-1, 1, 1)
    waiting = torch.where(loss_fn(path) <= finish, 0, step_after)
    return waiting.amax(dim=0).clamp(max=budget).to(starts.dtype)
