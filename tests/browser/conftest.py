"""A browser is asked for once for all tests of this folder, and all explorers once for a file."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.driver import missing_browser
from tests.browser.explorers import CELLS, notebook_that_ran


@pytest.fixture(autouse=True, scope="session")
def _a_browser_is_here() -> None:
    if reason := missing_browser():
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("knobs")


@pytest.fixture(scope="module")
def page(course: Path) -> Iterator[Page]:
    """All explorers in one notebook, which has run."""
    with notebook_that_ran(CELLS, course) as page:
        yield page
