"""Exercise 11.6 of notebook 11: a deep network that trains."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.models import mlp

Start = Callable[..., Any]


def deep(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    """Return a network from 2 to 2 numbers with tanh layers, Xavier's start and biases of 0."""
    return _network(depth, width, generator)


def _network(
    depth: int,
    width: int,
    generator: torch.Generator | None,
    *,
    start: Start = nn.init.xavier_uniform_,
    bias: float | None = 0.0,
    activation: Callable[[], nn.Module] = nn.Tanh,
    ends_in_tanh: bool = False,
) -> nn.Module:
    drawn = generator or torch.Generator()
    model = mlp(2, *[width] * depth, 2, activation=activation, generator=drawn)
    for layer in model:
        if isinstance(layer, nn.Linear):
            start(layer.weight, generator=generator)
            if bias is not None:
                nn.init.constant_(layer.bias, bias)
    return nn.Sequential(model, nn.Tanh()) if ends_in_tanh else model


def _with(**changes: Any) -> Callable[..., nn.Module]:
    return lambda depth, width, generator: _network(depth, width, generator, **changes)


def _left_alone(weight: Tensor, generator: Any = None) -> None:
    """PyTorch's start stays."""


def _he(weight: Tensor, generator: Any = None) -> None:
    nn.init.kaiming_uniform_(weight, nonlinearity="relu", generator=generator)


def _by_hand(depth: int, width: int, generator: torch.Generator) -> nn.Module:
    layers: list[nn.Module] = []
    for i in range(depth + 1):
        num_in, num_out = (width if i else 2), (width if i < depth else 2)
        linear = nn.Linear(num_in, num_out)
        bound = math.sqrt(6 / (num_in + num_out))
        with torch.no_grad():
            linear.weight.copy_(bound * (2 * torch.rand(num_out, num_in, generator=generator) - 1))
            linear.bias.zero_()
        layers += [linear, nn.Tanh()]
    return nn.Sequential(*layers[:-1])


def _linears(answer: Any, depth: int, width: int, seed: int = 0) -> tuple[nn.Module, list[Any]]:
    model = answer(depth, width, torch.Generator().manual_seed(seed))
    return model, [layer for layer in model.modules() if isinstance(layer, nn.Linear)]


def _shapes(answer: Any, depth: int, width: int) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(layer.weight.shape) for layer in _linears(answer, depth, width)[1])


def _count(answer: Any, depth: int, width: int) -> str:
    return f"{len(_linears(answer, depth, width)[1])} linear layers"


def _largest(answer: Any, depth: int, width: int) -> str:
    """How large the weights are, against the bound of their layer."""
    _, layers = _linears(answer, depth, width)
    ratios = [
        layer.weight.abs().max().item() / math.sqrt(6 / sum(layer.weight.shape)) for layer in layers
    ]
    low, high = (f"{ratio:.1f}" for ratio in (min(ratios), max(ratios)))
    return f"the largest weight of a layer is {low} to {high} times its bound"


def _biases(answer: Any, depth: int, width: int) -> str:
    largest = max(layer.bias.abs().max().item() for layer in _linears(answer, depth, width)[1])
    return "all biases are 0" if largest == 0 else "some biases are not 0"


def _outputs(answer: Any, depth: int, width: int) -> str:
    """Whether the model computes what its layers with tanh between them compute."""
    model, layers = _linears(answer, depth, width)
    X = torch.linspace(-20, 20, 14).reshape(7, 2)
    h = X
    for layer in layers[:-1]:
        h = torch.tanh(layer(h))
    wanted, got = layers[-1](h), model(X)
    if torch.allclose(got, wanted, atol=1e-5):
        return "tanh after each hidden layer and none at the end"
    if torch.allclose(got, wanted.tanh(), atol=1e-5):
        return "tanh after each layer, also after the last"
    return "something else than tanh after each hidden layer"


def _repeats(answer: Any, depth: int, width: int) -> str:
    """Whether the weights follow from the generator."""
    models = [_linears(answer, depth, width, seed)[1] for seed in (1, 1, 2)]
    first, again, other = ([layer.weight for layer in layers] for layers in models)
    if not all(torch.equal(a, b) for a, b in zip(first, again, strict=True)):
        return "other weights from the same seed"
    alike = any(torch.equal(a, b) for a, b in zip(first, other, strict=True))
    return "the same weights from another seed" if alike else "the seed decides"


DEEP = Exercise(
    number="11.6",
    title="Twenty layers that train",
    level="build",
    learned="depth needs its start: Xavier's weights for tanh, biases of 0, one generator",
    cases=(
        Case("1 hidden layer of 30: shapes of the weights", (1, 30), _shapes),
        Case("3 hidden layers of 5: shapes of the weights", (3, 5), _shapes),
        Case("20 hidden layers of 30", (20, 30), _count),
        Case("2 hidden layers of 4: what it computes", (2, 4), _outputs),
        Case("2 hidden layers of 300: how large the weights are", (2, 300), _largest),
        Case("20 hidden layers of 8: the biases", (20, 8), _biases),
        Case("built twice from seed 1, and once from seed 2", (3, 6), _repeats),
    ),
    reference=deep,
    correct=(_by_hand, _with(activation=lambda: nn.Tanh())),
    mistakes=(
        Mistake(
            "PyTorch's start",
            _with(start=_left_alone, bias=None),
            "The shapes are right, the start is PyTorch's. Twenty layers of it learned nothing in "
            "this section.",
        ),
        Mistake(
            "biases as they were",
            _with(bias=None),
            "The weights are right. And the biases?",
        ),
        Mistake(
            "weights as they were",
            _with(start=_left_alone),
            "The biases are 0, the weights still have PyTorch's start.",
        ),
        Mistake(
            "He's start",
            _with(start=_he),
            "This bound knows only the inputs of a layer and is made for ReLU. Whose start suits "
            "tanh?",
        ),
        Mistake(
            "a gain for tanh",
            _with(start=lambda w, generator: nn.init.xavier_uniform_(w, 5 / 3, generator)),
            "Xavier's start, times a gain. The bound that the exercise gives has none.",
        ),
        Mistake(
            "a bell curve",
            _with(start=nn.init.xavier_normal_),
            "The spread is right, but some weights are beyond the bound. Which shape should the "
            "draw have, a bell or a box?",
        ),
        Mistake(
            "tanh at the end",
            _with(ends_in_tanh=True),
            "The outputs are squeezed between −1 and 1. Logits may be any number.",
        ),
        Mistake(
            "ReLU",
            _with(activation=nn.ReLU),
            "All in place but the bend between the layers: which one is asked for?",
        ),
        Mistake(
            "one layer too few",
            lambda depth, width, g: _network(max(depth - 1, 0), width, g),
            "One hidden layer is missing: `depth` counts the hidden ones, the output layer comes "
            "on top.",
        ),
        Mistake(
            "one layer too many",
            lambda depth, width, g: _network(depth + 1, width, g),
            "One hidden layer too many: 2 → width is a hidden layer already.",
        ),
        Mistake(
            "not from the generator",
            lambda depth, width, g: _network(depth, width, None),
            "Sizes and shapes are right, but the same seed gives other weights. Who draws them?",
        ),
    ),
)
