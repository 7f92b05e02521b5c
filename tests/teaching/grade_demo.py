"""`make grade-demo`: the real nbgrader grades notebook 01 of five made-up students.

Builds an assignment, hands in five copies of its release, grades them, writes a page of feedback
for each, and compares the points with those that are due. Exit status 0 only where all agree.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from course_utils.surroundings import say
from course_utils.teaching import write_assignments
from tests.teaching.students import hand_in

ROOT = Path(__file__).resolve().parents[2]
NAME = "01_parameter_estimation"
SECONDS = 45  # an endless loop is stopped after so long; no other cell comes near it


def nbgrader(folder: Path, *words: str) -> None:
    """Call one command of nbgrader in the folder of the course; show what it says if it fails."""
    command = [sys.executable, "-m", "nbgrader", *words]
    # nbgrader calls alembic, which lies beside this Python.
    settings = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        "JUPYTER_PATH": str(ROOT / ".venv" / "share" / "jupyter"),  # the templates of feedback
        "OMP_NUM_THREADS": "1",
        "COURSE_PROGRESS": "off",
    }
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=900,
    )
    if done.returncode:
        raise SystemExit(f"nbgrader {' '.join(words)} failed:\n{done.stderr[-3000:]}")


def demonstrate(folder: Path) -> bool:
    """Grade five students below `folder`, print what each gets; say whether it is what is due."""
    for line in write_assignments(ROOT, folder, ["01"]):
        say(line)
    nbgrader(folder, "generate_assignment", NAME)
    release = json.loads((folder / "release" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    due = {}
    for words, (notebook, points) in hand_in(release).items():
        student = words.split(",")[0]
        target = folder / "submitted" / student / NAME / f"{NAME}.ipynb"
        target.parent.mkdir(parents=True)
        target.write_text(json.dumps(notebook), encoding="utf-8")
        due[student] = points
    nbgrader(folder, "autograde", NAME, f"--ExecutePreprocessor.timeout={SECONDS}")
    nbgrader(folder, "generate_feedback", NAME)
    nbgrader(folder, "export")
    with (folder / "grades.csv").open(encoding="utf-8") as file:
        got = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    agree = True
    for student, points in due.items():
        page = folder / "feedback" / student / NAME / f"{NAME}.html"
        right = got.get(student) == points and page.exists()
        agree &= right
        said = f"{got.get(student, 'nothing')} of {points} points due"
        say(f"{'✓' if right else '✗'} {student:<6} {said}, feedback {page.exists()}")
    return agree


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        raise SystemExit(0 if demonstrate(Path(made)) else 1)
