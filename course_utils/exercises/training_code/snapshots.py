"""Exercise 11.3 of notebook 11: a hook that saves the parameters every few epochs."""

from __future__ import annotations

import contextlib
import pickle
import re
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import nn

from course_utils.exercises import Case, Exercise
from course_utils.exercises.training_code import hooks, solutions
from course_utils.exercises.training_code.snapshot_mistakes import MISTAKES


class _Epoch(NamedTuple):
    """What was found after an epoch: new files by name with their contents, and the hook's word."""

    number: int
    files: dict[str, Any]
    said: Any


def _run(answer: Any, every: int, epochs: int) -> list[_Epoch]:
    """Let the hook see all epochs, in each of which the weight is its number."""
    model = nn.Linear(1, 1)
    found = []
    with (
        tempfile.TemporaryDirectory() as name,
        tempfile.TemporaryDirectory() as elsewhere,
        contextlib.chdir(elsewhere),  # where a hook writes that forgets its folder
    ):
        hook = answer(model, Path(name), every)
        for epoch in range(1, epochs + 1):
            nn.init.constant_(model.weight, epoch)
            said = hook({"epoch": epoch, "val_loss": 1 / epoch})
            files = {}
            for path in sorted(Path(name).iterdir()):
                files[path.name] = _loaded(path)
                path.unlink()
            found.append(_Epoch(epoch, files, said))
    return found


def _loaded(path: Path) -> Any:
    try:
        return torch.load(path, weights_only=True)
    except pickle.UnpicklingError:
        return "a Python object that weights_only=True refuses"


def _when(answer: Any, every: int, epochs: int) -> str:
    """In which epochs a file is written, against those in which one should be."""
    got = {epoch.number for epoch in _run(answer, every, epochs) if epoch.files}
    numbers = set(range(1, epochs + 1))
    wanted = {number for number in numbers if number % every == 0}
    if got == wanted:
        return "in the right epochs" if wanted else "never"
    known = {
        "never": set(),
        "in each epoch": numbers,
        "in all the other epochs": numbers - wanted,
        "an epoch too early": {number - 1 for number in wanted} - {0},
        "an epoch too late": {1, *(number + 1 for number in wanted)} & numbers,
        "in the right epochs, and in the first": wanted | {1},
        "in all epochs from the first right one on": set(range(every, epochs + 1)),
        "in all epochs before the first right one": set(range(1, min(every, epochs + 1))),
    }
    for words, those in known.items():
        if got == those:
            return words
    if got < wanted:
        return "in some of the right epochs only"
    return "in the right epochs and in others" if got > wanted else "in other epochs"


def _form(answer: Any, every: int, epochs: int) -> str:
    """What the names look like."""
    names = [name for epoch in _run(answer, every, epochs) for name in epoch.files]
    if not names:
        return "no file"
    if all(re.fullmatch(r"epoch_\d\d\d\.pt", name) for name in names):
        return "epoch_, three digits and .pt"
    for form, words in (
        (r"epoch_\d+\.pt", "epoch_ and .pt, with another number of digits between"),
        (r"epoch_ +\d+\.pt", "blanks before the number"),
        (r".*[{}%].*", "the form of the name, with nothing filled in"),
        (r"\D*", "names without a number"),
        (r".*(?<!\.pt)", "names that do not end in .pt"),
    ):
        if all(re.fullmatch(form, name) for name in names):
            return words
    return "names of another form"


def _numbers(answer: Any, every: int, epochs: int) -> str:
    """Which number is in a name, against the epoch in which it was written."""
    pairs = [(epoch.number, name) for epoch in _run(answer, every, epochs) for name in epoch.files]
    found = [(epoch, re.findall(r"\d+", name)) for epoch, name in pairs]
    if not found:
        return "no file"
    if all(len(numbers) != 1 for _, numbers in found):
        return "no number in the names"
    gaps = {int(numbers[0]) - epoch for epoch, numbers in found if numbers}
    if gaps == {0}:
        return "each name has the number of its epoch"
    if len({tuple(numbers) for _, numbers in found}) == 1 and len(found) > 1:
        return "the same number in all names"
    return "the number of a neighbouring epoch" if gaps in ({1}, {-1}) else "another number"


def _contents(answer: Any, every: int, epochs: int) -> str:
    """What a file holds."""
    found = [(epoch.number, it) for epoch in _run(answer, every, epochs) for it in _of(epoch)]
    if not found:
        return "no file"
    for number, state in found:
        if isinstance(state, str):
            return state
        if not isinstance(state, dict):
            return "something else than a state_dict"
        if set(state) != {"weight", "bias"}:
            within = any(isinstance(part, dict) for part in state.values())
            return f"a dictionary {'around the state_dict' if within else 'of other things'}"
        if round(state["weight"].item()) != number:
            return "a state_dict of another time"
    return "the state_dict of its epoch"


def _of(epoch: _Epoch) -> list[Any]:
    return list(epoch.files.values())


def _goes_on(answer: Any, every: int, epochs: int) -> str:
    said = [epoch.said for epoch in _run(answer, every, epochs)]
    return "the training ends early" if any(said) else "the training goes on"


SNAPSHOTS = Exercise(
    number="11.3",
    name="snapshots",
    title="A snapshot every few epochs",
    level="build",
    hints=(
        "`watch` in section 11.6 is a function that makes a function: the hook, which "
        "remembers. Yours has the same shape. It remembers the model, the folder and `every`.",
        'Write the inner function first; it takes a `row`. `row["epoch"]` counts from 1. The '
        "remainder `a % b` is 0 where b divides a. `torch.save(what, where)` writes a file, and "
        '`folder / "name"` is a place in the folder.',
        'An f-string makes the name: `f"{7:03d}"` is `007`. Inside the hook stand an `if`, below '
        "it one `torch.save`, and no `return`. Then `snapshots` needs one more line: how does "
        "`watch` end?",
    ),
    learned="a hook is a function of the row that remembers the rest; its return value counts",
    cases=(
        Case("every 3 of 8 epochs: when a file is written", (3, 8), _when),
        Case("every 50 of 130 epochs: when a file is written", (50, 130), _when),
        Case("every 4 of 3 epochs: when a file is written", (4, 3), _when),
        Case("every 1 of 3 epochs: when a file is written", (1, 3), _when),
        Case("every 2 of 6 epochs: the form of the names", (2, 6), _form),
        Case("every 50 of 100 epochs: the form of the names", (50, 100), _form),
        Case("every 2 of 6 epochs: the numbers in the names", (2, 6), _numbers),
        Case("every 3 of 7 epochs: what is in the files", (3, 7), _contents),
        Case("every 2 of 6 epochs: how far the training comes", (2, 6), _goes_on),
    ),
    reference=solutions.snapshots,
    correct=(
        hooks.altered(result=False),
        hooks.altered(contents=lambda model: dict(model.state_dict())),
        hooks.altered(contents=lambda model: {k: v.clone() for k, v in model.state_dict().items()}),
    ),
    mistakes=MISTAKES,
)
