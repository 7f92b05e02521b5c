"""Every notebook runs with its exercises solved, as it does with them empty."""

from pathlib import Path

import pytest
from nbformat import v4

from course_utils.exercises import load
from course_utils.teaching import solved
from tests.notebook_checker.cells import read_notebook, tags
from tests.notebook_checker.execute import ROOT, run_notebook
from tests.notebook_checker.exercises import checks_in

pytestmark = pytest.mark.nightly  # each notebook once more: tests/exercises/ try the solutions
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_with_every_exercise_solved_nothing_stops_it(path: Path) -> None:
    given = v4.upgrade(read_notebook(path))
    for cell in given.cells:
        for call in checks_in(cell) if "check" in tags(cell) else ():
            assert call.answer == load(call.number).name, "the stub and the solution share a name"
    notebook = solved(given)
    run_notebook(notebook, path, strict=True)
    for cell in notebook.cells:
        if "check" in tags(cell):
            (shown,) = cell.outputs
            assert shown.text.startswith("✓ "), shown.text
