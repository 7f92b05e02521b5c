"""Commands as they must be typed, from the folder in which they must be typed."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from course_utils import lab, surroundings
from course_utils.lab import options, serve
from course_utils.surroundings import command, course_folder, interpreter, python_call

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/00_start_here.ipynb").touch()
    (tmp_path / "my_notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "my_notebooks")
    monkeypatch.delenv("MAKELEVEL", raising=False)
    monkeypatch.setenv("PATH", "")
    return tmp_path


def test_the_course_is_around_us_or_else_around_the_package(
    course: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert course_folder() == course
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert course_folder() == ROOT
    monkeypatch.setattr(surroundings, "__file__", str(tmp_path_factory.mktemp("site") / "a" / "b"))
    assert course_folder() is None


def test_a_venv_in_the_course_is_named_from_there(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(course / ".venv/bin/python"))
    assert interpreter() == str(Path(".venv/bin/python"))
    assert python_call("pip install -e .") == f"{interpreter()} -m pip install -e ."


def test_a_python_of_the_path_is_named_as_it_is_called(
    course: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("an environment")
    suffix = ".exe" if sys.platform == "win32" else ""
    program = folder / f"python{suffix}"
    program.touch(mode=0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    quoted = f'& "{program}"' if sys.platform == "win32" else f"'{program}'"
    assert interpreter() == quoted
    monkeypatch.setenv("PATH", str(folder))
    assert interpreter() == "python"


def test_a_command_is_a_target_under_make(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert command("fresh", "03") == f"{interpreter()} -m course_utils fresh 03"
    assert command("doctor") == f"{interpreter()} -m course_utils doctor"
    monkeypatch.setenv("MAKELEVEL", "1")
    assert command("fresh", "03") == "make fresh ARGS=03"
    assert command("doctor") == "make doctor"


def test_a_printed_command_runs_where_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAKELEVEL", raising=False)
    monkeypatch.chdir(ROOT)
    done = subprocess.run(
        command("progress"), cwd=ROOT, shell=True, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("00 Start here")


def test_lab_opens_the_first_page_of_the_copies(tmp_path: Path) -> None:
    first, root, *others = options(tmp_path)
    assert first == str(tmp_path / "00_start_here.ipynb")
    assert root == f"--ServerApp.root_dir={tmp_path}"
    assert all("news" not in other for other in others)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere JupyterLab is a process of its own")
@pytest.mark.parametrize("first", [True, False])
def test_jupyterlab_takes_the_place_of_the_command(
    first: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ReplacedError(Exception): ...

    def execv(program: str, words: list[str]) -> None:
        assert program == words[0] == sys.executable
        assert words[1:3] == ["-m", "jupyterlab"]
        assert words[3:] == [*options(tmp_path)[0 if first else 1 :], "--no-browser"]
        raise ReplacedError

    monkeypatch.setattr(os, "execv", execv)
    with pytest.raises(ReplacedError):
        serve(tmp_path, ["--no-browser"], **({} if first else {"first": False}))


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for Python is a shell script")
def test_elsewhere_the_command_waits_and_returns_its_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 7\n")
    python.chmod(0o755)
    monkeypatch.setattr(lab, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(lab, "options", lambda folder: ["first", "second"])
    monkeypatch.setattr(sys, "executable", str(python))
    assert serve(tmp_path, []) == 7


def test_an_older_jupyter_is_not_asked_to_encrypt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jupyter_client import KernelManager

    monkeypatch.setattr(KernelManager, "class_trait_names", lambda: ["transport"])
    assert not [option for option in options(tmp_path) if "encryption" in option]


@pytest.mark.parametrize("complaint", [None, RuntimeError("no libsodium")])
def test_a_newer_jupyter_encrypts_where_its_libraries_can(
    complaint: Exception | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import jupyter_client

    class Newer:
        def __init__(self, transport_encryption: str) -> None:
            assert transport_encryption == "auto"
            if complaint:
                raise complaint

        @staticmethod
        def class_trait_names() -> list[str]:
            return ["transport", "transport_encryption"]

    monkeypatch.setattr(jupyter_client, "KernelManager", Newer)
    asked = "--KernelManager.transport_encryption=auto" in options(tmp_path)
    assert asked == (complaint is None)
