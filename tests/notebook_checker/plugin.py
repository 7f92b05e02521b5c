"""The checker inside pytest: nbval collects and executes cells, we compare, and check the rest.

Each notebook gives the items `structure` and `prose`, which run nothing, and one item per code
cell, counted from 1 as a reader counts. Registered by the conftest.py at the root.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbval.plugin
import pytest

from tests.notebook_checker.cells import COLOUR, read_notebook
from tests.notebook_checker.compare import ATOL, RTOL
from tests.notebook_checker.drift import PROPERTY, drift_lines
from tests.notebook_checker.environment import SETTINGS, kernel_environment, seconds_allowed
from tests.notebook_checker.outputs import (
    compare_outputs,
    complain_of_stderr,
    merge_streams,
    show,
)
from tests.notebook_checker.prose import unsupported_numbers
from tests.notebook_checker.structure import structure_complaints

MOST_LINES_SHOWN = 40
NBVAL_SECONDS = 2000  # its default: whoever asks for another limit on the command line gets that

# nbval merges all streams of a cell, so that a line printed after a figure counts as before it.
nbval.plugin.coalesce_streams = merge_streams


def pytest_configure(config: pytest.Config) -> None:
    """Use this environment's kernel and set what the kernels inherit."""
    os.environ.update(SETTINGS)
    if not config.option.nbval_kernel_name:
        config.option.nbval_current_env = True


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect `structure` and `prose` beside the cells that nbval collects."""
    if parent.config.option.nbval and file_path.suffix == ".ipynb":
        return NotebookRules.from_parent(parent, path=file_path)
    return None


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Give the notebooks that nbval has found our behaviour before they collect their cells."""
    if type(collector) is nbval.plugin.IPyNbFile:
        collector.__class__ = CheckedNotebook


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Print how far the numbers of each notebook drifted: with COURSE_DRIFT=1, or with -v."""
    if os.environ.get("COURSE_DRIFT") == "1" or config.option.verbose > 0:
        reports = [report for group in terminalreporter.stats.values() for report in group]
        lines = drift_lines(reports)
        if lines:
            terminalreporter.section("drift of the notebooks")
            terminalreporter.write("\n".join(lines) + "\n")


class CheckedNotebook(nbval.plugin.IPyNbFile):
    """A notebook whose cells are compared by our rules, in one kernel of this environment."""

    def collect(self) -> Iterator[pytest.Item]:
        for cell in super().collect():
            number = cell.cell_num + 1
            yield CheckedCell.from_parent(
                self,
                name=f"Cell {number}",
                cell_num=number,
                cell=cell.cell,
                options=cell.options,
            )

    def setup(self) -> None:
        with kernel_environment():
            super().setup()


class CheckedCell(nbval.plugin.IPyNbCell):
    """A code cell: its outputs are compared with tolerance, and nothing may appear on stderr."""

    def runtest(self) -> None:
        option = self.config.option
        asked = option.nbval_cell_timeout
        if asked == NBVAL_SECONDS:
            option.nbval_cell_timeout = seconds_allowed(self.cell.metadata, self.parent.nb.metadata)
        try:
            super().runtest()
        finally:
            option.nbval_cell_timeout = asked
        # nbval compares nothing where a cell is tagged to be ignored or was never executed
        if complaint := complain_of_stderr(self.test_outputs):
            self.raise_cell_error("its outputs are not the stored ones", complaint)

    def compare_outputs(self, test: list, ref: list, skip_compare: Any = None) -> bool:
        """Return whether the outputs agree; nbval reads what to say from comparison_traceback.

        A cell that says of itself `differs_on` a system has other outputs there, by design.
        """
        course = self.cell.metadata.get("course", {})
        if sys.platform in course.get("differs_on", []):
            return True
        result = compare_outputs(ref, test, course.get("rtol", RTOL), course.get("atol", ATOL))
        self.user_properties.append(
            (
                PROPERTY,
                {
                    "notebook": self.nodeid.split("::")[0],
                    "cell": self.cell_num,
                    "numbers": result.numbers,
                    "share": result.share,
                    "drift": result.drift,
                },
            )
        )
        self.comparison_traceback = [result.difference or ""]
        return result.difference is None

    def repr_failure(self, excinfo: pytest.ExceptionInfo) -> str:
        """Return what a maintainer needs to know, without colours."""
        error = excinfo.value
        if not isinstance(error, nbval.plugin.NbCellError):
            return super().repr_failure(excinfo)
        came = self.test_outputs or []
        return "\n".join(
            [
                f"{self.nodeid.split('::')[0]}, In [{self.cell_num}]: {error}",
                _block("source", self.cell.source),
                _block("stored", show(self.cell.outputs)),
                _block("came", show(came)),
                _block("what is wrong", COLOUR.sub("", error.inner_traceback or str(error))),
            ]
        )


class NotebookRules(pytest.File):
    """The two items of a notebook that need no kernel."""

    def collect(self) -> Iterator[pytest.Item]:
        yield Rule.from_parent(self, name="structure")
        yield Rule.from_parent(self, name="prose")


class Rule(pytest.Item):
    """The rules of form of a notebook, or the numbers in its text."""

    def runtest(self) -> None:
        if self.name == "structure":
            complaints = structure_complaints(self.path)
        else:
            complaints = unsupported_numbers(read_notebook(self.path))
        if complaints:
            raise RuleError("\n".join(f"- {complaint}" for complaint in complaints))

    def repr_failure(self, excinfo: pytest.ExceptionInfo, style: Any = None) -> Any:
        if isinstance(excinfo.value, RuleError):
            return f"{self.nodeid}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.nodeid


class RuleError(Exception):
    """What a notebook breaks, one line for each finding."""


def _block(title: str, text: str) -> str:
    """Return an indented block under a title, cut in the middle where it is long."""
    lines = text.strip().splitlines() or ["(nothing)"]
    if (surplus := len(lines) - MOST_LINES_SHOWN) > 0:
        half = MOST_LINES_SHOWN // 2
        lines = [*lines[:half], f"… {surplus} lines left out …", *lines[-half:]]
    return "\n".join([f"{title}:", *(f"    {line}" for line in lines)])
