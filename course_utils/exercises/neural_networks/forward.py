"""Exercise 6.2 of notebook 06: the layer that forgot its activation."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.neural_networks import forward_mistakes, solutions
from course_utils.exercises.neural_networks.collapse import chain
from course_utils.exercises.neural_networks.forward_properties import CASES
from course_utils.exercises.neural_networks.forward_slips import (
    Answer,
    Params,
    mended,
    network,
    same,
)


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


def _reach(answer: Answer, X: Tensor, params: Params) -> str:
    """Say in words whether the right gradient comes back to each of the six parameters."""
    leaves = tuple(param.clone().requires_grad_() for param in params)
    out = answer(X, leaves)
    if not out.requires_grad:
        return "no gradient for any of the six"
    grads = torch.autograd.grad(out.square().sum(), leaves, allow_unused=True)
    if any(grad is None for grad in grads):
        return "no gradient for some of the six"
    right_out = mended(X, leaves)
    wanted = torch.autograd.grad(right_out.square().sum(), leaves)
    is_right = all(torch.allclose(*pair, 1e-3, 1e-5) for pair in zip(grads, wanted, strict=True))
    if not is_right and out.shape == right_out.shape and torch.allclose(out, right_out, 1e-3, 1e-5):
        return "a gradient for all six, and not all right"
    return "a gradient for all six"  # of wrong outputs the other cases tell


FORGETFUL_NETWORK = Exercise(
    number="6.2",
    name="forgetful_network",
    title="The layer that forgot its activation",
    level="change",
    hints=(
        "Section 6.3 says where an activation belongs. Go through the function line by line, and "
        "ask of each line under which name its result is kept.",
        "One line computes something that nobody keeps. `torch.tanh(H1)` returns a new tensor and "
        "leaves `H1` as it was.",
        "Compare the line that makes `H1` with the one that makes `H2`: there `torch.tanh(…)` "
        "stands around the whole sum. Write the first like the second, and the line below it is no "
        "longer needed.",
    ),
    learned="an activation whose result is thrown away leaves two linear layers in a row",
    cases=(
        Case("one feature, hidden layers of 2 and 2, one output", _net(3, 1, 2, 2, 1, seed=1)),
        Case("three features, hidden layers of 5 and 4, two outputs", _net(6, 3, 5, 4, 2, seed=2)),
        Case("a single example, three of everything", _net(1, 3, 3, 3, 1, seed=3)),
        *CASES,
        Case("what comes back to the parameters", _net(4, 2, 3, 3, 1, seed=4), _reach),
    ),
    reference=solutions.forgetful_network,
    correct=(_by_modules, network(lambda H: 2 * torch.sigmoid(2 * H) - 1, torch.tanh, same)),
    mistakes=forward_mistakes.MISTAKES,
)
