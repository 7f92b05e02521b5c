"""Networks with a tanh too few, too many or in the wrong place, for exercise 6.2 of notebook 06."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Params = tuple[Tensor, ...]
Answer = Callable[[Tensor, Params], Tensor]
Activation = Callable[[Tensor], Any]

tanh = torch.tanh


def same(H: Tensor) -> Tensor:
    """Return what came."""
    return H


def twice(H: Tensor) -> Tensor:
    """Return tanh of tanh."""
    return tanh(tanh(H))


def network(first: Activation, second: Activation, last: Activation) -> Answer:
    """Return the network with these functions behind its three layers."""

    def answer(X: Tensor, params: Params) -> Tensor:
        W1, b1, W2, b2, W3, b3 = params
        H1 = first(X @ W1.T + b1)
        H2 = second(H1 @ W2.T + b2)
        return last(H2 @ W3.T + b3)

    return answer


mended = network(tanh, tanh, same)


def with_param(place: int, change: Activation) -> Answer:
    """Return the right network with one of its parameters changed; 0 and 1 are W1 and b1."""

    def answer(X: Tensor, params: Params) -> Tensor:
        changed = list(params)
        changed[place] = change(changed[place])
        return mended(X, tuple(changed))

    return answer


def bias_behind(*layers: int) -> Answer:
    """Return the network that adds the biases of these hidden layers, 0 or 1, behind tanh."""

    def answer(X: Tensor, params: Params) -> Tensor:
        H = X
        for layer in (0, 1):
            W, b = params[2 * layer : 2 * layer + 2]
            H = tanh(H @ W.T) + b if layer in layers else tanh(H @ W.T + b)
        return H @ params[4].T + params[5]

    return answer


def reads_the_first(X: Tensor, params: Params) -> Tensor:
    """Skip the second hidden layer, where the shapes allow it."""
    W1, b1, _, _, W3, b3 = params
    return _where_it_runs(lambda: tanh(X @ W1.T + b1) @ W3.T + b3, X, params)


def reads_the_features(X: Tensor, params: Params) -> Tensor:
    """Skip the first hidden layer, where the shapes allow it."""
    _, _, W2, b2, W3, b3 = params
    return _where_it_runs(lambda: tanh(X @ W2.T + b2) @ W3.T + b3, X, params)


def not_turned(X: Tensor, params: Params) -> Tensor:
    """Forget the `.T` of the second weight, where the shapes allow it."""
    W1, b1, W2, b2, W3, b3 = params
    return _where_it_runs(lambda: tanh(tanh(X @ W1.T + b1) @ W2 + b2) @ W3.T + b3, X, params)


def _where_it_runs(wrong: Callable[[], Tensor], X: Tensor, params: Params) -> Tensor:
    """Return what is wrong, or the right outputs where it stops with an error of some wording."""
    try:
        return wrong()
    except RuntimeError:
        return mended(X, params)


def cut(H: Tensor) -> Tensor:
    """Return tanh without its history."""
    return tanh(H).detach()


def hidden_from_autograd(H: Tensor) -> Tensor:
    """Write tanh into the same tensor where autograd does not see it."""
    H.data = tanh(H.data)
    return H


given = network(same, tanh, same)
