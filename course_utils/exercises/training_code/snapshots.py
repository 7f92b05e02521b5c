"""Exercise 11.3 of notebook 11: a hook that saves the parameters every few epochs."""

from __future__ import annotations

import copy
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import nn

from course_utils.exercises import Case, Exercise, Mistake

Hook = Callable[[dict[str, Any]], Any]


def snapshots(model: nn.Module, folder: Path, every: int) -> Hook:
    """Return a hook that saves the state_dict as epoch_005.pt and so on, every `every` epochs."""

    def on_epoch(row: dict[str, Any]) -> None:
        if row["epoch"] % every == 0:
            torch.save(model.state_dict(), folder / f"epoch_{row['epoch']:03d}.pt")

    return on_epoch


def _hook(
    model: nn.Module,
    folder: Path,
    every: int,
    *,
    name: str = "epoch_{:03d}.pt",
    first: int = 0,
    contents: Callable[[nn.Module], Any] = nn.Module.state_dict,
    result: Any = None,
) -> Hook:
    def on_epoch(row: dict[str, Any]) -> Any:
        if row["epoch"] % every != first % every:
            return None
        torch.save(contents(model), Path(folder) / name.format(row["epoch"]))
        return result

    return on_epoch


def _with(**changes: Any) -> Callable[..., Hook]:
    return lambda model, folder, every: _hook(model, folder, every, **changes)


def _live_states(model: nn.Module, folder: Path, every: int) -> Hook:
    states = model.state_dict()  # the tensors in use: they change with the model
    return lambda row: (
        None if row["epoch"] % every else torch.save(states, folder / f"epoch_{row['epoch']:03}.pt")
    )


def _states_of_the_start(model: nn.Module, folder: Path, every: int) -> Hook:
    states = copy.deepcopy(model.state_dict())
    return _hook(model, folder, every, contents=lambda _: states)


def _saves_once(model: nn.Module, folder: Path, every: int) -> None:
    torch.save(model.state_dict(), folder / f"epoch_{every:03d}.pt")


def _run(answer: Any, every: int, epochs: int, folder: Path) -> list[Any]:
    """Let the hook see all epochs, in each of which the weight is its number."""
    model = nn.Linear(1, 1)
    hook = answer(model, folder, every)
    said = []
    for epoch in range(1, epochs + 1):
        nn.init.constant_(model.weight, epoch)
        said.append(hook({"epoch": epoch, "val_loss": 1 / epoch}))
    return said


def _names(answer: Any, every: int, epochs: int) -> str:
    with tempfile.TemporaryDirectory() as name:
        _run(answer, every, epochs, Path(name))
        files = sorted(path.name for path in Path(name).iterdir())
    return "files " + ", ".join(files) if files else "no file"


def _contents(answer: Any, every: int, epochs: int) -> str:
    with tempfile.TemporaryDirectory() as name:
        _run(answer, every, epochs, Path(name))
        try:
            states = [torch.load(p, weights_only=True) for p in sorted(Path(name).iterdir())]
            weights = [round(state["weight"].item()) for state in states]
        except pickle.UnpicklingError:
            return "a Python object that weights_only=True refuses"
        except (KeyError, TypeError, AttributeError, ValueError):
            return "something else than a state_dict"
    return "the parameters of epochs " + ", ".join(map(str, weights))


def _goes_on(answer: Any, every: int, epochs: int) -> str:
    with tempfile.TemporaryDirectory() as name:
        said = _run(answer, every, epochs, Path(name))
    ended = next((epoch for epoch, word in enumerate(said, start=1) if word), None)
    return f"the training ends after epoch {ended}" if ended else "the training goes on"


SNAPSHOTS = Exercise(
    number="11.3",
    title="A snapshot every few epochs",
    level="build",
    learned="a hook is a function of the row that remembers the rest; its return value counts",
    cases=(
        Case("every 2 of 6 epochs: which files", (2, 6), _names),
        Case("every 50 of 130 epochs: which files", (50, 130), _names),
        Case("every 4 of 3 epochs: which files", (4, 3), _names),
        Case("every 3 of 7 epochs: what is in the files", (3, 7), _contents),
        Case("every 2 of 6 epochs: how far the training comes", (2, 6), _goes_on),
    ),
    reference=snapshots,
    correct=(_live_states, _with(result=False), _with(contents=lambda m: dict(m.state_dict()))),
    mistakes=(
        Mistake(
            "one name for all",
            _with(name="epoch.pt"),
            "Each snapshot overwrites the one before. What should differ from file to file?",
        ),
        Mistake(
            "no zeros in the name",
            _with(name="epoch_{}.pt"),
            "The epochs are right, the names are not: three digits each, so that files sort in the "
            "order of time.",
        ),
        Mistake(
            "begins with epoch 1",
            _with(first=1),
            "The first snapshot comes in epoch 1. For which epochs is the remainder of a division "
            "by `every` zero?",
        ),
        Mistake(
            "in all epochs",
            lambda model, folder, every: _hook(model, folder, 1),
            "A file in each epoch: `every` has no effect.",
        ),
        Mistake(
            "ends the training",
            _with(result=True),
            "The files are right, but the training ends at the first of them. What does a hook say "
            "by returning something true?",
        ),
        Mistake(
            "the whole model",
            _with(contents=lambda model: model),
            "The file holds the model as a Python object, which cannot be loaded with "
            "weights_only=True. What holds the tensors alone?",
        ),
        Mistake(
            "a dictionary around it",
            _with(contents=lambda model: {"model": model.state_dict()}),
            "There is something around the parameters. The file should hold the state_dict itself.",
        ),
        Mistake(
            "the start, again and again",
            _states_of_the_start,
            "All files hold the same parameters, those of the beginning. When should the copy be "
            "made?",
        ),
        Mistake(
            "saves once, and returns no hook",
            _saves_once,
            "Something is saved when `snapshots` is called, before any epoch. What should it give "
            "back for `train` to call later?",
        ),
    ),
)
