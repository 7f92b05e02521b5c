"""The maps of the README and of notebook 00 state what each notebook states itself: times, needs."""

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


def needs(text: str) -> dict[str, set[str]]:
    """Return which notebooks each row of a map names as needed."""
    lines = [line.strip("|").split("|") for line in text.splitlines()]
    return {
        cells[0].strip(): set(re.findall(r"\d\d", cells[3]))
        for cells in lines
        if len(cells) == 6 and re.fullmatch(r" \d\d ", cells[0])
    }


@pytest.mark.parametrize("number", NOTEBOOKS)
def test_who_follows_the_map_has_read_what_a_notebook_needs(number: str) -> None:
    mapped = needs("\n".join(cell.source for cell in read_notebook(NOTEBOOKS["00"]).cells))
    read, new = set[str](), {number}
    while new:
        read |= new
        new = set[str]().union(*(mapped[one] for one in new)) - read
    page = read_notebook(NOTEBOOKS[number]).cells[0].source
    (wanted,) = re.findall(r"^You need (.+)$", page, re.MULTILINE)
    numbers = re.sub(r"\d+\.\d+|[Ss]ections?|[Ee]xercises?", "", wanted)
    assert set(re.findall(r"\b\d\d\b", numbers)) - {"00"} <= read
