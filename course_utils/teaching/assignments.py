"""A notebook of the course as an assignment for nbgrader."""

from __future__ import annotations

import copy
from typing import Any

from course_utils.teaching.cells import FORGET, calls_of_check, check_notebook, has_tag

# In place of the name `check`, which a student may have bound to something else.
CHECK = f"""\
# the check, read again from its file: nothing above can have changed it
{FORGET}from course_utils.teaching import check_anew
check_anew("{{number}}", {{answer}})"""

# What nbgrader has to know, as a file nbgrader_config.py.
CONFIGURATION = """\
c = get_config()

c.CourseDirectory.course_id = "course"
# An answer is tried in a process that stands still after so many seconds.
c.ExecutePreprocessor.timeout = 120
c.ExecutePreprocessor.interrupt_on_timeout = True
c.Execute.timeout = 120
c.Execute.interrupt_on_timeout = True
# Without ClearSolutions: the stubs hold no solutions, and some hold code that is to be changed.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]
"""


def assignment(notebook: Any, points: float = 1) -> Any:
    """Return a copy of a notebook that nbgrader takes as a source, without outputs.

    A stub becomes an answer cell. A check becomes a test cell with `points`, locked, so that
    nbgrader puts it back before it grades. `CONFIGURATION` belongs to it. Raises ValueError for
    what is no notebook.
    """
    check_notebook(notebook)
    whole = copy.deepcopy(notebook)
    stub = None
    for cell in whole["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
        if has_tag(cell, "exercise"):
            stub = cell
        calls = calls_of_check(cell) if has_tag(cell, "check") else []
        for call in calls:
            number = call.number.replace(".", "-")
            if stub is not None:
                stub["metadata"]["nbgrader"] = _settings(f"answer-{number}", solution=True)
            cell["metadata"]["nbgrader"] = _settings(f"check-{number}", points=points)
            cell["source"] = CHECK.format(number=call.number, answer=call.answer)
    return whole


def _settings(
    grade_id: str, *, solution: bool = False, points: float | None = None
) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "schema_version": 3,
        "grade_id": grade_id,
        "grade": points is not None,
        "locked": points is not None,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        settings["points"] = points
    return settings
