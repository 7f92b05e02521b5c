"""A real IPython shell for the tests of this folder."""

import sys
from collections.abc import Callable

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config


@pytest.fixture
def run_cell(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Run a cell in a real IPython shell and return all that it shows."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])  # the shell replaces it
    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell(config=config)

    def run(source: str) -> str:
        with capture_output() as captured:
            shell.run_cell(source)
        return captured.stdout + captured.stderr

    run("from course_utils.checks import check")
    return run
