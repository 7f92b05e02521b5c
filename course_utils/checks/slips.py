"""What slips make of the right numbers, and the question that leads back: two tables."""

import math
from collections.abc import Callable

import torch
from torch import Tensor

# Functions of the right numbers.
LOOKS: tuple[tuple[Callable[[Tensor], Tensor], str], ...] = (
    (torch.square, "This is the square of what is asked for: is a root missing?"),
    (
        lambda w: w.abs().sqrt(),
        "This is the root of what is asked for: one root too many, or a square missing?",
    ),
    (torch.abs, "The sizes are right, the signs are lost."),
    *(
        (lambda w, n=n: (w * n).round() / n, "The result is rounded: give it as it is.")
        for n in (1, 10, 100, 1000)
    ),
    (torch.floor, "The result is rounded down: `//` and `int` drop what follows the point."),
    (torch.trunc, "What follows the point is dropped: `int` and `//` do that."),
    (torch.exp, "This is e to the power of what is asked for: is a logarithm missing?"),
    (
        torch.log,
        "This is the logarithm of what is asked for: one logarithm too many, or an exponential "
        "missing?",
    ),
    (lambda w: -torch.log(w), "This is minus the logarithm of what is asked for."),
    (torch.reciprocal, "This is one divided by what is asked for: upside down."),
    (lambda w: 1 - w, "This is one minus what is asked for: the other share."),
    (lambda w: w.clamp(min=0), "What should be negative is 0."),
    (torch.sigmoid, "This has been through the sigmoid once more than what is asked for."),
    (torch.tanh, "This has been through tanh once more than what is asked for."),
)

# Functions of the right numbers and of how many examples, classes or features there are.
BY_COUNT: tuple[tuple[Callable[[Tensor, int], Tensor], str], ...] = (
    (
        lambda w, n: w * n,
        "{n} times too large where there are {n}: a sum where a mean is asked for?",
    ),
    (
        lambda w, n: w / n,
        "{n} times too small where there are {n}: is something divided once too often, or a mean "
        "where a sum is asked for?",
    ),
    (
        lambda w, n: w * n / max(n - 1, 1),
        "The divisor is one too small: count them, {n} and not {m}.",
    ),
    (lambda w, n: w * (n - 1) / n, "The divisor is one too large, or one of them is left out."),
    (
        lambda w, n: w * math.sqrt(n / max(n - 1, 1)),
        "Divided by {m} under the root, where there are {n}.",
    ),
    (
        lambda w, n: w * math.sqrt(n),
        "Too large by the root of {n}, which is how many there are.",
    ),
    (
        lambda w, n: w / math.sqrt(n),
        "Too small by the root of {n}, which is how many there are.",
    ),
)
