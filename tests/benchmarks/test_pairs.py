"""The measurement of the other benchmarks: does it notice what is too dear?"""

import statistics

import pytest

from tests.benchmarks import pairs


def test_the_measurement_notices_what_is_too_dear(monkeypatch: pytest.MonkeyPatch) -> None:
    def work() -> None: ...

    def base() -> None: ...

    noise = [1.0, 1.1, 5.0, 0.9, 1.0, 0.2, 1.0]
    times = {work: iter([2.0 * factor for factor in noise * 3]), base: iter([1.0] * 21)}
    monkeypatch.setattr(pairs, "cpu_seconds", lambda one: next(times[one]))
    found = pairs.ratios(work, base, good_enough=lambda ratio: ratio <= 1.1)
    assert (len(found), statistics.median(found)) == (21, 2.0)
    times.update({work: iter([1.0, 1.1, 1.0, 9.0, 1.0, 1.0, 0.9]), base: iter([1.0] * 7)})
    assert len(pairs.ratios(work, base, good_enough=lambda ratio: ratio <= 1.1)) == 7


def test_processor_time_grows_with_work() -> None:
    assert pairs.cpu_seconds(lambda: None) < pairs.cpu_seconds(lambda: sum(range(10**6)))


def test_a_row_shows_the_median_and_the_extremes() -> None:
    assert pairs.row("a to b", [3.0, 1.0, 2.25]) == "| a to b | 2.25 | 1.00 to 3.00 |"
    assert pairs.row("a to b", [13.0, 11.0, 12.0], digits=0) == "| a to b | 12 | 11 to 13 |"
