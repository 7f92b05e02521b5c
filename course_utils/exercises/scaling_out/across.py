"""Exercise 12.5 of notebook 12: a mean over the examples of all processes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.scaling_out import solutions
from course_utils.exercises.scaling_out.group import results_of_all


def _asked(answer: Any, *parts: tuple[float, int]) -> Any:
    """Return what each process gets, (processes,), or why they got nothing."""
    given = [(torch.tensor(loss_sum), num_seen) for loss_sum, num_seen in parts]
    results = results_of_all(answer, given)
    if isinstance(results, str) or any(result is None for result in results):
        return results if isinstance(results, str) else None
    return torch.tensor([float(result) for result in results])


def _added(loss_sum: Tensor) -> Tensor:
    total = loss_sum.clone()
    dist.all_reduce(total)
    return total


def _in_two_calls(loss_sum: Tensor, num_seen: int) -> Tensor:
    return _added(loss_sum) / _added(torch.tensor(num_seen))


def _weighted(loss_sum: Tensor, num_seen: int) -> float:
    share = num_seen / _added(torch.tensor(num_seen))
    return _added(loss_sum / max(num_seen, 1) * share).item()


def _weighted_unguarded(loss_sum: Tensor, num_seen: int) -> Tensor:
    share = num_seen / _added(torch.tensor(num_seen))
    return _added(loss_sum / num_seen * share)


def _skipped_if_empty(loss_sum: Tensor, num_seen: int) -> Tensor:
    return solutions.mean_loss(loss_sum, num_seen) if num_seen else loss_sum


def _in_place(loss_sum: Tensor, num_seen: int) -> Tensor:
    dist.all_reduce(loss_sum)
    return loss_sum / _added(torch.tensor(num_seen))


def _mean_of_means(loss_sum: Tensor, num_seen: int) -> Tensor:
    mean = loss_sum / max(num_seen, 1)
    dist.all_reduce(mean)
    return mean / dist.get_world_size()


def _sum_of_means(loss_sum: Tensor, num_seen: int) -> Tensor:
    mean = loss_sum / max(num_seen, 1)
    dist.all_reduce(mean)
    return mean


def _own_count(loss_sum: Tensor, num_seen: int) -> Tensor:
    return _added(loss_sum) / num_seen


def _count_times_world(loss_sum: Tensor, num_seen: int) -> Tensor:
    return _added(loss_sum) / (num_seen * dist.get_world_size())


def _sum_over_processes(loss_sum: Tensor, num_seen: int) -> Tensor:
    return _added(loss_sum) / dist.get_world_size()


def _only_sum(loss_sum: Tensor, num_seen: int) -> Tensor:
    return _added(loss_sum)


def _only_count(loss_sum: Tensor, num_seen: int) -> Tensor:
    count = torch.tensor(float(num_seen))
    dist.all_reduce(count)
    return loss_sum / count


def _only_first(loss_sum: Tensor, num_seen: int) -> Tensor:
    return solutions.mean_loss(loss_sum, num_seen) if dist.get_rank() == 0 else loss_sum / num_seen


def _returns_nothing(loss_sum: Tensor, num_seen: int) -> None:
    dist.all_reduce(loss_sum / num_seen)


def _case(text: str, *parts: tuple[float, int]) -> Case:
    def ask(answer: Any, given: Sequence[tuple[float, int]]) -> Any:
        return _asked(answer, *given)

    return Case(text, (parts,), ask)


MEAN_LOSS = Exercise(
    number="12.5",
    name="mean_loss",
    title="The loss of all processes",
    level="change",
    hints=(
        "Which two numbers of all processes do you need for a mean over all examples? Each process "
        "knows its part of both.",
        "`dist.all_reduce(tensor)` returns nothing: it puts the sum over all processes into the "
        "tensor. So give it a copy, `loss_sum.clone()`. The number of examples is no tensor yet: "
        "`torch.tensor(float(num_seen))`.",
        "Two calls are enough, one for the sum of the losses and one for the number of examples; "
        "or one, with both in a tensor of shape `(2,)`. Divide afterwards. Every process makes "
        "the same calls.",
    ),
    learned="add up sums and counts over the processes, and divide at the end",
    cases=(
        _case("3 processes with 4, 4 and 2 examples", (2.0, 4), (6.0, 4), (7.0, 2)),
        _case("2 processes with 17 and 16 examples", (8.5, 17), (4.0, 16)),
        _case("2 processes with equal shares", (3.0, 5), (9.0, 5)),
        _case("a single process", (3.0, 4)),
        _case("3 processes with 3, 0 and 2 examples", (3.0, 3), (0.0, 0), (7.0, 2)),
    ),
    reference=solutions.mean_loss,
    correct=(_in_two_calls, _weighted),
    mistakes=(
        Mistake("its own examples", lambda loss_sum, num_seen: loss_sum / num_seen, given=True),
        Mistake(
            "written into loss_sum",
            _in_place,
            "`all_reduce` writes into the tensor that it is given, and `loss_sum` belongs to the "
            "caller. Give it a copy: `loss_sum.clone()`.",
        ),
        Mistake(
            "the mean of the means",
            _mean_of_means,
            "Every process counts the same here, however many examples it has. That is right for "
            "equal shares only.",
        ),
        Mistake(
            "the sum of the means",
            _sum_of_means,
            "The means of the processes are added up. What has to be added up before anything is "
            "divided?",
        ),
        Mistake(
            "divided by its own examples",
            _own_count,
            "The losses of all are divided by the examples of one process. Who else has some?",
        ),
        Mistake(
            "as if all had as many",
            _count_times_world,
            "The examples of one process times the number of processes: right for equal shares "
            "only. With others the processes get different means.",
        ),
        Mistake(
            "divided by the processes",
            _sum_over_processes,
            "Divided by the number of processes. How many examples were there in all?",
        ),
        Mistake(
            "not divided",
            _only_sum,
            "This is the sum over all examples. A mean is asked for.",
        ),
        Mistake(
            "only the examples are added up",
            _only_count,
            "The examples of all are counted, and only the losses of one process are divided.",
        ),
        Mistake(
            "only rank 0 calls",
            _only_first,
            "In `all_reduce` each process waits for all others. Which of them never call it here?",
        ),
        Mistake(
            "a process without examples does not call",
            _skipped_if_empty,
            "In `all_reduce` each process waits for all others. What does one without examples do "
            "here?",
        ),
        Mistake(
            "0 divided by 0",
            _weighted_unguarded,
            "Right, unless a process has no examples: there 0 divided by 0 is `nan`, and one `nan` "
            "spoils the sum. What can be added up before anything is divided?",
        ),
        Mistake(
            "nothing is returned",
            _returns_nothing,
            "`all_reduce` changes the tensor that it is given, and returns nothing. Does that "
            "tensor have a name?",
        ),
    ),
)
