"""What each cell is on a slide, in Jupyter's own metadata, which RISE and nbconvert understand."""

from nbformat import NotebookNode

from tests.notebook_checker.cells import tags
from website.slides import is_preparation


def slide_type(cell: NotebookNode) -> str:
    """Return slide, subslide, fragment or skip for a cell.

    A section and an exercise begin a slide, code begins one below it, and what reads its output is
    shown a key later. Imports, checks and sources are skipped.
    """
    if cell.cell_type == "code":
        skipped = "check" in tags(cell) or is_preparation(cell.source)
        return "skip" if skipped else "fragment" if "exercise" in tags(cell) else "subslide"
    if cell.source.startswith("## Sources"):
        return "skip"
    return "slide" if cell.source.startswith("#") else "fragment"


def set_slide_types(notebook: NotebookNode) -> None:
    """Write into each cell what it is on a slide."""
    for cell in notebook.cells:
        cell.metadata["slideshow"] = {"slide_type": slide_type(cell)}
