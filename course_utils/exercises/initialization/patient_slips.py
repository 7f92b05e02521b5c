"""Starts and ends of runs that go wrong, for exercise 7.7 of notebook 07, without the training.

A check tries every known mistake, so these put down in an instant what a hundred epochs lead to.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Generator, Tensor, nn

Answer = Callable[[nn.Sequential, Tensor, Tensor, Generator], Any]
RELU = math.sqrt(2)  # the gain that ReLU needs
TOO_SMALL = math.sqrt(1 / 3)  # that of PyTorch's start


def linears(model: nn.Module) -> list[nn.Linear]:
    """Return the linear layers of a model, in order."""
    return [layer for layer in model.modules() if isinstance(layer, nn.Linear)]


def drawn(gain: float) -> Callable[[Tensor, Generator], Any]:
    """Return what fills weights with uniform numbers of this gain."""

    def fill(weight: Tensor, generator: Generator) -> None:
        bound = gain * math.sqrt(3 / weight.shape[1])
        nn.init.uniform_(weight, -bound, bound, generator=generator)

    return fill


def alike(weight: Tensor, _: Generator) -> None:
    """Fill weights with one number."""
    nn.init.constant_(weight, 0.1)


def in_nan(model: nn.Module) -> None:
    """Leave a network as one that has exploded."""
    for param in model.parameters():
        param.data.fill_(math.nan)


def at_constant(model: nn.Module) -> None:
    """Leave a network with 0 for every example, which is the mean of standardised targets."""
    for param in model.parameters():
        param.data.zero_()


def on_line(model: nn.Module) -> None:
    """Leave a network that computes 0.94 X, close to the best straight line."""
    at_constant(model)
    first, *middle, last = linears(model)
    first.weight.data[0], first.bias.data[0] = 1.0, 10.0  # X + 10 is positive, so ReLU passes it
    for layer in middle:
        layer.weight.data[0, 0] = 1.0
    last.weight.data[0, 0], last.bias.data[0] = 0.94, -9.4


def far_off(model: nn.Module) -> None:
    """Leave a network that has hardly learned."""
    on_line(model)
    linears(model)[-1].weight.data *= -1.0
    linears(model)[-1].bias.data *= -1.0


def run(
    fill: Callable[[Tensor, Generator], Any],
    end: Callable[[nn.Module], None],
    result: Callable[[nn.Sequential, Tensor, Tensor], Any] = lambda model, X, y: model,
) -> Answer:
    """Return a run that starts with such weights, ends in such a place and returns such a thing."""

    def train(model: nn.Sequential, X: Tensor, y: Tensor, generator: Generator) -> Any:
        for layer in linears(model):
            fill(layer.weight, generator)
        model(X)
        end(model)
        return result(model, X, y)

    return train


def loss_of(model: nn.Module, X: Tensor, y: Tensor) -> Tensor:
    """Return the mean squared error of a model."""
    with torch.no_grad():
        return ((model(X) - y) ** 2).mean()
