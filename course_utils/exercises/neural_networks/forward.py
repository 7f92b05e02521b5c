"""Exercise 6.3 of notebook 06: the layer that forgot its activation."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.neural_networks.collapse import chain

Params = tuple[Tensor, ...]


def _network(first: Callable, second: Callable, last: Callable) -> Callable:
    """Return the network with these functions behind its three layers."""

    def network(X: Tensor, params: Params) -> Tensor:
        W1, b1, W2, b2, W3, b3 = params
        H1 = first(X @ W1.T + b1)
        H2 = second(H1 @ W2.T + b2)
        return last(H2 @ W3.T + b3)

    return network


def _same(H: Tensor) -> Tensor:
    return H


def _by_modules(X: Tensor, params: Params) -> Tensor:
    W1, b1, W2, b2, W3, b3 = params
    linear = torch.nn.functional.linear
    H1 = linear(X, W1, b1).tanh_()  # its own tensor, so that writing into it harms nobody
    return linear(torch.nn.Tanh()(linear(H1, W2, b2)), W3, b3)


def _net(num_examples: int, *sizes: int, seed: int) -> tuple[Tensor, Params]:
    weights, biases = chain(*sizes, seed=seed)
    params = [tensor for pair in zip(weights, biases, strict=True) for tensor in pair]
    X = torch.randn(num_examples, sizes[0], generator=torch.Generator().manual_seed(seed + 100))
    return X, tuple(params)


_tanh = torch.tanh

FORGETFUL_NETWORK = Exercise(
    number="6.3",
    title="The layer that forgot its activation",
    level="change",
    learned="an activation whose result is thrown away leaves two linear layers in a row",
    cases=(
        Case("one feature, hidden layers of 2 and 2, one output", _net(3, 1, 2, 2, 1, seed=1)),
        Case("three features, hidden layers of 5 and 4, two outputs", _net(6, 3, 5, 4, 2, seed=2)),
        Case("a single example", _net(1, 2, 3, 3, 1, seed=3)),
    ),
    reference=_network(_tanh, _tanh, _same),
    correct=(_by_modules, _network(lambda H: 2 * torch.sigmoid(2 * H) - 1, _tanh, _same)),
    mistakes=(
        Mistake("as it was given", _network(_same, _tanh, _same), given=True),
        Mistake(
            "tanh behind the last layer too",
            _network(_tanh, _tanh, _tanh),
            "Both hidden layers are right. The outputs are now locked between −1 and 1: what "
            "stands behind the last layer?",
        ),
        Mistake(
            "the second layer forgets",
            _network(_tanh, _same, _same),
            "The first hidden layer is right now. What has become of the tanh behind the second?",
        ),
        Mistake(
            "tanh twice",
            _network(_tanh, lambda H: _tanh(_tanh(H)), _same),
            "The second layer goes through tanh twice. How often does each hidden layer need it?",
        ),
        Mistake(
            "tanh twice behind the first",
            _network(lambda H: _tanh(_tanh(H)), _tanh, _same),
            "The first layer goes through tanh twice. How often does each hidden layer need it?",
        ),
        Mistake(
            "the bias behind tanh",
            lambda X, params: _network(lambda H: _tanh(H - params[1]) + params[1], _tanh, _same)(
                X, params
            ),
            "The first layer has its tanh, but the bias comes only after it. What does a unit "
            "send through its activation?",
        ),
        Mistake(
            "both behind the second",
            _network(_same, lambda H: _tanh(_tanh(H)), _same),
            "The second layer goes through tanh twice, and the first still through none.",
        ),
        Mistake(
            "tanh of the features",
            lambda X, params: _network(_same, _tanh, _same)(_tanh(X), params),
            "Here tanh bends the features before any layer has seen them, and behind the first "
            "layer there is still nothing.",
        ),
        Mistake(
            "another activation",
            _network(torch.relu, _tanh, _same),
            "The first layer has an activation now, and another one than the second. Which was "
            "asked for?",
        ),
        Mistake(
            "ReLU behind both",
            _network(torch.relu, torch.relu, _same),
            "Both layers have an activation, but ReLU in place of the one that was asked for.",
        ),
        Mistake(
            "all forget",
            _network(_same, _same, _same),
            "Now no layer bends anything, and the whole network is one linear layer.",
        ),
    ),
)
