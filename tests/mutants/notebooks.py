"""Plants faults in the code cells of notebooks, and asks whether a reader would see another output.

The notebook is executed in a fresh kernel, up to the first output that the checker calls different.
"""

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import DEVNULL
from time import monotonic

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from tests.mutants.package import copy_tree
from tests.mutants.planting import mutants
from tests.mutants.sampling import Planted, draw
from tests.mutants.tables import ROOT, Result, keep
from tests.notebook_checker.cells import read_notebook, tags
from tests.notebook_checker.compare import RTOL
from tests.notebook_checker.environment import kernel_environment
from tests.notebook_checker.execute import client_of
from tests.notebook_checker.outputs import PICTURES, compare_outputs, parts

NOT_OURS = {"exercise", "check"}  # the learner's cells, and the calls that examine them
STOPPED = (CellExecutionError, CellTimeoutError, DeadKernelError)


def find_planted(root: Path = ROOT, only: str = "") -> Iterator[Planted]:
    """Yield the faults of all code cells of the notebooks whose path contains one of some words."""
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        if not any(word in path.name for word in only.split(",")):
            continue
        cells = [cell for cell in read_notebook(path).cells if cell.cell_type == "code"]
        around = "\n".join(cell.source for cell in cells)
        for cell in cells:
            if not NOT_OURS & set(tags(cell)) and cell.id != "imports":
                for mutant in mutants(cell.source, around):
                    yield Planted(f"notebooks/{path.name}", cell.id, mutant)


def first_difference(path: Path, cell_id: str, source: str) -> tuple[str, list[str]]:
    """Execute a notebook in which one cell has another source, until an output differs.

    Returns the cell and its difference, empty if there was none, and all that was shown.
    """
    stored, notebook = read_notebook(path), read_notebook(path)
    shown: list[str] = []
    client = client_of(notebook, path, patience=3)
    with kernel_environment(), client.setup_kernel(cleanup_kc=True, stderr=DEVNULL):
        for place, (was, cell) in enumerate(zip(stored.cells, notebook.cells, strict=True)):
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            if cell.id == cell_id:
                cell.source = source
            cell.outputs = []
            try:
                client.execute_cell(cell, place)
            except STOPPED as error:
                name = getattr(error, "ename", type(error).__name__)
                return f"{cell.id}: {name} {getattr(error, 'evalue', '')}", shown
            if "nbval-ignore-output" not in tags(cell):
                shown.append(what_is_seen(cell))
                if difference := _difference(was, cell):
                    return f"{cell.id}: {difference}", shown
    return "", shown


def what_is_seen(cell: NotebookNode) -> str:
    """Return all words and pictures of a cell's outputs, byte for byte."""
    pictures = [
        output.data[kind] for output in cell.outputs for kind in PICTURES if "data" in output
        if kind in output.data
    ]  # fmt: skip
    return "\n".join([*(part.text for part in parts(cell.outputs)), *pictures])


def try_one(planted: Planted, whole: dict[str, list[str]], root: Path) -> Result:
    """Plant a fault and execute; `whole` keeps what notebooks without a fault show."""
    began, path = monotonic(), root / planted.file
    difference, shown = first_difference(path, planted.cell, planted.mutant.source)
    outcome = "noticed" if difference else "unnoticed"
    if not difference:
        if planted.file not in whole:
            whole[planted.file] = first_difference(path, "", "")[1]
        outcome = "changes nothing" if shown == whole[planted.file] else outcome
    elif _stands_before(path, difference.partition(":")[0], planted.cell):
        outcome = "unproven"
    return Result.of(planted, outcome, difference, monotonic() - began)


def main(asked: Namespace, written: Path) -> list[Result]:
    """Try a sample, and write what came of each fault as soon as it is known."""
    whole: dict[str, list[str]] = {}
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(asked.jobs) as pool:
        root = copy_tree(Path(temporary) / "copy")
        os.environ["PYTHONPATH"] = str(root)  # there the kernels find course_utils
        sample = draw(list(find_planted(root, asked.only)), asked.sample, asked.seed)
        for result in pool.map(lambda planted: try_one(planted, whole, root), sample):
            results.append(result)
            print(result.line_of_report(len(results), len(sample)), flush=True)
            keep(results, written)
    return results


def _difference(was: NotebookNode, now: NotebookNode) -> str | None:
    course = was.metadata.get("course", {})
    tolerances = course.get("rtol", RTOL), course.get("atol")
    return compare_outputs(was.outputs, now.outputs, *tolerances).difference


def _stands_before(path: Path, cell_id: str, other: str) -> bool:
    """Tell whether a cell stands above another one, where a fault in that one cannot be seen."""
    ids = [cell.id for cell in read_notebook(path).cells]
    return ids.index(cell_id) < ids.index(other)
