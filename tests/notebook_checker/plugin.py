"""The checker inside pytest: nbval collects and executes cells, we compare, and check the rest.

Each notebook gives the items `structure` and `prose`, which run nothing, and one item per code
cell, counted from 1 as a reader counts. A file that is no notebook gives one item, `readable`, which
fails. Registered by the conftest.py at the root.
"""

import os
from pathlib import Path
from typing import Any

import nbval.plugin
import pytest

from tests.notebook_checker.drift import drift_lines
from tests.notebook_checker.environment import SETTINGS, without_home
from tests.notebook_checker.items import CheckedNotebook
from tests.notebook_checker.kernel import WatchedKernel
from tests.notebook_checker.outputs import merge_streams
from tests.notebook_checker.rules import TRACE, NotebookRules

# nbval merges all streams of a cell, so that a line printed after a figure counts as before it.
nbval.plugin.coalesce_streams = merge_streams
nbval.plugin.RunningKernel = WatchedKernel  # nbval would wait for a dead kernel until time is up


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let whoever commits ask for notebooks as they must be committed; CI=true asks for them too."""
    parser.addoption(
        "--committed",
        action="store_true",
        help="notebooks must be untouched: stubs empty, executed in order, no path, no view state",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Use this environment's kernel and set what the kernels inherit."""
    os.environ.update(SETTINGS | without_home())
    if not config.option.nbval_kernel_name:
        config.option.nbval_current_env = True


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect `structure` and `prose` beside the cells that nbval collects."""
    option = parent.config.option
    if (option.nbval or option.nbval_lax) and file_path.suffix == ".ipynb":
        return NotebookRules.from_parent(parent, path=file_path)
    return None


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Give the notebooks that nbval has found our behaviour before they collect their cells."""
    if type(collector) is nbval.plugin.IPyNbFile:
        collector.__class__ = CheckedNotebook


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print traces of use, and with COURSE_DRIFT=1 or -v how far the numbers drifted."""
    reports = [report for group in terminalreporter.stats.values() for report in group]
    found = [getattr(report, "user_properties", ()) for report in reports]
    if traces := sorted({text for each in found for name, text in each if name == TRACE}):
        terminalreporter.section("notebooks/ has been worked in")
        terminalreporter.write(
            "No fault, but not ready to be committed. Learners work in my_notebooks/, which `make lab` opens.\n"
        )
        terminalreporter.write("\n".join(traces) + "\n")
    if os.environ.get("COURSE_DRIFT") == "1" or config.option.verbose > 0:
        lines = drift_lines(reports)
        if lines:
            terminalreporter.section("drift of the notebooks")
            terminalreporter.write("\n".join(lines) + "\n")
