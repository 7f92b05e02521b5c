"""Exercise 18.4 of notebook 18: a deep network that trains."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.exercises import Case, Exercise
from course_utils.exercises.depth_and_width import solutions
from course_utils.exercises.depth_and_width.deep_networks import altered, by_hand
from course_utils.exercises.depth_and_width.network_mistakes import MISTAKES
from course_utils.exercises.depth_and_width.network_size_mistakes import SIZES

_BENDS = {
    "ReLU": torch.relu,
    "sigmoid": torch.sigmoid,
    "no bend": lambda h: h,
}


def _linears(answer: Any, depth: int, width: int, seed: int = 0) -> tuple[nn.Module, list[Any]]:
    model = answer(depth, width, torch.Generator().manual_seed(seed))
    return model, [layer for layer in model.modules() if isinstance(layer, nn.Linear)]


def _widths(answer: Any, depth: int, width: int) -> tuple[int, ...]:
    return tuple(layer.weight.shape[0] for layer in _linears(answer, depth, width)[1][:-1])


def _ends(answer: Any, depth: int, width: int) -> str:
    """How many numbers go in and come out."""
    layers = _linears(answer, depth, width)[1]
    if layers[0].weight.shape[1] != 2:
        return "another number of inputs"
    return "2 in and 2 out" if layers[-1].weight.shape[0] == 2 else "another number of outputs"


def _count(answer: Any, depth: int, width: int) -> str:
    return f"{len(_linears(answer, depth, width)[1])} linear layers"


def _start(answer: Any, depth: int, width: int) -> str:
    """How the weights of each layer are spread, against the bound of that layer."""
    weights = [layer.weight.detach() for layer in _linears(answer, depth, width)[1]]
    if all(bool((weight == 0).all()) for weight in weights):
        return "all weights are 0"
    if any(bool((weight >= 0).all() or (weight <= 0).all()) for weight in weights):
        return "all weights of a layer have one sign"
    bounds = [math.sqrt(6 / sum(weight.shape)) for weight in weights]
    tops = [(w.abs().max() / bound).item() for w, bound in zip(weights, bounds, strict=True)]
    spreads = [(w.std() * 3**0.5 / bound).item() for w, bound in zip(weights, bounds, strict=True)]
    if any(abs(top / spread - 1) > 0.1 for top, spread in zip(tops, spreads, strict=True)):
        right = all(abs(spread - 1) < 0.1 for spread in spreads)
        return f"not evenly spread, with {'the right' if right else 'another'} standard deviation"
    if max(tops) - min(tops) > 0.08:
        return "evenly spread, up to a number that is not the bound of each layer"
    times = round(sum(tops) / len(tops), 1)
    if times == 1:
        return "evenly spread, up to the bound"
    if times in (0.5, 0.6, 1.4, 1.7, 2.0):
        return f"evenly spread, up to {times} times the bound"
    return f"evenly spread, up to {'less' if times < 1 else 'more'} than the bound"


def _biases(answer: Any, depth: int, width: int) -> str:
    layers = _linears(answer, depth, width)[1]
    if any(layer.bias is None for layer in layers):
        return "some layers have no bias"
    largest = max(layer.bias.abs().max().item() for layer in layers)
    return "all biases are 0" if largest == 0 else "some biases are not 0"


def _outputs(answer: Any, depth: int, width: int) -> str:
    """Whether the model computes what its layers with tanh between them compute."""
    model, layers = _linears(answer, depth, width)
    X = torch.linspace(-20, 20, 14).reshape(7, 2)
    got, wanted = model(X), _through(layers, X, torch.tanh)
    known = {
        "tanh after each hidden layer and none at the end": wanted,
        "tanh after each layer, also after the last": wanted.tanh(),
        "a softmax at the end": wanted.softmax(dim=1),
        **{f"{name} in place of tanh": _through(layers, X, it) for name, it in _BENDS.items()},
    }
    for words, outputs in known.items():
        if got.shape == outputs.shape and torch.allclose(got, outputs, atol=1e-5):
            return words
    return "something else than tanh after each hidden layer"


def _through(layers: list[Any], X: Tensor, bend: Any) -> Tensor:
    h = X
    for layer in layers[:-1]:
        h = bend(layer(h))
    result: Tensor = layers[-1](h)
    return result


def _repeats(answer: Any, depth: int, width: int) -> str:
    """Whether the weights follow from the generator."""
    models = [_linears(answer, depth, width, seed)[1] for seed in (1, 1, 2)]
    first, again, other = ([layer.weight for layer in layers] for layers in models)
    if not all(torch.equal(a, b) for a, b in zip(first, again, strict=True)):
        return "other weights from the same seed"
    alike = any(torch.equal(a, b) for a, b in zip(first, other, strict=True))
    return "the same weights from another seed" if alike else "the seed decides"


def _moves_on(answer: Any, depth: int, width: int) -> str:
    """Whether two layers, or two networks from one generator, have weights of their own."""
    generator = torch.Generator().manual_seed(3)
    one, other = (
        [m.weight for m in answer(depth, width, generator).modules() if isinstance(m, nn.Linear)]
        for _ in range(2)
    )
    hidden = one[1:-1]
    if any(torch.equal(hidden[0], weight) for weight in hidden[1:]):
        return "two hidden layers with the same weights"
    if any(torch.equal(a, b) for a, b in zip(one, other, strict=True)):
        return "the second network has the weights of the first"
    return "other weights in each layer and each network"


DEEP = Exercise(
    number="18.4",
    name="deep",
    title="Twenty layers that train",
    level="change",
    hints=(
        "There is more than one fault. Build the network for `depth` 3 and look at it: "
        "`[layer.weight.data_ptr() for layer in model if isinstance(layer, nn.Linear)]` says where "
        "each weight lies in memory. Do two lie at the same place?",
        "`[a, b] * 3` repeats the same two objects. Who draws the weights here, and up to which "
        "bound? What comes after the last linear layer?",
        "`models.mlp` of section 18.1 makes new layers, with no tanh at the end. Then give each "
        "`nn.Linear` Xavier's weights with `generator=generator`, and biases of 0, as `network` "
        "does.",
    ),
    learned="depth needs its start: Xavier's weights for tanh, biases of 0, one generator",
    cases=(
        Case("3 hidden layers of 5: what goes in and comes out", (3, 5), _ends),
        Case("1 hidden layer of 30: the widths of the hidden layers", (1, 30), _widths),
        Case("3 hidden layers of 5: the widths of the hidden layers", (3, 5), _widths),
        Case("20 hidden layers of 4", (20, 4), _count),
        Case("2 hidden layers of 4: what it computes", (2, 4), _outputs),
        Case("1 hidden layer of 3: what it computes", (1, 3), _outputs),
        Case("2 hidden layers of 150: how large the weights are", (2, 150), _start),
        Case("20 hidden layers of 3: the biases", (20, 3), _biases),
        Case("built twice from seed 1, and once from seed 2", (3, 6), _repeats),
        Case("two networks of 4 hidden layers from one generator", (4, 6), _moves_on),
    ),
    reference=solutions.deep,
    correct=(by_hand, altered(end=lambda layers: nn.Sequential(nn.Sequential(*layers[:-1])))),
    mistakes=(*MISTAKES, *SIZES),
)
