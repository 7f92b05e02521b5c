"""What a model, a loss, an optimizer, … must be: one sentence for what is something else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from torch import nn

from course_utils.training.converting import as_integer
from course_utils.training.history import Row, plain_row
from course_utils.training.reach import Generator


def named(thing: Any) -> str:
    """Return what a thing is: a class by its name, others by that of their type."""
    return f"the class {thing.__name__}" if isinstance(thing, type) else type(thing).__name__


def check_model(model: Any) -> None:
    """Raise ValueError unless a model is an nn.Module, which has parameters and modes."""
    if not isinstance(model, nn.Module):
        remedy = "call it" if isinstance(model, type) else "pass nn.Linear(2, 1), say"
        raise ValueError(f"model must be an nn.Module, got {named(model)}: {remedy}.")


def check_loss_fn(loss_fn: Any) -> None:
    """Raise ValueError unless a loss can be called with outputs and targets."""
    if not callable(loss_fn) or isinstance(loss_fn, type):
        remedy = "call it" if isinstance(loss_fn, type) else "pass nn.MSELoss(), say"
        raise ValueError(
            f"loss_fn must be a function of (outputs, y), got {named(loss_fn)}: {remedy}."
        )


def check_optimizer(optimizer: Any) -> None:
    """Raise ValueError for what does not look like an optimizer."""
    if isinstance(optimizer, type) or not hasattr(optimizer, "param_groups"):
        raise ValueError(
            f"optimizer must be one of torch.optim, got {named(optimizer)}: pass "
            "torch.optim.SGD(model.parameters(), lr=0.1), say."
        )


def check_scheduler(scheduler: Any) -> None:
    """Raise ValueError for what does not look like a scheduler."""
    if isinstance(scheduler, type) or not hasattr(scheduler, "step"):
        raise ValueError(
            f"scheduler must be one of torch.optim.lr_scheduler, got {named(scheduler)}: pass "
            "StepLR(optimizer, step_size=10), say."
        )


def check_path(path: Any) -> None:
    """Raise TypeError for what is no path of a file."""
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"path must be a text or a Path, got {named(path)}: write 'runs/mine.pt'.")


def generators_in(generators: Any) -> tuple[Generator, ...]:
    """Return the generators. Raises ValueError for anything else, and for one without a list."""
    found = tuple(generators) if isinstance(generators, Iterable) else ()
    if not isinstance(generators, Iterable) or not all(isinstance(it, Generator) for it in found):
        got = ", ".join(map(named, found)) or named(generators)
        raise ValueError(
            "generators must be a list of those of PyTorch, NumPy or Python, "
            f"got {got}: write generators=[generator]."
        )
    return found


def count_of(epoch: Any) -> int:
    """Return how many epochs are finished. Raises ValueError if that is no integer from 0 up."""
    count = as_integer(epoch)
    if count is None or count < 0:
        raise ValueError(f"epoch must be an integer from 0 up, got {epoch!r}: 0 before the first.")
    return count


def rows_of(history: Any) -> list[Row]:
    """Return the rows of a DataFrame or a list as dicts of Python's numbers.

    Raises ValueError for anything else.
    """
    is_frame = hasattr(history, "to_dict") and hasattr(history, "columns")
    rows = history.to_dict("records") if is_frame else history
    if not isinstance(rows, Sequence) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(
            "history must be a DataFrame or a list of dicts, one an epoch, "
            f"got {named(history)}: write [{{'epoch': 1, 'train_loss': 0.5}}], say."
        )
    return [plain_row(row) for row in rows]
