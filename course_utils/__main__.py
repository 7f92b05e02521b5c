"""The command line: `python -m course_utils progress` and `python -m course_utils doctor`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 1 when the doctor finds something broken."""
    parser = argparse.ArgumentParser(prog="python -m course_utils")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("doctor", help="examine the installation and name the remedies")
    show = commands.add_parser("progress", help="show which exercises are solved")
    show.add_argument("--forget", action="store_true", help="forget every solved exercise")
    options = parser.parse_args(arguments)
    try:
        if options.command == "doctor":
            return _examine()
        return _forget() if options.forget else _show()
    except ModuleNotFoundError as error:
        # The likeliest reason by far: a Python other than that of the course's environment.
        print(
            f"x packages: wanted all that the course needs, got {error}; remedy: call the python "
            "of the course's environment, or install there with python -m pip install -e .",
            file=sys.stderr,
        )
        return 1


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
    from course_utils.exercises import notebooks
    from course_utils.surroundings import say

    done = progress.solved()
    for notebook in notebooks():
        numbers = [exercise.number for exercise in notebook.exercises]
        say(progress.bar(f"{notebook.number} {notebook.title}", numbers, done))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
