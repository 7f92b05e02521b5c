"""The Makefile: what each target calls, and that a broken set-up is repaired by running it again."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.browser.lab import ANNOUNCEMENTS, free_port, private_folders, stop, wait_until_it_answers
from tests.settings.table import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("make") is None,
    reason="needs make; on Windows the README goes by hand",
)

# Stands in for Python: it notes each call, builds a .venv that holds itself, installs nothing, and
# fails where a file named `broken` says so. `python -c` is the real Python, of the version asked for.
FAKE_PYTHON = f"""#!/bin/sh
echo "$*" >> calls
case "$*" in
  "-m venv --clear .venv") rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  "-m pip "*) echo "Downloading torch-2.13.0.whl (191.6 MB)"; test ! -e broken ;;
  "-c "*) exec "{sys.executable}" -c 'import os, sys
sys.version_info = (3, int(os.environ.get("FAKE_MINOR", 12)), 0)
if "NO_VENV" in os.environ: sys.modules["venv"] = None
exec(sys.argv[1])' "$2" ;;
esac
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder with the course's set-up files and a Python that only pretends."""
    folder = tmp_path / "a course"
    folder.mkdir()
    for name in (
        "Makefile",
        "pyproject.toml",
        *(f"requirements{of}.txt" for of in ("", "-site", "-teach")),
    ):
        shutil.copy(ROOT / name, folder)
        os.utime(folder / name, (time.time() - 1000,) * 2)
    (folder / "python").write_text(FAKE_PYTHON)
    (folder / "python").chmod(0o755)
    return folder


def make(folder: Path, *words: str, **extra: str) -> subprocess.CompletedProcess:
    """Run make in `folder` with the fake Python."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")} | extra
    command = ["make", "PYTHON=./python", *words]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=60)


def calls(folder: Path) -> list[str]:
    """The calls of Python since the last look, as its first two words after -m."""
    noted = folder / "calls"
    lines = noted.read_text().splitlines() if noted.exists() else []
    noted.unlink(missing_ok=True)
    return [" ".join(line.split()[1:3]) for line in lines if line.startswith("-m ")]


SETUP = [
    "venv --clear",
    "pip install",
    "matplotlib.font_manager",
    "jupyterlab.labextensions disable",
]


def test_the_first_run_installs_and_the_second_does_nothing(course):
    first = make(course, "setup")
    assert first.returncode == 0, first.stderr
    assert calls(course) == SETUP
    assert "few minutes" in first.stdout
    assert "downloading torch-2.13.0.whl, 191.6 MB" in first.stdout
    assert first.stdout.splitlines()[-1] == "Installed."
    make(course, "setup")
    assert calls(course) == []


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_changed_requirements_install_again_into_the_same_venv(course, name):
    make(course, "setup")
    calls(course)
    os.utime(course / name, (time.time() + 5,) * 2)
    assert make(course, "setup").returncode == 0
    assert calls(course) == SETUP[1:]


def test_a_failed_install_says_so_and_the_next_run_repairs_it(course):
    (course / "broken").touch()
    failed = make(course, "lab")
    assert failed.returncode != 0
    assert "did not finish" in failed.stderr
    assert "Installed" not in failed.stdout
    assert not (course / ".venv/installed").exists()
    assert "course_utils lab" not in calls(course)
    (course / "broken").unlink()
    assert make(course, "setup").returncode == 0
    assert calls(course) == SETUP


def test_a_failed_upgrade_is_repaired_by_a_new_venv(course):
    make(course, "setup")
    (course / "broken").touch()
    os.utime(course / "requirements.txt", (time.time() + 5,) * 2)
    assert make(course, "setup").returncode != 0
    (course / "broken").unlink()
    calls(course)
    make(course, "setup")
    assert calls(course) == SETUP


def test_a_moved_course_is_installed_afresh(course):
    make(course, "setup")
    calls(course)
    moved = course.rename(course.with_name("moved"))
    make(moved, "setup")
    assert calls(moved) == SETUP


def test_a_venv_whose_python_is_gone_is_rebuilt(course):
    make(course, "setup")
    (course / ".venv/bin/python").unlink()
    calls(course)
    make(course, "setup")
    assert calls(course) == SETUP


@pytest.mark.parametrize("minor", ["9", "10", "14"])
def test_another_python_gets_one_sentence_with_the_remedy(course, minor):
    refused = make(course, "lab", FAKE_MINOR=minor)
    assert refused.returncode != 0
    assert calls(course) == []
    said = refused.stderr.splitlines()[0]
    assert f"found ./python (Python 3.{minor})" in said
    assert "make lab PYTHON=python3.12" in said


@pytest.mark.parametrize("minor", ["11", "12", "13"])
def test_each_supported_python_is_accepted(course, minor):
    assert make(course, "setup", FAKE_MINOR=minor).returncode == 0


def test_a_missing_venv_module_or_no_python_at_all_names_the_remedy(course):
    assert "python3-venv" in make(course, "lab", NO_VENV="1").stderr
    assert "make lab PYTHON=python3.12" in make(course, "lab", "PYTHON=no-such-python").stderr


def test_test_runs_every_check_and_its_last_line_names_what_failed(course):
    passed = make(course, "test")
    assert passed.returncode == 0
    assert passed.stdout.splitlines()[-1] == "make test: everything passed"
    assert calls(course)[-4:] == ["ruff check", "ruff format", "mypy", "pytest"]
    python = course / ".venv/bin/python"
    python.write_text(
        python.read_text().replace("esac", '"-m ruff check"|"-m mypy") exit 1 ;;\nesac')
    )
    failed = make(course, "test")
    assert failed.returncode != 0
    assert failed.stdout.splitlines()[-1] == "make test: FAILED in ruff check, mypy"
    assert calls(course) == ["ruff check", "ruff format", "mypy", "pytest"]


def test_a_part_of_the_tests_is_run_alone(course):
    done = make(course, "test", "ARGS=tests/data -n 0")
    assert done.stdout.splitlines()[-1] == "make test: everything passed"
    assert calls(course)[len(SETUP) :] == ["pytest tests/data"]


def test_the_other_targets_call_what_they_promise(course):
    make(course, "setup")
    said = {
        name: make(course, "-n", name, "ARGS=03").stdout
        for name in [
            "notebooks",
            "nightly",
            "drift",
            "stand-in",
            "mutants",
            "clean",
            "lab",
            "fresh",
            "progress",
            "doctor",
            "handout",
            "lecture",
            "grade",
            "site",
            "slides",
        ]
    }
    assert "-m tests.notebook_checker.execute" in said["notebooks"]
    assert re.search(r"COURSE_DRIFT=1 .*CAPABILITY=default .*-m pytest notebooks", said["drift"])
    arithmetic = SETTINGS["arithmetic"].environment  # the same by another name
    assert {f"{name}={value}" for name, value in arithmetic.items()} <= set(said["drift"].split())
    assert re.search(r"COURSE_DEVICE=toy .*-m pytest 03", said["stand-in"])
    assert "-m pytest -m nightly 03\n" in said["nightly"]
    assert "-m tests.mutants 03\n" in said["mutants"]
    assert "rm -rf .venv" in said["clean"]
    assert "find . -path ./my_notebooks -prune" in said["clean"]
    for name in ("lab", "fresh", "progress", "handout", "grade"):
        assert f"-m course_utils {name} 03\n" in said[name]
    assert re.search(r"JUPYTER_PATH=\S.* -m course_utils lecture 03\n", said["lecture"])
    assert "-m course_utils doctor\n" in said["doctor"]
    assert "-m website.build\n" in said["site"]
    assert "-m website.decks\n" in said["slides"]
    listed = set(re.findall(r"^ +make ([\w-]+)", make(course, "help").stdout, re.MULTILINE))
    assert listed == {"help", "setup", *said, "grade-demo", "test"}


def test_the_announcements_that_make_disables_are_those_of_the_browser_test():
    assert f"ANNOUNCEMENTS := {ANNOUNCEMENTS}\n" in (ROOT / "Makefile").read_text()


def test_make_lab_answers_on_loopback(course):
    # The installed .venv is the Python of this test run, under the name that the Makefile expects.
    make(course, "setup")
    (course / ".venv/bin/python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (course / "notebooks").mkdir()
    (course / "notebooks/00_start_here.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )
    port = free_port()
    server = subprocess.Popen(
        ["make", "lab", f"ARGS=--no-browser --port={port} --ServerApp.port_retries=0"],
        cwd=course, env=private_folders(course / "jupyter"), start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        version = wait_until_it_answers(f"http://127.0.0.1:{port}", server)
        assert re.match(r"\d+\.", version)
        assert (course / "my_notebooks/00_start_here.ipynb").exists()
    finally:
        stop(server)
    assert server.poll() is not None
