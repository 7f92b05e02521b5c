"""What lecturers call, with any notebook, any folder and any grades."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.teaching import (
    Grades,
    Submission,
    as_csv,
    as_json,
    as_table,
    assignment,
    grade,
    hand_out,
    solved,
    submissions,
    write_assignments,
)
from tests.properties.promises import attempt
from tests.properties.strategies import BAD_NUMBERS, NO_TENSORS, reproducible

COURSE = Path(__file__).parents[2]
NO_NOTEBOOKS: list[Any] = [*NO_TENSORS, {}, {"cells": 3}, {"cells": [3]}, {"cells": [{}]}]
SOURCES = st.sampled_from(
    [
        "",
        "x = 1",
        "def broken(",
        'check("1.1", answer)',
        'check("99.9", x)',
        "check()",
        'check("1.2")',
    ]
)
CELLS = st.lists(
    st.builds(
        lambda kind, source, tags: {
            "cell_type": kind, "source": source, "metadata": {"tags": tags},
        },
        st.sampled_from(["code", "markdown"]), SOURCES, st.sampled_from([[], ["exercise"], ["check"]]),
    ),
    max_size=6,
)  # fmt: skip
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)


@pytest.mark.parametrize("rewrite", [solved, assignment])
@given(CELLS)
@reproducible(80)
def test_any_notebook_is_rewritten_as_a_copy_or_told(rewrite: Any, cells: list[Any]) -> None:
    outcome = attempt(rewrite, {"cells": cells, "metadata": {}})
    if outcome.error is None:
        assert len(outcome.value["cells"]) == len(cells)


@pytest.mark.parametrize("rewrite", [solved, assignment])
@given(st.sampled_from(NO_NOTEBOOKS))
@reproducible(20)
def test_what_is_no_notebook_is_told(rewrite: Any, notebook: Any) -> None:
    assert attempt(rewrite, notebook).error is not None


@given(NAMES, st.lists(st.sampled_from(["solved", "wrong", "open"]), min_size=5, max_size=5))
@reproducible(60)
def test_any_grades_come_back_from_csv_and_json(student: str, verdicts: list[str]) -> None:
    from course_utils.exercises import notebooks

    (notebook,) = notebooks("01")
    numbers = [exercise.number for exercise in notebook.exercises]
    given_to = {number: verdicts[place % 5] for place, number in enumerate(numbers)}
    grades = [Grades(Submission(student, "01", Path("a.ipynb")), given_to)]
    rows = list(csv.DictReader(io.StringIO(attempt(as_csv, grades).value, newline="")))
    assert [row["verdict"] for row in rows] == list(given_to.values())
    assert sum(int(row["points"]) for row in rows) == grades[0].points
    (back,) = json.loads(attempt(as_json, grades).value)
    assert (back["student"], back["verdicts"]) == (student, given_to)
    assert f"{grades[0].points} of {len(numbers)}" in attempt(as_table, grades).value


@pytest.mark.parametrize("write", [as_csv, as_json, as_table])
def test_no_grades_are_no_rows(write: Any) -> None:
    assert attempt(write, []).error is None


@given(st.dictionaries(st.sampled_from(["01_a", "02 b", "x", "anna/01_c"]), st.one_of(
    st.binary(max_size=30), CELLS.map(lambda cells: json.dumps({"cells": cells}).encode()),
    st.sampled_from([b"[]", b"3", b'{"cells": 3}', b'{"cells": [3]}', b"null"]),
), max_size=3))  # fmt: skip
@reproducible(60)
def test_any_folder_is_sorted_into_submissions(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    folder = tmp_path_factory.mktemp("handed_in")
    for name, data in files.items():
        path = folder / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    outcome = attempt(submissions, folder)
    assert outcome.error is None
    found, others = outcome.value
    assert len(found) + len(others) == len(files)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert attempt(submissions, tmp_path / "none").error is not None


@given(st.lists(st.one_of(st.text(max_size=4), st.just("99")), min_size=1, max_size=2))
@reproducible(20)
def test_a_number_of_no_notebook_is_told_before_anything_is_written(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("release")
    if all(number.zfill(2)[:2].isdigit() and number.isascii() for number in numbers):
        numbers = ["99"]
    assert attempt(write_assignments, COURSE, folder, numbers).error is not None
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    "seconds", [it for it in BAD_NUMBERS if it not in (2.5, float("inf"), 1j)] + [1j]
)
def test_what_is_no_time_is_told_before_anything_runs(seconds: Any) -> None:
    assert attempt(grade, [], seconds=seconds).error is not None


@pytest.mark.parametrize("jobs", [it for it in BAD_NUMBERS if it is not None])
def test_what_is_no_number_of_jobs_is_told(jobs: Any) -> None:
    assert attempt(grade, [], jobs=jobs).error is not None


def test_a_course_without_notebooks_is_told(tmp_path: Path) -> None:
    assert attempt(hand_out, tmp_path, tmp_path / "out").error is not None
