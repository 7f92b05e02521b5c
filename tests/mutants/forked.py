"""Runs pytest in a process that is forked from one that has imported the slow packages already.

Most of a short run of pytest is the import of torch, matplotlib and pandas. None of ours is
imported before the fork: the process finds `course_utils` and `tests` in the folder it is given.
"""

import multiprocessing
import os
import re
import signal
import sys
import time
from pathlib import Path
from typing import NamedTuple

SLOW = ["torch", "matplotlib.pyplot", "pandas", "sklearn", "pytest", "nbval.plugin", "hypothesis"]
OURS = ("course_utils", "tests", "website", "conftest")
NO_TESTS = 5  # pytest's exit status


class Run(NamedTuple):
    """What came of a run: "passed", "failed" or "timeout", what failed first, and its seconds."""

    outcome: str
    failed: str
    seconds: float


def run_pytest(folder: Path, arguments: list[str], log: Path, timeout: float) -> Run:
    """Run pytest in a folder that holds a copy of the repository; `log` keeps what it prints."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(SLOW)
    process = context.Process(target=_in_child, args=(str(folder), arguments, str(log)))
    began = time.monotonic()
    process.start()
    process.join(timeout)
    seconds = time.monotonic() - began
    if process.is_alive():
        os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()
        return Run("timeout", "", seconds)
    if process.exitcode in (0, NO_TESTS):
        return Run("passed", "", seconds)
    printed = log.read_text(encoding="utf-8", errors="replace")
    found = re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", printed, re.MULTILINE)
    return Run("failed", found[0] if found else "", seconds)


def _in_child(folder: str, arguments: list[str], log: str) -> None:
    """Become a process as `python -m pytest` in that folder would be."""
    os.setsid()  # so that a timeout ends what the tests have started, too
    signal.signal(signal.SIGINT, signal.default_int_handler)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(written, 1)
    os.dup2(written, 2)
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]
    here = os.getcwd()
    os.chdir(folder)
    sys.path[:] = [folder, *(path for path in sys.path if path not in ("", here))]
    sys.dont_write_bytecode = True
    os.environ |= {"PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1", "COURSE_PROGRESS": "off"}
    import pytest

    sys.exit(pytest.main(arguments))
