"""How much memory a student's kernel takes: `python -m tests.benchmarks.memory [notebooks]`.

Each notebook runs to its end in a kernel of its own; its largest size is printed. What PyTorch's
libraries hold is counted for each kernel, although kernels of one machine share it.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell

from tests.notebook_checker.execute import ROOT, run_notebook

ASK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def largest_size(path: Path) -> float:
    """Return the largest resident size of the notebook's kernel, in MiB."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(new_code_cell(ASK))
    run_notebook(notebook, path)
    units = 2**20 if sys.platform == "darwin" else 2**10  # macOS says bytes, Linux KiB
    return int(notebook.cells[-1].outputs[0].text) / units


def main(arguments: Sequence[str]) -> int:
    """Print a line for each of the named notebooks, or of all."""
    for path in [Path(name) for name in arguments] or sorted((ROOT / "notebooks").glob("*.ipynb")):
        print(f"{path.stem:30} {largest_size(path):6.0f} MiB", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
