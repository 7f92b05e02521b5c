"""The notebooks as slides whose cells run: what is written, what is refused, and RISE in a browser."""

import json
import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from course_utils.teaching.lectures import CSS, FOLDER, copies, open_lecture
from tests.browser.driver import missing_browser, page_of, strays
from tests.browser.lab import private_folders, serving
from tests.notebook_checker.execute import ROOT

NAME = "01_parameter_estimation.ipynb"
PYTHON = ROOT / ".venv-teach/bin/python"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course with two notebooks."""
    (tmp_path / "notebooks").mkdir()
    for name in ("00_start_here.ipynb", NAME):
        shutil.copy(ROOT / "notebooks" / name, tmp_path / "notebooks")
    return tmp_path


def test_a_copy_for_the_lecture_keeps_its_outputs_and_knows_its_theme(course: Path) -> None:
    stored = json.loads((course / "notebooks" / NAME).read_text("utf-8"))
    copy = json.loads(copies(course)[NAME])
    for mine, theirs in zip(copy["cells"], stored["cells"], strict=True):
        assert mine.get("outputs") == theirs.get("outputs")
        assert "slide_type" in mine["metadata"]["slideshow"]
    assert copy["metadata"]["rise"]["theme"] == "white"


def test_a_wrong_number_and_a_missing_extension_are_said_before_anything_is_written(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(
        ValueError, match="wanted the number of a notebook, one of 00, 01; got '77'"
    ):
        open_lecture(course, "77", [])
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ValueError, match="wanted JupyterLab's extension RISE"):
        open_lecture(course, "1", [])
    assert not (course / FOLDER).exists()


def test_a_cell_on_a_slide_runs_again(course: Path, tmp_path_factory: pytest.TempPathFactory):
    if reason := missing_browser() or ("" if PYTHON.exists() else "make lecture has never run"):
        if os.environ.get("COURSE_SITE") == "built":
            pytest.fail(reason)
        pytest.skip(reason)
    state = tmp_path_factory.mktemp("lecture")
    installed = ROOT / ".venv"  # as in the Makefile
    env = private_folders(state) | {
        "JUPYTERLAB_DIR": str(installed / "share/jupyter/lab"),
        "JUPYTER_PATH": str(installed / "share/jupyter"),
        "JUPYTER_CONFIG_PATH": str(installed / "etc/jupyter"),
    }
    words = ["course_utils", "lecture", "1"]
    with serving(words, state, env, cwd=course, python=PYTHON) as address, page_of() as page:
        strayed: list[str] = []
        page.on("request", lambda asked: strayed.append(asked.url) if strays(asked.url) else None)
        page.goto(address.format(notebook=NAME).replace("/lab/tree/", "/rise/"))
        code = page.locator(".slides > section.present > section.present .jp-CodeCell")
        expect(page.locator(".reveal section.present").first).to_be_visible(timeout=60_000)
        expect(page.get_by_role("strong").first).to_have_text(
            "How does a machine learn from examples?"
        )
        for _key in range(10):
            if code.count() and "print" in code.first.inner_text():
                break
            page.keyboard.press("Space")
            page.wait_for_timeout(1500)
        size = "code => parseFloat(getComputedStyle(code).fontSize)"
        assert code.first.locator(".cm-content").evaluate(size) == 20
        code.first.locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        # The kernel is new, and the imports have not been run: what stands there is not the store's
        expect(page.get_by_text("NameError").first).to_be_visible(timeout=60_000)
        assert strayed == []
    assert (course / FOLDER / "rise.css").read_text("utf-8") == CSS
