"""Exercise 11.5 of notebook 11: going on up to a total number of epochs."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import mse_loss
from torch.utils.data import DataLoader, TensorDataset

from course_utils import data
from course_utils.exercises import Case, Exercise
from course_utils.exercises.training_code import solutions
from course_utils.exercises.training_code.loops import Optimizer, altered, train_epoch
from course_utils.exercises.training_code.resuming_mistakes import MISTAKES
from course_utils.models import mlp


class Loader(DataLoader[Any]):
    """PyTorch's, but it remembers the state from which each epoch's order was drawn."""

    states: list[Tensor]

    def __iter__(self) -> Any:
        assert self.generator is not None
        self.states = [*getattr(self, "states", []), self.generator.get_state()]
        return super().__iter__()


def _fresh(seed: int) -> tuple[nn.Module, Optimizer, Loader]:
    own = torch.Generator().manual_seed(seed)
    model = mlp(1, 3, 1, generator=own)
    X, y = data.wavy_line(12, generator=torch.Generator().manual_seed(0))
    points = TensorDataset(X / 10 - 1, y / 10)
    loader = Loader(points, batch_size=5, shuffle=True, generator=own)
    loader.states = []
    return model, torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9), loader


def _called(answer: Any, *totals: int) -> tuple[list[Any], list[int], nn.Module, Loader]:
    """Call the answer for each total, always with parts built anew from another seed."""
    returned, trained = [], []
    with tempfile.TemporaryDirectory() as folder:
        for seed, total in enumerate(totals):
            model, optimizer, loader = _fresh(seed)
            path = Path(folder) / "run.pt"
            returned.append(answer(path, model, optimizer, loader, total))
            trained.append(len(loader.states))
    return returned, trained, model, loader


@functools.cache
def _unbroken(seed: int, epochs: int) -> tuple[list[Tensor], list[Tensor]]:
    """Return the parameters after so many epochs, and the states from which the orders came."""
    model, optimizer, loader = _fresh(seed)
    for _ in range(epochs):
        train_epoch(model, loader, mse_loss, optimizer)
    return [parameter.detach() for parameter in model.parameters()], loader.states


def _returned(answer: Any, *totals: int) -> tuple[Any, ...]:
    return tuple(_called(answer, *totals)[0])


def _num_trained(answer: Any, *totals: int) -> tuple[int, ...]:
    return tuple(_called(answer, *totals)[1])


def _order(answer: Any, first: int, total: int) -> str:
    """Whether a resumed run shuffles as a run without a break would."""
    resumed = _called(answer, first, total)[3]
    if not resumed.states:
        return "no batch after the break"
    for words, seed, place in (
        ("the order of a run without a break", 0, first),
        ("the order of a run that begins anew", 1, 0),
    ):
        if torch.equal(resumed.states[0], _unbroken(seed, place + 1)[1][place]):
            return words
    return "another order after the break"


def _same_end(answer: Any, *totals: int) -> str:
    """Whether the parameters are those of a run without a break."""
    model = _called(answer, *totals)[2]
    last = len(totals) - 1
    for words, other in (
        ("the parameters of a run without a break", _unbroken(0, totals[-1])[0]),
        ("the parameters of a model that was not trained", _unbroken(last, 0)[0]),
        ("the parameters of a run that begins anew", _unbroken(last, totals[-1])[0]),
    ):
        pairs = zip(model.parameters(), other, strict=True)
        if all(torch.allclose(one, its, atol=1e-6) for one, its in pairs):
            return words
    return "other parameters"


TRAIN_TO = Exercise(
    number="11.5",
    name="train_to",
    title="Up to a total number of epochs",
    level="change",
    hints=(
        "Two things are to be mended: which epochs are trained, and in which order the batches "
        "come. The table of section 11.7 lists what a run consists of. What of that does this "
        "loop neither save nor load?",
        "`load_checkpoint(…)` brings the number of epochs done, as `.epoch`, and the loop drops "
        "it. Keep it under a name that is 0 where there is no file. The list of generators "
        "belongs into both calls, of saving and of loading.",
        "Before the `if` comes `done = 0`. Left to train is then `range(done + 1, epochs + 1)`. "
        "Try it on paper: 20 done and 30 asked, then 30 done and 20 asked. The number to save is "
        "the larger of the two. Both calls get `generators=[loader.generator]`.",
    ),
    learned="epochs count from the beginning, and the order of the batches is part of the run",
    cases=(
        Case("no file yet, 3 asked: what is returned", (3,), _returned),
        Case("2 asked, and then 5: what is returned", (2, 5), _returned),
        Case("2 asked, and then 2 again: what is returned", (2, 2), _returned),
        Case("2 asked, and then 5: how many epochs are trained", (2, 5), _num_trained),
        Case("2 asked, and then 5: the order of the batches", (2, 5), _order),
        Case("2 asked, and then 5: the parameters", (2, 5), _same_end),
        Case("2 asked, and then 2 again: the parameters", (2, 2), _same_end),
        Case("1 asked, then 3, and then 4: how many epochs are trained", (1, 3, 4), _num_trained),
        Case("3 asked, then 2, and then 4: how many epochs are trained", (3, 2, 4), _num_trained),
    ),
    reference=solutions.train_to,
    correct=(
        altered(saved=lambda done, epochs: epochs if epochs > done else None),
        altered(todo=lambda done, epochs: [1 + i for i in range(epochs)][done:]),
        altered(returned=lambda done, epochs, trained: torch.tensor(trained)),
    ),
    mistakes=MISTAKES,
)
