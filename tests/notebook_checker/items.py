"""The cells of a notebook as pytest's items: run by nbval in one kernel, compared by our rules."""

import sys
from collections.abc import Iterator
from queue import Empty
from typing import Any, NoReturn

import nbval.plugin
import pytest

from tests.notebook_checker.cells import COLOUR
from tests.notebook_checker.compare import RTOL
from tests.notebook_checker.drift import PROPERTY
from tests.notebook_checker.environment import kernel_environment, seconds_allowed
from tests.notebook_checker.kernel import KernelDiedError
from tests.notebook_checker.outputs import compare_outputs, complain_of_stderr, show
from tests.notebook_checker.readable import why_unreadable

MOST_LINES_SHOWN = 40
NBVAL_SECONDS = 2000  # its default: whoever asks for another limit on the command line gets that


class CheckedNotebook(nbval.plugin.IPyNbFile):
    """A notebook whose cells are compared by our rules, in one kernel of this environment.

    unstarted: why there is no kernel, empty where there is one
    stopped: why no further cell can run, empty as long as the kernel lives
    reached: how many cells the kernel has been given
    """

    unstarted = ""
    stopped = ""
    reached = 0

    def collect(self) -> Iterator[pytest.Item]:
        self.cells: list[CheckedCell] = []
        for cell in super().collect() if not why_unreadable(self.path) else ():
            number = cell.cell_num + 1
            self.cells.append(
                CheckedCell.from_parent(
                    self,
                    name=f"Cell {number}",
                    cell_num=number,
                    cell=cell.cell,
                    options=cell.options,
                )
            )
        yield from self.cells

    def setup(self) -> None:
        try:
            with kernel_environment():
                super().setup()
        except Exception as error:  # pytest would repeat it for every cell
            words = " ".join(str(error).split()) or type(error).__name__
            self.unstarted = (
                f"no kernel could be started for this notebook ({words}): "
                "`python -m course_utils doctor` looks for the cause"
            )

    def teardown(self) -> None:
        super().teardown()
        if hasattr(self.kernel, "km"):  # a dead kernel leaves its channels and its file behind
            self.kernel.stop()


class CheckedCell(nbval.plugin.IPyNbCell):
    """A code cell: its outputs are compared with tolerance, and nothing may appear on stderr."""

    def runtest(self) -> None:
        notebook, here = self.parent, f"In [{self.cell_num}]"
        if notebook.stopped:
            pytest.skip(f"not run: {notebook.stopped}")
        if notebook.unstarted:
            self._stop("no kernel could be started", notebook.unstarted)
        for earlier in notebook.cells[notebook.reached : self.cell_num - 1]:
            self._run_first(earlier)  # this cell was chosen alone, and may need their names
        notebook.reached = self.cell_num
        kernel = notebook.kernel
        if kernel.asked_to_exit or not kernel.is_alive():
            self._died(f"after In [{self.cell_num - 1}] had run", kernel.how_it_ended())
        option = self.config.option
        asked = option.nbval_cell_timeout
        option.nbval_cell_timeout = self._seconds()
        try:
            super().runtest()
        except KernelDiedError as error:
            self._died(f"in {here}", str(error))
        except nbval.plugin.NbCellError:
            if not hasattr(kernel, "km"):  # nbval has stopped it
                notebook.stopped = f"{here} could not be interrupted when its time was up"
            raise
        finally:
            option.nbval_cell_timeout = asked
        if kernel.asked_to_exit:
            self._died(f"in {here}", kernel.how_it_ended())
        # nbval compares nothing where a cell is tagged to be ignored or was never executed
        if complaint := complain_of_stderr(self.test_outputs):
            self.raise_cell_error("its outputs are not the stored ones", complaint)

    def _seconds(self) -> float:
        """Return how long this cell may take."""
        asked = self.config.option.nbval_cell_timeout
        if asked != NBVAL_SECONDS:
            return asked
        return seconds_allowed(self.cell.metadata, self.parent.nb.metadata)

    def _run_first(self, earlier: "CheckedCell") -> None:
        """Execute an earlier cell that was not chosen; what it shows or raises is not compared."""
        if earlier.options["skip"]:
            return
        kernel, name = self.parent.kernel, f"In [{earlier.cell_num}], which must run first"
        try:
            message = kernel.execute_cell_input(earlier.cell.source, allow_stdin=False)
            kernel.await_reply(message, timeout=earlier._seconds())
            kernel.await_idle(message, self.output_timeout)
        except KernelDiedError as error:
            self._died(f"in {name}", str(error))
        except Empty:
            kernel.stop()
            slow = f"{name}, took longer than its {earlier._seconds():g} seconds"
            self._stop(slow, f"{slow}: course.timeout in its metadata allows more")

    def _died(self, where: str, how: str) -> NoReturn:
        """Fail because the kernel died, and let the cells behind this one be skipped."""
        self._stop(f"the kernel died {where}", f"the kernel died {where}: {how}")

    def _stop(self, reason: str, sentence: str) -> NoReturn:
        """Fail with a sentence, and let the cells behind this one be skipped for the reason."""
        self.parent.stopped = reason
        raise StoppedError(self.cell_num, sentence, self.cell.source)

    def compare_outputs(self, test: list, ref: list, skip_compare: Any = None) -> bool:
        """Return whether the outputs agree; nbval reads what to say from comparison_traceback.

        A cell that says of itself `differs_on` a system has other outputs there, by design.
        """
        course = self.cell.metadata.get("course", {})
        if sys.platform in course.get("differs_on", []):
            return True
        result = compare_outputs(ref, test, course.get("rtol", RTOL), course.get("atol"))
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
        name = self.nodeid.split("::")[0]
        if isinstance(error, StoppedError):
            return f"{name}: {error}\n{_block('source', self.cell.source)}"
        return "\n".join(
            [
                f"{name}, In [{self.cell_num}]: {error}",
                _block("source", self.cell.source),
                _block("stored", show(self.cell.outputs)),
                _block("came", show(self.test_outputs or [])),
                _block("what is wrong", COLOUR.sub("", error.inner_traceback or str(error))),
            ]
        )


class StoppedError(nbval.plugin.NbCellError):
    """No cell of the notebook can run any more; the message is the whole report."""


def _block(title: str, text: str) -> str:
    """Return an indented block under a title, cut in the middle where it is long."""
    lines = text.strip().splitlines() or ["(nothing)"]
    if (surplus := len(lines) - MOST_LINES_SHOWN) > 0:
        half = MOST_LINES_SHOWN // 2
        lines = [*lines[:half], f"… {surplus} lines left out …", *lines[-half:]]
    return "\n".join([f"{title}:", *(f"    {line}" for line in lines)])
