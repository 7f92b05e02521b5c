"""A browser is asked for once, for all tests of this folder."""

import os

import pytest

from tests.browser.driver import missing_browser


@pytest.fixture(autouse=True, scope="session")
def _a_browser_is_here() -> None:
    if reason := missing_browser():
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
