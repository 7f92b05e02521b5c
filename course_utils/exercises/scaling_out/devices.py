"""Exercise 12.1 of notebook 12: code for any device."""

from __future__ import annotations

from typing import Any
from unittest import mock

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode

from course_utils.exercises import Case, Exercise
from course_utils.exercises.scaling_out import solutions
from course_utils.exercises.scaling_out.device_mistakes import MISTAKES
from course_utils.exercises.scaling_out.means import Mean, grown_from_x, moved


def _rows(num: int, shift: float) -> Tensor:
    return torch.arange(2.0 * num).reshape(num, 2) ** 2 - shift


class _Watch(TorchDispatchMode):
    """Notices copies to meta, and matrix products of two devices, which a GPU refuses.

    It also notices who asks for a GPU of this machine, and says that there is none.
    """

    mixed = moved = asked = False

    def is_available(self) -> bool:
        """Stand in for `torch.cuda.is_available`: an answer is told the same on every machine."""
        self.asked = True
        return False

    def __torch_dispatch__(
        self, func: Any, types: Any, args: Any = (), kwargs: Any = None
    ) -> object:
        if func in (torch.ops.aten.mm.default, torch.ops.aten.bmm.default):
            self.mixed |= args[0].device != args[1].device
        if func is torch.ops.aten._to_copy.default:
            self.moved |= torch.device((kwargs or {}).get("device") or "cpu").type == "meta"
        return func(*args, **(kwargs or {}))


def _ask_device(answer: Mean, num: int) -> str:
    watch = _Watch()
    with watch, mock.patch.object(torch.cuda, "is_available", watch.is_available):
        try:
            result = answer(torch.ones(num, 3, device="meta"))
        except RuntimeError:
            if watch.moved:
                return "something is copied to the device of X, but the copy is not used"
            if watch.asked:
                return "it asks which devices this machine has, and not where X is"
            raise
    where = "on the device of X" if result.device.type == "meta" else "on another device than X"
    how = ", from a matrix product of X with a tensor on the CPU" if watch.mixed else ""
    return f"a result of shape {tuple(result.shape)} {where}{how}"


def _ask_at_home_on_meta(answer: Mean, num: int) -> str:
    with torch.device("meta"):  # a name from outside misses here, too; the given code does not
        return _ask_device(answer, num)


RECENT_MEAN = Exercise(
    number="12.1",
    name="recent_mean",
    title="A mean that runs on any device",
    level="change",
    hints=(
        "Which tensor does this function make, and where? Which tensor is there already? Section "
        "12.1 says that every tensor knows its place.",
        "A new tensor lives on the CPU, unless the call says otherwise. `torch.arange` takes "
        "`device=`, as `torch.ones` does in the cell with `meta`.",
        "Only the line with `torch.arange` changes. Each tensor knows where it lives: `X.device`. "
        'You can try your function without a GPU: `recent_mean(torch.ones(4, 3, device="meta"))`.',
    ),
    learned="a new tensor takes its device from a tensor that is there",
    cases=(
        Case("4 rows of numbers on the CPU", (_rows(4, 1.0),)),
        Case("7 rows of numbers on the CPU", (_rows(7, 30.0),)),
        Case("a single row", (_rows(1, 3.0),)),
        Case("5 rows on the device meta", (5,), _ask_device),
        Case("3 rows on meta, where new tensors go as well", (3,), _ask_at_home_on_meta),
    ),
    reference=solutions.recent_mean,
    correct=(moved, grown_from_x),
    mistakes=MISTAKES,
)
