"""The four commands of whoever teaches: handout, grade, assignment, lecture."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from course_utils.surroundings import course_folder, say
from course_utils.teaching.grading import grade
from course_utils.teaching.handouts import hand_out, write_assignments
from course_utils.teaching.lectures import open_lecture
from course_utils.teaching.reports import as_csv, as_json, as_table
from course_utils.teaching.submissions import Grades, submissions


def command_line(options: argparse.Namespace, others: Sequence[str] = ()) -> int:
    """Run one of the commands with its options; return 0 where all of it was done.

    `others` are the words of a lecture that go to JupyterLab.
    """
    try:
        if options.command == "grade":
            return _grade(options)
        course = _course(options.command)
        if options.command == "lecture":
            return open_lecture(course, options.notebook, others)
        return _write(course, options)
    except (ValueError, OSError) as error:
        say(f"✗ {error}")
        return 1


def _course(command: str) -> Path:
    course = course_folder()
    if course is None:
        raise ValueError(
            f"{command}: wanted the course's folder, with notebooks/ in it, got "
            f"{Path.cwd()}; remedy: call it from that folder"
        )
    return course


def _write(course: Path, options: argparse.Namespace) -> int:
    folder = Path(options.folder)
    if options.command == "handout":
        lines = hand_out(course, folder)
    else:
        lines = write_assignments(course, folder, options.notebooks)
    for line in lines:
        say(line)
    return 0


def _grade(options: argparse.Namespace) -> int:
    _refuse(options)
    handed_in, others = submissions(Path(options.folder))
    for line in others:
        say(line)
    if not handed_in:
        raise ValueError(
            f"grade: wanted notebooks of this course below {options.folder}, got none; remedy: a "
            "folder for each student, with the notebooks in it"
        )
    done: list[Grades] = []
    try:
        for one in grade(handed_in, seconds=options.seconds, jobs=options.jobs):
            done.append(one)
            sys.stderr.write(f"\r{len(done)} of {len(handed_in)}")
    except KeyboardInterrupt:
        say(f"\nStopped after {len(done)} of {len(handed_in)}; these follow.")
    sys.stderr.write("\r\n")
    for name, text in ((options.csv, as_csv), (options.json, as_json)):
        if name:
            Path(name).write_text(text(done), encoding="utf-8")
    say(as_table(done))
    return 0 if len(done) == len(handed_in) else 1


def _refuse(options: argparse.Namespace) -> None:
    """Raise ValueError for what would fail only after all the work."""
    if not options.seconds > 0:
        raise ValueError(f"grade: wanted --seconds greater than 0, got {options.seconds:g}")
    if options.jobs is not None and options.jobs < 1:
        raise ValueError(f"grade: wanted --jobs of 1 or more, got {options.jobs}")
    for name in (options.csv, options.json):
        if name and (Path(name).is_dir() or not Path(name).resolve().parent.is_dir()):
            raise ValueError(f"grade: wanted a file in a folder that exists, got {name}")
