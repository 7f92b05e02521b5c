"""The loop that exercise 11.4 asks for, and the same with one thing done otherwise."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.nn.functional import mse_loss

from course_utils.training import TensorBatches, load_checkpoint, save_checkpoint

Optimizer = torch.optim.Optimizer


def train_to(
    path: Path, model: nn.Module, optimizer: Optimizer, batches: TensorBatches, epochs: int
) -> list[int]:
    """Train until `epochs` are done in all, counting those in the file; return those done now."""
    return _train_to(path, model, optimizer, batches, epochs)


def _train_to(
    path: Path,
    model: nn.Module,
    optimizer: Optimizer,
    batches: TensorBatches,
    epochs: int,
    *,
    todo: Callable[[int, int], Sequence[int]] = lambda done, epochs: range(done + 1, epochs + 1),
    saved: Callable[[int, int], int | None] = lambda done, epochs: epochs,
    returned: Callable[[int, int, list[int]], Any] = lambda done, epochs, trained: trained,
    order: str = "saved and loaded",
    parts: str = "model and optimizer",
) -> Any:
    assert batches.generator is not None
    generators: Any = [batches.generator] if "saved" in order else []
    generators = [batches] if "batches" in order else generators
    generators = batches.generator if "alone" in order else generators
    done = 0
    if path.exists():
        states = [torch.Generator() for _ in generators] if "loaded" not in order else generators
        into = model if "model" in parts else copy.deepcopy(model)
        how = optimizer if "optimizer" in parts else None
        done = load_checkpoint(path, into, how, generators=states).epoch
    if done and "seed" in order:
        batches.generator.manual_seed(0)
    trained = list(todo(done, epochs))
    for _ in trained:
        train_epoch(model, optimizer, batches)
    number = saved(done, epochs)
    if number is not None:
        save_checkpoint(path, model, optimizer, epoch=number, generators=generators)
    return returned(done, epochs, trained)


def altered(**changes: Any) -> Callable[..., Any]:
    """Return `train_to` with something else to do, to save, to load or to return."""
    return lambda *given: _train_to(*given, **changes)


def train_epoch(model: nn.Module, optimizer: Optimizer, batches: TensorBatches) -> None:
    """Train a model for one epoch."""
    model.train()
    for X, y in batches:
        optimizer.zero_grad()
        mse_loss(model(X), y).backward()
        optimizer.step()
