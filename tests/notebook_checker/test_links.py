"""From each notebook to the one before and the one after; and every link leads somewhere."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.notebook_checker.cells import read_notebook
from tests.notebook_checker.execute import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LINK = re.compile(r"\]\(([^)\s]+)\)")
PAIRS = [(one, other) for one, other in pairwise(NOTEBOOKS)]


def links(path: Path, place: int) -> list[str]:
    """The links in the last line of a cell of a notebook."""
    return LINK.findall(read_notebook(path).cells[place].source.splitlines()[-1])


@pytest.mark.parametrize("place", [0, -1], ids=["first cell", "last cell"])
@pytest.mark.parametrize(("one", "other"), PAIRS, ids=lambda path: path.stem)
def test_neighbours_link_to_each_other(one: Path, other: Path, place: int) -> None:
    assert other.name in links(one, place)
    assert one.name in links(other, place)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    texts = [cell.source for cell in read_notebook(path).cells if cell.cell_type == "markdown"]
    files = [link for text in texts for link in LINK.findall(text) if "://" not in link]
    assert files
    for name in files:
        assert (path.parent / name.partition("#")[0]).exists(), name
        assert not name.startswith(("..", "/")), f"{name} does not lead there from a copy"
