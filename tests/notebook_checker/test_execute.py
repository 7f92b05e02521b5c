"""Re-executing notebooks in place: what changes, what stays, and what stops the run."""

from pathlib import Path

import pytest
from nbformat import NotebookNode

from tests.notebook_checker.build import code, display, error, fold, notebook, save, stream, text
from tests.notebook_checker.cells import read_notebook
from tests.notebook_checker.environment import without_home
from tests.notebook_checker.execute import main, settle
from tests.notebook_checker.structure import structure_complaints
from tests.notebook_checker.tracebacks import shorten_paths

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
PRINTS = """import os
print("loss 1763.8848", os.environ["COURSE_PROGRESS"], os.environ.get("COURSE_STRICT"))"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a notebook with one cell of each fate: kept, changed, failing as it says, and last."""
    monkeypatch.setenv("COURSE_STRICT", "1")  # must not reach the kernel
    cells = [
        code(PRINTS, stream("loss 1763.8846 off None\n"), collapsed=True, tags=["keep"]),
        code("from pathlib import Path\nprint(Path('here.txt').read_text())", stream("old\n")),
        text("Then an error:"),
        code("import json\njson.loads('{')", tags=["raises-exception"]),
        code("'the end'", execution={"iopub.status.busy": "2020-02-02"}),
    ]
    book = notebook("Sample", cells)
    book.metadata.widgets = {"state": {}}
    book.nbformat_minor = 4
    book.metadata.language_info.version = "3.11.7"
    for cell in book.cells[1:]:
        if cell.cell_type == "code":
            cell.execution_count = 9
    for cell in book.cells:
        del cell["id"]
    (tmp_path / "here.txt").write_text("beside the notebook")
    return save(book, tmp_path / "00_sample.ipynb")


def test_executes_in_place_and_a_second_time_changes_nothing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(path)]) == 0
    book = read_notebook(path)
    first, second, third, last = (cell for cell in book.cells if cell.cell_type == "code")
    assert [cell.execution_count for cell in (first, second, third, last)] == [1, 2, 3, 4]
    assert first.outputs[0].text == "loss 1763.8846 off None\n"  # agrees, so the stored text stays
    assert first.metadata == {"tags": ["keep"], "slideshow": {"slide_type": "skip"}}
    assert second.outputs[0].text == "beside the notebook\n"
    assert third.outputs[0].ename == "JSONDecodeError"
    assert last.outputs[0].data == {"text/plain": "'the end'"}
    assert last.outputs[0].execution_count == 4
    assert structure_complaints(path) == []  # no leftover metadata and no path in the traceback

    before = path.read_bytes(), path.stat().st_mtime_ns
    assert main([str(path)]) == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    out = capsys.readouterr().out.splitlines()
    assert out == ["00_sample.ipynb: written", "00_sample.ipynb: nothing changed"]
    assert [file.name for file in path.parent.iterdir() if "ipynb" in file.name] == [path.name]


def test_a_failing_cell_stops_and_leaves_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = [code("x = 1"), code("1 / 0"), code("import time\ntime.sleep(30)")]
    path = save(notebook("Fails", cells), tmp_path / "00_fails.ipynb")
    before = path.read_bytes()
    assert main([str(path)]) == 1
    assert path.read_bytes() == before
    message = capsys.readouterr().err
    assert "In [2] raised ZeroDivisionError: division by zero\n    1 / 0\n" in message
    assert "Traceback" not in message


def test_a_cell_that_takes_too_long_stops(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = notebook("Slow", [code("import time\ntime.sleep(30)", course={"timeout": 1})])
    assert main([str(save(book, tmp_path / "00_slow.ipynb"))]) == 1
    assert "In [1] took longer than it may" in capsys.readouterr().err


def figure(png: str, words: str, alt: str) -> NotebookNode:
    output = display(image_png=png, text_plain=words)
    output.data[WIDGET_VIEW] = {"model_id": png}
    output.metadata = {"image/png": {"alt": alt}}
    return output


def test_settle_keeps_words_and_takes_pictures() -> None:
    old = figure("old", "up to 1763.8846", "alt 1763.8846")
    (kept,) = settle([old], [figure("new", "up to 1763.8848", "alt 1763.8848")], {})
    assert kept.data == {"image/png": "new", "text/plain": "up to 1763.8846"}
    assert kept.metadata == {"image/png": {"alt": "alt 1763.8846"}}
    (fresh,) = settle([old], [figure("new", "up to 1800.1", "alt 1800.1")], {})
    assert fresh.data == {"image/png": "new", "text/plain": "up to 1800.1"}
    assert fresh.metadata == {"image/png": {"alt": "alt 1800.1"}}
    (loose,) = settle([old], [figure("new", "up to 1800.1", "alt 1800.1")], {"rtol": 0.1})
    assert loose.data["text/plain"] == "up to 1763.8846"


def test_settle_keeps_the_words_of_a_fold_in_the_form_of_the_new_one() -> None:
    def both(png: str, words: str, style: str) -> list[NotebookNode]:
        return [display(image_png=png, text_plain="Plot."), fold(words, style)]

    old = both("old", "a < b: up to 1763.8846", "")
    kept = settle(old, both("new", "a < b: up to 1763.8848", "color: red"), {})
    assert kept == both("new", "a < b: up to 1763.8846", "color: red")
    fresh = both("new", "a < b: up to 1800.1", "")
    assert settle(old, fresh, {}) == fresh
    assert settle(old, fresh, {"rtol": 0.1}) == both("new", "a < b: up to 1763.8846", "")
    assert settle(old[:1], fresh, {}) == fresh


def test_settle_merges_streams_and_keeps_widgets_without_picture() -> None:
    widget = display(text_plain="Knob()")
    widget.data[WIDGET_VIEW] = {"model_id": "a1"}
    parts = [stream("one\n"), stream("two\n"), widget]
    settled = settle([], parts, {})
    assert [output.get("text") for output in settled] == ["one\ntwo\n", None]
    assert WIDGET_VIEW in settled[1].data


def test_settle_replaces_another_error() -> None:
    old, new = error("ValueError", "no"), error("KeyError", "no")
    assert settle([old], [new], {})[0].ename == "KeyError"


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("File ~/a/site-packages/torch/nn/module.py:12", "File torch/nn/module.py:12"),
        (
            "\x1b[32m/srv/me/course_utils/checks.py:45\x1b[39m",
            "\x1b[32mcourse_utils/checks.py:45\x1b[39m",
        ),
        ("/usr/lib/python3.11/json/decoder.py:337", "json/decoder.py:337"),
        ("C:\\Users\\me\\model.py", "model.py"),
        (
            "3 km/h, </td></tr>, https://pytorch.org/docs/x",
            "3 km/h, </td></tr>, https://pytorch.org/docs/x",
        ),
    ],
)
def test_paths_in_tracebacks_are_shortened(line: str, short: str) -> None:
    assert shorten_paths(line) == short


def test_without_a_home_folder_matplotlib_and_ipython_get_another_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = without_home.__wrapped__
    monkeypatch.setenv("HOME", str(tmp_path / "to be made"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "to be made"))
    assert ask() == {}
    nowhere = tmp_path / "a file"
    nowhere.touch()
    monkeypatch.setenv("HOME", str(nowhere / "below it"))
    monkeypatch.setenv("USERPROFILE", str(nowhere / "below it"))
    settings = ask()
    assert sorted(settings) == ["IPYTHONDIR", "MPLCONFIGDIR"]
    assert list(Path(settings["MPLCONFIGDIR"]).glob("fontlist-*"))
