"""What is handed in is executed to its end, whatever it does, and judged by our own questions."""

import json
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from course_utils.teaching import Submission, grade, grading, solved, submissions
from course_utils.teaching.running import with_questions
from course_utils.teaching.submissions import Grades
from tests.teaching.students import CHEAT

IMPORT = "from course_utils.checks import check"
RIGHT = "which_knob = solution_of('1.1')"


def cell(source: str, tag: str = "") -> Any:
    return new_code_cell(source, metadata={"tags": [tag]} if tag else {})


def small(*stubs: str) -> Any:
    """A notebook with the checks of 1.1 and 1.2, in which these sources stand for their stubs."""
    one, other = stubs
    return new_notebook(
        cells=[
            cell(IMPORT),
            cell(one, "exercise"),
            cell('check("1.1", which_knob)', "check"),
            cell(other, "exercise"),
            cell('check("1.2", counts)', "check"),
        ]
    )


UNTOUCHED = "which_knob = ...", "counts = ..."
ANSWERS = [stub.source for stub in solved(small(*UNTOUCHED)).cells[1:5:2]]


def grades(folder: Path, notebook: Any, seconds: float = 60) -> Grades:
    path = folder / "01_parameter_estimation.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (one,) = grade([Submission("anna", "01", path)], seconds=seconds, jobs=1)
    return one


def test_right_open_and_wrong_are_told_apart(tmp_path: Path) -> None:
    got = grades(tmp_path, small(ANSWERS[0], "counts = 'seven'"))
    assert got.verdicts["1.1"] == "solved"
    assert got.verdicts["1.2"] == "wrong"
    assert got.verdicts["1.3"] == "open"  # its check is gone, and so is its stub
    assert got.points == 1
    assert got.remarks == []
    assert got.texts["1.1"].startswith("✓ 1.1")


@pytest.mark.nightly  # `make grade-demo` has such a student too
def test_an_endless_loop_costs_its_own_exercise_only(tmp_path: Path) -> None:
    endless = "while True:\n    try:\n        pass\n    except KeyboardInterrupt:\n        pass"
    got = grades(tmp_path, small(endless, ANSWERS[1]), seconds=20)
    assert (got.verdicts["1.1"], got.verdicts["1.2"]) == ("open", "solved")
    assert got.remarks == ["cell 2 took longer than 20 s and was left out"]


def test_a_cell_that_ends_the_kernel_costs_its_own_exercise_only(tmp_path: Path) -> None:
    got = grades(tmp_path, small("import os\nos._exit(1)", ANSWERS[1]))
    assert (got.verdicts["1.1"], got.verdicts["1.2"]) == ("open", "solved")
    assert got.remarks == ["cell 2 ended the kernel and was left out"]


def test_an_answer_cannot_award_itself_points(tmp_path: Path) -> None:
    got = grades(tmp_path, small(*(source + CHEAT for source in UNTOUCHED)))
    assert got.points == 0
    assert set(got.verdicts.values()) == {"open"}


def test_a_check_that_was_deleted_or_renamed_is_asked_all_the_same(tmp_path: Path) -> None:
    notebook = small(*ANSWERS)
    del notebook.cells[4]
    notebook.cells[2].source = 'mine = which_knob\ncheck("1.1", mine)'
    got = grades(tmp_path, notebook)
    assert (got.verdicts["1.1"], got.verdicts["1.2"]) == ("open", "solved")


def test_the_courses_own_answer_cannot_be_named_in_the_check() -> None:
    notebook = small(*UNTOUCHED)
    notebook.cells[2].source = 'check("1.1", load("1.1").reference)'
    asked = with_questions(notebook, ["1.1", "1.2"], "token")
    assert "show_verdict('1.1', 'which_knob', " in asked.cells[2].source
    assert notebook.cells[2].source.startswith("check")  # what was handed in is left alone


def test_what_is_no_notebook_is_graded_as_open(tmp_path: Path) -> None:
    path = tmp_path / "01_parameter_estimation.ipynb"
    path.write_text("not a notebook", encoding="utf-8")
    (one,) = grade([Submission("ben", "01", path)], jobs=1)
    assert one.points == 0
    assert "cannot be read as a notebook" in one.remarks[0]


def test_submissions_are_found_by_folder_or_by_file(tmp_path: Path) -> None:
    for name in ("anna/01_parameter_estimation.ipynb", "anna/mine.ipynb", "ben.ipynb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(small(*UNTOUCHED)), encoding="utf-8")
    (tmp_path / "anna" / ".ipynb_checkpoints").mkdir()
    (tmp_path / "anna" / ".ipynb_checkpoints" / "01.ipynb").write_text("{}")
    (tmp_path / "poem.ipynb").write_text(json.dumps(new_notebook(cells=[cell("x = 1")])))
    found, others = submissions(tmp_path)
    names = [one.student for one in found]
    assert names == ["anna/01_parameter_estimation", "anna/mine", "ben"]
    assert {one.number for one in found} == {"01"}
    assert others == ["left out  poem.ipynb: no notebook of this course"]


def test_the_number_is_that_of_most_checks(tmp_path: Path) -> None:
    borrowed = [cell('check("2.1", how_many_and_fastest)', "check")]  # pasted from another one
    notebook = new_notebook(cells=[*small(*UNTOUCHED).cells, *borrowed])
    (tmp_path / "07 my favourite.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    ((one,), _) = submissions(tmp_path)
    assert one.number == "01"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="wanted a folder with notebooks in it, got"):
        submissions(tmp_path / "nowhere")


@pytest.mark.parametrize(("processors", "jobs"), [(16, 4), (2, 2), (None, 1)])
def test_as_many_run_at_once_as_there_are_processors_but_four_at_most(
    processors: int | None, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    class Pool:
        def __init__(self, number: int, **_: Any) -> None:
            asked.append(number)

        def __enter__(self) -> "Pool":
            return self

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(grading, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(grading.os, "cpu_count", lambda: processors)
    assert list(grade([])) == []
    assert asked == [jobs]
