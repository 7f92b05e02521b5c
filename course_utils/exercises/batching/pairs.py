"""Exercise 10.1 of notebook 10: features and labels in one order."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.batching import solutions
from course_utils.exercises.batching.pair_mistakes import MISTAKES, Pairs

Cut = Callable[[Tensor, Tensor, int, Generator], list[tuple[Tensor, Tensor]]]


def _again(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    state = generator.get_state()
    first = torch.randperm(len(X), generator=generator)
    generator.set_state(state)
    second = torch.randperm(len(X), generator=generator)
    return list(zip(X[first].split(batch_size), y[second].split(batch_size), strict=True))


def _by_slices(X: Tensor, y: Tensor, batch_size: int, generator: Generator) -> Pairs:
    order = torch.randperm(len(X), generator=generator)
    starts = range(0, len(X), batch_size)
    return [(X[order[i : i + batch_size]], y[order[i : i + batch_size]]) for i in starts]


def _cut(answer: Cut, num_examples: int, batch_size: int, seed: int = 0) -> Pairs:
    """Let the answer cut examples whose label is the number of their row."""
    y = torch.arange(num_examples)
    X = torch.stack([y, -y], dim=1).float()
    return list(answer(X, y, batch_size, torch.Generator().manual_seed(seed)))


def _together(answer: Cut, num_examples: int, batch_size: int) -> str:
    X, y = (torch.cat(parts) for parts in zip(*_cut(answer, num_examples, batch_size), strict=True))
    together = (X[:, 0].long() == y).double().mean().item()
    few = "hardly any row stands" if together < 0.1 else f"{together:.0%} of the rows stand"
    return f"{'every row stands' if together == 1 else few} beside its own label"


def _sizes(answer: Cut, num_examples: int, batch_size: int) -> str:
    sizes = [(len(X), len(y)) for X, y in _cut(answer, num_examples, batch_size)]
    if any(one != other for one, other in sizes):
        return f"X and y of unequal sizes, {sizes}"
    return f"batches of {', '.join(str(size) for size, _ in sizes)}"


def _once(answer: Cut, num_examples: int, batch_size: int) -> str:
    y = torch.cat([y for _, y in _cut(answer, num_examples, batch_size)])
    return f"{len(y.unique())} different examples in {len(y)} places"


def _twice(answer: Cut, num_examples: int, batch_size: int) -> str:
    y = torch.arange(num_examples)
    X, generator = torch.stack([y, y], dim=1), torch.Generator().manual_seed(3)
    one, other = (torch.cat([y for _, y in answer(X, y, batch_size, generator)]) for _ in range(2))
    return f"the second in {'the same' if torch.equal(one, other) else 'another'} order"


def _order(answer: Cut, num_examples: int, batch_size: int) -> str:
    """Say how rows and labels are ordered, and whether that follows the generator."""
    epochs = [_cut(answer, num_examples, batch_size, seed) for seed in (0, 0, 5)]
    rows = [[X[:, 0].tolist() for X, _ in pairs] for pairs in epochs]
    labels = [[y.tolist() for _, y in pairs] for pairs in epochs]
    return f"rows {_mixing(*rows)}, labels {_mixing(*labels)}"


def _mixing(one: list[list[float]], again: list[list[float]], other: list[list[float]]) -> str:
    """Put an order into words: batch by batch, with a seed, the same seed and another."""
    if one != again:
        return "in another order though the seed is the same"
    flat = [entry for batch in one for entry in batch]
    if flat == sorted(flat):
        return "as they came"
    if flat == sorted(flat, reverse=True):
        return "from the last to the first"
    if one == other:
        return "in the same order for every seed"
    neighbours = sum(a + 1 == b for batch in one for a, b in itertools.pairwise(batch))
    always = {frozenset(batch) for batch in one} == {frozenset(batch) for batch in other}
    return "with their old neighbours" if always or neighbours > len(flat) / 2 else "well mixed"


PAIRS = Exercise(
    number="10.1",
    name="epoch_to_mend",
    title="One order for both",
    level="change",
    hints=(
        "The network learns from pairs: a row of X and the label beside it. Follow example number "
        "0 through the function. In which place does its row end up, and in which its label?",
        "Each call of `torch.randperm` draws anew, even from one generator. In section 10.2 one "
        "order serves for both. Draw one, and give it a name.",
        "The first line: `order = torch.randperm(len(X), generator=generator)`. `X[order]` are the "
        "rows of X in that order. The line that cuts the batches can stay as it is.",
    ),
    learned="one permutation for X and y keeps every row beside its own label",
    cases=(
        Case("200 rows, B = 20: rows and labels", (200, 20), _together),
        Case("10 rows, B = 4: the sizes", (10, 4), _sizes),
        Case("200 rows, B = 20: each once", (200, 20), _once),
        Case("200 rows, B = 20: the order with other seeds", (200, 20), _order),
        Case("200 rows, B = 20: two epochs, one generator", (200, 20), _twice),
    ),
    reference=solutions.epoch_to_mend,
    correct=(
        _by_slices,
        _again,
        lambda X, y, batch_size, generator: [
            (X[i], y[i]) for i in torch.randperm(len(y), generator=generator).split(batch_size)
        ],
    ),
    mistakes=MISTAKES,
)
