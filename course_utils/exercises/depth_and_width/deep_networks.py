"""The network of exercise 18.4 with one thing done otherwise."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

Network = Callable[[int, int, torch.Generator], nn.Module]


def _network(
    depth: int,
    width: int,
    generator: torch.Generator | None,
    *,
    sizes: Callable[[int, int], list[int]] = lambda depth, width: [2, *[width] * depth, 2],
    start: Callable[..., Any] = nn.init.xavier_uniform_,
    bias: float | None = 0.0,
    bend: Callable[[], nn.Module] = nn.Tanh,
    end: Callable[[list[nn.Module]], nn.Module] = lambda layers: nn.Sequential(*layers[:-1]),
) -> nn.Module:
    layers: list[nn.Module] = []
    for num_in, num_out in itertools.pairwise(sizes(depth, width)):
        linear = nn.Linear(num_in, num_out)
        start(linear.weight, generator=generator)
        if bias is not None:
            nn.init.constant_(linear.bias, bias)
        layers += [linear, bend()]
    return end(layers)


def altered(**changes: Any) -> Network:
    """Return the answer with other sizes, another start, bias, bend or end."""
    return lambda depth, width, generator: _network(depth, width, generator, **changes)


def evenly(bound: Callable[[int, int], float], low: float = -1.0) -> Network:
    """Return the answer with weights evenly from `low` to 1, times bound(inputs, outputs)."""

    def start(weight: Tensor, generator: torch.Generator) -> None:
        top = bound(weight.shape[1], weight.shape[0])
        nn.init.uniform_(weight, low * top, top, generator=generator)

    return altered(start=start)


def left_alone(weight: Tensor, generator: Any = None) -> None:
    """Leave PyTorch's start as it is."""


def one_layer_again_and_again(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network whose hidden layers are one and the same object."""
    layers = list(_network(depth, width, generator).children())
    return nn.Sequential(*layers[:2], *layers[2:4] * max(depth - 1, 0), layers[-1])


def by_hand(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network whose bound is worked out by hand."""
    return evenly(lambda num_in, num_out: math.sqrt(6 / (num_in + num_out)))(
        depth, width, generator
    )


def without_the_generator(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network drawn from the global random state."""
    return _network(depth, width, None)


def with_a_seed_of_its_own(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network drawn from one seed, whatever the generator is."""
    return _network(depth, width, torch.Generator().manual_seed(0))


def with_the_seed_again(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network drawn from the seed of the generator, which does not move on."""
    return _network(depth, width, torch.Generator().manual_seed(generator.initial_seed()))


def with_the_seed_in_each_layer(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network for each layer of which the generator begins anew."""

    def start(weight: Tensor, generator: torch.Generator) -> None:
        nn.init.xavier_uniform_(weight, generator=generator.manual_seed(1))

    return altered(start=start)(depth, width, generator)


def with_its_seed_in_each_layer(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network for each layer of which the seed of the generator is set anew."""

    def start(weight: Tensor, generator: torch.Generator) -> None:
        again = torch.Generator().manual_seed(generator.initial_seed())
        nn.init.xavier_uniform_(weight, generator=again)

    return altered(start=start)(depth, width, generator)


def transposed(layers: list[nn.Module]) -> nn.Module:
    """Join layers whose weights have been turned round."""
    for layer in layers:
        if isinstance(layer, nn.Linear):
            layer.weight.data = layer.weight.data.T
    return nn.Sequential(*layers[:-1])


def without_biases(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network whose layers have weights alone."""
    model = _network(depth, width, generator)
    for layer in model.children():
        if isinstance(layer, nn.Linear):
            layer.register_parameter("bias", None)
    return model


def given_out(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return the network of the stub: one layer repeated, PyTorch's start, tanh at the end."""
    hidden = [nn.Linear(width, width), nn.Tanh()] * (depth - 1)
    return nn.Sequential(nn.Linear(2, width), nn.Tanh(), *hidden, nn.Linear(width, 2), nn.Tanh())
