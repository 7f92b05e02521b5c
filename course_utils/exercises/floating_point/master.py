"""Exercise 13.6 of notebook 13: weights in bfloat16, and a wide copy that takes the updates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.floating_point import solutions
from course_utils.exercises.floating_point.master_mistakes import MISTAKES

Gradient = Callable[[Tensor], Tensor]
Descend = Callable[[Tensor, Gradient, int], Any]


def _eighths(w: Tensor) -> Tensor:
    return torch.full_like(w, -0.125)


def _towards_three(w: Tensor) -> Tensor:
    return w - 3


def _kinds_seen(answer: Descend, w: Tensor, num_steps: int) -> str:
    """Say which types the gradient was given."""
    seen: set[str] = set()

    def gradient(weights: Tensor) -> Tensor:
        seen.add(str(weights.dtype).removeprefix("torch."))
        return torch.full_like(weights, 0.5)

    answer(w, gradient, num_steps)
    return " and ".join(sorted(seen)) or "never called"


def _kind_returned(answer: Descend, w: Tensor, num_steps: int) -> str:
    """Say whether the result is a tensor of 16 bits."""
    return "16 bits" if answer(w, _eighths, num_steps).element_size() == 2 else "wide"


def _copied(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    master = w.clone()
    for _ in range(num_steps):
        master -= gradient(master.to(torch.bfloat16)).to(torch.float32) / 128
    return master


def _in_float64(w: Tensor, gradient: Gradient, num_steps: int) -> Tensor:
    wide = w.double()
    for _ in range(num_steps):
        wide = wide - gradient(wide.bfloat16()) / 128
    return wide.float()


MASTER_WEIGHTS = Exercise(
    number="13.6",
    name="descend",
    title="Master weights",
    level="change",
    hints=(
        "Call it with `torch.tensor([1.0, 0.3])`, the gradient `lambda w: torch.full_like(w, "
        "-0.125)` and 1,000 steps, and compare with the right 1.98 and 1.28. In which line does "
        "an update of 0.001 meet a weight of 8 binary digits?",
        "Two kinds of weights are needed: wide ones, which take the updates, and rounded ones, "
        "which the gradient sees. Only one of the two has to last from step to step.",
        "Strike the first line, so that `w` stays in float32, and round only what is handed to "
        "`gradient`: `gradient(w.bfloat16())`.",
    ),
    learned="round what the gradient sees, and keep the weights themselves wide",
    cases=(
        Case(
            "300 updates of 0.001",
            (torch.tensor([4.0, 1.0, 0.1, -2.0]), _eighths, 300),
        ),
        Case("a gradient that shrinks to 0", (torch.tensor([0.3, 4.1]), _towards_three, 300)),
        Case("one step", (torch.tensor([0.7, 2.3]), _towards_three, 1)),
        Case("no step at all", (torch.tensor([0.3, -1.7]), _eighths, 0)),
        Case("what the gradient gets", (torch.tensor([0.3]), 3), _kinds_seen),
        Case("how wide the result is", (torch.tensor([0.5]), 3), _kind_returned),
    ),
    reference=solutions.descend,
    correct=(_copied, _in_float64),
    mistakes=MISTAKES,
    rtol=1e-3,
)
