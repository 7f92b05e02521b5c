"""Grades as a text, and what the command says to bad options."""

import csv
import io
import json
from pathlib import Path

import pytest

from course_utils.__main__ import main
from course_utils.exercises import notebooks
from course_utils.teaching import Grades, Submission, as_csv, as_json, as_table

NUMBERS = [exercise.number for exercise in notebooks("01")[0].exercises]


def grades(student: str, *solved: str, remark: str = "") -> Grades:
    verdicts = {number: "solved" if number in solved else "open" for number in NUMBERS}
    verdicts["1.2"] = "wrong"
    texts = dict.fromkeys(NUMBERS, "said")
    submission = Submission(student, "01", Path("01.ipynb"))
    return Grades(submission, verdicts, [remark] if remark else [], texts)


BOTH = [
    grades("anna", "1.1", "1.3"),
    grades("=cmd|' /C calc'!A0", remark="cell 3 ended the kernel"),
]


def test_the_table_has_a_row_for_each_student() -> None:
    lines = as_table(BOTH).splitlines()
    assert lines[0].split() == ["01", "Parameter", "estimation", *NUMBERS, "points"]
    assert lines[1].split() == ["anna", "✓", "✗", "✓", "·", "·", "·", "2", "of", "6"]
    assert lines[3].endswith(": cell 3 ended the kernel")


@pytest.mark.parametrize("student", ["jo", "a name that is longer than the title of the notebook"])
def test_each_sign_stands_below_the_number_of_its_exercise(student: str) -> None:
    head, *rows, _ = as_table([grades("bo", "1.1"), grades(student, "1.1")]).split("\n")
    for row in rows[:2]:
        assert head.index("1.1") + 1 == row.index("✓")
        assert head.index("1.2") + 1 == row.index("✗")
        assert head.index("points") == row.index("1 of 6")


def test_the_csv_has_a_line_for_each_exercise_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(BOTH))))
    assert len(rows) == 2 * len(NUMBERS)
    assert rows[0] == {
        "student": "anna",
        "notebook": "01",
        "exercise": "1.1",
        "verdict": "solved",
        "points": "1",
    }
    assert rows[-1]["student"].startswith("'=")


def test_the_json_holds_everything() -> None:
    first, _ = json.loads(as_json(BOTH))
    assert first["points"] == 2
    assert first["verdicts"]["1.2"] == "wrong"
    assert first["said"]["1.1"] == "said"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["grade", "nowhere"], "wanted a folder with notebooks in it, got nowhere"),
        (["grade", "."], "wanted notebooks of this course below ., got none"),
        (["grade", ".", "--seconds", "0"], "wanted --seconds greater than 0, got 0"),
        (["grade", ".", "--jobs", "0"], "wanted --jobs of 1 or more, got 0"),
        (["grade", ".", "--csv", "no/such/file.csv"], "wanted a file in a folder that exists"),
        (["assignment", "out", "77"], "wanted numbers of notebooks, some of 00, 01"),
    ],
)
def test_a_bad_option_gets_one_sentence_before_any_work(
    words: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 1
    shown = capsys.readouterr().out
    assert said in shown
    assert len(shown.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_help_and_the_lecturers_page_name_the_same_limit(
    capsys: pytest.CaptureFixture,
) -> None:
    with pytest.raises(SystemExit):
        main(["grade", "--help"])
    assert "a cell (default 120)" in " ".join(capsys.readouterr().out.split())
    page = (Path(__file__).parents[2] / "TEACHING.md").read_text(encoding="utf-8")
    assert "takes longer than 120 seconds (`--seconds`)" in page
