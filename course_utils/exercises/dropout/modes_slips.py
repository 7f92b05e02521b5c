"""Wrong answers to exercise 9.1: other modes, while measuring or after it, or another number."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

Accuracy = Callable[[nn.Module, Tensor, Tensor], float]


def fraction(model: nn.Module, X: Tensor, y: Tensor) -> float:
    """Measure in whatever mode."""
    with torch.no_grad():
        return (model(X).argmax(dim=1) == y).float().mean().item()


def in_mode(mode: bool | None, after: bool | None = None) -> Accuracy:
    """Return an accuracy that sets these modes, whatever the model's was; None leaves it alone."""

    def measure(model: nn.Module, X: Tensor, y: Tensor) -> float:
        for_measuring = model if mode is None else model.train(mode)
        share = fraction(for_measuring, X, y)
        if after is not None:
            model.train(after)
        return share

    return measure


def turned_round(model: nn.Module, X: Tensor, y: Tensor) -> float:
    """Leave the model in the other mode than that in which it came."""
    was_training = model.training
    share = fraction(model.eval(), X, y)
    model.train(not was_training)
    return share


def one_mode(model: nn.Module, X: Tensor, y: Tensor) -> float:
    """Put all parts into the mode in which the model itself came."""
    was_training = model.training
    share = fraction(model.eval(), X, y)
    model.train(was_training)
    return share


def in_training(model: nn.Module, X: Tensor, y: Tensor) -> float:
    """Measure in training mode, and leave no trace."""
    return fraction(copy.deepcopy(model).train(), X, y)


def of_the_logits(take: Callable[[Tensor, Tensor], Any]) -> Accuracy:
    """Measure something else, in evaluation mode."""
    return lambda model, X, y: take(copy.deepcopy(model).eval()(X).detach(), y)
