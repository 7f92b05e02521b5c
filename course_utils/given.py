"""What a copy of a notebook is as it is given, and whether anybody has worked in it since.

A copy carries in its metadata the digest of the cells with which it was given. As long as its cells
have that digest, nobody has worked in it. No other record is kept, so there is none that could be
lost, or be at odds with the files.
"""

from __future__ import annotations

import copy
import hashlib
import json
from pathlib import Path
from typing import Any


def sources(course: Path) -> list[Path]:
    """Return the files of all notebooks of the course, in order."""
    return sorted((course / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def numbered(course: Path) -> dict[str, Path]:
    """Return the files of all notebooks of the course by their numbers, such as "03"."""
    return {path.stem.split("_")[0]: path for path in sources(course)}


def given(source: Path) -> bytes:
    """Return the copy of the notebook at `source`: the same cells, no outputs, and the digest.

    Raises OSError if there is no such file, and ValueError if it cannot be read as a notebook.
    """
    return as_given(read(source))


def read(source: Path) -> Any:
    """Return the notebook at `source` as `json.load` does.

    Raises OSError if there is no such file, and ValueError if it cannot be read as a notebook.
    """
    notebook = _read(source.read_bytes())
    if notebook is None:
        raise ValueError(f"wanted a notebook, got something else in {source.name}")
    return notebook


def as_given(notebook: Any, with_outputs: bool = False) -> bytes:
    """Return a notebook as bytes: its cells and their digest; it is left as it is.

    Outputs are left out, unless they are asked for.
    """
    notebook = copy.deepcopy(notebook)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and not with_outputs:
            cell["outputs"], cell["execution_count"] = [], None
    course = notebook["metadata"].get("course", {})
    notebook["metadata"]["course"] = {**course, "given": _digest(notebook)}
    notebook["metadata"]["language_info"] = _language()
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def _language() -> Any:
    """Return what JupyterLab writes into a notebook it opens, so that nothing is left to add."""
    from ipykernel.ipkernel import IPythonKernel

    return dict(IPythonKernel.language_info)


def is_readable(copy: bytes) -> bool:
    """Tell whether these bytes are a notebook at all."""
    return _read(copy) is not None


def is_untouched(copy: bytes) -> bool:
    """Tell whether the cells are still those with which the copy was given."""
    notebook = _read(copy)
    return notebook is not None and edition(copy) == _digest(notebook)


def edition(copy: bytes) -> str | None:
    """Return the digest with which a copy was given; None where it does not say."""
    try:
        return json.loads(copy)["metadata"]["course"]["given"]
    except (ValueError, KeyError, TypeError):
        return None


def _read(copy: bytes) -> Any:
    """Return a notebook, or None for what cannot be read as one."""
    try:
        notebook = json.loads(copy)
        _digest(notebook)
        return notebook
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _digest(notebook: Any) -> str:
    """Return a digest of what a learner may have changed: the texts of the cells, and their order.

    Left out is what comes of running and looking: outputs, counts, folds, and empty cells, one of
    which JupyterLab adds behind the last cell that is run.
    """
    cells = []
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        if text.strip() or cell.get("attachments"):
            tags = cell.get("metadata", {}).get("tags", [])
            cells.append([cell["cell_type"], text, cell.get("attachments", {}), tags])
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()
