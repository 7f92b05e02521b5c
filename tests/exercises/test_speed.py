"""A verdict comes at once: processor time, without the imports of the first call."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
import torch

from course_utils.checks import judge
from course_utils.exercises import Exercise, all_exercises

RIGHT, WRONG = 0.3, 1.0  # seconds, on a quiet machine
BUSY = 3  # times as long a machine may take that is shared


@pytest.fixture(autouse=True)
def _one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


def seconds(exercise: Exercise, answer: Any) -> float:
    """The least of up to three verdicts: whatever else runs can only add to it."""
    taken = []
    for _ in range(3):
        began = time.thread_time()
        judge(exercise, answer)
        taken.append(time.thread_time() - began)
        if taken[-1] < RIGHT:
            break
    return min(taken)


@pytest.mark.parametrize("exercise", all_exercises(), ids=lambda exercise: exercise.number)
def test_a_verdict_comes_at_once(exercise: Exercise) -> None:
    assert seconds(exercise, exercise.reference) < BUSY * RIGHT
    unknown = (lambda *_: "none of the known mistakes") if callable(exercise.reference) else "?"
    assert seconds(exercise, unknown) < BUSY * WRONG
    last = exercise.mistakes[-1].answer  # the one that is compared last
    assert seconds(exercise, last) < BUSY * WRONG
