"""Exercise 5.5 of notebook 05: K folds that do not overlap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.overfitting import folds_mistakes, solutions
from course_utils.exercises.overfitting.folds_slips import Folds

Answer = Callable[..., Folds]


def _by_remainders(num_examples: int, k: int, generator: Generator) -> Folds:
    order = torch.randperm(num_examples, generator=generator)
    place = torch.arange(num_examples) % k
    return [(order[place != fold], order[place == fold]) for fold in range(k)]


def _by_slices(num_examples: int, k: int, generator: Generator) -> Folds:
    order = torch.randperm(num_examples, generator=generator)
    ends = [round(i * num_examples / k) for i in range(k + 1)]
    return [(torch.cat([order[:a], order[b:]]), order[a:b]) for a, b in pairwise(ends)]


def _one_by_one(num_examples: int, k: int, generator: Generator) -> Iterator[list[np.ndarray]]:
    folds = np.array_split(torch.randperm(num_examples, generator=generator).numpy(), k)
    for i in range(k):
        yield [np.concatenate([*folds[:i], *folds[i + 1 :]]), folds[i]]


def _form(answer: Answer, num_examples: int, k: int) -> str:
    """Say what comes back."""
    folds = answer(num_examples, k, torch.Generator().manual_seed(0))
    if isinstance(folds, dict):
        return "a dict"
    folds = list(folds)
    inside = [list(entry) if isinstance(entry, tuple | list) else [] for entry in folds]
    if len(folds) == 2 and {len(entry) for entry in inside} == {k}:
        return f"2 rows of {k} parts"
    if {len(entry) for entry in inside} != {2}:
        return f"{len(folds)} entries that are no pairs"
    parts = [_part(part, num_examples) for pair in inside for part in pair]
    odd = next((said for said in parts if said != "indices"), "indices")
    return f"{len(folds)} pairs, each with two rows of {odd}"


def _part(part: Any, num_examples: int) -> str:
    """Say what one half of a pair holds."""
    if isinstance(part, tuple | list) and any(getattr(entry, "ndim", 0) for entry in part):
        return f"{len(part)} tensors"
    part = torch.as_tensor(part)
    if part.dtype == torch.bool:
        return "truth values"
    if part.is_floating_point() and part.numel():
        return "numbers with a decimal point"
    if part.ndim != 1:
        return f"shape {tuple(part.shape)}"
    off = [number for number in part.tolist() if not 0 <= number < num_examples]
    return f"indices, {off[0]} among them" if off else "indices"


def _asked(answer: Answer, num_examples: int, k: int, seed: int = 0) -> Folds:
    folds = answer(num_examples, k, torch.Generator().manual_seed(seed))
    return [(torch.as_tensor(train).long(), torch.as_tensor(val).long()) for train, val in folds]


def _held_out(answer: Answer, num_examples: int, k: int) -> Tensor:
    """Return how often each example is held out."""
    vals = torch.cat([val for _, val in _asked(answer, num_examples, k)])
    return torch.bincount(vals, minlength=num_examples)


def _sizes(answer: Answer, num_examples: int, k: int) -> tuple[int, ...]:
    return tuple(sorted(len(val) for _, val in _asked(answer, num_examples, k)))


def _shared(answer: Answer, num_examples: int, k: int) -> int:
    """Return how many examples are in both parts of a pair, over all pairs."""
    pairs = _asked(answer, num_examples, k)
    return sum(len(set(train.tolist()) & set(val.tolist())) for train, val in pairs)


def _trained_on(answer: Answer, num_examples: int, k: int) -> Tensor:
    """Return how often each example is trained on."""
    trains = torch.cat([train for train, _ in _asked(answer, num_examples, k)])
    return torch.bincount(trains, minlength=num_examples)


def _neighbours(answer: Answer, num_examples: int, k: int) -> str:
    """Say how often two neighbours in the data are held out together."""
    fold_of = -1.0 - torch.arange(num_examples)  # who is never held out is alone
    for fold, (_, val) in enumerate(_asked(answer, num_examples, k)):
        fold_of[val] = fold
    share = (fold_of[1:] == fold_of[:-1]).double().mean() * k  # 1 where chance decides
    words = "hardly ever" if share < 0.3 else "now and then" if share < 2.2 else "nearly always"
    return f"neighbours in the data are held out together {words}"


def _shuffling(answer: Answer) -> str:
    """Say whether the folds depend on the generator and on nothing else."""
    one, again, *others = (_vals(_asked(answer, 40, 4, seed)) for seed in (1, 1, 2, 3, 4))
    if one != again:
        return "two generators with the same seed give different folds"
    if all(other == one for other in others):
        return "generators with different seeds give the same folds"
    generator = torch.Generator().manual_seed(1)
    calls = [_vals(list(answer(40, 4, generator))) for _ in range(2)]
    return (
        f"two calls with one generator give {'the same' if calls[0] == calls[1] else 'other'} folds"
    )


def _vals(folds: Folds) -> list[list[int]]:
    return [sorted(torch.as_tensor(val).tolist()) for _, val in folds]


K_FOLDS = Exercise(
    number="5.5",
    name="k_folds",
    title="Folds that do not overlap",
    level="build",
    hints=(
        "Section 5.9 holds out each of five folds once. Read `fold_errors` there: which line "
        "cuts, and which lines say who trains? It does not shuffle: that is for you to add.",
        "Shuffle once, then cut with `tensor_split`, which makes k parts whose sizes differ by at "
        "most one. A loop over the parts makes the pairs: one part is `val`, and `torch.cat` joins "
        "all the others to `train`.",
        "Begin with `order = torch.randperm(num_examples, generator=generator)`, and cut it into "
        "`folds` with `order.tensor_split(k)`. In the loop `for i, val in enumerate(folds):` the "
        "other parts are `folds[:i]` and `folds[i + 1 :]`.",
    ),
    learned="shuffle once, then cut: every example is held out once and trains k − 1 times",
    cases=(
        Case("10 examples, 5 folds: what comes back", (10, 5), _form),
        Case("10 examples, 5 folds: the sizes of the val parts", (10, 5), _sizes),
        Case("how often each of the 10 is in a val part", (10, 5), _held_out),
        Case("how many examples are in both parts of a pair, 10 in 5 folds", (10, 5), _shared),
        Case("11 examples, 3 folds: the sizes of the val parts", (11, 3), _sizes),
        Case("how often each of the 11 is in a val part", (11, 3), _held_out),
        Case("how often each of the 11 is in a train part", (11, 3), _trained_on),
        Case("6 examples, 4 folds: the sizes of the val parts", (6, 4), _sizes),
        Case("5 examples, 5 folds: how often each is in a val part", (5, 5), _held_out),
        Case("200 examples, 5 folds: how well they are mixed", (200, 5), _neighbours),
        Case("generators with seeds 1, 2, 3, 4, and one called twice", (), _shuffling),
    ),
    reference=solutions.k_folds,
    correct=(_by_remainders, _by_slices, _one_by_one),
    mistakes=folds_mistakes.MISTAKES,
)
