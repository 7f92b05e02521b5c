"""The form of a notebook as house.md asks for it; each rule a small function, each finding a line.

Notebook 00 explains the course: it needs no sections, summary, sources or exercises; what it has
of them follows the same rules.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from nbformat import NotebookNode

from tests.notebook_checker.cells import headings, named_cells, output_texts, read_notebook, tags
from tests.notebook_checker.exercises import ROLES, exercise_complaints, unfinished_exercises
from tests.notebook_checker.folds import folds_missing
from tests.notebook_checker.measures import measure_complaints
from tests.notebook_checker.metadata import metadata_complaints, surplus_metadata
from tests.notebook_checker.outputs import ADDRESS, PICTURES
from tests.notebook_checker.plain import plain_complaints

MOST_LINES, MOST_LINES_CLASS = 12, 20
MOST_CODE_CELLS_IN_A_ROW = 2
MOST_BYTES = 600_000
RUNNING_TIME = re.compile(r"running time.*\d\s*(s|seconds?|min|minutes?)\b", re.IGNORECASE)
SECTION = re.compile(r"## (\d+)\.(\d+) \S.*[^.!]")
CLOSING = ["## Summary", "## Sources"]
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
ABSOLUTE_PATH = re.compile(
    r"(?<![\w.:/<~)}\]-])/[A-Za-z][\w.-]*/[\w./-]*|(?<![\w/])~/[\w./-]+|\b[A-Za-z]:\\[\w.\\-]+"
)


def structure_complaints(path: Path) -> list[str]:
    """Return a sentence for each rule of form that the notebook at `path` breaks."""
    notebook = read_notebook(path)
    chapter = int(path.name[:2]) if path.name[:2].isdecimal() else 0
    return [
        *_title(notebook, path),
        *_sections(notebook, chapter),
        *exercise_complaints(notebook, chapter),
        *_lengths(notebook),
        *_outputs(notebook),
        *_identity(notebook, path),
        *metadata_complaints(notebook),
        *measure_complaints(notebook),
        *plain_complaints(notebook, chapter),
    ]


def commit_complaints(path: Path) -> list[str]:
    """Return a sentence for each trace of use that must not be committed.

    Whoever has only read, run and solved the notebook at `path` has broken nothing.
    """
    notebook = read_notebook(path)
    return [
        *unfinished_exercises(notebook),
        *_execution(notebook),
        *_paths(notebook),
        *surplus_metadata(notebook),
    ]


def _title(notebook: NotebookNode, path: Path) -> Iterator[str]:
    """The first cell has the title that the file name promises, and the measured time."""
    first = notebook.cells[0] if notebook.cells else None
    title = (headings(first) or ["no heading"])[0] if first else "no cell"
    found = re.fullmatch(r"# (\d\d) · (.+)", title)
    slug = re.sub(r"\W+", "_", found[2].lower()).strip("_") if found else ""
    if not found or path.name != f"{found[1]}_{slug}.ipynb":
        yield (
            f"the first cell must open with `# NN · Title` that matches the file name {path.name}, "
            f"got {title!r}."
        )
    if first is None or not RUNNING_TIME.search(first.source):
        yield "the first cell must say the measured time, as in `Running time: 12 seconds`."


def _sections(notebook: NotebookNode, chapter: int) -> Iterator[str]:
    """Sections are numbered without a gap; then come the summary and the sources."""
    titles = [
        title
        for cell in notebook.cells
        for title in headings(cell)
        if title.startswith("## ") and title not in CLOSING
    ]
    for count, title in enumerate(titles, start=1):
        found = SECTION.fullmatch(title)
        if not found or (int(found[1]), int(found[2])) != (chapter, count):
            yield f"section {count} must read `## {chapter}.{count} Noun phrase`, got {title!r}."
    closing = [title for cell in notebook.cells for title in headings(cell) if title[:3] == "## "]
    if chapter and (closing[-2:] != CLOSING or not titles):
        yield f"after the sections must come `## Summary` and `## Sources`, got {closing[-2:]}."


def _execution(notebook: NotebookNode) -> Iterator[str]:
    """Code cells were executed once, from the first to the last."""
    in_order = True
    code = [(name, cell) for name, cell in named_cells(notebook) if cell.cell_type == "code"]
    for number, (name, cell) in enumerate(code, start=1):
        count = cell.get("execution_count")
        if count is None:
            what = "stores an output without an execution" if cell.outputs else "was not executed"
            yield f"{name} {what}: run `make notebooks`."
        elif count != number and in_order:
            in_order = False  # all later ones are off by the same
            yield f"{name} was executed as [{count}], not in order from 1: run `make notebooks`."


def _lengths(notebook: NotebookNode) -> Iterator[str]:
    """Cells are short, and text stands between them."""
    row = 0
    for name, cell in named_cells(notebook):
        if cell.cell_type != "code" or set(tags(cell)) & set(ROLES):
            row = 0
            continue
        row += 1
        if row == MOST_CODE_CELLS_IN_A_ROW + 1:
            yield f"{name} is the third code cell in a row: put a text before it."
    for name, cell in named_cells(notebook):
        if cell.cell_type == "code":
            is_class = re.search(r"^class\s", cell.source, re.MULTILINE)
            most = MOST_LINES_CLASS if is_class else MOST_LINES
            lines = len(cell.source.strip().splitlines())
            if not 1 <= lines <= most:
                kind = "a cell with a class" if is_class else "a code cell"
                yield f"{name} has {lines} lines: {kind} holds 1 to {most}."


def _outputs(notebook: NotebookNode) -> Iterator[str]:
    """What is stored holds no untagged error, no stderr and no figure without words."""
    for name, cell in named_cells(notebook):
        outputs = cell.get("outputs", [])
        fails = any(output.output_type == "error" for output in outputs)
        if fails != ("raises-exception" in tags(cell)):
            what = "stores an error without" if fails else "stores no error in spite of"
            yield f"{name} {what} the tag raises-exception."
        for output in outputs:
            if output.get("name") == "stderr":
                yield f"{name} stores something on stderr: {output.text.strip()[:80]!r}."
            data = output.get("data", {})
            words = data.get("text/plain", "").strip()
            if any(kind in data for kind in PICTURES) and (not words or words.startswith("<")):
                yield (
                    f"{name} stores a figure without a description: call use_course_style() from "
                    "course_utils.figures before the first figure."
                )
        if missing := folds_missing(outputs, PICTURES):
            which = "a figure" if missing == 1 else f"{missing} figures"
            yield f"{name} stores {which} without the words below: run `make notebooks`."


def _paths(notebook: NotebookNode) -> Iterator[str]:
    """Nothing tells where on a machine the notebook was run, nor where in its memory a thing lay."""
    for name, cell in named_cells(notebook):
        texts = [cell.source, *(output_texts(cell) if cell.cell_type == "code" else [])]
        found = next((match for text in texts if (match := ABSOLUTE_PATH.search(text))), None)
        if found:
            yield f"{name} holds the absolute path {found[0]}: use a relative one."
        shown = output_texts(cell) if cell.cell_type == "code" else []
        if address := next((match for text in shown if (match := ADDRESS.search(text))), None):
            yield (
                f"{name} shows the address {address[0]}: end a call that returns what nobody wants "
                "to see with plt.show(), or begin it with `_ =`."
            )


def _identity(notebook: NotebookNode, path: Path) -> Iterator[str]:
    """The file is small and of format 4.5, and each cell has an id of its own."""
    if (size := path.stat().st_size) >= MOST_BYTES:
        yield f"the file must be smaller than {MOST_BYTES:,} bytes, got {size:,}."
    version = f"{notebook.nbformat}.{notebook.nbformat_minor}"
    if version != "4.5":
        yield f"the format must be 4.5, got {version}: run `make notebooks`."
    ids = [cell.get("id", "") for cell in notebook.cells]
    for name, cell in named_cells(notebook):
        if not CELL_ID.fullmatch(cell.get("id", "")):
            yield f"{name} must have an id of letters, digits, - and _, got {cell.get('id')!r}."
    for one, other in pairwise(sorted(ids)):
        if one and one == other:
            yield f"the cell id {one} is given twice."
