"""How two pieces of work compare: pairs of times, measured in turns within one process."""

import statistics
import time
from collections.abc import Callable

HEADER = "| | ratio | fastest pair to slowest |\n|---|---|---|"


def cpu_seconds(work: Callable[[], object]) -> float:
    """Processor time, not wall time: what other processes do at the moment hardly counts."""
    began = time.process_time()
    work()
    return time.process_time() - began


def ratios(
    work: Callable[[], object],
    base: Callable[[], object],
    good_enough: Callable[[float], bool] = lambda ratio: True,
) -> list[float]:
    """What the work costs as multiples of the base, side by side in seven pairs or more.

    Who goes first changes from pair to pair. On a machine with other things to do some pairs are
    far off, so where the median is not good enough it is given three times as many pairs.
    """
    work(), base()  # imports and caches
    found: list[float] = []
    for pair in range(21):
        if pair >= 7 and good_enough(statistics.median(found)):
            break
        seconds = {}
        for one in (work, base) if pair % 2 else (base, work):
            seconds[one] = cpu_seconds(one)
        found.append(seconds[work] / seconds[base])
    return found


def row(name: str, found: list[float], digits: int = 2) -> str:
    """The row of these ratios in a table that begins with HEADER."""
    median, low, high = (f"{f(found):.{digits}f}" for f in (statistics.median, min, max))
    return f"| {name} | {median} | {low} to {high} |"
