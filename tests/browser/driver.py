"""Drives a headless Chromium through JupyterLab, the way a learner would.

`python -m tests.browser.driver` takes the picture of notebook 01 that the README shows.
"""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Page, expect, sync_playwright

from course_utils.given import given
from tests.browser.lab import jupyter_lab

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
KERNEL_SECONDS = 60
NOTEBOOK_SECONDS = 120


def find_browser() -> str | None:
    """Return the program of a Chromium, Chrome or Edge on this machine, COURSE_BROWSER first."""
    if chosen := os.environ.get("COURSE_BROWSER"):
        return chosen
    found = (shutil.which(program) for program in PROGRAMS)
    return next(filter(None, found), None) or next(filter(os.path.exists, PLACES), None)


def missing_browser() -> str:
    """Return what to do where there is no browser, and an empty text where there is one."""
    if find_browser():
        return ""
    return "needs Chromium, Chrome or Edge: install one, or name it in COURSE_BROWSER"


@contextmanager
def notebook_in_lab(path: Path, folder: Path) -> Iterator[tuple[Page, list[str]]]:
    """Open a copy of the notebook at `path`, its outputs cleared, in a JupyterLab of its own.

    Yields the page, and a list that fills with the address of each request that left this machine
    or asked for news. `folder` is empty at the start; the copy is `folder/course/<name>`.
    """
    (folder / "course").mkdir()
    (folder / "jupyter").mkdir()
    (folder / "course" / path.name).write_bytes(given(path))
    with (
        jupyter_lab(folder / "course", folder / "jupyter") as address,
        page_in_browser(address.format(notebook=path.name)) as opened,
    ):
        yield opened


@contextmanager
def page_in_browser(address: str) -> Iterator[tuple[Page, list[str]]]:
    """Open a notebook's address; yield the page once its kernel waits, and the requests that stray."""
    with page_of(width=1400, height=900) as page:
        strayed: list[str] = []
        page.on(
            "request", lambda request: strayed.append(request.url) if strays(request.url) else None
        )
        page.goto(address)
        wait_for_kernel(page)
        yield page, strayed


@contextmanager
def page_of(width: int = 1280, height: int = 720) -> Iterator[Page]:
    """Yield the empty page of a browser of its own."""
    with started_browser() as browser:
        yield browser.new_page(viewport={"width": width, "height": height})


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Start a browser for the length of a `with` block."""
    # For root Chromium starts only without its sandbox.
    arguments = [] if getattr(os, "getuid", lambda: 1)() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield browser
        browser.close()


def wait_for_kernel(page: Page) -> None:
    """Wait until the kernel of the notebook in front has nothing to do."""
    idle = page.get_by_text("Python 3 (ipykernel) | Idle")
    expect(idle).to_be_visible(timeout=KERNEL_SECONDS * 1000)


def strays(url: str) -> bool:
    """Tell whether a request leaves this machine, or asks the server to (news, updates)."""
    local = url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:"))
    return not local or "/lab/api/news" in url or "/lab/api/update" in url


def run_all(page: Page, path: Path) -> nbformat.NotebookNode:
    """Choose Run All in the menu; return the notebook as it stands on disk once it has run.

    It has run when each code cell is counted, or when one has stopped it with an error.
    """
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('.lm-Menu-item[data-command="runmenu:run-all"]').click()
    deadline = time.monotonic() + NOTEBOOK_SECONDS
    while time.monotonic() < deadline:
        page.evaluate("jupyterapp.commands.execute('docmanager:save')")
        notebook = nbformat.read(path, as_version=4)
        code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
        if all(cell.execution_count for cell in code) or errors(notebook):
            return notebook
        page.wait_for_timeout(300)
    raise TimeoutError(f"{path.name} must run within {NOTEBOOK_SECONDS} s and did not finish")


def errors(notebook: nbformat.NotebookNode) -> list[str]:
    """Return each error among the outputs, except where the cell announces it by its tag."""
    return [
        f"{output.ename}: {output.evalue}"
        for cell in notebook.cells
        if cell.cell_type == "code" and "raises-exception" not in cell.metadata.get("tags", [])
        for output in cell.outputs
        if output.output_type == "error"
    ]


def take_picture(target: Path) -> None:
    """Run notebook 01, take three gradient steps by its button, write a picture of Lab to `target`."""
    with tempfile.TemporaryDirectory() as folder:
        path = ROOT / "notebooks/01_parameter_estimation.ipynb"
        with notebook_in_lab(path, Path(folder)) as (page, _):
            run_all(page, Path(folder) / "course" / path.name)
            knobs = page.locator(".widget-vbox").first
            knobs.scroll_into_view_if_needed()
            for _step in range(3):
                knobs.get_by_role("button", name="Take one gradient step").click()
                page.wait_for_timeout(1000)  # the kernel draws
            knobs.get_by_role("img").evaluate("image => image.scrollIntoView({block: 'end'})")
            page.mouse.move(0, 0)
            page.wait_for_timeout(1000)
            page.screenshot(path=target)


if __name__ == "__main__":
    take_picture(ROOT / ".github/images/notebook-01.png")
