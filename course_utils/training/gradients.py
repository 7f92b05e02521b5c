"""Gradients of several batches as that of one: the means of batches, weighed and shared out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import torch
from torch import Tensor


def groups_of(batches: Iterable[Any], size: int) -> Iterator[Iterator[Any]]:
    """Yield the batches in groups of `size`, the last of what is left.

    None is asked for before its turn: a loader may use one buffer for all. Each group has to be
    gone through before the next.

    >>> [list(group) for group in groups_of("abcde", 2)]
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    iterator = iter(batches)
    for first in iterator:
        yield chain((first,), islice(iterator, size - 1))


def divide(params: Iterable[Tensor], total: Tensor | float) -> None:
    """Divide gradients by the total weight of the batches that were added up in them.

    The gradient of a mean over all examples is the sum of the batches' gradients, each times its
    weight, over the total weight. Where nothing counts, the sum is 0 and stays so.
    """
    tiny = torch.finfo(torch.float32).tiny
    total = total.clamp(min=tiny) if isinstance(total, Tensor) else max(total, tiny)
    for param in params:
        if param.grad is not None:
            param.grad.div_(total)
