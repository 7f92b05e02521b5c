"""Builds the small notebooks on which the checker itself is tested."""

import html
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from nbformat import NotebookNode, v4

from tests.notebook_checker.metadata import KERNEL, LANGUAGE


class Sample(NamedTuple):
    """A small notebook by its title, and what the checker must say of it.

    cells: all cells behind the title
    wrong: the items that must fail, such as "Cell 1, structure"; empty if all must pass
    words: what its message must hold
    course: the notebook's metadata `course`
    """

    title: str
    cells: Sequence[NotebookNode]
    wrong: str = ""
    words: Sequence[str] = ()
    course: dict[str, Any] | None = None


def text(source: str) -> NotebookNode:
    """Return a text cell."""
    return v4.new_markdown_cell(source)


def code(source: str, *outputs: NotebookNode, **metadata: Any) -> NotebookNode:
    """Return a code cell with what it stores; `unexecuted=True` leaves it without a count."""
    return v4.new_code_cell(source, outputs=list(outputs), metadata=metadata)


def shows(source: str, stored: str, **metadata: Any) -> list[NotebookNode]:
    """Return one cell that stores what it printed."""
    return [code(source, stream(stored), **metadata)]


def stream(words: str, name: str = "stdout") -> NotebookNode:
    """Return what a cell printed."""
    return v4.new_output("stream", name=name, text=words)


def display(kind: str = "display_data", **data: Any) -> NotebookNode:
    """Return a display; the keywords are MIME types with _ for their /."""
    bundle = {name.replace("_", "/"): body for name, body in data.items()}
    return v4.new_output(kind, data=bundle)


def fold(words: str, style: str = "white-space: pre-wrap") -> NotebookNode:
    """Return the fold that stands below a figure."""
    return display(
        text_html='<details class="figure-in-words"><summary>in words</summary>'
        f'<pre style="{style}">\n{html.escape(words, quote=False)}</pre></details>',
        text_plain="(the figure in words, as HTML)",
    )


def error(ename: str, evalue: str) -> NotebookNode:
    """Return a stored error with a traceback that no run repeats."""
    return v4.new_output("error", ename=ename, evalue=evalue, traceback=["somewhere else"])


def notebook(
    title: str, cells: Sequence[NotebookNode], course: dict[str, Any] | None = None
) -> NotebookNode:
    """Return a notebook in the form of the house: its number is 00, executed in order from 1."""
    first = text(f"# 00 · {title}\n\nReading time: 1 minute. Running time: 1 second.")
    book = v4.new_notebook(cells=[first, *cells])
    book.metadata.update(kernelspec=dict(KERNEL), language_info=dict(LANGUAGE))
    if course:
        book.metadata["course"] = nbformat.from_dict(course)
    executed = 0
    for place, cell in enumerate(book.cells):
        cell["id"] = f"cell-{place}"
        if cell.cell_type == "code":
            executed += 1
            cell.execution_count = None if cell.metadata.pop("unexecuted", False) else executed
    return book


def file_name(title: str) -> str:
    """Return the file name that belongs to a title."""
    return f"00_{title.lower().replace(' ', '_')}.ipynb"


def save(book: NotebookNode, path: Path) -> Path:
    """Write a notebook as it is, right or wrong."""
    path.write_text(json.dumps(book, indent=1) + "\n", encoding="utf-8")
    return path
