"""Random moves on each explorer leave nothing behind; tests.explorers.long_run makes 2,000."""

import asyncio
from collections.abc import Callable
from typing import Any

import ipywidgets
import matplotlib.pyplot as plt
import pytest
from matplotlib.figure import Figure

from course_utils.explorers import TwoKnobs
from tests.explorers.long_run import report
from tests.explorers.walking import MAKE, Mark, Walk, grown, walk

# Those that draw everything anew take a tenth of a second for a move.
MOVES = dict.fromkeys(MAKE, 50) | {"TwoKnobs": 200, "PolynomialFit": 200}
GENEROUS = 0.2  # of the memory: Python comes to the garbage when it likes


@pytest.fixture(autouse=True)
def _no_figure_of_others() -> None:
    plt.close("all")


@pytest.mark.nightly
@pytest.mark.parametrize(("name", "moves"), MOVES.items())
def test_many_moves_leave_nothing_behind(name: str, moves: int) -> None:
    explorer = MAKE[name]()
    found = asyncio.run(walk(explorer, moves, (moves // 4, moves)))
    then, now = found.marks.values()
    assert grown(then, now, GENEROUS) == []
    assert now.open_figures == 0
    assert found.refused
    assert set(found.values) == set(explorer.state)
    for knob, values in found.values.items():
        assert len(values) > (3 if knob in explorer._ranges else 1), knob


kept: list[Any] = []
LEAKS: dict[str, Callable[[], Any]] = {
    "open figures: 4 to 18": plt.figure,
    "figures: ": Figure,
    "widgets: ": lambda: ipywidgets.Text().layout,
    "memory: ": lambda: b"1" * 2**25,  # a fifth of the largest process that runs all tests
}


@pytest.mark.parametrize("said", LEAKS)
def test_a_planted_leak_is_noticed(two_knobs: TwoKnobs, said: str) -> None:
    try:
        leak = walk(two_knobs, 18, (4, 18), after=lambda _: kept.append(LEAKS[said]()))
        then, now = asyncio.run(leak).marks.values()
    finally:
        kept.clear()
        plt.close("all")
    assert any(one.startswith(said) for one in grown(then, now, GENEROUS))


@pytest.fixture
def two_knobs() -> TwoKnobs:
    return MAKE["TwoKnobs"]()


def test_the_same_seed_makes_the_same_moves() -> None:
    first, second = (MAKE["TwoKnobs"]() for _ in range(2))
    walks: list[Walk] = [asyncio.run(walk(one, 30, ())) for one in (first, second)]
    assert walks[0].values == walks[1].values
    assert first._png == second._png


def test_the_table_says_what_is_amiss() -> None:
    marks = [Mark(300.0, 0, 1, 49), Mark(306.0, 0, 1, 49)]
    row, faults = report("TwoKnobs", 2000, [0.03] * 2000, marks)
    assert row == "| TwoKnobs | 2,000 | 300 MiB | 306 MiB | +2.0% | 30 ms | 30 ms | 0 |"
    assert faults == []
    marks[1] = Mark(330.0, 1, 2, 50)
    assert report("TwoKnobs", 20, [0.03, 0.03, *[0.05] * 18], marks)[1] == [
        "memory: 300 to 330 MiB",
        "open figures: 0 to 1",
        "figures: 1 to 2",
        "widgets: 49 to 50",
        "1 open figures",
        "slower",
    ]
