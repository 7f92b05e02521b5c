"""The sweep of exercise 10.5, what it becomes when one thing is changed, and a part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.models import mlp
from course_utils.training import TensorBatches

RateOf = Callable[[int], float]


def train_on(
    model: nn.Module, optimizer: torch.optim.Optimizer, batches: Iterable[tuple[Tensor, Tensor]]
) -> None:
    """Take a step for each batch X (B, 2), y (B,), as in section 10.2 of the notebook."""
    for X_batch, y_batch in batches:
        F.cross_entropy(model(X_batch), y_batch).backward()
        optimizer.step()
        optimizer.zero_grad()


def changed_sweep(
    X: Tensor,
    y: Tensor,
    batch_sizes: Sequence[int],
    lr_of: RateOf,
    seed: int,
    *,
    fresh: str = "generator, network",
    num_epochs: int = 1,
    order: str = "same generator",
    zero: str = "each step",
    report: str = "all",
    make: Callable[..., torch.optim.Optimizer] = torch.optim.SGD,
    reduction: str = "mean",
    **settings: bool,
) -> list[float]:
    """Run the sweep with one thing changed; with none, it is the one that is asked for."""
    losses: list[float] = []
    generator = torch.Generator().manual_seed(seed)
    model: nn.Module | None = None
    for batch_size in batch_sizes:
        if "generator" in fresh:
            generator = torch.Generator().manual_seed(seed)
        rows = torch.arange(len(X))
        if order == "first":
            torch.randperm(len(X), generator=generator)
        if order == "before the network":
            rows = torch.randperm(len(X), generator=generator)
        if "network" in fresh or model is None:
            model = mlp(2, 8, 2, generator=generator)
        optimizer = make(model.parameters(), lr=lr_of(batch_size))
        if order == "own generator":
            generator = torch.Generator().manual_seed(seed)
        cut = {"shuffle": True, "generator": generator} | settings
        if order == "before the network":
            cut = {"shuffle": False}
        seen = [F.cross_entropy(model(X), y).item()] if report == "before" else []
        for _ in range(num_epochs):
            for X_batch, y_batch in TensorBatches(X[rows], y[rows], batch_size=batch_size, **cut):  # type: ignore[arg-type]
                loss = F.cross_entropy(model(X_batch), y_batch, reduction=reduction)
                if zero == "each step":
                    optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                seen.append(loss.item())
        with torch.no_grad():
            asked = (X_batch, y_batch) if report == "last after" else (X, y)
            logits = model(asked[0])
            final = F.cross_entropy(logits, asked[1]).item()
        reports = {"last": seen[-1], "mean": sum(seen) / len(seen), "first": seen[0]}
        reports["right"] = (logits.argmax(dim=1) == asked[1]).double().mean().item()
        losses.append({**reports, "before": seen[0]}.get(report, final))
    return losses
