"""Re-executes notebooks in place: `python -m tests.notebook_checker.execute [notebooks]`.

What agrees with the stored text under the checker's rule stays as it is, so that a second run
changes no byte but those of pictures, and on the same machine none. A file is written only where
its bytes differ, in one piece. A cell that fails without its tag stops the run, and its notebook
stays as it was.
"""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbval.kernel import CURRENT_ENV_KERNEL_NAME, NbvalKernelspecManager
from tqdm import tqdm

from tests.notebook_checker.cells import COLOUR
from tests.notebook_checker.compare import RTOL, compare
from tests.notebook_checker.environment import kernel_environment, seconds_allowed
from tests.notebook_checker.folds import rewrap
from tests.notebook_checker.kernel import how_it_ended
from tests.notebook_checker.metadata import clean_cell_metadata, clean_notebook_metadata
from tests.notebook_checker.outputs import PICTURES, WIDGET_VIEW, compare_outputs, merge_streams
from tests.notebook_checker.readable import why_unreadable
from tests.notebook_checker.slideshow import set_slide_types
from tests.notebook_checker.tracebacks import shorten_paths

ROOT = Path(__file__).resolve().parents[2]


class ExecutionError(Exception):
    """A notebook could not be executed; the message says where and why."""


def execute(path: Path) -> bool:
    """Execute the notebook at `path` in a fresh kernel; return whether its file has changed.

    Raises ExecutionError if the file is no notebook, or if a cell fails without the tag
    raises-exception, takes longer than it may, or ends the kernel. The file is then as it was.
    """
    if unreadable := why_unreadable(path):
        raise ExecutionError(unreadable)
    before = path.read_text(encoding="utf-8")
    stored = nbformat.reads(before, as_version=4)
    notebook = nbformat.v4.upgrade(nbformat.reads(before, as_version=4))  # 4.5: cells have ids
    run_notebook(notebook, path)
    for old, new in zip(stored.cells, notebook.cells, strict=True):
        new.metadata = nbformat.from_dict(clean_cell_metadata(new.metadata))
        if new.cell_type == "code":
            new.outputs = settle(old.outputs, new.outputs, new.metadata.get("course", {}))
    set_slide_types(notebook)
    notebook.metadata = nbformat.from_dict(clean_notebook_metadata(notebook.metadata))
    after = nbformat.writes(notebook) + "\n"
    if after == before:
        return False
    _write(path, after)
    return True


def settle(
    stored: Sequence[NotebookNode], came: Sequence[NotebookNode], course: dict
) -> list[NotebookNode]:
    """Return the outputs to store: the stored words where they still hold, the new pictures.

    A fold keeps its words and takes the form of the new one.
    """
    fresh = merge_streams(came)
    for output in fresh:
        _normalise(output)
    kept = merge_streams(stored)
    tolerances = course.get("rtol", RTOL), course.get("atol")
    if compare_outputs(kept, fresh, *tolerances).difference or len(kept) != len(fresh):
        return fresh
    for old, new in zip(kept, fresh, strict=True):
        _normalise(old)
        rewrap(old, new)
        for kind in PICTURES:
            if kind in new.get("data", {}):
                old.data[kind] = new.data[kind]
        if "metadata" in new:
            was, now = (_metadata_text(output) for output in (old, new))
            if compare(was, now, *tolerances, figure=True).difference:
                old.metadata = new.metadata
        if "execution_count" in new:
            old.execution_count = new.execution_count
    return kept


def main(arguments: Sequence[str]) -> int:
    """Execute the named notebooks, or all in notebooks/; return the exit status."""
    paths = [Path(name) for name in arguments] or sorted((ROOT / "notebooks").glob("*.ipynb"))
    for path in paths:
        try:
            changed = execute(path)
        except ExecutionError as error:
            print(f"{path.name}: {error}\nThe file is as it was.", file=sys.stderr)
            return 1
        print(f"{path.name}: {'written' if changed else 'nothing changed'}")
    return 0


def run_notebook(notebook: NotebookNode, path: Path, strict: bool = False) -> None:
    """Execute all cells in the kernel of this environment, and store what they show.

    `path` is the file it comes from. Raises ExecutionError as `execute` does; in a `strict` run a
    check of an exercise that was left empty fails as well.
    """
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = client_of(notebook, path)
    with kernel_environment(strict), client.setup_kernel(cleanup_kc=True, stderr=DEVNULL):
        cells = [
            (place, cell)
            for place, cell in enumerate(notebook.cells)
            if cell.cell_type == "code" and cell.source.strip()
        ]
        for number, (place, cell) in enumerate(tqdm(cells, desc=path.stem, unit="cell"), start=1):
            try:
                client.execute_cell(cell, place, execution_count=number)
            except DeadKernelError as error:
                why = f"ended the kernel: {how_it_ended(client.km)}"
                raise ExecutionError(_sentence(why, number, cell)) from error
            except CellTimeoutError as error:
                why = "took longer than it may: course.timeout in its metadata allows more"
                raise ExecutionError(_sentence(why, number, cell)) from error
            except CellExecutionError as error:
                why = COLOUR.sub("", f"raised {error.ename}: {error.evalue}")
                raise ExecutionError(_sentence(why, number, cell)) from error


def client_of(notebook: NotebookNode, path: Path, patience: float = 1) -> NotebookClient:
    """Return what executes a notebook in a kernel of this environment, in the folder of `path`.

    A cell may take `patience` times as long as it says.
    """
    return NotebookClient(
        notebook,
        km=AsyncKernelManager(
            kernel_name=CURRENT_ENV_KERNEL_NAME, kernel_spec_manager=NbvalKernelspecManager()
        ),
        timeout_func=lambda cell: patience * seconds_allowed(cell.metadata, notebook.metadata),
        resources={"metadata": {"path": str(path.resolve().parent)}},
        store_widget_state=False,
        record_timing=False,
    )


def _sentence(why: str, number: int, cell: NotebookNode) -> str:
    """Say which cell stopped the run, and why."""
    source = "\n".join(f"    {line}" for line in cell.source.splitlines())
    return f"In [{number}] {why}\n{source}"


def _metadata_text(output: NotebookNode) -> str:
    """Return an output's metadata as text; a description in it keeps its lines."""
    return json.dumps(output.metadata, sort_keys=True).replace("\\n", "\n")


def _normalise(output: NotebookNode) -> None:
    """Drop what ties an output to one machine or one session."""
    if output.output_type == "error":
        output.traceback = [shorten_paths(line) for line in output.traceback]
    data = output.get("data", {})
    if any(kind in data for kind in PICTURES):
        data.pop(WIDGET_VIEW, None)  # where no kernel runs, the picture speaks


def _write(path: Path, text: str) -> None:
    """Replace the file in one step, so that an interruption leaves the old one or the new one."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    shutil.copymode(path, part)
    os.replace(part, path)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
