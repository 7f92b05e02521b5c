"""The network that more than one notebook uses."""

from collections import OrderedDict
from collections.abc import Callable
from itertools import pairwise
from numbers import Integral
from typing import Any

import torch
from torch import nn
from torch.nn.utils import skip_init


def mlp(
    *sizes: int,
    activation: Callable[[], nn.Module] = nn.Tanh,
    generator: torch.Generator,
    device: torch.device | str = "cpu",
) -> nn.Sequential:
    """Return linear layers of these sizes with an activation between each two.

    `sizes` runs from the number of features to the number of outputs: `mlp(2, 30, 30, 2)` takes
    (batch, 2), has two hidden layers of 30 units and returns (batch, 2). Weights and biases start
    as in `nn.Linear`, uniform in ±1/√(inputs of the layer), but drawn from the CPU `generator`.
    The layers are named linear1, activation1, linear2 and so on.

    Raises ValueError for fewer than two sizes, or for one that is no integer from 1 up, and
    TypeError for an activation that makes no layer and for what is no generator.
    """
    if len(sizes) < 2 or not all(_is_size(size) for size in sizes):
        raise ValueError(
            f"sizes must be two or more numbers from 1 up, got {sizes}: the first is the number "
            "of features, the last that of outputs."
        )
    if not isinstance(generator, torch.Generator):
        raise TypeError(
            f"generator must be a torch.Generator, got {type(generator).__name__}: "
            "pass torch.Generator().manual_seed(0), say."
        )
    activations = [_made(activation) for _ in sizes[2:]]
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    for place, (num_in, num_out) in enumerate(pairwise(sizes), start=1):
        if place > 1:
            layers[f"activation{place - 1}"] = activations[place - 2]
        layers[f"linear{place}"] = linear = skip_init(nn.Linear, num_in, num_out)
        bound = num_in**-0.5
        for param in linear.parameters():
            nn.init.uniform_(param, -bound, bound, generator=generator)
    return nn.Sequential(layers).to(device)


def _is_size(size: Any) -> bool:
    return isinstance(size, Integral) and not isinstance(size, bool) and int(size) > 0


def _made(activation: Any) -> nn.Module:
    """Return a new layer. Raises TypeError for what makes none, such as a layer itself."""
    is_maker = callable(activation) and not isinstance(activation, nn.Module)
    layer = activation() if is_maker else None
    if not isinstance(layer, nn.Module):
        got = type(layer if is_maker else activation).__name__
        raise TypeError(
            f"activation must make a new layer when it is called, as nn.Tanh does, got {got}: "
            "pass the class, without brackets."
        )
    return layer
