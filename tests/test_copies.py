"""The learner's copies: made, renewed while untouched, and never overwritten."""

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from course_utils import __main__, copies, doctor, given, lab
from course_utils.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
NAMES = ["00_start_here.ipynb", "03_autograd.ipynb"]


def publish(course: Path, name: str, edition: str) -> None:
    """Put an edition of a notebook into the course, executed."""
    cells = [
        new_markdown_cell(f"# {name} · Größe", id="title"),
        new_code_cell(
            f"print({edition!r})",
            id="code",
            execution_count=1,
            outputs=[new_output("stream", text=edition)],
            metadata={"tags": ["exercise"]},
        ),
    ]
    metadata = {"course": {"constants": {"1609": "Kepler"}}}
    (course / "notebooks").mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=cells, metadata=metadata), course / "notebooks" / name)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        publish(tmp_path, name, "first")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MAKELEVEL", raising=False)
    return tmp_path


def copy_of(course: Path, name: str = NAMES[1]) -> Path:
    return course / copies.FOLDER / name


def edit(path: Path, text: str) -> None:
    """Do what a learner does in JupyterLab: change a cell, run it, save."""
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = text
    nbformat.write(notebook, path)


def test_a_copy_has_all_of_its_notebook_but_the_outputs(course: Path) -> None:
    lines, complete = copies.renew(course)
    assert complete
    assert lines == ["Your notebooks are in my_notebooks/: 2 new."]
    copy, source = (
        nbformat.read(path, 4) for path in (copy_of(course), course / "notebooks" / NAMES[1])
    )
    assert copy.cells[1].outputs == []
    assert copy.cells[1].execution_count is None
    copy.cells[1].outputs, copy.cells[1].execution_count = source.cells[1].outputs, 1
    assert copy.cells == source.cells
    assert copy.metadata.course.pop("given")
    assert copy.metadata.pop("language_info").name == "python"  # as JupyterLab would add it
    assert copy.metadata == source.metadata
    assert "· Größe" in copy_of(course).read_text("utf-8")  # can be read in an editor, too
    assert copies.renew(course)[0] == ["Your notebooks are in my_notebooks/."]
    written = copy_of(course).read_text(encoding="utf-8").splitlines()
    assert written[1] == ' "cells": ['  # indented as Jupyter does, for whoever compares versions


def run_and_look(path: Path) -> None:
    """Do what JupyterLab does to a notebook that is only run, folded and looked at."""
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata["language_info"] = {"name": "python", "version": "3.13.0"}
    notebook.cells[1].outputs = [new_output("stream", text="first")]
    notebook.cells[1].execution_count = 7
    notebook.cells[1].metadata.update(
        collapsed=True, scrolled=False, jupyter={"outputs_hidden": True}
    )
    notebook.cells.append(new_code_cell(""))
    nbformat.write(notebook, path)


def test_a_copy_that_was_only_run_is_renewed(course: Path) -> None:
    copies.renew(course)
    run_and_look(copy_of(course))
    before = copy_of(course).read_bytes()
    assert copies.renew(course)[0] == ["Your notebooks are in my_notebooks/."]
    assert copy_of(course).read_bytes() == before, "nothing new, so nothing to renew"
    publish(course, NAMES[1], "second")
    assert copies.renew(course)[0] == ["Your notebooks are in my_notebooks/: 1 renewed."]
    assert "second" in copy_of(course).read_text()


CHANGES: list[Any] = [
    lambda book: book.cells[1].update(source="print('mine')"),
    lambda book: book.cells[0].update(source="# my title"),
    lambda book: book.cells.append(new_markdown_cell("a note")),
    lambda book: book.cells.pop(1),
    lambda book: book.cells.reverse(),
    lambda book: book.cells[1].metadata.update(tags=["mine"]),
    lambda book: book.cells[0].update(attachments={"a.png": {"image/png": "abcd"}}),
    lambda book: book.cells.insert(1, new_markdown_cell("", attachments={"a.png": {}})),
    lambda book: book.metadata.pop("course"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_that_was_worked_in_is_kept_and_said(course: Path, change: Any) -> None:
    copies.renew(course)
    book = nbformat.read(copy_of(course), as_version=4)
    change(book)
    nbformat.write(book, copy_of(course))
    before = copy_of(course).read_bytes()
    publish(course, NAMES[1], "second")
    lines, complete = copies.renew(course)
    assert complete
    assert copy_of(course).read_bytes() == before
    assert lines[1].startswith("kept    03_autograd.ipynb: you have worked in it")
    assert lines[1].endswith("course_utils fresh 03 brings that and keeps yours")
    assert copies.renew(course)[0] == lines, "said each time, as long as it holds"


def test_who_works_in_the_newest_edition_is_told_nothing(course: Path) -> None:
    copies.renew(course)
    edit(copy_of(course), "print('mine')")
    assert copies.renew(course)[0] == ["Your notebooks are in my_notebooks/."]


@pytest.mark.parametrize(
    "contents", [b"", b"{", b"[]", b'{"cells": 1}', b"\xff\xfe", b"<<<<<<< HEAD"]
)
def test_a_copy_that_is_no_notebook_is_kept(course: Path, contents: bytes) -> None:
    copies.renew(course)
    copy_of(course).write_bytes(contents)
    lines, _ = copies.renew(course)
    assert "it cannot be read as a notebook" in lines[1]
    assert copy_of(course).read_bytes() == contents
    assert main(["fresh", "03"]) == 0
    assert (course / "my_notebooks/03_autograd_mine.ipynb").read_bytes() == contents
    assert copies.renew(course)[0] == ["Your notebooks are in my_notebooks/."]


def test_a_broken_notebook_of_the_course_is_named(course: Path) -> None:
    (course / "notebooks" / NAMES[1]).write_text("<<<<<<< HEAD")
    lines, complete = copies.renew(course)
    assert not complete
    assert "git checkout notebooks/03_autograd.ipynb brings it back" in lines[1]
    assert copy_of(course, NAMES[0]).exists()
    assert main(["fresh", "3"]) == 1


@pytest.mark.parametrize(
    "name", ["03", "3", "03_autograd", "03_autograd.ipynb", "notebooks/03_autograd.ipynb"]
)
def test_a_new_copy_keeps_the_old_one_beside_it(
    course: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["copy"])
    for count, beside in enumerate(["03_autograd_mine.ipynb", "03_autograd_mine_2.ipynb"]):
        edit(copy_of(course), f"print({count})")
        before = copy_of(course).read_bytes()
        capsys.readouterr()
        assert main(["fresh", name]) == 0
        assert f"what you had is {beside} now" in capsys.readouterr().out
        assert copy_of(course, beside).read_bytes() == before
        assert "first" in copy_of(course).read_text()


def test_a_name_of_no_notebook_stops_before_anything_is_done(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["copy"])
    before = sorted((course / "my_notebooks").iterdir())
    for names in (["03", "77"], [""], ["autograd"], []):
        capsys.readouterr()
        assert main(["fresh", *names]) == 1
        assert capsys.readouterr().out.startswith("✗ fresh: wanted the number of a notebook")
    assert sorted((course / "my_notebooks").iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="Binder runs Linux")
def test_binder_makes_the_copy(course: Path) -> None:
    assert os.access(ROOT / "postBuild", os.X_OK)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path}
    subprocess.run([ROOT / "postBuild"], cwd=course, env=env, check=True, timeout=60)
    assert copy_of(course).exists()


def test_elsewhere_the_command_says_where_to_call_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("course_utils.surroundings.course_folder", lambda: None)
    monkeypatch.chdir(tmp_path)
    for command in (["lab"], ["copy"], ["fresh", "03"]):
        assert main(command) == 1
        assert "wanted the course's folder, with notebooks/ in it" in capsys.readouterr().out


def test_a_folder_that_cannot_be_made_is_one_line(course: Path) -> None:
    (course / "my_notebooks").write_text("in the way")
    lines, complete = copies.renew(course)
    assert not complete
    (line,) = lines
    assert line.startswith("failed  my_notebooks could not be written (File exists)")
    assert main(["fresh", "03"]) == 1


def test_what_a_crash_has_left_is_removed_later(course: Path) -> None:
    copies.renew(course)
    left = course / "my_notebooks/.03_autograd.ipynb.4711.part"
    for age, stays in ((10, True), (10_000, False)):
        left.write_text("half")
        os.utime(left, (left.stat().st_mtime - age,) * 2)
        publish(course, NAMES[1], str(age))
        copies.renew(course)
        assert left.exists() == stays


@contextmanager
def a_full_disk(most_bytes: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes: writing stops in the middle, as on a full disk."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("most_bytes", [0, 300])
def test_a_disk_that_fills_up_costs_nothing(course: Path, most_bytes: int) -> None:
    with a_full_disk(most_bytes):
        lines, complete = copies.renew(course)
    assert not complete
    assert len(lines) == 3
    assert "could not be written" in lines[1]
    assert "type the same command again" in lines[1]
    assert list((course / "my_notebooks").iterdir()) == []
    copies.renew(course)
    edit(copy_of(course), "print('mine')")
    publish(course, NAMES[0], "second")
    before = {path: path.read_bytes() for path in (course / "my_notebooks").iterdir()}
    with a_full_disk(most_bytes):
        copies.renew(course)
        copies.begin_anew(course, ["00", "03"])
    assert {path: path.read_bytes() for path in (course / "my_notebooks").iterdir()} == before


class Crash(BaseException):
    """The machine goes down."""


class Learner(RuleBasedStateMachine):
    """Any order of editing, updating, beginning anew, with crashes and full disks in between.

    Whatever the learner has written stands in some file, whole, at every moment.
    """

    @initialize()
    def begin(self) -> None:
        self.course = Path(tempfile.mkdtemp(dir=os.environ["PYTEST_COPIES"]))
        self.written: set[str] = set()
        self.count = 0
        for name in NAMES:
            publish(self.course, name, "first")

    @rule(name=st.sampled_from(NAMES))
    def update(self, name: str) -> None:
        self.count += 1
        publish(self.course, name, f"edition {self.count}")

    @rule(name=st.sampled_from(NAMES))
    def edit(self, name: str) -> None:
        if copy_of(self.course, name).exists():
            book = nbformat.read(copy_of(self.course, name), as_version=4)
            if book.cells[1].source in self.written:
                self.written.remove(book.cells[1].source)  # the learner writes over it
            self.count += 1
            edit(copy_of(self.course, name), f"mine {self.count}")
            self.written.add(f"mine {self.count}")

    @rule(name=st.sampled_from(NAMES))
    def run(self, name: str) -> None:
        if copy_of(self.course, name).exists():
            run_and_look(copy_of(self.course, name))

    @rule(
        fresh=st.sampled_from([None, *NAMES]),
        call=st.sampled_from(["mkdir", "fsync", "replace", "unlink"]),
        error=st.sampled_from([None, Crash(), OSError(errno.ENOSPC, "No space left on device")]),
        after=st.integers(0, 4),
    )
    def renew(self, fresh: str | None, call: str, error: BaseException | None, after: int) -> None:
        left = after

        def fails(*arguments: Any, **words: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0 and error is not None:
                raise error
            return real(*arguments, **words)

        with pytest.MonkeyPatch.context() as patch:
            owner: Any = os if call in ("fsync", "replace") else Path
            real = getattr(owner, call)
            patch.setattr(owner, call, fails)
            try:
                if fresh:
                    copies.begin_anew(self.course, [fresh])
                else:
                    copies.renew(self.course)
            except Crash:
                pass

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "course"):
            return
        found = set()
        for path in (self.course / copies.FOLDER).glob("[0-9]*.ipynb"):
            found |= {"".join(cell["source"]) for cell in json.loads(path.read_text())["cells"]}
        assert self.written <= found


def test_nothing_is_lost_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_COPIES", str(tmp_path))
    quick = settings(
        max_examples=60,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Learner, settings=quick)


@pytest.mark.parametrize("arguments", [[], ["labb"]])
def test_a_missing_or_unknown_command_names_those_there_are(
    arguments: list[str], capsys: pytest.CaptureFixture
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "lab,copy,fresh" in capsys.readouterr().err.replace(" ", "").replace("'", "")


@pytest.mark.parametrize(("sound", "status"), [(True, 0), (False, 1)])
def test_the_doctor_s_finding_is_the_exit_status(
    sound: bool, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "report", lambda: sound)
    assert main(["doctor"]) == status


@pytest.mark.parametrize(("complete", "status"), [(True, 0), (False, 1)])
def test_a_copy_that_lacks_a_notebook_is_told_by_the_exit_status(
    complete: bool,
    status: int,
    course: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture,
) -> None:
    monkeypatch.setattr(copies, "renew", lambda course: (["one", "two"], complete))
    assert main(["copy"]) == status
    assert capsys.readouterr().out == "one\ntwo\n"


def test_a_package_that_is_missing_is_said_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    def examine() -> int:
        raise ModuleNotFoundError("No module named 'torch'")

    monkeypatch.setattr(__main__, "_examine", examine)
    assert main(["doctor"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "x packages: wanted all that the course needs, got No module named 'torch'"
    )
    assert "remedy: in the course's folder, type make lab" in said


def test_the_lab_does_not_open_without_a_copy_or_without_jupyterlab(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(lab, "serve", lambda *_: pytest.fail("JupyterLab was started"))
    monkeypatch.setattr(lab.importlib.util, "find_spec", lambda name: None)
    assert lab.open_lab(course, []) == 1
    assert "wanted JupyterLab in this Python, got none" in capsys.readouterr().out
    monkeypatch.setattr(copies, "renew", lambda course: (["No notebook could be copied."], False))
    (course / copies.FOLDER / NAMES[0]).unlink()
    assert lab.open_lab(course, []) == 1
    assert capsys.readouterr().out == "No notebook could be copied.\n"


def test_the_lab_opens_on_the_copies_with_what_was_asked_for(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lab, "serve", lambda *served: served)
    assert lab.open_lab(course, ["--no-browser"]) == (course / copies.FOLDER, ["--no-browser"])


def test_pictures_in_another_order_are_no_work_of_the_learners() -> None:
    def with_pictures(*names: str) -> bytes:
        cell = new_markdown_cell("two", attachments={name: {"image/png": name} for name in names})
        return given.as_given(new_notebook(cells=[cell | {"id": "pictures"}]))

    one, other = (json.loads(with_pictures(*names)) for names in ("ab", "ba"))
    assert one["metadata"]["course"] == other["metadata"]["course"]
