"""Exercise 10.5 of notebook 10: one epoch at each batch size, from the same start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.batching import solutions
from course_utils.exercises.batching.sweep_mistakes import MISTAKES
from course_utils.exercises.batching.sweeps import RateOf, changed_sweep
from course_utils.models import mlp

Sweep = Callable[[Tensor, Tensor, Sequence[int], RateOf, int], Sequence[float]]


def _by_index(
    X: Tensor, y: Tensor, batch_sizes: Sequence[int], lr_of: RateOf, seed: int
) -> list[Tensor]:
    """Do without an optimizer and without TensorBatches."""
    losses = []
    for batch_size in batch_sizes:
        generator = torch.Generator().manual_seed(seed)
        model = mlp(2, 8, 2, generator=generator)
        for picked in torch.randperm(len(y), generator=generator).split(batch_size):
            loss = F.cross_entropy(model(X[picked]), y[picked])
            grads = torch.autograd.grad(loss, list(model.parameters()))
            with torch.no_grad():
                for param, grad in zip(model.parameters(), grads, strict=True):
                    param.sub_(lr_of(batch_size) * grad)
        losses.append(F.cross_entropy(model(X), y))
    return losses


def _task(num: int, batch_sizes: list[int], lr_of: RateOf, seed: int) -> tuple[object, ...]:
    """Return the arguments of a sweep over `num` points of two classes."""
    generator = torch.Generator().manual_seed(11)
    X = torch.randn(num, 2, generator=generator)
    return X, (X[:, 0] * X[:, 1] + X[:, 0] > 0).long(), batch_sizes, lr_of, seed


def _global(answer: Sweep, X: Tensor, y: Tensor, sizes: list[int], lr_of: RateOf, seed: int) -> str:
    """Say whether an answer seeds the random numbers of the whole notebook."""
    before = torch.initial_seed()
    answer(X, y, sizes, lr_of, seed)
    same = torch.initial_seed() == before
    return f"PyTorch's own generator is {'as before' if same else 'seeded anew'}"


def _third(_: int) -> float:
    return 0.3


SWEEP = Exercise(
    number="10.5",
    name="sweep",
    title="A batch-size sweep",
    level="build",
    hints=(
        "Only the batch size may differ. So all else begins anew for each size, and alike: "
        "generator, network, order. `accuracy_after` of section 10.3 begins that way for one batch "
        "size. What of it belongs inside a loop over `batch_sizes`?",
        "In the loop, in this order: a generator with the seed, the network that it draws, the "
        "batches that it shuffles, one epoch at the rate for this size, the loss on all of X. "
        "`lr_of` is a function: ask it for the rate.",
        "The loop begins with `draws = torch.Generator().manual_seed(seed)`; `draws` goes into "
        "`models.mlp` and into `TensorBatches(X, y, batch_size=…, shuffle=True, generator=draws)`. "
        "Hand network, optimizer and batches to `train_on`, then append the loss.",
    ),
    learned="the same start and order for each size, so that only the size differs",
    cases=(
        Case("24 points, B = 12, 24, 6, rate B/15", _task(24, [12, 24, 6], lambda b: b / 15, 0)),
        Case("15 points, B = 8, 7, rate 0.3", _task(15, [8, 7], _third, 3)),
        Case("20 points, B = 20 twice, rate 1", _task(20, [20, 20], lambda b: 1.0, 5)),
        Case("12 points, B = 6, seed 7: the other generators", _task(12, [6], _third, 7), _global),
    ),
    reference=solutions.sweep,
    correct=(_by_index, lambda *task: torch.tensor(changed_sweep(*task))),
    mistakes=MISTAKES,
)
