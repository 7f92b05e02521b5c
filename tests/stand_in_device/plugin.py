"""Rehearses the notebooks on the stand-in device, where COURSE_DEVICE=toy asks for it.

Every kernel, and every Python that a notebook starts, finds the device installed: the folder
`start` stands first on PYTHONPATH. After each cell the kernel is asked what has waited.
"""

import ast
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.notebook_checker.items import CheckedCell
from tests.stand_in_device.table import PROPERTY, table_lines

HERE = Path(__file__).resolve().parent
SECONDS = 900  # for any cell: every operation goes through Python
ASK = "print(dict(__import__('sys').modules['tests.stand_in_device.waits'].counted), end='')"


def is_asked_for() -> bool:
    """Tell whether this run is a rehearsal."""
    return os.environ.get("COURSE_DEVICE", "").strip().lower() == "toy"


def pytest_configure(config: pytest.Config) -> None:
    """Let kernels start with the device, and give their cells time."""
    if not is_asked_for():
        return
    paths = [str(HERE / "start"), str(HERE.parents[1]), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in paths if path)
    config.option.nbval_cell_timeout = SECONDS
    from tests.stand_in_device.installing import install

    install()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Note what waited in a cell, whether it agreed or not."""
    try:
        return (yield)
    finally:
        if is_asked_for() and isinstance(item, CheckedCell):
            item.user_properties.append((PROPERTY, _waits_of(item)))


def _waits_of(cell: CheckedCell) -> dict[str, Any]:
    """Return the notebook, the number of the cell, and what was counted in it."""
    so_far = _ask(cell.parent.kernel)
    before = getattr(cell.parent, "waits_so_far", {})
    cell.parent.waits_so_far = so_far
    counted = {kind: number - before.get(kind, 0) for kind, number in so_far.items()}
    return {"notebook": cell.nodeid.split("::")[0], "cell": cell.cell_num, "counted": counted}


def _ask(kernel: Any) -> dict[str, int]:
    """Ask a kernel what it has counted since its start."""
    if not kernel.is_alive():
        return {}
    message = kernel.execute_cell_input(ASK, allow_stdin=False)
    kernel.await_reply(message, timeout=SECONDS)
    while True:
        answer = kernel.get_message("iopub", timeout=SECONDS)
        if answer["parent_header"].get("msg_id") != message:
            continue
        if answer["msg_type"] == "stream":
            found = ast.literal_eval(answer["content"]["text"])
        if answer["msg_type"] == "status" and answer["content"]["execution_state"] == "idle":
            return found


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table of waits."""
    if is_asked_for():
        reports = [report for group in terminalreporter.stats.values() for report in group]
        terminalreporter.section("what waited for the device")
        terminalreporter.write("\n".join(table_lines(reports)) + "\n")
