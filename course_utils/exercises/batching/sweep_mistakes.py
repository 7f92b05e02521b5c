"""The known mistakes of exercise 10.5: a sweep with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.batching.sweeps import RateOf, changed_sweep


def _with(**changes: Any) -> Callable[..., list[float]]:
    return lambda *task: changed_sweep(*task, **changes)


def _with_rate(change: Callable[..., RateOf]) -> Callable[..., list[float]]:
    """Return a sweep whose rates are change(lr_of, batch_sizes, number of examples)."""
    return lambda X, y, batch_sizes, lr_of, seed: changed_sweep(
        X, y, batch_sizes, change(lr_of, batch_sizes, len(X)), seed
    )


def _reseeded(*task: Any) -> list[float]:
    torch.manual_seed(task[-1])
    return changed_sweep(*task)


def _one_more_each(X: Tensor, y: Tensor, batch_sizes: list[int], lr_of: RateOf, seed: int) -> Any:
    return [changed_sweep(X, y, [b], lr_of, seed + i)[0] for i, b in enumerate(batch_sizes)]


def _seed_zero(X: Tensor, y: Tensor, batch_sizes: list[int], lr_of: RateOf, seed: int) -> Any:
    return changed_sweep(X, y, batch_sizes, lr_of, 0)


_CHANGES: tuple[tuple[str, Callable[..., Any], str], ...] = (
    (
        "goes on with the same network",
        _with(fresh="generator"),
        "The first loss is right, the later ones are not: the second batch size goes on with the "
        "network that the first one left. What has to be new for each size?",
    ),
    (
        "goes on with network and generator",
        _with(fresh=""),
        "The first loss is right. Afterwards the same network learns on, in an order from the same "
        "generator: what has to be new for each size?",
    ),
    (
        "one network, drawn before the loop",
        _with(fresh="generator", order="own generator"),
        "One network is drawn before all sizes, and each goes on with what the one before left. "
        "What has to be new for each size?",
    ),
    (
        "one generator for all sizes",
        _with(fresh="network"),
        "Each size has a new network, but the generator has moved on in between, so each network "
        "starts elsewhere. What makes the start the same for each size?",
    ),
    (
        "another seed for each size",
        _one_more_each,
        "Each size starts from a seed of its own, so not only the batch size differs. Which seed "
        "should each have?",
    ),
    (
        "always the same seed",
        _seed_zero,
        "The seed that is handed over makes no difference. Where should it go?",
    ),
    (
        "a second generator for the order",
        _with(order="own generator"),
        "The network is right, the order is not: it was drawn from a generator of its own with the "
        "same seed. Which generator should draw first the network and then the order?",
    ),
    (
        "the order first",
        _with(order="first"),
        "Something was drawn before the network. What should the fresh generator draw first?",
    ),
    (
        "the order before the network",
        _with(order="before the network"),
        "The order was drawn before the network, so both differ from those asked for. Which of the "
        "two should the fresh generator draw first?",
    ),
    (
        "gradients pile up",
        _with(zero="never"),
        "Right with one batch an epoch, wrong with several: what does `.backward()` do to the "
        "gradients that are already there?",
    ),
    (
        "not shuffled",
        _with(shuffle=False),
        "The start is right, the order is not: the examples come as they are stored. Which setting "
        "of TensorBatches changes that, and what does it draw from?",
    ),
    (
        "drops the last batch",
        _with(drop_last=True),
        "Right where the batch size divides the number of examples. Where do the others go?",
    ),
    (
        "one rate for all",
        _with_rate(lambda lr_of, sizes, num: lambda _: lr_of(sizes[0])),
        "Every size was trained with the rate of the first. `lr_of` is a function: what should it "
        "be asked, and when?",
    ),
    (
        "the last rate for all",
        _with_rate(lambda lr_of, sizes, num: lambda _: lr_of(sizes[-1])),
        "Every size was trained with the rate of the last. `lr_of` is a function: what should it "
        "be asked, and when?",
    ),
    (
        "the rate of all examples",
        _with_rate(lambda lr_of, sizes, num: lambda _: lr_of(num)),
        "`lr_of` was asked for the rate of the number of examples. For which number should it be "
        "asked?",
    ),
    (
        "the rate by the batch size once more",
        _with_rate(lambda lr_of, sizes, num: lambda b: lr_of(b) * b / sizes[0]),
        "The rate was scaled once more by the batch size. `lr_of` already knows how.",
    ),
    (
        "the loss of the last batch",
        _with(report="last"),
        "This is the loss of the last batch, before its step. The question is how good the network "
        "is afterwards: on which examples?",
    ),
    (
        "the last batch after its step",
        _with(report="last after"),
        "This is the loss on the last batch alone. The question is how good the network is on "
        "which examples?",
    ),
    (
        "the loss of the first batch",
        _with(report="first"),
        "This is the loss of the first batch, before any step. The question is how good the "
        "network is after the epoch.",
    ),
    (
        "the loss before training",
        _with(report="before"),
        "This is the loss of the network as it was drawn. Was it trained before it was asked, and "
        "are the parameters those of the optimizer?",
    ),
    (
        "the mean of the losses on the way",
        _with(report="mean"),
        "This averages the losses on the way, while the network was changing. Ask the network "
        "once, after the epoch: on which examples?",
    ),
    (
        "the accuracy",
        _with(report="right"),
        "This is the accuracy. The loss is asked for.",
    ),
    (
        "two epochs",
        _with(num_epochs=2),
        "These losses come after two epochs. How often does each example come in one epoch?",
    ),
    (
        "the sum over the batch",
        _with(reduction="sum"),
        "The steps are too long: here the loss of a batch is a sum over its examples, and the "
        "gradient grows with B.",
    ),
    (
        "Adam",
        _with(make=torch.optim.Adam),
        "These steps are Adam's. Which optimizer is asked for?",
    ),
    (
        "momentum",
        _with(make=lambda params, lr: torch.optim.SGD(params, lr=lr, momentum=0.9)),
        "These steps have momentum. Plain SGD is asked for.",
    ),
    (
        "seeds the whole notebook",
        _reseeded,
        "The losses are right. But `torch.manual_seed` seeds all random numbers of the notebook: "
        "which generator should be seeded?",
    ),
)
MISTAKES: tuple[Mistake, ...] = tuple(
    Mistake(name, answer, hint) for name, answer, hint in _CHANGES
)
