"""The notebooks to hand out, and the same ones solved."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from course_utils.given import as_given, is_untouched, numbered, read, sources
from course_utils.teaching.assignments import CONFIGURATION, assignment
from course_utils.teaching.solving import solved


def hand_out(course: Path, folder: Path) -> list[str]:
    """Write each notebook of the course twice below `folder`: in students/, and solved in solved/.

    Both are without outputs. A file that somebody has changed since is kept. Returns what there is
    to say, a line each. Raises ValueError for a course without notebooks, and OSError where a file
    cannot be written.
    """
    notebooks = {path.name: read(path) for path in sources(course)}
    if not notebooks:
        raise ValueError(f"handout: wanted a folder with notebooks/ in it, got {course}")
    students = {name: as_given(notebook) for name, notebook in notebooks.items()}
    answers = {name: as_given(solved(notebook)) for name, notebook in notebooks.items()}
    return [
        *write_untouched(folder, "students", students),
        *write_untouched(folder, "solved", answers),
    ]


def write_assignments(course: Path, folder: Path, numbers: Sequence[str]) -> list[str]:
    """Write the notebooks with these numbers ("01") below `folder` as nbgrader takes them.

    Each becomes source/NAME/NAME.ipynb, and nbgrader_config.py says how they are to be treated; one
    that is there already is kept. Returns what there is to say, a line each. Raises ValueError for
    a number that belongs to no notebook, before anything is written, and OSError where a file
    cannot be written.
    """
    known = numbered(course)
    strange = [number for number in numbers if number.zfill(2) not in known]
    if strange:
        raise ValueError(
            f"assignment: wanted numbers of notebooks, some of {', '.join(known)}; got {strange[0]}"
        )
    lines = []
    for number in numbers:
        path = known[number.zfill(2)]
        target = folder / "source" / path.stem / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(assignment(read(path)), indent=1, ensure_ascii=False)
        target.write_text(f"{text}\n", encoding="utf-8")
        lines.append(f"written  {target.relative_to(folder).as_posix()}")
    configuration = folder / "nbgrader_config.py"
    if configuration.exists():
        lines.append(f"kept     {configuration.name}")
    else:
        configuration.write_text(CONFIGURATION, encoding="utf-8")
        lines.append(f"written  {configuration.name}")
    return lines


def write_untouched(folder: Path, form: str, files: dict[str, bytes]) -> list[str]:
    """Write copies of notebooks into `folder/form`, but over none that somebody has worked in.

    Returns what there is to say, a line each. Raises OSError where a file cannot be written.
    """
    (folder / form).mkdir(parents=True, exist_ok=True)
    kept = []
    for name, data in files.items():
        target = folder / form / name
        if target.exists() and not is_untouched(target.read_bytes()):
            kept.append(f"kept     {form}/{name}: it has been changed since it was written")
        else:
            target.write_bytes(data)
    written = len(files) - len(kept)
    return [f"written  {written} notebook{'' if written == 1 else 's'} to {form}/", *kept]
