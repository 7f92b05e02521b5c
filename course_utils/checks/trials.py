"""Trying an answer that nobody has read: on copies, under a time limit, in a thread of its own."""

from __future__ import annotations

import contextlib
import contextvars
import copy
import ctypes
import dis
import functools
import random
import sysconfig
import threading
import time
import traceback
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from torch import Tensor, nn

# Where code lives that no learner wrote: this package, Python, and what pip installed.
_NOT_THE_LEARNER = (
    str(Path(__file__).parent),
    *(sysconfig.get_paths()[name] for name in ("stdlib", "purelib", "platlib")),
    "<frozen",
)


@dataclass(frozen=True)
class Outcome:
    """What came of a trial: the value that came back, or an exception's type and message.

    `line` is the learner's own line that led to the exception, where one can be found.
    """

    kind: Literal["value", "raised", "endless", "changed inputs", "not attempted", "wrong kind"]
    value: Any = None
    error: str = ""
    line: str = ""


class TimeUpError(BaseException):
    """Raised inside an answer whose time is up; no Exception, so that few answers catch it."""


def try_answer(
    answer: Any,
    inputs: tuple[Any, ...] = (),
    ask: Callable[..., Any] | None = None,
    *,
    seconds: float = 5.0,
) -> Outcome:
    """Run `ask(answer, *inputs)` on copies of the inputs, and return what came of it.

    Without `ask`, a callable answer is called with the inputs and any other stands for itself.
    Random numbers are drawn alike in each trial and the caller's are left as they were.
    """
    if is_untouched(answer):
        return Outcome("not attempted")
    copies = copy.deepcopy(inputs)
    returned: list[Any] = []
    found: list[Outcome] = []
    done = threading.Event()

    def work() -> None:
        # Time can run out anywhere in here, also while an outcome is put together.
        try:
            with contextlib.suppress(TimeUpError):
                found.append(_outcome(answer, copies, ask or _call, returned, inputs))
        finally:
            done.set()

    # The copied context is how ipykernel knows to which cell a print belongs.
    thread = threading.Thread(target=contextvars.copy_context().run, args=(work,), daemon=True)
    with _fixed_randomness():
        thread.start()
        _wait(thread, done, seconds)
    return found[0] if found else Outcome("endless")


def is_untouched(answer: Any) -> bool:
    """Say whether an answer is still a stub: `...`, or a function or class with nothing in it."""
    if answer is ...:
        return True
    if isinstance(answer, types.FunctionType):
        no_work = ("RESUME", "NOP", "RETURN_VALUE")
        steps = [step for step in dis.get_instructions(answer) if step.opname not in no_work]
        results = [step.argval for step in steps if step.opname in ("LOAD_CONST", "RETURN_CONST")]
        others = [step for step in steps if "CONST" not in step.opname]
        return not others and len(results) == 1 and results[0] in (None, ...)
    if isinstance(answer, nn.Module):
        return any(map(is_untouched, (type(answer), type(answer).forward)))
    if isinstance(answer, type):
        own = [value for name, value in vars(answer).items() if not name.startswith("__")]
        own += [value for value in vars(answer).values() if isinstance(value, types.FunctionType)]
        return answer.__base__ in (object, nn.Module) and all(map(is_untouched, own))
    return False


def _call(answer: Any, *inputs: Any) -> Any:
    return answer(*inputs) if callable(answer) else answer


def _outcome(
    answer: Any, copies: tuple[Any, ...], ask: Callable[..., Any], returned: list[Any], inputs: Any
) -> Outcome:
    torch.set_grad_enabled(True)  # each thread has a mode of its own; an answer may need it
    try:
        value = ask(_watched(answer, returned), *copies)
    except TimeUpError:
        raise
    except BaseException as error:  # also a SystemExit: whatever it is, it came from the answer
        # A question that trips over a None or `...` is no error in the learner's code: nothing
        # came back, and that is what the learner should read.
        if not returned or not (returned[0] is None or returned[0] is ...):
            return _raised(error)
        value = returned[0]
    if value is ...:
        return Outcome("not attempted")
    if not _same(inputs, copies):
        return Outcome("changed inputs")
    return Outcome("value", value)


def _watched(answer: Any, returned: list[Any]) -> Any:
    """Return a function that notes in `returned` what the answer gave back when last called."""
    if not callable(answer) or isinstance(answer, type | nn.Module):
        return answer

    @functools.wraps(answer)
    def watched(*args: Any, **kwargs: Any) -> Any:
        returned.clear()
        returned.append(result := answer(*args, **kwargs))
        return result

    return watched


def _raised(error: BaseException) -> Outcome:
    message = " ".join(str(error).split())
    text = f"{type(error).__name__}: {message[:200]}".removesuffix(": ")
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if not frame.filename.startswith(_NOT_THE_LEARNER):
            return Outcome("raised", error=text, line=f"line {frame.lineno}: {frame.line}")
    return Outcome("raised", error=text)


def _same(before: Any, after: Any) -> bool:
    """Say whether inputs are as they were; only what can be changed in place is looked at."""
    if isinstance(before, nn.Module):
        return _same(before.state_dict(), after.state_dict())
    if isinstance(before, Tensor | np.ndarray):
        before, after = torch.as_tensor(before), torch.as_tensor(after)
        # Shapes first: torch's comparison would broadcast.
        return before.shape == after.shape and bool(
            torch.isclose(before, after, rtol=0, atol=0, equal_nan=True).all()
        )
    if isinstance(before, dict):
        return list(before) == list(after) and _same([*before.values()], [*after.values()])
    if isinstance(before, list | tuple):
        return len(before) == len(after) and all(map(_same, before, after))
    return True


@contextlib.contextmanager
def _fixed_randomness() -> Iterator[None]:
    states = random.getstate(), np.random.get_state(), torch.get_rng_state()
    random.seed(0)
    np.random.seed(0)
    # Not torch.manual_seed: that would seed the GPUs too, and nothing would put them back.
    torch.default_generator.manual_seed(0)
    try:
        yield
    finally:
        random.setstate(states[0])
        np.random.set_state(states[1])
        torch.set_rng_state(states[2])


def _wait(thread: threading.Thread, done: threading.Event, seconds: float) -> None:
    """Wait until the work is done or its time is up, then stop it."""
    deadline = time.monotonic() + seconds
    try:
        # Short waits: on Windows a long one would not notice that the learner presses stop.
        # Not join(): in Python 3.11 an interrupted join takes a running thread for a dead one.
        while not done.wait(0.05) and time.monotonic() < deadline:
            pass
    finally:
        # A single exception may be lost in a bare `except:` inside the loop, so insist.
        who, what = ctypes.c_ulong(thread.ident or 0), ctypes.py_object(TimeUpError)
        for _ in range(20):
            if not done.is_set():
                ctypes.pythonapi.PyThreadState_SetAsyncExc(who, what)
                done.wait(0.05)
