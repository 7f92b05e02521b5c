"""The clock: what it counts, where it is heard, and what it never interrupts."""

import functools
import importlib
import itertools
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from course_utils.checks import clock as clocks
from course_utils.checks import judge
from course_utils.checks.clock import Clock, TimeUpError
from course_utils.checks.trials import try_answer
from course_utils.exercises import Case, Exercise


def burn(seconds: float) -> float:
    began = time.thread_time()
    while time.thread_time() - began < seconds:
        pass
    return seconds


@pytest.fixture
def slow_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two modules that take their time on import: one sleeps, the other computes."""
    (tmp_path / "sleepy_module.py").write_text("import time\ntime.sleep(0.7)\n")
    work = "import time\nbegan = time.thread_time()\nwhile time.thread_time() - began < 0.7: pass\n"
    (tmp_path / "busy_module.py").write_text(work)
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("sleepy_module", "busy_module"):
        sys.modules.pop(name, None)


def test_what_imports_take_is_not_counted(slow_modules: None) -> None:
    def answer() -> float:
        importlib.import_module("sleepy_module")
        return importlib.import_module("busy_module").began > 0

    assert try_answer(answer, clock=Clock(0.3)).value is True


def test_an_import_is_not_interrupted(slow_modules: None) -> None:
    def answer() -> None:
        burn(0.25)
        importlib.import_module("busy_module")

        burn(0.25)

    assert try_answer(answer, clock=Clock(0.3)).kind == "time up"
    assert hasattr(sys.modules["busy_module"], "began")  # wholly loaded


@pytest.fixture
def hogs() -> Iterator[None]:
    """Processes that keep every core busy."""
    code = "import time\nend = time.monotonic() + 60\nwhile time.monotonic() < end: pass"
    started = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(4)]
    yield
    for process in started:
        process.kill()
        process.wait()


def test_a_busy_machine_is_not_counted(hogs: None) -> None:
    began = time.monotonic()
    outcome = try_answer(lambda: burn(0.3), clock=Clock(0.6))
    assert outcome.kind == "value", f"after {time.monotonic() - began:.1f} s by the wall"


def test_a_right_answer_passes_on_a_busy_machine(hogs: None, slow_modules: None) -> None:
    def answer(x: float) -> float:
        importlib.import_module("sleepy_module")

        return x + burn(0.2) - 0.2

    case = Case("one", (1.0,))
    toy = Exercise("7.1", "A toy", "build", "toys", (case,) * 2, lambda x: x, (), (), seconds=0.7)
    assert judge(toy, answer).kind == "right"


def test_sleep_is_no_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(0.2)
    clock._patience = 0.5
    began = time.monotonic()
    outcome = try_answer(lambda: time.sleep(20), clock=clock)
    assert (outcome.kind, outcome.error) == ("time up", "waiting")
    assert time.monotonic() - began < 10


def endless_in_a_library() -> Any:
    import fractions

    value = fractions.Fraction(1, 3)
    while True:
        value = value + 1


LOOPS = {
    "sum of all numbers": lambda: sum(itertools.count(1)),
    "list of a cycle": lambda: list(itertools.islice(itertools.cycle([1]), 10**12)),
    "largest of a repetition": lambda: max(itertools.repeat(1)),
    "a power": lambda: 3**10**8,
    "in a library": endless_in_a_library,
}


@pytest.mark.parametrize("loop", LOOPS.values(), ids=LOOPS)
@pytest.mark.parametrize("ticking", ["by a timer", "by a thread"])
def test_loops_that_never_come_back_to_a_line_are_stopped(
    loop: Any, ticking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ticking == "by a thread":
        if loop is LOOPS["a power"]:
            pytest.skip("holds the interpreter's lock: no thread can speak up")
        monkeypatch.setattr(clocks, "_ticking", clocks._ticking_by_a_thread)
    began = time.thread_time()
    outcome = try_answer(loop, clock=Clock(0.3))
    assert (outcome.kind, outcome.error) == ("time up", "computing")
    assert time.thread_time() - began < 3


def test_names_of_endless_iterators_are_given_back() -> None:
    seen = []
    try_answer(lambda: seen.append(itertools.count), clock=Clock(1))
    assert seen != [itertools.count]
    assert isinstance(itertools.count(3), itertools.count)
    assert list(itertools.islice(itertools.count(3, 2), 3)) == [3, 5, 7]


def test_the_clock_goes_on_over_several_runs() -> None:
    clock = Clock(0.5)
    kinds = [try_answer(lambda: burn(0.2), clock=clock).kind for _ in range(4)]
    assert kinds[0] == "value"
    assert kinds[-1] == "time up"
    assert 0.4 < clock.spent < 1.0


def test_trace_and_signal_handlers_are_given_back() -> None:
    before = sys.gettrace(), signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    alarm = signal.getsignal(signal.SIGALRM) if hasattr(signal, "SIGALRM") else None
    for answer in (lambda: burn(0.4), lambda: 1 / 0, lambda: 1):
        try_answer(answer, clock=Clock(0.1))
    assert before == (
        sys.gettrace(),
        signal.getsignal(signal.SIGTERM),
        signal.getsignal(signal.SIGINT),
    )
    if hasattr(signal, "SIGALRM"):
        assert signal.getsignal(signal.SIGALRM) == alarm
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_time_up_is_no_ordinary_exception() -> None:
    assert not issubclass(TimeUpError, Exception)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs kill and a shell")
def test_what_cannot_be_stopped_is_said_and_the_stop_button_works(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(clocks, "_GRACE", 0.3)
    # A library's function, and inside it a loop in C that listens to signals.
    loop = functools.partial(re.match, r"(a+)+b", "a" * 60)
    stop = subprocess.Popen(["sh", "-c", f"sleep 3; kill -INT {os.getpid()}"])
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            try_answer(lambda: loop(), clock=Clock(0.2))
    finally:
        signal.signal(signal.SIGINT, before)
        stop.wait()
    said = capsys.readouterr().out
    assert said.count("cannot be stopped") == 1
    assert "restart the kernel" in said


@pytest.mark.parametrize(("seconds", "wall"), [(None, 60.0), (1.0, 60.0), (10.0, 200.0)])
def test_waiting_has_a_minute_or_twenty_times_the_limit(seconds: float | None, wall: float) -> None:
    assert Clock(seconds)._patience == wall
