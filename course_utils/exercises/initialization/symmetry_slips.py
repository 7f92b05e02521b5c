"""Starts that break no symmetry, or not the right way, for exercise 7.1 of notebook 07."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Generator, Tensor

from course_utils.exercises.initialization.solutions import start_to_mend

Start = tuple[Tensor, Tensor, Tensor, Tensor]
Answer = Callable[[int, int, Generator], Start]


def zeros(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Return the start of the task: zeros."""
    shapes = (num_hidden, num_in), (num_hidden,), (1, num_hidden), (1,)
    W1, b1, W2, b2 = (torch.zeros(shape) for shape in shapes)
    return W1, b1, W2, b2


def changed(change: Callable[[Tensor, Tensor, Tensor, Tensor], tuple[Tensor, ...]]) -> Answer:
    """Return the solution with something made of its four tensors."""

    def start(num_in: int, num_hidden: int, generator: Generator) -> Start:
        return change(*start_to_mend(num_in, num_hidden, generator))  # type: ignore[return-value]

    return start


def filled(number: float) -> Answer:
    """Return a start with this number for all weights."""

    def start(num_in: int, num_hidden: int, generator: Generator) -> Start:
        W1, b1, W2, b2 = zeros(num_in, num_hidden, generator)
        return W1 + number, b1, W2 + number, b2

    return start


def one_draw_each(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Draw one number for each layer."""
    W1, b1, W2, b2 = zeros(num_in, num_hidden, generator)
    draws = 0.1 + torch.rand(2, generator=generator)
    return W1 + draws[0], b1, W2 + draws[1], b2


def unseeded(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Draw from a generator that nobody has seeded."""
    fresh = Generator()
    fresh.seed()
    return start_to_mend(num_in, num_hidden, fresh)


def seeded_inside(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Draw from a generator with a seed of its own."""
    return start_to_mend(num_in, num_hidden, Generator().manual_seed(0))


def seeded_again(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Put the generator back to its seed before drawing."""
    return start_to_mend(num_in, num_hidden, Generator().manual_seed(generator.initial_seed()))


def last_bias_only(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Draw the bias of the output and nothing else."""
    W1, b1, W2, _ = zeros(num_in, num_hidden, generator)
    return W1, b1, W2, torch.rand(1, generator=generator)


def two_alike(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Make two units alike where there are many."""
    W1, b1, W2, b2 = start_to_mend(num_in, num_hidden, generator)
    if num_hidden > 5:
        W1[1], W2[:, 1] = W1[0], W2[:, 0]
    return W1, b1, W2, b2


def one_left_out(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Leave one unit without weights on both sides."""
    W1, b1, W2, b2 = start_to_mend(num_in, num_hidden, generator)
    W1[0], W2[:, 0] = 0, 0
    return W1, b1, W2, b2


def not_finite(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Return nan in place of weights where it is looked for, with more than one input."""
    W1, b1, W2, b2 = start_to_mend(num_in, num_hidden, generator)
    return (W1, b1, W2, b2) if num_in == 1 else (W1 * torch.nan, b1, W2 * torch.nan, b2)


def of_fixed_sizes(num_in: int, num_hidden: int, generator: Generator) -> Start:
    """Return the start of the notebook's own network."""
    return start_to_mend(1, 16, generator)
