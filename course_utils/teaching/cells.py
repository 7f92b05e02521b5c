"""The cells of an exercise: where a check stands, and which answer it is about."""

from __future__ import annotations

import ast
from typing import Any, NamedTuple

# Lines of a cell: what is imported after them is read again from its file, whatever stands there.
FORGET = """\
import sys
for module in [name for name in sys.modules if name.startswith("course_utils.teaching")]:
    del sys.modules[module]
"""
CALLED = ("check", "check_anew")  # the second in assignments for nbgrader


class Call(NamedTuple):
    """One call of `check` or `check_anew`: the number of the exercise, and the name of the answer.

    `answer` is "" where no plain name stands there.
    """

    number: str
    answer: str


def check_notebook(notebook: Any) -> None:
    """Raise ValueError for what has no cells, or others than a notebook has."""
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    is_list = isinstance(cells, list) and all(isinstance(cell, dict) for cell in cells)
    if not is_list or not all({"cell_type", "source"} <= set(cell) for cell in cells or []):
        raise ValueError(
            f"wanted a notebook, as json.load gives it, got {type(notebook).__name__} without its "
            "cells"
        )


def source_of(cell: Any) -> str:
    """Return the text of a cell, whether it is stored in one piece or in lines."""
    return "".join(cell["source"])


def has_tag(cell: Any, tag: str) -> bool:
    """Say whether a cell carries a tag, such as "exercise" or "check"."""
    return tag in cell.get("metadata", {}).get("tags", [])


def calls_of_check(cell: Any) -> list[Call]:
    """Return the calls of `check` in a cell of code, none where it is no Python.

    >>> calls_of_check({"cell_type": "code", "source": 'check("1.2", slope)'})
    [Call(number='1.2', answer='slope')]
    """
    if cell["cell_type"] != "code":
        return []
    try:
        tree = ast.parse(source_of(cell))
    except SyntaxError:
        return []
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for node in calls if (call := _read(node))]


def _read(node: ast.Call) -> Call | None:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name not in CALLED or not node.args or not isinstance(node.args[0], ast.Constant):
        return None
    answer = node.args[1] if len(node.args) > 1 else None
    return Call(str(node.args[0].value), answer.id if isinstance(answer, ast.Name) else "")
