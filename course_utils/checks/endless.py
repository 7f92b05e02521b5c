"""Iterators without an end, as `itertools` has them, but in Python, where a clock is heard.

`sum(itertools.count())` never comes back from C, and no signal reaches it there. While an answer
is tried, the names that it uses for such iterators lead here.
"""

import contextlib
import itertools
import types
from collections.abc import Iterable, Iterator
from typing import Any


def count(start: Any = 0, step: Any = 1) -> Iterator[Any]:
    """Yield start, start + step and so on, as `itertools.count` does."""
    while True:
        yield start
        start = start + step


def cycle(iterable: Iterable[Any]) -> Iterator[Any]:
    """Yield the entries again and again, as `itertools.cycle` does."""
    entries = list(iterable)
    while entries:
        yield from entries


def repeat(thing: Any, times: int | None = None) -> Iterator[Any]:
    """Yield one thing so many times, or without an end, as `itertools.repeat` does."""
    while times is None or times > 0:
        yield thing
        times = None if times is None else times - 1


_IN_PYTHON: dict[Any, Any] = {
    itertools.count: count,
    itertools.cycle: cycle,
    itertools.repeat: repeat,
}
# A module of its own: torch, too, reads the real one, also in the middle of a trial.
_MODULE = types.ModuleType("itertools")
vars(_MODULE).update(vars(itertools), count=count, cycle=cycle, repeat=repeat)


@contextlib.contextmanager
def heard_in(answer: Any) -> Iterator[None]:
    """Let the names that a function uses for endless iterators lead to those of this file."""
    names: dict[str, Any] = getattr(answer, "__globals__", {})
    swapped = {
        name: value
        for name, value in names.items()
        if value is itertools or (isinstance(value, type) and value in _IN_PYTHON)
    }
    for name, value in swapped.items():
        names[name] = _MODULE if value is itertools else _IN_PYTHON[value]
    try:
        yield
    finally:
        names.update(swapped)
