"""The maps of the README and of notebook 00 state the times that each notebook states itself."""

import re

import pytest

from course_utils.given import numbered
from tests.notebook_checker.cells import read_notebook
from tests.notebook_checker.execute import ROOT

NOTEBOOKS = numbered(ROOT)


def stated(text: str) -> list[int]:
    """Return the minutes and the seconds that a first cell states."""
    minutes = re.search(r"Reading time: (\d+) minutes", text)
    seconds = re.search(r"Running time: (?:about )?(\d+) seconds", text)
    assert minutes, text[-300:]
    assert seconds, text[-300:]
    return [int(minutes[1]), int(seconds[1])]


def rows(text: str) -> dict[str, list[int]]:
    """Return the numbers at the end of each row of a map, by the number of the notebook."""
    found = {}
    for line in text.splitlines():
        if re.match(r"\| \d\d \| \[?\w", line):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            ends = cells[4:] if len(cells) == 6 else cells[3:]
            found[cells[0]] = [int(cell) for cell in ends]
    return found


@pytest.mark.parametrize("number", NOTEBOOKS)
def test_both_maps_say_what_the_notebook_says(number: str) -> None:
    minutes, seconds = stated(read_notebook(NOTEBOOKS[number]).cells[0].source)
    in_readme = rows((ROOT / "README.md").read_text(encoding="utf-8"))
    in_start = rows("\n".join(cell.source for cell in read_notebook(NOTEBOOKS["00"]).cells))
    assert in_readme[number] == [minutes]
    assert in_start[number] == [minutes, seconds]
