"""What lies inside of an object: the sampler of a loader, the module that a loss calls."""

from __future__ import annotations

import functools
import random
from collections import deque
from collections.abc import Iterable, Iterator
from types import FunctionType, MethodType, ModuleType
from typing import Any

import numpy as np
import torch
from torch import Tensor

MOST = 1000  # things in one container, and containers: whoever holds more holds data
Generator = torch.Generator | np.random.Generator | np.random.RandomState | random.Random
_ENDS = (str, bytes, int, float, complex, type, ModuleType, Tensor, np.ndarray, np.generic)


def reach(*roots: Any) -> Iterator[Any]:
    """Yield the roots and what they lead to, the nearest first and each thing once.

    Ways are attributes, containers, the function of a partial or a method and their arguments, and
    what a function of one's own names from outside of it. Tensors are yielded and not entered.
    """
    waiting, seen = deque(roots), {id(root) for root in roots}
    entered = 0
    while waiting and entered < MOST:
        thing = waiting.popleft()
        yield thing
        if thing is None or isinstance(thing, (*_ENDS, Generator)):
            continue
        entered += 1
        for inside in _inside(thing):
            if id(inside) not in seen:
                seen.add(id(inside))
                waiting.append(inside)


def _inside(thing: Any) -> Iterable[Any]:
    if isinstance(thing, dict | list | tuple):
        if len(thing) > MOST:
            return []
        return list(thing.values()) if isinstance(thing, dict) else thing
    if isinstance(thing, functools.partial):
        return [thing.func, *thing.args, *thing.keywords.values()]
    if isinstance(thing, MethodType):
        return [thing.__self__, thing.__func__]
    if isinstance(thing, FunctionType):
        return _named_in(thing)
    if type(thing).__module__.startswith("pandas"):
        return []
    found = getattr(thing, "__dict__", {})
    # What iterates over workers holds their queues and processes, and nothing that lasts.
    return [value for name, value in found.items() if name != "_iterator"]


def _named_in(function: FunctionType) -> list[Any]:
    """Return what a function of one's own takes from around it: closure, defaults and globals."""
    if (function.__module__ or "").partition(".")[0] in ("torch", "numpy", "sklearn", "pandas"):
        return []
    cells = function.__closure__ or ()
    found = [cell.cell_contents for cell in cells if not _is_empty(cell)]
    names = [name for name in function.__code__.co_names if name in function.__globals__]
    return [*found, *(function.__defaults__ or ()), *(function.__globals__[it] for it in names)]


def _is_empty(cell: Any) -> bool:
    try:
        return cell.cell_contents is None
    except ValueError:  # a name that is given its value later
        return True


def find_generators(*roots: Any) -> tuple[Generator, ...]:
    """Return the generators with which batches, samplers, data sets and layers draw, each once.

    PyTorch's, NumPy's and Python's own; the global ones are not among them.
    """
    known = {id(torch.default_generator), id(np.random.mtrand._rand)}
    found = (thing for thing in reach(*roots) if isinstance(thing, Generator))
    return tuple(generator for generator in found if id(generator) not in known)


def find_epoch_counters(batches: Any) -> tuple[Any, ...]:
    """Return whatever wants to be told the number of the epoch, such as a DistributedSampler."""
    return tuple(
        thing for thing in reach(batches)
        if not isinstance(thing, type) and callable(getattr(thing, "set_epoch", None))
    )  # fmt: skip
