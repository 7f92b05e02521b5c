"""Grades without nbgrader: every notebook that was handed in is executed, every answer judged."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from numbers import Real

from course_utils.teaching.running import grades_of
from course_utils.teaching.submissions import Grades, Submission

SECONDS = 120.0  # a cell of the course takes less than a minute on a busy machine


def grade(
    handed_in: list[Submission], *, seconds: float = SECONDS, jobs: int | None = None
) -> Iterator[Grades]:
    """Execute each submission to its end and yield its grades, in the order of the list.

    A cell is stopped after `seconds`. So many `jobs` run at once; without a number, as many as
    there are processors, but four at most. Every notebook has a process, a working folder and a
    state folder of its own, which are removed at the end, and leaves its file as it is.

    Raises ValueError unless `seconds` is a number above 0 and `jobs` an integer from 1 up.
    """
    if isinstance(seconds, bool) or not isinstance(seconds, Real) or not seconds > 0:
        raise ValueError(f"grade: wanted seconds greater than 0, got {seconds!r}")
    if jobs is not None and (isinstance(jobs, bool) or not isinstance(jobs, int) or jobs < 1):
        raise ValueError(f"grade: wanted jobs of 1 or more, got {jobs!r}")
    jobs = jobs or min(4, os.cpu_count() or 1)
    # Not forked: PyTorch's threads do not survive that.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting = [pool.submit(grades_of, one, seconds) for one in handed_in]
        for future in waiting:
            yield future.result()
