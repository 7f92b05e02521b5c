"""Reads a notebook as it is stored, and names its cells as a reader finds them."""

import json
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import rejoin_lines

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def read_notebook(path: Path) -> NotebookNode:
    """Return the notebook as stored: nothing repaired, so that the rules see what is there."""
    return rejoin_lines(nbformat.from_dict(json.loads(path.read_text(encoding="utf-8"))))


def named_cells(notebook: NotebookNode) -> list[tuple[str, NotebookNode]]:
    """Return each cell with its name: "In [3]" by counting code cells, or "the text after In [3]".

    Where a text cell has a heading, the name quotes it.
    """
    named, executed = [], 0
    for cell in notebook.cells:
        if cell.cell_type == "code":
            executed += 1
            named.append((f"In [{executed}]", cell))
        else:
            name = f"the text after In [{executed}]" if executed else "the text before In [1]"
            title = next(iter(headings(cell)), "")
            named.append((f'{name} ("{title}")' if title else name, cell))
    return named


def headings(cell: NotebookNode) -> list[str]:
    """Return the headings of a text cell; a `#` inside a fenced block of code is none."""
    found, fenced = [], False
    for line in cell.source.splitlines() if cell.cell_type == "markdown" else []:
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if not fenced and re.match(r"#{1,6}\s", line):
            found.append(line.strip())
    return found


def tags(cell: NotebookNode) -> list[str]:
    """Return the tags of a cell."""
    return list(cell.metadata.get("tags", []))


def output_texts(cell: NotebookNode) -> list[str]:
    """Return all texts that a code cell stores, tracebacks included and without their colours."""
    texts: list[str] = []
    for output in cell.outputs:
        if output.output_type == "stream":
            texts.append(output.text)
        elif output.output_type == "error":
            texts += [output.evalue, *output.traceback]
        else:
            texts += [body for kind, body in output.data.items() if kind.startswith("text/")]
    return [COLOUR.sub("", text) for text in texts]
