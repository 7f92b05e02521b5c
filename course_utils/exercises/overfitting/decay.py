"""Exercise 5.3 of notebook 05: gradient descent with weight decay, written by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import AS_IT_SHOULD_BE, near, place_of
from course_utils.exercises.overfitting import decay_loops, decay_mistakes, decay_slips, solutions

Fit = Callable[..., Any]
Inputs = tuple[Any, ...]  # X, y, w, b, lr, λ and the number of epochs


def _by_an_optimizer(
    X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
) -> tuple[Tensor, Tensor]:
    w, b = w.clone().requires_grad_(), b.clone().requires_grad_()
    groups: list[dict[str, Any]] = [{"params": [w], "weight_decay": lam}, {"params": [b]}]
    optimizer = torch.optim.SGD(groups, lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        ((X @ w + b - y) ** 2).mean().backward()
        optimizer.step()
    return w, b


def _by_a_penalty(
    X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
) -> list[Tensor]:
    for _ in range(num_epochs):
        w, b = w.detach().requires_grad_(), b.detach().requires_grad_()
        loss = ((X @ w + b - y) ** 2).mean() + lam / 2 * (w**2).sum()
        slope_w, slope_b = torch.autograd.grad(loss, [w, b])
        w, b = w - lr * slope_w, b - lr * slope_b
    return [w.detach(), b.detach()]


def _by_numpy(
    X: Tensor, y: Tensor, w: Tensor, b: Tensor, lr: float, lam: float, num_epochs: int
) -> tuple[np.ndarray, float]:
    features, targets, weights, bias = X.numpy(), y.numpy(), w.numpy(), float(b)
    for _ in range(num_epochs):
        miss = features @ weights + bias - targets
        weights = (1 - lr * lam) * weights - lr * 2 * features.T @ miss / len(targets)
        bias -= lr * 2 * float(miss.mean())
    return weights, bias


def _numbers(answer: Fit, *inputs: Any) -> Tensor:
    """Return weights and bias in one row."""
    w, b = answer(*inputs)
    w, b = (torch.as_tensor(each).detach().double().flatten() for each in (w, b))
    return torch.cat([w, b])


def _weights(answer: Fit, *inputs: Any) -> Tensor:
    return _numbers(answer, *inputs)[:-1]


def _bias(answer: Fit, *inputs: Any) -> float:
    return float(_numbers(answer, *inputs)[-1])


def _form(answer: Fit, *inputs: Any) -> str:
    """Say what comes back."""
    got = answer(*inputs)
    if not isinstance(got, tuple | list):
        return "one tensor" if np.ndim(torch.as_tensor(got).detach()) else "one number"
    sizes = [torch.as_tensor(each).numel() for each in got]
    return f"{len(got)} parts, of {' and '.join(map(str, sizes))} numbers"


def _where(answer: Fit, *examples: Tensor) -> tuple[str, str]:
    """Say where an answer first leads elsewhere."""

    def find() -> str:
        steps = (
            ("the data's part of", 0.0, 1),
            ("the penalty's part of", 0.9, 1),
            ("later epochs", 0.9, 4),
        )
        for place, lam, num in (*steps, ("no epoch", 0.9, 0)):
            mine, right = (
                # An answer may change what it is given: each call gets tensors of its own.
                _numbers(each, *(part.clone() for part in examples), 0.05, lam, num)
                for each in (answer, solutions.fit_with_decay)
            )
            if mine.shape != right.shape:
                return AS_IT_SHOULD_BE  # another matter, of which others speak
            if not near(mine, right):
                which = "w" if not near(mine[:-1], right[:-1]) else "b"
                return f"{place} {which}" if place.startswith("the ") else place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)


def _float64(*values: Any) -> tuple[Tensor, ...]:
    return tuple(torch.tensor(value, dtype=torch.float64) for value in values)


_DRAWN = torch.randn(7, 5, generator=torch.Generator().manual_seed(53), dtype=torch.float64)
_X, _Y, _W = _DRAWN[:, :3], _DRAWN[:, 3] + 2, _DRAWN[0, 2:] * 1.5
_B = torch.tensor(-0.7, dtype=torch.float64)
_TWO: Inputs = (
    *_float64([[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]], [1.0, -1.0, 4.0], [2.0, -1.0], 0.5),
    0.1,
    0.5,
    1,
)
_NOTHING: Inputs = (*_float64([[0.0, 0.0]] * 3, [3.0] * 3, [2.0, -1.0], 3.0), 0.1, 2.0, 3)
_HIGH: Inputs = (*_float64([[0.0, 0.0]] * 3, [3.0] * 3, [2.0, -1.0], 1.0), 0.1, 2.0, 2)

DECAY = Exercise(
    number="5.3",
    name="fit_with_decay",
    title="Weight decay by hand",
    level="build",
    hints=(
        "Section 5.7 has two ways to weight decay: a penalty in the loss, and `weight_decay`. This "
        "is a third one, without autograd. What does the formula there say that the gradient of w "
        "gains, and what does that of b gain?",
        "In each epoch compute `miss`, the predictions minus `y`, shape (N,). Without a penalty "
        "the slope of w is `2 / N` times `X.T @ miss`, and that of b twice the mean of `miss`. "
        "Then add what the penalty adds, to the right one of the two.",
        "The loop begins with `miss = X @ w + b - y`. Next come `slope_w` and `slope_b`, both from "
        "this `miss`. Only then `w = w - lr * slope_w`, and the same for b.",
    ),
    learned="the penalty adds λw to the gradient of the weights, and nothing to that of the bias",
    cases=(
        Case("3 examples, 2 weights, one epoch: what comes back", _TWO, _form),
        Case("features all 0: w = (2, −1) after three epochs, lr = 0.1, λ = 2", _NOTHING, _weights),
        Case("features all 0, y = 3: b = 1 after two epochs, lr = 0.1, λ = 2", _HIGH, _bias),
        Case("3 examples, lr = 0.1, λ = 0.5: w after one epoch", _TWO, _weights),
        Case("the same: b after one epoch", _TWO, _bias),
        Case("7 examples, 3 weights, λ = 0, five epochs", (_X, _Y, _W, _B, 0.1, 0.0, 5), _numbers),
        Case("the same with λ = 0.7", (_X, _Y, _W, _B, 0.1, 0.7, 5), _numbers),
        Case("no epoch at all: w and b come back", (_X, _Y, _W, _B, 0.1, 0.7, 0), _numbers),
        Case("where it first leads elsewhere", (_X, _Y, _W, _B), _where),
    ),
    reference=solutions.fit_with_decay,
    correct=(_by_an_optimizer, _by_a_penalty, _by_numpy, decay_slips.shrinking("beside")),
    mistakes=(*decay_mistakes.PULLS, *decay_loops.LOOPS, *decay_loops.PLACES),
)
