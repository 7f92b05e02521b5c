"""The command line: `python -m course_utils` with lab, copy, fresh, progress or doctor.

For whoever teaches it has handout, grade, assignment and lecture.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 only where all of it was done."""
    parser = argparse.ArgumentParser(prog="python -m course_utils")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("lab", help="open your copy of the notebooks in JupyterLab")
    commands.add_parser("copy", help="make or renew your copy of the notebooks, and no more")
    fresh = commands.add_parser("fresh", help="begin a notebook anew; what you had is kept beside")
    fresh.add_argument("notebooks", nargs="*", metavar="NUMBER", help="such as 03")
    commands.add_parser("doctor", help="examine the installation and name the remedies")
    show = commands.add_parser("progress", help="show which exercises are solved")
    show.add_argument("--forget", action="store_true", help="forget every solved exercise")
    hand_out = commands.add_parser("handout", help="write the notebooks to hand out, and solved")
    hand_out.add_argument("folder", nargs="?", default="handout", help="default: handout")
    judge = commands.add_parser("grade", help="grade the notebooks that lie in a folder")
    judge.add_argument("folder", help="holds a folder or a file for each student")
    judge.add_argument("--csv", metavar="FILE", help="write the grades as CSV, too")
    judge.add_argument("--json", metavar="FILE", help="write them as JSON, with what was said")
    judge.add_argument("--seconds", type=float, default=120, help="a cell (default %(default)g)")
    judge.add_argument("--jobs", type=int, help="how many notebooks run at once")
    assign = commands.add_parser("assignment", help="write notebooks as sources for nbgrader")
    assign.add_argument("folder", help="the folder of the nbgrader course")
    assign.add_argument("notebooks", nargs="+", metavar="NUMBER", help="such as 01")
    talk = commands.add_parser("lecture", help="open the notebooks as slides whose cells run")
    talk.add_argument("notebook", nargs="?", metavar="NUMBER", help="such as 04")
    options, others = parser.parse_known_args(arguments)
    if others and options.command not in ("lab", "lecture"):
        parser.error(f"unrecognized arguments: {' '.join(others)}")
    try:
        if options.command == "doctor":
            return _examine()
        if options.command == "progress":
            return _forget() if options.forget else _show()
        if options.command in ("handout", "grade", "assignment", "lecture"):
            return _teach(options, others)
        return _copies(options.command, getattr(options, "notebooks", []), others)
    except ModuleNotFoundError as error:
        # The likeliest reason by far: a Python other than that of the course's environment.
        print(
            f"x packages: wanted all that the course needs, got {error}; remedy: in the course's "
            "folder, type make lab, or call the Python of the course's environment "
            "(.venv/bin/python, on Windows .venv\\Scripts\\python), or install into this one with "
            f"{sys.executable} -m pip install -e .",
            file=sys.stderr,
        )
        return 1


def _copies(command: str, numbers: list[str], others: list[str]) -> int:
    from course_utils import copies, lab
    from course_utils.surroundings import course_folder, say

    course = course_folder()
    if course is None:
        say(
            f"✗ {command}: wanted the course's folder, with notebooks/ in it, got {Path.cwd()}; "
            "remedy: call it from that folder"
        )
        return 1
    if command == "lab":
        return lab.open_lab(course, others)
    if command == "fresh" and not numbers:
        say("✗ fresh: wanted the number of a notebook, got none; remedy: fresh 03, or ARGS=03")
        return 1
    try:
        done = copies.begin_anew(course, numbers) if command == "fresh" else copies.renew(course)
    except ValueError as error:
        say(f"✗ {error}")
        return 1
    for line in done[0]:
        say(line)
    return 0 if done[1] else 1


def _teach(options: argparse.Namespace, others: list[str]) -> int:
    from course_utils.teaching import command_line

    return command_line(options, others)


def _examine() -> int:
    from course_utils import doctor

    return 0 if doctor.report() else 1


def _forget() -> int:
    from course_utils.checks import progress
    from course_utils.surroundings import say

    try:
        num_forgotten = progress.forget()
    except OSError as error:
        say(f"✗ the progress could not be removed: {error}")
        return 1
    exercises = "exercise" if num_forgotten == 1 else "exercises"
    say(f"Forgotten: {num_forgotten} solved {exercises}. Every bar is empty again.")
    return 0


def _show() -> int:
    from course_utils.checks import progress

    progress.show()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
