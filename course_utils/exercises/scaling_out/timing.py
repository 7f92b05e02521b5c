"""Exercise 12.3 of notebook 12: timing the work and not the launch."""

from __future__ import annotations

import statistics
from collections.abc import Callable

from course_utils.exercises import Case, Exercise, Mistake


class QueueDevice:
    """A device that exists on paper, with a queue; all times are in µs.

    `clock` is what the CPU's clock shows. Launching costs the CPU 10 µs, and the kernels of one
    work take the device `durations`, one after the other; the last of them goes on for ever.
    `busy` is how long the device has still to do when we meet it.
    """

    def __init__(self, durations: tuple[float, ...], busy: float = 0.0) -> None:
        self.clock = 0.0
        self._free_at = busy
        self._durations = durations
        self._launched = 0

    def launch(self) -> None:
        """Put the next kernel into the queue and return at once."""
        self.clock += 10.0
        place = min(self._launched, len(self._durations) - 1)
        self._free_at = max(self.clock, self._free_at) + self._durations[place]
        self._launched += 1

    def synchronize(self) -> None:
        """Wait until the queue is empty."""
        self.clock = max(self.clock, self._free_at)


Work = Callable[[QueueDevice], None]
Measure = Callable[[Work, QueueDevice], float]


def _times(
    work: Work,
    device: QueueDevice,
    warm_ups: int = 1,
    repeats: int = 5,
    before: bool = True,
    after: bool = True,
) -> list[float]:
    for _ in range(warm_ups):
        work(device)
    times = []
    for _ in range(repeats):
        if before:
            device.synchronize()
        began = device.clock
        work(device)
        if after:
            device.synchronize()
        times.append(device.clock - began)
    return times


def measure(work: Work, device: QueueDevice) -> float:
    """Return the median of five times in µs, after one warm-up, of work done and not launched."""
    return statistics.median(_times(work, device))


def _sorted_by_hand(work: Work, device: QueueDevice) -> float:
    work(device)
    device.synchronize()
    times = []
    for _ in range(5):
        began = device.clock
        work(device)
        device.synchronize()
        times.append(device.clock - began)
    return sorted(times)[2]


def _by(kind: Callable[[list[float]], float], **settings: int | bool) -> Measure:
    return lambda work, device: kind(_times(work, device, **settings))  # type: ignore[arg-type]


def _as_given(work: Work, device: QueueDevice) -> float:
    began = device.clock
    work(device)
    return device.clock - began


def _five_at_once(work: Work, device: QueueDevice) -> float:
    work(device)
    device.synchronize()
    began = device.clock
    for _ in range(5):
        work(device)
    device.synchronize()
    return (device.clock - began) / 5


def _ask(
    answer: Measure, durations: tuple[float, ...], busy: float = 0.0, launches: int = 1
) -> float:
    def work(device: QueueDevice) -> None:
        for _ in range(launches):
            device.launch()

    return answer(work, QueueDevice(durations, busy))


SLOW_START = (900.0, 300.0, 100.0, 140.0, 200.0, 130.0, 120.0)
NO_PATTERN = (50.0, 100.0, 300.0, 140.0, 200.0, 250.0, 120.0)
TIMING = Exercise(
    number="12.3",
    title="Timing the work, not the launch",
    level="change",
    learned="warm up, synchronize before each reading of the clock, take the median",
    cases=(
        Case("kernels of 100 µs, all alike", ((100.0,),), _ask),
        Case("three kernels of 100 µs in each work", ((100.0,), 0.0, 3), _ask),
        Case("kernels of 900, 300, 100, 140, 200, 130, 120, … µs", (SLOW_START,), _ask),
        Case(
            "kernels of 50, 100, 300, 140, 200, 250, 120, … µs on a device that is still busy",
            (NO_PATTERN, 5000.0),
            _ask,
        ),
    ),
    reference=measure,
    correct=(_sorted_by_hand, _by(lambda times: float(statistics.median_high(times)))),
    mistakes=(
        Mistake("times the launch", _as_given, given=True),
        Mistake(
            "does not empty the queue first",
            _by(statistics.median, before=False),
            "In the first of the five, older work is still in the queue. What should have "
            "happened between the warm-up and the first reading of the clock?",
        ),
        Mistake(
            "no warm-up",
            _by(statistics.median, warm_ups=0),
            "The first run is among the five. It may be slow for reasons of its own: what should "
            "be done with it?",
        ),
        Mistake(
            "neither a warm-up nor an empty queue",
            _by(statistics.median, warm_ups=0, before=False),
            "Waiting for the end is right. But the first of the five pays for what happens once "
            "only, and for older work. What should come before it?",
        ),
        Mistake(
            "the mean",
            _by(statistics.fmean),
            "Nearly: one slow run drags a mean along. Which number in the middle does not move?",
        ),
        Mistake(
            "the warm-up is counted",
            _by(statistics.median, warm_ups=0, repeats=6),
            "Six runs, and the median of all six. Which of them should not be in it?",
        ),
        Mistake(
            "all five in one go",
            _five_at_once,
            "Five runs in a row are timed here as one. How long did each of them take, from an "
            "empty queue until it was done?",
        ),
        Mistake(
            "one run, the very first",
            _by(lambda times: times[0], warm_ups=0, repeats=1),
            "One run, timed to its end. But it is the first one, which may be slow for reasons "
            "of its own. What should surround it?",
        ),
        Mistake("the smallest", _by(min), "This is the best of five. Asked for is the middle one."),
        Mistake("the largest", _by(max), "This is the worst of five. Asked for is the middle one."),
        Mistake(
            "one run",
            _by(lambda times: times[0], repeats=1),
            "One run after the warm-up: it may be the unlucky one. How many were asked for?",
        ),
        Mistake("the sum", _by(sum), "This is the time of all five together."),
    ),
)
