"""Every cell says in Jupyter's own metadata what it is on a slide: `make notebooks` writes it."""

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell

from tests.notebook_checker.cells import named_cells, read_notebook
from tests.notebook_checker.execute import ROOT
from tests.notebook_checker.slideshow import slide_type


@pytest.mark.parametrize(
    "path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem
)
def test_cells_say_what_they_are_on_a_slide(path: Path) -> None:
    off = [
        f"{name}: {slide_type(cell)}"
        for name, cell in named_cells(read_notebook(path))
        if cell.metadata.get("slideshow", {}).get("slide_type") != slide_type(cell)
    ]
    assert off == [], "run `make notebooks`"


def test_a_section_begins_a_slide_and_a_check_is_skipped() -> None:
    assert slide_type(new_markdown_cell("## 1.1 A section")) == "slide"
    assert slide_type(new_markdown_cell("### Exercise 1.1 (read)")) == "slide"
    assert slide_type(new_markdown_cell("It is 3.")) == "fragment"
    assert slide_type(new_markdown_cell("## Sources")) == "skip"
    assert slide_type(new_code_cell("import torch")) == "skip"
    assert slide_type(new_code_cell("x = 1")) == "subslide"
    check = new_code_cell('check("1.1", x)', metadata={"tags": ["check"]})
    assert slide_type(check) == "skip"
