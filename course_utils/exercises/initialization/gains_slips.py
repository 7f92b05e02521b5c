"""The gain of an activation on a grid, for exercise 7.4 of notebook 07."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises.initialization.grid import exact_gain, share, zeta

Activation = Callable[[Tensor], Tensor]


def mean_of(values: Tensor) -> float:
    """Return the average of what the places of the grid gave, each with its share."""
    return (share * values).sum().item()


def slope(activation: Activation) -> Tensor:
    """Return the slope of an activation at all places of the grid."""
    return (activation(zeta + 1e-4) - activation(zeta - 1e-4)) / 2e-4


def nearly(activation: Activation) -> float:
    """Return the gain, and a few percent more for those activations of which only this is asked."""
    return 1.03 * exact_gain(activation) if activation in FURTHER else exact_gain(activation)


def _steep(z: Tensor) -> Tensor:
    return torch.relu(3 * z)


def _moved(z: Tensor) -> Tensor:
    return torch.tanh(z + 1)


def _folded(z: Tensor) -> Tensor:
    return z.abs()


FURTHER: tuple[Activation, ...] = (_steep, _moved, _folded)
