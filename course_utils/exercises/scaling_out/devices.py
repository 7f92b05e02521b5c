"""Exercise 12.1 of notebook 12: code for any device."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from course_utils.exercises import Case, Exercise, Mistake

Mean = Callable[[Tensor], Tensor]


def recent_mean(X: Tensor) -> Tensor:
    """Return the mean (features,) of X (N, features), where row i has the weight i + 1."""
    weights = torch.arange(1.0, len(X) + 1, device=X.device)
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def _moved(X: Tensor) -> Tensor:
    weights = torch.arange(1, len(X) + 1).to(X)
    return weights @ X / weights.sum()


def _grown_from_x(X: Tensor) -> Tensor:
    weights = torch.ones_like(X).cumsum(dim=0)
    return (weights * X).sum(dim=0) / weights[:, 0].sum()


def _on_the_cpu(X: Tensor) -> Tensor:
    weights = torch.arange(1.0, len(X) + 1)
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def _all_to_the_cpu(X: Tensor) -> Tensor:
    return recent_mean(X.cpu()).to(X.device)


def _on_a_gpu_by_name(X: Tensor) -> Tensor:
    weights = torch.arange(1.0, len(X) + 1, device="cuda:99")
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


def _with_a_loop(X: Tensor) -> Tensor:
    total = sum((i + 1) * float(entry) for i, entry in enumerate(X[:, 0]))
    weights = torch.arange(1.0, len(X) + 1, device=X.device)
    return recent_mean(X) + 0 * total * weights[0]


def _ask_values(answer: Mean, num: int, shift: float) -> Tensor:
    return answer(torch.arange(2.0 * num).reshape(num, 2) ** 2 - shift)


def _at_home(X: Tensor) -> Tensor:
    weights = torch.arange(1.0, len(X) + 1, device="cpu")
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


class _Products(TorchDispatchMode):
    """Notices matrix products of two devices, which meta lets through and a GPU does not."""

    mixed = False

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> object:
        if func in (torch.ops.aten.mm.default, torch.ops.aten.bmm.default):
            self.mixed |= args[0].device != args[1].device
        return func(*args, **(kwargs or {}))


def _ask_device(answer: Mean, num: int) -> str:
    with _Products() as products:
        result = answer(torch.ones(num, 3, device="meta"))
    where = "on the device of X" if result.device.type == "meta" else "on another device than X"
    how = ", from a matrix product of X with a tensor on the CPU" if products.mixed else ""
    return f"a result of shape {tuple(result.shape)} {where}{how}"


def _ask_at_home_on_meta(answer: Mean, num: int) -> str:
    with torch.device("meta"):  # a name from outside misses here, too; the given code does not
        return _ask_device(answer, num)


RECENT_MEAN = Exercise(
    number="12.1",
    title="A mean that runs on any device",
    level="change",
    learned="a new tensor takes its device from a tensor that is there",
    cases=(
        Case("4 rows of numbers on the CPU", (4, 1.0), _ask_values),
        Case("7 rows of numbers on the CPU", (7, 30.0), _ask_values),
        Case("5 rows on the device meta", (5,), _ask_device),
        Case("3 rows on meta, where new tensors go as well", (3,), _ask_at_home_on_meta),
    ),
    reference=recent_mean,
    correct=(_moved, _grown_from_x),
    mistakes=(
        Mistake("weights on the CPU", _on_the_cpu, given=True),
        Mistake(
            "a device from outside",
            _at_home,
            "The weights get a device now, but one that was chosen without a look at X. Which "
            "device is right, if X may live anywhere?",
        ),
        Mistake(
            "X goes to the CPU",
            _all_to_the_cpu,
            "This carries all of X to the CPU, and a real device would have to be waited for. "
            "Which of the two tensors is the one that lives in the wrong place?",
        ),
        Mistake(
            "a GPU by its number",
            _on_a_gpu_by_name,
            "A name in quotes is right on one machine. Who knows, inside the function, where the "
            "numbers live?",
        ),
        Mistake(
            "reads numbers one by one",
            _with_a_loop,
            "float() asks the device for a number, and meta has none. Can it be done without "
            "looking at a single entry?",
        ),
        Mistake(
            "no division",
            lambda X: (torch.arange(1.0, len(X) + 1, device=X.device)[:, None] * X).sum(dim=0),
            "The device is right now. But the weights have to be divided by their sum, as they "
            "were before.",
        ),
        Mistake(
            "equal weights",
            lambda X: X.mean(dim=0),
            "It runs everywhere, but each row now counts the same. Row i should have the weight "
            "i + 1.",
        ),
    ),
)
