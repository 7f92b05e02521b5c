"""Several processes on paper: an answer is run once for each, and all_reduce adds up what they say.

It is run anew until no process asks for a sum that is not known yet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from unittest import mock

import torch
import torch.distributed as dist
from torch import Tensor

MOST_CALLS = 20  # of all_reduce by one process


class _NotYetError(Exception):
    """A process needs a sum to which not all have contributed."""


class _Group:
    def __init__(self, world_size: int) -> None:
        self.world_size = world_size
        self.sums: list[Tensor] = []
        self.given: dict[int, Tensor] = {}  # by rank, to the next sum
        self.rank = self.calls = 0

    def all_reduce(self, tensor: Any, op: Any = dist.ReduceOp.SUM, **more: Any) -> None:
        """Put the sum over all processes into a tensor, in place; or remember what one gives."""
        if not isinstance(tensor, Tensor):
            raise TypeError(f"all_reduce takes a tensor, got {type(tensor).__name__}")
        if op != dist.ReduceOp.SUM:
            raise RuntimeError("this all_reduce adds up: use the default op")
        if self.calls < len(self.sums):
            tensor.data.copy_(self.sums[self.calls])
            self.calls += 1
            return
        self.given[self.rank] = tensor.detach().clone()
        raise _NotYetError

    def settle(self) -> bool:
        """Add up what all have given; return whether all have."""
        if len(self.given) < self.world_size:
            return False
        self.sums.append(torch.stack([self.given[rank] for rank in range(self.world_size)]).sum(0))
        self.given = {}
        return len(self.sums) < MOST_CALLS


def results_of_all(answer: Callable, parts: Sequence[tuple[Tensor, int]]) -> list[Any] | str:
    """Return what the answer returns in each process, or a word for those who wait in vain.

    `parts` holds the arguments of each process, a tensor and a number.
    """
    group = _Group(len(parts))
    fakes: dict[str, Any] = {
        "all_reduce": group.all_reduce,
        "get_rank": lambda *given: group.rank,
        "get_world_size": lambda *given: group.world_size,
        "barrier": lambda *given: None,
    }
    with mock.patch.multiple(dist, **fakes):
        while True:
            results: list[Any] = []
            for rank, (loss_sum, num_seen) in enumerate(parts):
                group.rank, group.calls = rank, 0
                try:
                    results.append(answer(loss_sum.clone(), num_seen))
                except _NotYetError:
                    continue
            if len(results) == len(parts):
                return results
            if not group.settle():
                return "some processes wait in an all_reduce that others never call"
