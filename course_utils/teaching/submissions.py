"""What was handed in: whose it is, and which notebook of the course."""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_utils.exercises import notebooks
from course_utils.teaching.cells import calls_of_check


@dataclass(frozen=True)
class Submission:
    """One notebook that was handed in: whose it is, the notebook's number ("01"), and its file."""

    student: str
    number: str
    path: Path


@dataclass(frozen=True)
class Grades:
    """What came of one submission.

    `verdicts` has for each exercise ("1.2") one of solved, wrong, open. `remarks` say what was odd
    on the way, such as a cell that had to be stopped; `texts` what a check said to the answer.
    """

    submission: Submission
    verdicts: dict[str, str]
    remarks: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def points(self) -> int:
        """One for each solved exercise."""
        return list(self.verdicts.values()).count("solved")


def submissions(folder: Path) -> tuple[list[Submission], list[str]]:
    """Return the submissions below a folder, by notebook and student, and a line for each other.

    The student is the folder in which a notebook lies, `anna/01_parameter_estimation.ipynb`, or the
    name of the file where it lies in `folder` itself. The notebook's number is that of the checks
    in it. Raises FileNotFoundError where there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"wanted a folder with notebooks in it, got {folder}")
    found, others = [], []
    for path in sorted(folder.rglob("*.ipynb")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts):
            continue
        number = _number_of(path)
        if not number:
            others.append(f"left out  {inside.as_posix()}: no notebook of this course")
            continue
        found.append(Submission(inside.parent.as_posix(), number, path))
    names = [(one.student, one.number) for one in found]
    found = [
        one
        if one.student != "." and names.count((one.student, one.number)) == 1
        else Submission(_own_name(one), one.number, one.path)
        for one in found
    ]
    return sorted(found, key=lambda one: (one.number, one.student)), others


def _number_of(path: Path) -> str:
    """Return the number of a notebook ("01"), or "" for what is none of this course.

    It is that of most of its checks; a file without any, or that cannot be read, has its name.
    """
    numbers: list[str] = []
    with contextlib.suppress(ValueError, KeyError, TypeError, OSError):
        cells: list[Any] = json.loads(path.read_bytes())["cells"]
        numbers = [call.number for cell in cells for call in calls_of_check(cell)]
    first = [number.partition(".")[0].zfill(2) for number in numbers]
    most = max(sorted(set(first)), key=first.count, default=path.name[:2])
    return most if re.fullmatch(r"\d\d", most) and notebooks(most) else ""


def _own_name(one: Submission) -> str:
    return one.path.stem if one.student == "." else f"{one.student}/{one.path.stem}"
