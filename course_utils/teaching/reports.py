"""Grades as a table to read, as CSV for a spreadsheet, as JSON for a program."""

from __future__ import annotations

import csv
import io
import json

from course_utils.exercises import notebooks
from course_utils.teaching.submissions import Grades

SIGNS = {"solved": "✓", "wrong": "✗", "open": "·"}


def as_table(grades: list[Grades]) -> str:
    """Return a block of lines for each notebook: a row a student, a column an exercise.

    ✓ stands for solved, ✗ for a wrong answer, · for one that was not attempted. Remarks follow.
    """
    lines: list[str] = []
    for number in sorted({one.submission.number for one in grades}):
        rows = [one for one in grades if one.submission.number == number]
        (notebook,) = notebooks(number)
        numbers = [exercise.number for exercise in notebook.exercises]
        widest = max(len(one.submission.student) for one in rows)
        title = f"{notebook.number} {notebook.title}"
        widest = max(widest, len(title))
        lines += [f"{title:<{widest}}  {' '.join(numbers)}  points"]
        for one in rows:
            signs = " ".join(f"{SIGNS[one.verdicts[number]]:^{len(number)}}" for number in numbers)
            points = f"{one.points} of {len(numbers)}"
            lines.append(f"{one.submission.student:<{widest}}  {signs}  {points}")
        lines += [f"  {one.submission.student}: {said}" for one in rows for said in one.remarks]
        lines.append("")
    return "\n".join(lines)


def as_csv(grades: list[Grades]) -> str:
    """Return a line for each student, notebook and exercise, with a point for each solved one."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["student", "notebook", "exercise", "verdict", "points"])
    for one in grades:
        for number, verdict in one.verdicts.items():
            point = int(verdict == "solved")
            writer.writerow(
                [_tame(one.submission.student), one.submission.number, number, verdict, point]
            )
    return out.getvalue()


def as_json(grades: list[Grades]) -> str:
    """Return everything that is known of each submission, what the checks said included."""
    rows = [
        {
            "student": one.submission.student,
            "notebook": one.submission.number,
            "file": one.submission.path.name,
            "points": one.points,
            "verdicts": one.verdicts,
            "remarks": one.remarks,
            "said": one.texts,
        }
        for one in grades
    ]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def _tame(name: str) -> str:
    """Return a name that a spreadsheet does not take for a formula."""
    name = name.replace("\r", " ")  # Python's csv puts no quotes around it, and the row would end
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name
