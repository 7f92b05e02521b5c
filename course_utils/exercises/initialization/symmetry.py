"""Exercise 7.1 of notebook 07: a network that was born with all its numbers zero."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.initialization import solutions, symmetry_mistakes
from course_utils.exercises.initialization.symmetry_slips import Start, zeros


def _normal_everywhere(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, W2, b2 = (
        torch.randn(part.shape, generator=generator)
        for part in zeros(num_in, num_hidden, generator)
    )
    return W1, b1, W2, b2


def _second_layer_only(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, _, b2 = zeros(num_in, num_hidden, generator)
    return W1, b1, torch.rand(1, num_hidden, generator=generator), b2


def _equal_second_weights(num_in: int, num_hidden: int, generator: Generator) -> Start:
    _, b1, W2, b2 = zeros(num_in, num_hidden, generator)
    return torch.rand(num_hidden, num_in, generator=generator), b1, W2 + 0.5, b2


def _first_layer_only(num_in: int, num_hidden: int, generator: Generator) -> Start:
    _, b1, W2, b2 = zeros(num_in, num_hidden, generator)
    return torch.randn(num_hidden, num_in, generator=generator), b1, W2, b2


def _in_double_precision(num_in: int, num_hidden: int, generator: Generator) -> Start:
    W1, b1, W2, b2 = solutions.start_to_mend(num_in, num_hidden, generator)
    return W1.double(), b1.double(), W2.double(), b2.double()


def _seeded(seed: int) -> Generator:
    return Generator().manual_seed(seed)


def _shapes(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> Any:
    """Return the shapes of the four tensors."""
    return tuple(tuple(part.shape) for part in answer(num_in, num_hidden, _seeded(seed)))


def _born(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> list[Tensor]:
    """Return the start in float32; wrong shapes, which the first case finds, are mended."""
    parts = answer(num_in, num_hidden, _seeded(seed))
    wanted = zeros(num_in, num_hidden, _seeded(seed))
    W1, b1, W2, b2 = (
        part.detach().reshape(like.shape) for part, like in zip(parts, wanted, strict=True)
    )
    return [W1, b1, W2, b2]


def _trained(born: list[Tensor]) -> list[Tensor]:
    """Return where five steps of gradient descent lead a start."""
    num_in = born[0].shape[1]
    examples = _seeded(71)
    X = torch.randn(30, num_in, generator=examples)
    y = torch.randn(30, 1, generator=examples) + X[:, :1] + 0.5
    params = [part.float().requires_grad_() for part in born]
    for _ in range(5):
        W1, b1, W2, b2 = params
        loss = ((torch.tanh(X @ W1.T + b1) @ W2.T + b2 - y) ** 2).mean()
        grads = torch.autograd.grad(loss, params)
        params = [
            (p - 0.05 * g).detach().requires_grad_() for p, g in zip(params, grads, strict=True)
        ]
    return [param.detach() for param in params]


def _no_good(born: list[Tensor]) -> str:
    if not all(part.is_floating_point() for part in born):
        return "whole numbers, which cannot be trained"
    return "nan or inf in it" if not all(part.isfinite().all() for part in born) else ""


def _units_apart(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> str:
    born = _born(answer, num_in, num_hidden, seed)
    if said := _no_good(born):
        return said
    W1, b1, _, _ = _trained(born)
    units = torch.cat([W1, b1[:, None]], dim=1)
    apart = torch.nn.functional.pdist(units, p=torch.inf)
    if (apart > 1e-6).all():
        return "no two hidden units alike"
    if (apart > 0).all():
        return "hidden units that differ by less than a millionth"
    return "some hidden units alike" if (apart > 1e-6).any() else "all hidden units alike"


def _weights_moved(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> str:
    born = _born(answer, num_in, num_hidden, seed)
    if said := _no_good(born):
        return said
    before, after = (
        torch.cat([parts[0].flatten(), parts[2].flatten()]).float()
        for parts in (born, _trained(born))
    )
    still = before == after
    if not still.any():
        return "all weights have moved"
    if still.all():
        return "no weight has moved"
    which = "are 0" if (before[still] == 0).all() else "are not 0"
    return f"some weights that {which} have not moved"


def _repeats(answer: Callable[..., Any], num_in: int, num_hidden: int, seed: int) -> str:
    generator = _seeded(seed)
    one, next_one = (answer(num_in, num_hidden, generator) for _ in range(2))
    again, other = (answer(num_in, num_hidden, _seeded(s)) for s in (seed, seed + 1))

    def said(start: Any) -> str:
        same = all(torch.equal(a, b) for a, b in zip(one, start, strict=True))
        return "the same start" if same else "another start"

    return (
        f"{said(again)} from an equal generator, {said(other)} from another seed, "
        f"{said(next_one)} when called again with the same generator"
    )


START_TO_MEND = Exercise(
    number="7.1",
    name="start_to_mend",
    title="A start from zero",
    level="change",
    hints=(
        "Section 7.2 shows both failures: from zero no weight moves, and from equal numbers all "
        "units stay alike. In which of the four tensors would numbers that differ from unit to "
        "unit give two units different values, or different gradients?",
        "The biases may stay at zero, if the weights differ. `torch.rand(…, generator=generator)` "
        "draws numbers between 0 and 1 in the shape you name. Twice such a number, minus 1, lies "
        "between −1 and 1.",
        "Two lines change. The first becomes `W1 = 2 * torch.rand(num_hidden, num_in, "
        "generator=generator) - 1`. Write the line of `W2` in the same way, with the shape that "
        "stands in it now.",
    ),
    learned="chance in one layer suffices, in values or in gradients; biases may start at zero",
    cases=(
        Case("2 inputs, 5 hidden units: the four shapes", (2, 5, 1), _shapes),
        Case("2 inputs, 5 hidden units: the units after five steps", (2, 5, 1), _units_apart),
        Case("3 inputs, 8 hidden units: the units after five steps", (3, 8, 2), _units_apart),
        Case("3 inputs, 8 hidden units: the weights after five steps", (3, 8, 2), _weights_moved),
        Case("one input, 4 hidden units, called four times", (1, 4, 3), _repeats),
    ),
    reference=solutions.start_to_mend,
    correct=(
        _normal_everywhere,
        _first_layer_only,
        _second_layer_only,
        _equal_second_weights,
        _in_double_precision,
    ),
    mistakes=symmetry_mistakes.MISTAKES,
)
