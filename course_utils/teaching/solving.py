"""A notebook with every exercise solved."""

from __future__ import annotations

import copy
from typing import Any

from course_utils.exercises import solution_of
from course_utils.teaching.cells import calls_of_check, check_notebook, has_tag


def solved(notebook: Any) -> Any:
    """Return a copy of a notebook with the course's own answer in the place of each stub.

    `notebook` is what `json.load` or `nbformat.read` gives, and is left as it is. A stub is a cell
    tagged exercise; the check below it says which exercise it is. Raises ValueError for what is no
    notebook, for a check that has no stub above it, or whose number is no exercise.
    """
    check_notebook(notebook)
    whole = copy.deepcopy(notebook)
    stub = None
    for cell in whole["cells"]:
        if has_tag(cell, "exercise"):
            stub = cell
        for call in calls_of_check(cell) if has_tag(cell, "check") else ():
            if stub is None:
                raise ValueError(f"wanted a stub above the check of {call.number}, got none")
            stub["source"], stub = solution_of(call.number), None
    return whole
