"""A device with a queue for exercise 12.3, and ways to measure other than that of the solution."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from typing import Any


class QueueDevice:
    """A device that exists on paper, with a queue; all times are in µs.

    `clock` is what the CPU's clock shows. Launching costs the CPU 10 µs, and the kernels of one
    work take the device `durations`, one after the other; the last of them goes on for ever.
    `busy` is how long the device has still to do when we meet it. Launches, waits and
    looks at the clock are counted.
    """

    def __init__(self, durations: tuple[float, ...], busy: float = 0.0) -> None:
        self.now = 0.0
        self.launched = self.named = self.waited = self.read = 0
        self._free_at = busy
        self._durations = durations

    @property
    def clock(self) -> float:
        """What the CPU's clock shows."""
        self.read += 1
        return self.now

    def launch(self) -> None:
        """Put the next kernel into the queue and return at once."""
        self.now += 10.0
        place = min(self.launched, len(self._durations) - 1)
        self._free_at = max(self.now, self._free_at) + self._durations[place]
        self.launched += 1

    @property
    def synchronize(self) -> Callable[[], None]:
        """Wait until the queue is empty, once it is called."""
        self.named += 1
        return self._synchronize

    def _synchronize(self) -> None:
        self.waited += 1
        self.empty_unseen()

    def empty_unseen(self) -> None:
        """Wait without being counted: how a known mistake gets times that are right."""
        self.now = max(self.now, self._free_at)


Work = Callable[[QueueDevice], None]
Measure = Callable[[Work, QueueDevice], float]


def times_of(
    work: Work,
    device: QueueDevice,
    warm_ups: int = 1,
    repeats: int = 5,
    before: bool = True,
    after: bool = True,
    first_only: bool = False,
    called: bool = True,
    clock: str = "clock",
    secretly: bool = False,
) -> list[float]:
    """Return the times of repeated work, with one thing or the other left out."""

    def wait() -> None:
        if secretly:
            device.empty_unseen()
            return
        method = device.synchronize
        if called:
            method()

    for _ in range(warm_ups):
        work(device)
    times: list[float] = []
    for _ in range(repeats):
        if before and not (first_only and times):
            wait()
        began = getattr(device, clock)
        work(device)
        if after:
            wait()
        times.append(getattr(device, clock) - began)
    return times


def by(kind: Callable[[list[float]], Any], **settings: Any) -> Measure:
    """Return a way to measure that makes one number of the times."""
    return lambda work, device: kind(times_of(work, device, **settings))


def sorted_by_hand(work: Work, device: QueueDevice) -> float:
    """Return the third of five sorted times; the queue is empty after each, so before the next."""
    return sorted(times_of(work, device, first_only=True))[2]


def as_given(work: Work, device: QueueDevice) -> float:
    """Return how long a launch takes."""
    began = device.clock
    work(device)
    return device.clock - began


def five_at_once(work: Work, device: QueueDevice) -> float:
    """Return a fifth of the time of five works in a row."""
    work(device)
    device.synchronize()
    began = device.clock
    for _ in range(5):
        work(device)
    device.synchronize()
    return (device.clock - began) / 5


def five_of_one(work: Work, device: QueueDevice) -> float:
    """Return the median of five times, each from the beginning of the first work."""
    work(device)
    device.synchronize()
    began = device.clock
    times = []
    for _ in range(5):
        work(device)
        device.synchronize()
        times.append(device.clock - began)
    return statistics.median(times)
