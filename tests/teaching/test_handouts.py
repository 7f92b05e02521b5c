"""What is handed out: without outputs, with and without solutions, and never over somebody's work."""

import json
from pathlib import Path

import pytest

from course_utils.given import given, is_untouched
from course_utils.teaching import assignment, hand_out, solved, write_assignments
from course_utils.teaching.cells import calls_of_check
from tests.notebook_checker.execute import ROOT
from tests.teaching.students import stubs

FIRST = ROOT / "notebooks" / "01_parameter_estimation.ipynb"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course with one notebook."""
    (tmp_path / "course" / "notebooks").mkdir(parents=True)
    (tmp_path / "course" / "notebooks" / FIRST.name).write_bytes(FIRST.read_bytes())
    return tmp_path / "course"


def test_students_get_the_stubs_and_the_lecturer_the_answers(course: Path, tmp_path: Path) -> None:
    lines = hand_out(course, tmp_path / "out")
    assert lines == ["written  1 notebook to students/", "written  1 notebook to solved/"]
    students, answers = (
        json.loads((tmp_path / "out" / form / FIRST.name).read_text("utf-8"))
        for form in ("students", "solved")
    )
    assert (tmp_path / "out" / "students" / FIRST.name).read_bytes() == given(FIRST)
    for notebook in (students, answers):
        assert not any(cell.get("outputs") for cell in notebook["cells"])
    pairs = list(zip(stubs(students), stubs(answers), strict=True))
    assert len(pairs) == 6
    assert all("".join(one["source"]) != other["source"] for one, other in pairs)


def test_a_changed_handout_is_kept(course: Path, tmp_path: Path) -> None:
    hand_out(course, tmp_path / "out")
    file = tmp_path / "out" / "students" / FIRST.name
    notebook = json.loads(file.read_text("utf-8"))
    notebook["cells"][0]["source"] = "# Welcome to my course"
    file.write_text(json.dumps(notebook), encoding="utf-8")
    assert not is_untouched(file.read_bytes())
    lines = hand_out(course, tmp_path / "out")
    said = f"kept     students/{FIRST.name}: it has been changed since it was written"
    assert lines == ["written  0 notebooks to students/", said, "written  1 notebook to solved/"]
    assert "Welcome to my course" in file.read_text("utf-8")


def test_solving_leaves_the_notebook_and_refuses_a_check_without_a_stub() -> None:
    notebook = json.loads(FIRST.read_text("utf-8"))
    before = json.dumps(notebook)
    whole = solved(notebook)
    assert json.dumps(notebook) == before
    assert json.dumps(whole) != before
    for stub in stubs(notebook):
        notebook["cells"].remove(stub)
    with pytest.raises(ValueError, match=r"wanted a stub above the check of 1\.1, got none"):
        solved(notebook)


def test_an_assignment_has_answer_cells_and_locked_test_cells() -> None:
    made = assignment(json.loads(FIRST.read_text("utf-8")), points=2)
    settings = {
        cell["metadata"]["nbgrader"]["grade_id"]: (cell["metadata"]["nbgrader"], cell)
        for cell in made["cells"]
        if "nbgrader" in cell["metadata"]
    }
    assert len(settings) == 12
    answer, _ = settings["answer-1-3"]
    assert (answer["solution"], answer["grade"], answer["locked"]) == (True, False, False)
    test, cell = settings["check-1-3"]
    assert (test["solution"], test["grade"], test["locked"], test["points"]) == (
        False,
        True,
        True,
        2,
    )
    assert calls_of_check(cell) == [("1.3", "central_differences")]


def test_assignments_are_written_where_nbgrader_looks(course: Path, tmp_path: Path) -> None:
    folder = tmp_path / "graded"
    with pytest.raises(ValueError, match="wanted numbers of notebooks, some of 01; got 77"):
        write_assignments(course, folder, ["01", "77"])
    assert not folder.exists()
    write_assignments(course, folder, ["1"])
    assert (folder / "source" / FIRST.stem / FIRST.name).exists()
    (folder / "nbgrader_config.py").write_text("# mine")
    assert write_assignments(course, folder, ["1"])[-1] == "kept     nbgrader_config.py"
    assert (folder / "nbgrader_config.py").read_text() == "# mine"
