"""Five made-up students of one notebook, and what each of them should get."""

import copy
from typing import Any

from course_utils.teaching import solved

# Prints, and tries by every way that a notebook has to make its untouched stubs count as solved.
CHEAT = """
import os, sys
from pathlib import Path

for count in range(1000):
    print("✓ all right", count)

def check(*anything, **more):
    print("✓ all right")

import course_utils.checks, course_utils.checks.verdicts, course_utils.teaching
course_utils.checks.check = course_utils.checks.judge = check
course_utils.checks.verdicts.difference = lambda *anything, **more: ""
course_utils.teaching.check_anew = check
os.environ["COURSE_STRICT"] = "0"
folder = Path(os.environ.get("COURSE_STATE_DIR", "state"))
folder.mkdir(parents=True, exist_ok=True)
(folder / "1.1.passed").touch()
"""


def stubs(notebook: Any) -> list[Any]:
    """The stubs of a notebook, in order."""
    return [cell for cell in notebook["cells"] if "exercise" in cell["metadata"].get("tags", [])]


def hand_in(notebook: Any) -> dict[str, tuple[Any, int]]:
    """What each student hands in for a notebook of the course, and the points that are due.

    `notebook` may be the course's own or the release that nbgrader has made of it.
    """
    full = solved(notebook)
    answers = ["".join(stub["source"]) for stub in stubs(full)]
    half, cheat, untouched = (copy.deepcopy(notebook) for _ in range(3))
    endless = copy.deepcopy(full)
    for stub, answer in list(zip(stubs(half), answers, strict=True))[: len(answers) // 2]:
        stub["source"] = answer
    stubs(endless)[1]["source"] = "while True:\n    pass"
    for stub in stubs(cheat):
        stub["source"] = "".join(stub["source"]) + CHEAT
    return {
        "anna, all right": (full, len(answers)),
        "ben, half": (half, len(answers) // 2),
        "chloe, untouched": (untouched, 0),
        "dora, endless": (endless, len(answers) - 1),
        "emil, cheating": (cheat, 0),
    }
