"""The items of a notebook that need no kernel: `structure` and `prose`, or only `readable`."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.notebook_checker.cells import read_notebook
from tests.notebook_checker.prose import unsupported_numbers
from tests.notebook_checker.readable import why_unreadable
from tests.notebook_checker.structure import commit_complaints, structure_complaints

TRACE = "trace of use"  # a property of the report: what a commit must not hold, and a learner may


class NotebookRules(pytest.File):
    """What is asked of a notebook beside its cells; of an unreadable one only that it be readable."""

    def collect(self) -> Iterator[pytest.Item]:
        if why_unreadable(self.path):
            yield Rule.from_parent(self, name="readable")
        elif self.config.option.nbval:  # --nbval-lax asks for the cells alone
            yield Rule.from_parent(self, name="structure")
            yield Rule.from_parent(self, name="prose")


class Rule(pytest.Item):
    """That the file is a notebook, the rules of form, or the numbers in its text."""

    def runtest(self) -> None:
        if self.name == "readable":
            complaints = [why_unreadable(self.path) or ""]
        elif self.name == "structure":
            complaints = structure_complaints(self.path) + self._traces()
        else:
            complaints = unsupported_numbers(read_notebook(self.path))
        if any(complaints):
            raise RuleError("\n".join(f"- {complaint}" for complaint in complaints))

    def _traces(self) -> list[str]:
        """Return what must not be committed, where that is asked; elsewhere note it and go on."""
        traces = commit_complaints(self.path)
        if self.config.getoption("committed") or os.environ.get("CI") == "true":
            return traces
        self.user_properties += [(TRACE, f"{self.path.name}: {trace}") for trace in traces]
        return []

    def repr_failure(self, excinfo: pytest.ExceptionInfo, style: Any = None) -> Any:
        if isinstance(excinfo.value, RuleError):
            return f"{self.nodeid}\n{excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.nodeid


class RuleError(Exception):
    """What a notebook breaks, one line for each finding."""
