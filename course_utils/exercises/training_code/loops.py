"""The loop of exercise 11.5 with one thing done otherwise."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import mse_loss
from torch.utils.data import DataLoader

from course_utils.training import load_checkpoint, save_checkpoint

Optimizer = torch.optim.Optimizer
LossFn = Callable[[Tensor, Tensor], Tensor]


def _train_to(
    path: Path,
    model: nn.Module,
    optimizer: Optimizer,
    loader: DataLoader[Any],
    epochs: int,
    *,
    todo: Callable[[int, int], Sequence[int]] = lambda done, epochs: range(done + 1, epochs + 1),
    saved: Callable[[int, int], int | None] = lambda done, epochs: max(done, epochs),
    returned: Callable[[int, int, list[int]], Any] = lambda done, epochs, trained: trained,
    order: str = "saved and loaded",
    parts: str = "model and optimizer",
) -> Any:
    assert loader.generator is not None
    generators: Any = [loader.generator] if "saved" in order else []
    generators = [loader] if "loader" in order else generators
    generators = loader.generator if "alone" in order else generators
    done = 0
    if path.exists():
        states = [torch.Generator() for _ in generators] if "loaded" not in order else generators
        into = model if "model" in parts else copy.deepcopy(model)
        how = optimizer if "optimizer" in parts else None
        done = load_checkpoint(path, into, how, generators=states).epoch
    if done and "seed" in order:
        loader.generator.manual_seed(0)
    trained = list(todo(done, epochs))
    for _ in trained:
        train_epoch(model, loader, mse_loss, optimizer)
    number = saved(done, epochs)
    if number is not None:
        save_checkpoint(path, model, optimizer, epoch=number, generators=generators)
    return returned(done, epochs, trained)


def altered(**changes: Any) -> Callable[..., Any]:
    """Return the answer with something else to do, to save, to load or to return."""
    return lambda *given: _train_to(*given, **changes)


def train_epoch(
    model: nn.Module, loader: DataLoader[Any], loss_fn: LossFn, optimizer: Optimizer
) -> None:
    """Train a model for one epoch, as the function of section 11.2 does."""
    model.train()
    for X, y in loader:
        loss = loss_fn(model(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
