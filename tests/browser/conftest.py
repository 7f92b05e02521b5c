"""A browser is asked for once, for all tests of this folder."""

import os

import pytest

from tests.browser.driver import find_browser


@pytest.fixture(autouse=True)
def _a_browser_is_here() -> None:
    if find_browser() is None:
        reason = "needs Chromium, Chrome or Edge: install one, or name it in COURSE_BROWSER"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
