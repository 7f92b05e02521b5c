"""Exercise 10.7 of notebook 10: one epoch at each batch size, from the same start."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.models import mlp
from course_utils.training import TensorBatches

RateOf = Callable[[int], float]
Sweep = Callable[[Tensor, Tensor, Sequence[int], RateOf, int], Sequence[float]]


def sweep(
    X: Tensor, y: Tensor, batch_sizes: Sequence[int], lr_of: RateOf, seed: int
) -> list[float]:
    """Return the loss on all of X (N, 2), y (N,) after one epoch at each of the batch sizes."""
    return _sweep(X, y, batch_sizes, lr_of, seed)


def _sweep(
    X: Tensor,
    y: Tensor,
    batch_sizes: Sequence[int],
    lr_of: RateOf,
    seed: int,
    *,
    reseed: bool = True,
    same_model: bool = False,
    num_epochs: int = 1,
    second_generator: bool = False,
    zero: bool = True,
    report: str = "all",
    **settings: bool,
) -> list[float]:
    """Run the sweep with one thing changed."""
    losses = []
    generator = torch.Generator().manual_seed(seed)
    model = mlp(2, 8, 2, generator=generator)
    for place, batch_size in enumerate(batch_sizes):
        if reseed:
            generator = torch.Generator().manual_seed(seed)
        if (reseed or place) and not (same_model and place):
            model = mlp(2, 8, 2, generator=generator)
        optimizer = torch.optim.SGD(model.parameters(), lr=lr_of(batch_size))
        if second_generator:
            generator = torch.Generator().manual_seed(seed)
        cut = {"shuffle": True, "generator": generator} | settings
        seen = []
        for _ in range(num_epochs):
            for X_batch, y_batch in TensorBatches(X, y, batch_size=batch_size, **cut):  # type: ignore[arg-type]
                loss = F.cross_entropy(model(X_batch), y_batch)
                if zero:
                    optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                seen.append(loss.item())
        with torch.no_grad():
            final = F.cross_entropy(model(X), y).item()
        losses.append({"all": final, "last": seen[-1], "mean": sum(seen) / len(seen)}[report])
    return losses


def _by_index(
    X: Tensor, y: Tensor, batch_sizes: Sequence[int], lr_of: RateOf, seed: int
) -> list[float]:
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
        losses.append(F.cross_entropy(model(X), y).item())
    return losses


def _ask(answer: Sweep, num: int, batch_sizes: list[int], lr_of: RateOf, seed: int) -> Tensor:
    """Return the losses of the answer on `num` points of two classes."""
    generator = torch.Generator().manual_seed(11)
    X = torch.randn(num, 2, generator=generator)
    y = (X[:, 0] * X[:, 1] + X[:, 0] > 0).long()
    losses = answer(X, y, list(batch_sizes), lr_of, seed)
    return torch.stack([torch.as_tensor(loss).detach().double() for loss in losses])


SWEEP = Exercise(
    number="10.7",
    title="A batch-size sweep",
    level="build",
    learned="the same start and order for each size, so that only the size differs",
    cases=(
        Case("64 points, B = 64, 16, 4, rate B/40", (64, [64, 16, 4], lambda b: b / 40, 0), _ask),
        Case("50 points, B = 8, 7, rate 0.3", (50, [8, 7], lambda b: 0.3, 3), _ask),
        Case("20 points, B = 20 twice, rate 1", (20, [20, 20], lambda b: 1.0, 5), _ask),
    ),
    reference=sweep,
    correct=(_by_index, lambda *task: torch.tensor(sweep(*task))),
    mistakes=(
        Mistake(
            "goes on with the same network",
            lambda *task: _sweep(*task, same_model=True),
            "The first loss is right, the later ones are too good: the second batch size goes on "
            "with the network that the first one left. What has to be new for each size?",
        ),
        Mistake(
            "one generator for all sizes",
            lambda *task: _sweep(*task, reseed=False),
            "Each size has a new network, but the generator has moved on in between, so it is "
            "another one. What makes the start the same for each size?",
        ),
        Mistake(
            "a second generator for the order",
            lambda *task: _sweep(*task, second_generator=True),
            "The network is right, the order is not: it was drawn from a generator of its own with "
            "the same seed. Which generator should draw first the network and then the order?",
        ),
        Mistake(
            "gradients pile up",
            lambda *task: _sweep(*task, zero=False),
            "Right with one batch an epoch, wrong with several: what does `.backward()` do to the "
            "gradients that are already there?",
        ),
        Mistake(
            "not shuffled",
            lambda *task: _sweep(*task, shuffle=False),
            "The start is right, the order is not: the examples come as they are stored. Which "
            "setting of TensorBatches changes that, and what does it draw from?",
        ),
        Mistake(
            "drops the last batch",
            lambda *task: _sweep(*task, drop_last=True),
            "Right where the batch size divides the number of examples. Where do the others go?",
        ),
        Mistake(
            "one rate for all",
            lambda X, y, batch_sizes, lr_of, seed: sweep(
                X, y, batch_sizes, lambda _: lr_of(batch_sizes[0]), seed
            ),
            "Every size was trained with the rate of the first. `lr_of` is a function: what "
            "should it be asked, and when?",
        ),
        Mistake(
            "the loss of the last batch",
            lambda *task: _sweep(*task, report="last"),
            "This is the loss of the last batch, before its step. The question is how good the "
            "network is afterwards: on which examples?",
        ),
        Mistake(
            "the mean of the losses on the way",
            lambda *task: _sweep(*task, report="mean"),
            "This averages the losses on the way, while the network was changing. Ask the network "
            "once, after the epoch: on which examples?",
        ),
        Mistake(
            "two epochs",
            lambda *task: _sweep(*task, num_epochs=2),
            "The losses are lower than they should be, or the rate has done its work twice: how "
            "often does each example come in one epoch?",
        ),
    ),
    seconds=20.0,
)
