"""Remembering solved exercises and showing them."""

import io
import sys
from pathlib import Path

import platformdirs
import pytest

from course_utils.__main__ import main
from course_utils.checks import progress
from course_utils.surroundings import say, state_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.delenv("COURSE_PROGRESS", raising=False)
    return tmp_path / "state"


def test_solved_exercises_are_remembered_and_forgotten(folder: Path) -> None:
    assert progress.solved() == set()
    for number in ("1.2", "1.10", "1.2"):
        assert progress.remember(number) == ""
    assert progress.solved() == {"1.2", "1.10"}
    assert len(list(folder.iterdir())) == 2
    (folder / "notes.txt").write_text("not ours")
    assert progress.forget() == 2
    assert progress.solved() == set()
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_nothing_is_remembered_when_progress_is_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_PROGRESS", "off")
    assert progress.remember("1.2") == ""
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_gives_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.delenv("COURSE_PROGRESS", raising=False)
    monkeypatch.setenv("COURSE_STATE_DIR", str(tmp_path / "file" / "state"))
    trouble = progress.remember("1.2")
    assert "COURSE_STATE_DIR" in trouble
    assert "\n" not in trouble
    assert str(tmp_path) not in trouble  # it would be stored in a notebook
    assert progress.solved() == set()


def test_the_users_state_folder_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSE_STATE_DIR", raising=False)
    assert state_folder() == Path(platformdirs.user_state_dir("course_utils", appauthor=False))


def test_bars() -> None:
    assert progress.bar("00 A", ["0.1"], {"0.1", "9.9"}) == f"{'00 A':<28} █ 1 of 1"
    assert progress.bar("00 A", ["0.1"], set()).endswith(" ░ 0 of 1, open: 0.1")


def test_the_command_shows_a_bar_per_notebook(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in ("1.1", "1.2", "1.4", "1.5"):
        progress.remember(number)
    assert main(["progress"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "00 Start here                ░ 0 of 1, open: 0.1",
        "01 Parameter estimation      ████░░ 4 of 6, open: 1.3, 1.6",
    ]


def test_the_command_forgets_and_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    progress.remember("1.1")
    assert main(["progress", "--forget"]) == 0
    assert capsys.readouterr().out == "Forgotten: 1 solved exercise. Every bar is empty again.\n"
    assert progress.solved() == set()
    assert main(["progress", "--forget"]) == 0
    assert capsys.readouterr().out.startswith("Forgotten: 0 solved exercises.")


def test_forgetting_that_fails_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> int:
        raise PermissionError("held by another program")

    monkeypatch.setattr(progress, "forget", refuse)
    assert main(["progress", "--forget"]) == 1
    assert "held by another program" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "✓ ██░ · Δ"), ("ascii", "+ ##. - ?"), ("cp1252", "+ ##. - ?")],
)
def test_signs_that_an_output_cannot_show_are_replaced(
    encoding: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", output)
    say("✓ ██░ · Δ")
    output.flush()
    output.seek(0)
    assert output.read() == shown + "\n"
