"""Exercise 11.4 of notebook 11: going on up to a total number of epochs."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import mse_loss

from course_utils import data
from course_utils.exercises import Case, Exercise, Mistake
from course_utils.models import mlp
from course_utils.training import TensorBatches, load_checkpoint, save_checkpoint

Batches = TensorBatches
Optimizer = torch.optim.Optimizer


def train_to(
    path: Path, model: nn.Module, optimizer: Optimizer, batches: Batches, epochs: int
) -> list[int]:
    """Train until `epochs` are done in all, counting those in the file; return those done now."""
    return _train_to(path, model, optimizer, batches, epochs)


def _train_to(
    path: Path,
    model: nn.Module,
    optimizer: Optimizer,
    batches: Batches,
    epochs: int,
    *,
    todo: Callable[[int, int], Sequence[int]] = lambda done, epochs: range(done + 1, epochs + 1),
    saved: Callable[[int, int], int] = lambda done, epochs: epochs,
    order: bool = True,
) -> list[int]:
    assert batches.generator is not None
    generators = [batches.generator] if order else []
    done = 0
    if path.exists():
        done = load_checkpoint(path, model, optimizer, generators=generators).epoch
    trained = list(todo(done, epochs))
    for _ in trained:
        _train_epoch(model, optimizer, batches)
    save_checkpoint(path, model, optimizer, epoch=saved(done, epochs), generators=generators)
    return trained


def _with(**changes: Any) -> Callable[..., list[int]]:
    return lambda *given: _train_to(*given, **changes)


def _train_epoch(model: nn.Module, optimizer: Optimizer, batches: Batches) -> None:
    model.train()
    for X, y in batches:
        optimizer.zero_grad()
        mse_loss(model(X), y).backward()
        optimizer.step()


def _fresh(seed: int) -> tuple[nn.Module, Optimizer, _Watched]:
    own = torch.Generator().manual_seed(seed)
    model = mlp(1, 4, 1, generator=own)
    X, y = data.wavy_line(20, generator=torch.Generator().manual_seed(0))
    batches = _Watched(X / 10 - 1, y / 10, batch_size=8, shuffle=True, generator=own)
    return model, torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9), batches


def _called(answer: Any, *totals: int) -> tuple[list[list[int]], nn.Module, _Watched]:
    """Call the answer for each total, always with parts built anew from another seed."""
    trained = []
    with tempfile.TemporaryDirectory() as folder:
        for seed, total in enumerate(totals):
            model, optimizer, batches = _fresh(seed)
            trained.append(answer(Path(folder) / "run.pt", model, optimizer, batches, total))
    return trained, model, batches


def _epochs(answer: Any, *totals: int) -> tuple[Any, ...]:
    return tuple(_called(answer, *totals)[0])


class _Watched(TensorBatches):
    """Batches that remember the state from which each epoch's order was drawn."""

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        assert self.generator is not None
        self.states = [*getattr(self, "states", []), self.generator.get_state()]
        return super().__iter__()


def _order(answer: Any, first: int, total: int) -> str:
    """Whether a resumed run shuffles as a run without a break would."""
    *_, resumed = _called(answer, first, total)
    _, _, unbroken = _fresh(0)
    for _ in range(first + 1):
        iter(unbroken)
    if not resumed.states:
        return "no batch after the break"
    goes_on = torch.equal(resumed.states[0], unbroken.states[first])
    return "the order of a run without a break" if goes_on else "another order after the break"


def _same_end(answer: Any, *totals: int) -> str:
    """Whether the parameters are those of a run without a break."""
    _, model, _ = _called(answer, *totals)
    unbroken, optimizer, batches = _fresh(0)
    for _ in range(totals[-1]):
        _train_epoch(unbroken, optimizer, batches)
    pairs = zip(model.parameters(), unbroken.parameters(), strict=True)
    alike = all(torch.allclose(one, other, atol=1e-6) for one, other in pairs)
    return "the parameters of a run without a break" if alike else "other parameters"


TRAIN_TO = Exercise(
    number="11.4",
    title="Up to a total number of epochs",
    level="change",
    learned="epochs count from the beginning, and the order of the batches is part of the run",
    cases=(
        Case("no file yet, 3 asked", (3,), _epochs),
        Case("2 asked, then 4, and then 7", (2, 4, 7), _epochs),
        Case("2 asked, and then 4: the order of the batches", (2, 4), _order),
        Case("2 asked, and then 4: the parameters", (2, 4), _same_end),
        Case("2 asked, and then 2 again: the parameters", (2, 2), _same_end),
    ),
    reference=train_to,
    correct=(
        _with(saved=max),
        _with(todo=lambda done, epochs: [1 + i for i in range(epochs)][done:]),
    ),
    mistakes=(
        Mistake(
            "as it was given",
            _with(todo=lambda done, epochs: range(1, epochs + 1), order=False),
            given=True,
        ),
        Mistake(
            "another order",
            _with(order=False),
            "The epochs are counted well now. But the resumed run sees its batches in another "
            "order. What does the order come from, and is it in the file?",
        ),
        Mistake(
            "counts anew",
            _with(todo=lambda done, epochs: range(1, epochs + 1)),
            "The order goes on where it was, but all epochs asked for are trained once more. What "
            "does `load_checkpoint` give back?",
        ),
        Mistake(
            "so many more",
            _with(
                todo=lambda done, epochs: range(done + 1, done + epochs + 1),
                saved=lambda done, epochs: done + epochs,
            ),
            "The numbers go on, but as many epochs as are asked for are added. A total is asked "
            "for: some of it is done.",
        ),
        Mistake(
            "so many more, in the old order",
            _with(todo=lambda done, epochs: range(done + 1, done + epochs + 1), order=False),
            "As many epochs as are asked for are added, and the order of the batches begins anew. "
            "Take one after the other: how many epochs are left?",
        ),
        Mistake(
            "numbers that begin at 0",
            _with(todo=range),
            "As many epochs as should be, numbered from 0. The first epoch is epoch 1.",
        ),
        Mistake(
            "the turns of the loop",
            _with(todo=lambda done, epochs: range(epochs - done)),
            "As many epochs as should be. But their numbers begin anew in each call, and at 0: "
            "which epoch of the whole run is the first one after the break?",
        ),
        Mistake(
            "one too few",
            _with(todo=lambda done, epochs: range(done + 1, epochs)),
            "The last epoch is missing. A range ends before its second number.",
        ),
        Mistake(
            "saves the number of those trained now",
            _with(saved=lambda done, epochs: epochs - done),
            "Resumed once, it is right. The second time it does some epochs again: which number "
            "should the file hold, the epochs of this call or those of the whole run?",
        ),
    ),
    seconds=10.0,
)
