"""A limit to what an answer computes, heard nowhere but in the learner's own lines.

What counts is the processor time of the answer itself: neither what imports take, nor a busy
machine. When it is used up, the next line that the learner wrote raises TimeUpError. Code of
libraries and imports is never interrupted: that could leave a lock taken, or torch half loaded.
"""

from __future__ import annotations

import _thread
import contextlib
import math
import signal
import sys
import sysconfig
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Literal

from course_utils.surroundings import say

# Where code lives that no learner wrote: this package, Python, and what pip installed.
_NOT_THE_LEARNER = (
    str(Path(__file__).parents[1]),
    *(sysconfig.get_paths()[name] for name in ("stdlib", "purelib", "platlib")),
    "<frozen",
)
_ENDLESS = str(Path(__file__).with_name("endless.py"))  # runs for the learner
_TICK = 0.02  # seconds between two looks at the clock
_GRACE = 3.0  # seconds by the clock on the wall in which the learner's next line should come
_PATIENCE = 20  # times the limit may pass by the clock on the wall, and never less than a minute


class TimeUpError(BaseException):
    """Raised inside an answer whose time is up; no Exception, so that few answers catch it.

    `why` is "computing" where it computed for too long, and "waiting" where it did next to nothing.
    """

    def __init__(self, why: Literal["computing", "waiting"]) -> None:
        super().__init__(why)
        self.why = why


def is_the_learners(filename: str) -> bool:
    """Say whether a file, or a cell by the name that it has in tracebacks, is the learner's."""
    return filename == _ENDLESS or not filename.startswith(_NOT_THE_LEARNER)


class Clock:
    """What answers may still compute: `seconds` of processor time for all runs together.

    Without `seconds` there is no limit, as for code that is known to end. Only the main thread can
    be timed, since Python hears signals there alone; elsewhere an endless loop goes on for ever.
    """

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds
        self.spent = 0.0  # seconds of processor time, without those of imports
        self._began = self._last = 0.0
        self._up_since = 0.0
        self._patience = max(60.0, _PATIENCE * (seconds or 0))

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Let the clock run for what is done inside; raises TimeUpError there once time is up."""
        if self.seconds is None or threading.current_thread() is not threading.main_thread():
            yield
            return
        self._began, self._last, trace = time.monotonic(), time.thread_time(), sys.gettrace()
        try:
            with _ticking(self._tick):
                yield
        finally:
            sys.settrace(trace)
            self._count(importing=False)

    def _count(self, *, importing: bool) -> None:
        now = time.thread_time()
        self.spent += 0.0 if importing else now - self._last
        self._last = now

    def _tick(self, _signal: int, frame: FrameType | None) -> None:
        """Look at the clock; once time is up, raise here or see to it that the next line does."""
        frames = list(_above_this_package(frame))
        self._count(importing=any("importlib" in each.f_code.co_filename for each in frames))
        if self.spent > (self.seconds or 0):
            error = TimeUpError("computing")
        elif time.monotonic() - self._began > self._patience:
            error = TimeUpError("waiting")
        else:
            return

        def stop(frame: FrameType, event: str, _arg: Any) -> Any:
            # An exception on its way, such as that of the stop button, goes on undisturbed.
            if event in ("line", "call") and is_the_learners(frame.f_code.co_filename):
                raise error
            return None

        self._complain()
        # Every further line of the learner raises as well, should a bare `except:` catch this one.
        for each in frames:
            if is_the_learners(each.f_code.co_filename):
                each.f_trace = stop
        sys.settrace(stop)
        if frames and is_the_learners(frames[0].f_code.co_filename):
            raise error

    def _complain(self) -> None:
        """Say so, once, if time has been up for a while and no line of the learner's comes."""
        now = time.monotonic()
        self._up_since = self._up_since or now
        if now - self._up_since > _GRACE:
            self._up_since = math.inf
            say(
                "✗ Your answer is in the middle of something that cannot be stopped: press the "
                "stop button, and if that does not help, restart the kernel"
            )


def _above_this_package(frame: FrameType | None) -> Iterator[FrameType]:
    """Yield the frames from the innermost outwards, as far as the answer reaches."""
    here = str(Path(__file__).parent)
    while frame is not None:
        filename = frame.f_code.co_filename
        if filename.startswith(here) and filename != _ENDLESS:
            return
        yield frame
        frame = frame.f_back


@contextlib.contextmanager
def _ticking(tick: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Call `tick` in the main thread every now and then."""
    if not hasattr(signal, "setitimer"):  # on Windows
        with _ticking_by_a_thread(tick):
            yield
        return
    handler = signal.signal(signal.SIGALRM, tick)
    timer = signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, *timer)
        signal.signal(signal.SIGALRM, handler)


@contextlib.contextmanager
def _ticking_by_a_thread(tick: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """The same where the system has no timer: a thread pretends that a signal has come."""
    done = threading.Event()

    def work() -> None:
        while not done.wait(_TICK):
            _thread.interrupt_main(signal.SIGTERM)

    handler = signal.signal(signal.SIGTERM, tick)
    thread = threading.Thread(target=work, daemon=True)
    try:
        thread.start()
        yield
    finally:
        done.set()
        thread.join()
        signal.signal(signal.SIGTERM, handler)
