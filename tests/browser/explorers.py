"""One notebook with all explorers, in JupyterLab, and the parts of an explorer on its page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from tests.browser.driver import errors, notebook_in_lab, run_all

MAKE = {
    "TwoKnobs": "explorers.TwoKnobs(*data.thermometer())",
    "InputScale": "explorers.InputScale(*data.thermometer())",
    "OptimizerPaths": "explorers.OptimizerPaths(landscape='saddle', optimizer='adam')",
    "PolynomialFit": "explorers.PolynomialFit()",
    "DecisionBoundary": "explorers.DecisionBoundary(num_epochs=50)",
}
IMPORTS = "from course_utils import data, explorers"
CELLS = [IMPORTS, *MAKE.values()]


@contextmanager
def notebook_that_ran(sources: list[str], folder: Path) -> Iterator[Page]:
    """Run `sources` as the cells of `folder/course/knobs.ipynb`; each but the first is an explorer."""
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
    cells = [new_code_cell(source) for source in sources]
    path = folder / "knobs.ipynb"
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    with notebook_in_lab(path, folder) as (page, strayed):
        notebook = run_all(page, folder / "course/knobs.ipynb")
        assert errors(notebook) == []
        shown = page.locator(".course-explorer")
        expect(shown).to_have_count(len(sources) - 1)
        expect(shown.get_by_role("img")).to_have_count(len(sources) - 1)
        yield page
        assert strayed == []


def words(explorer: Locator) -> Locator:
    return explorer.get_by_role("status")


def field(explorer: Locator, name: str) -> Locator:
    return explorer.get_by_role("textbox", name=name)


def slider(explorer: Locator, name: str) -> Locator:
    return explorer.get_by_role("slider", name=name, exact=True)


def type_in(explorer: Locator, name: str, text: str) -> None:
    field(explorer, name).fill(text)
    field(explorer, name).press("Enter")
