"""Exercise 12.3 of notebook 12: timing the work and not the launch."""

from __future__ import annotations

import statistics
from typing import Any

from course_utils.exercises import Case, Exercise
from course_utils.exercises.scaling_out import solutions
from course_utils.exercises.scaling_out.median_mistakes import NUMBERS
from course_utils.exercises.scaling_out.queues import (
    Measure,
    QueueDevice,
    Work,
    by,
    sorted_by_hand,
)
from course_utils.exercises.scaling_out.timing_mistakes import MISTAKES


def _work(launches: int = 1) -> Work:
    def work(device: QueueDevice) -> None:
        for _ in range(launches):
            device.launch()

    return work


def _num_runs(answer: Measure) -> str:
    device = QueueDevice((100.0,))
    answer(_work(), device)
    if device.launched > 7:
        return "more often"
    return f"{device.launched} times" if device.launched != 1 else "once"


def _clock(answer: Measure) -> str:
    device = QueueDevice((100.0,))
    answer(_work(), device)
    return "the clock of the device" if device.read else "another clock, or none"


def _waits(answer: Measure) -> str:
    """Whether the answer waits at all, and whether it waits with the clock still running."""
    device = QueueDevice((100.0,))
    value: Any = answer(_work(), device)
    if device.waited:
        return "it waits"
    if device.named:
        return "`synchronize` is named, and nothing waits"
    return "nothing waits" if value is not None else "nothing is returned, and nothing waits"


SLOW_START = (900.0, 300.0, 100.0, 140.0, 200.0, 130.0, 120.0)
NO_PATTERN = (50.0, 100.0, 300.0, 140.0, 200.0, 250.0, 120.0)
TIMING = Exercise(
    number="12.3",
    name="measure_to_mend",
    title="Timing the work, not the launch",
    level="change",
    hints=(
        "Section 12.3 has three wrong times, 10, 10 and 1490 µs. What is wrong with each of them? "
        "For a right one, what has to be over when the clock is read the first time, and what "
        "when it is read again?",
        "`queue.synchronize()` waits. One right time is five steps: wait, read the clock, work, "
        "wait, take the difference. Put them into a loop, and the differences into a list.",
        "Begin with `work(queue)`, not timed, and an empty list. Then comes `for _ in range(5):` "
        "with the five steps, the last of them inside `times.append(…)`. `statistics.median` "
        "takes a list.",
    ),
    learned="warm up, synchronize before each reading of the clock, take the median",
    cases=(
        Case("whether the CPU waits for the device", (), _waits),
        Case("how often the work is run", (), _num_runs),
        Case("which clock is read", (), _clock),
        Case("kernels of 100 µs, all alike", (_work(), QueueDevice((100.0,)))),
        Case("three kernels of 100 µs in each work", (_work(3), QueueDevice((100.0,)))),
        Case(
            "kernels of 900, 300, 100, 140, 200, 130, 120, … µs",
            (_work(), QueueDevice(SLOW_START)),
        ),
        Case(
            "kernels of 50, 100, 300, 140, 200, 250, 120, … µs on a device that is still busy",
            (_work(), QueueDevice(NO_PATTERN, 5000.0)),
        ),
    ),
    reference=solutions.measure_to_mend,
    correct=(sorted_by_hand, by(lambda times: float(statistics.median_high(times)))),
    mistakes=(*MISTAKES, *NUMBERS),
)
