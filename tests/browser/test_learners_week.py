"""A learner's week in JupyterLab: read, answer, close, update, come back; nothing is lost."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page

from tests.browser.driver import NOTEBOOK_SECONDS, ROOT, page_in_browser, wait_for_kernel
from tests.browser.lab import private_folders, serving

FIRST, SECOND = "00_start_here.ipynb", "01_parameter_estimation.ipynb"
WRONG = "def average(values):\n    return values.sum()"
RIGHT = "def average(values):\n    return values.sum() / len(values)"


def git(folder: Path, *words: str) -> str:
    """Run git in a folder and return what it printed."""
    name = ["-c", "user.name=Course", "-c", "user.email=course@example.org"]
    command = ["git", *name, "-c", "commit.gpgsign=false", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A clone of the course as it stands here, whose remote is a folder beside it."""
    remote = tmp_path / "remote"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        if (ROOT / name).exists():
            (remote / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, remote / name)
    git(remote, "init", "-q", "-b", "main")
    git(remote, "add", "-A")
    git(remote, "commit", "-q", "-m", "First edition")
    git(tmp_path, "clone", "-q", str(remote), "course")
    return tmp_path / "course"


@contextmanager
def lab(course: Path, state: Path) -> Iterator[tuple[Page, str]]:
    """Type the course's command; yield the page that opens, and what the terminal said."""
    state.mkdir(exist_ok=True)
    env = private_folders(state) | {"PYTHONPATH": str(course)}
    del env["COURSE_PROGRESS"]
    words = ["course_utils", "lab", "--LabApp.news_url="]
    with (
        serving(words, state, env, cwd=course) as address,
        page_in_browser(address.format(notebook=FIRST)) as (page, strayed),
    ):
        yield page, (state / "log").read_text()
        assert strayed == []
    said = (state / "log").read_text()
    assert "WARNING" not in said, said
    assert "eavesdrop" not in said


def cells(page: Page) -> list[dict]:
    """The cells of the notebook in front, as they are shown now."""
    return page.evaluate(
        "jupyterapp.shell.currentWidget.content.model.toJSON().cells.map(cell => ({...cell, "
        "metadata: cell.metadata}))"
    )


def select(page: Page, cell: str) -> None:
    """Put the cursor on the cell with this id."""
    page.evaluate(
        """id => {
            const content = jupyterapp.shell.currentWidget.content;
            content.activeCellIndex = content.widgets.findIndex(cell => cell.model.id === id);
            content.mode = "command";
            content.node.focus();
        }""",
        cell,
    )
    page.wait_for_timeout(300)


def type_into(page: Page, cell: str, text: str) -> None:
    """Replace what stands in a cell, by keyboard."""
    select(page, cell)
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def choose(page: Page, menu: str, command: str) -> None:
    """Choose an item of a menu."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(f'.lm-Menu-item[data-command="{command}"]').click()


def wait_for_run(page: Page) -> None:
    """Wait until each cell has run, or one has stopped the others by an error."""
    deadline = time.monotonic() + NOTEBOOK_SECONDS
    while time.monotonic() < deadline:
        page.wait_for_timeout(500)
        code = [each for each in cells(page) if each["cell_type"] == "code"]
        failed = any(out["output_type"] == "error" for each in code for out in each["outputs"])
        if failed or all(each["execution_count"] for each in code if "".join(each["source"])):
            wait_for_kernel(page)
            return
    raise TimeoutError(f"the notebook must run within {NOTEBOOK_SECONDS} s and did not finish")


def wait_for_output(page: Page, cell: str, words: str) -> None:
    """Wait until these words stand below the cell with this id, and the kernel has nothing to do."""
    deadline = time.monotonic() + NOTEBOOK_SECONDS
    shown = ""
    while words not in shown:
        assert time.monotonic() < deadline, f"{words} must stand below {cell}, got {shown}"
        page.wait_for_timeout(500)
        (found,) = [each for each in cells(page) if each["id"] == cell]
        shown = json.dumps(found["outputs"], ensure_ascii=False)
    wait_for_kernel(page)


def save(page: Page) -> None:
    page.keyboard.press("Control+S")
    page.wait_for_timeout(1500)


def test_a_week(course: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    mine = course / "my_notebooks"
    with lab(course, state) as (page, said):  # Monday: open, read, predict
        assert "Your notebooks are in my_notebooks/: " in said
        assert all(not cell.get("outputs") for cell in cells(page))
        page.wait_for_timeout(1500)
        assert not page.evaluate("jupyterapp.shell.currentWidget.context.model.dirty")
        page.screenshot(path=tmp_path / "monday.png")
        choose(page, "Run", "runmenu:run-all")
        wait_for_run(page)
        assert not any("error" in json.dumps(cell.get("outputs", [])) for cell in cells(page))
        wait_for_output(page, "ex-0-1-check", "not attempted yet")

        type_into(page, "ex-0-1-stub", WRONG)
        choose(page, "Run", "runmenu:run-all")
        wait_for_output(page, "ex-0-1-check", "Run Selected Cell and All Below")
        page.screenshot(path=tmp_path / "wrong.png")
        type_into(page, "ex-0-1-stub", RIGHT)
        select(page, "ex-0-1-stub")
        choose(page, "Run", "notebook:run-all-below")
        wait_for_output(page, "ex-0-1-check", "✓ 0.1")
        page.screenshot(path=tmp_path / "right.png")
        save(page)
    assert git(course, "status", "--porcelain") == ""

    for name in (FIRST, SECOND):  # Wednesday: a new edition appears
        path = tmp_path / "remote/notebooks" / name
        path.write_text(
            path.read_text("utf-8").replace("You will be able to", "After this you can"), "utf-8"
        )
    git(tmp_path / "remote", "commit", "-qam", "Second edition")
    git(course, "pull", "-q")
    before = (mine / FIRST).read_bytes()

    with lab(course, state) as (page, said):  # Friday: back again
        assert f"kept    {FIRST}: you have worked in it" in said
        assert "1 renewed" in said
        assert (mine / FIRST).read_bytes() == before
        assert "After this you can" in (mine / SECOND).read_text("utf-8")
        assert page.locator(".jp-Dialog").count() == 0
        choose(page, "Kernel", "kernelmenu:restart")
        page.get_by_role("button", name="Confirm Kernel Restart").click()
        page.wait_for_timeout(1000)
        wait_for_kernel(page)
        choose(page, "Edit", "editmenu:clear-all")
        choose(page, "Run", "runmenu:run-all")
        wait_for_output(page, "ex-0-1-check", "✓ 0.1")
        save(page)
    kept = {cell["id"]: cell for cell in nbformat.read(mine / FIRST, as_version=4).cells}
    assert kept["ex-0-1-stub"].source == RIGHT
    assert git(course, "status", "--porcelain") == ""
    checked = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "--committed", "-p", "no:cacheprovider", f"notebooks/{FIRST}"],
        cwd=course, env=os.environ | {"PYTHONPATH": str(course)}, capture_output=True, text=True,
        timeout=300,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
