"""One browser for a file of tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.driver import started_browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started_browser() as started:
        yield started
