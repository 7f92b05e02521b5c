"""What every public function promises: in time, a documented error, and no argument changed."""

import builtins
import contextlib
import inspect
import re
import signal
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import torch

from course_utils.checks import CheckError
from course_utils.data import UnavailableError
from course_utils.training import CheckpointError, NonFiniteLossError
from tests.properties.snapshots import global_state, snapshot

OURS: dict[str, Any] = {
    "CheckError": CheckError,
    "CheckpointError": CheckpointError,
    "LinAlgError": torch.linalg.LinAlgError,
    "NonFiniteLossError": NonFiniteLossError,
    "UnavailableError": UnavailableError,
}
SECONDS = 20  # on a busy machine; a hang takes longer
ERROR = re.compile(r"\b[A-Z]\w*Error\b")
NAME = re.compile(r"`(\w+)`")


@dataclass
class Outcome:
    """What came of a call: a value, or an error that was promised."""

    value: Any = None
    error: Exception | None = None


def attempt(
    function: Callable[..., Any],
    *args: Any,
    documented_by: Any = None,
    hides: str = "",
    own: Callable[[], Any] = lambda: None,
    came: str = r"\bgot\b",
    changes_process: bool = False,
    **kwargs: Any,
) -> Outcome:
    """Call the function, hold it to its promises, and return what came of it.

    `documented_by` has the docstring if that is not the function's own. `hides` names a keyword
    that may change, since the function draws from it or writes into it. `own` does what the
    caller's own model or loss does: what it raises by itself may come through. `came` is the pattern by which a sentence tells
    what came. `changes_process` is for what sets threads or seeds on purpose.
    """
    seen = [*args, *(value for name, value in kwargs.items() if name != hides)]
    before, state = [snapshot(it) for it in seen], global_state()
    outcome = Outcome()
    with in_time(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            outcome.value = function(*args, **kwargs)
            if inspect.isgenerator(outcome.value):
                outcome.value = list(outcome.value)
        except Exception as error:
            outcome.error = error
    assert [snapshot(it) for it in seen] == before, "an argument was changed"
    assert changes_process or global_state() == state, "a global state was changed"
    if outcome.error is not None and not is_own(outcome.error, own):
        hold_to_promise(outcome.error, documented_by or function, came)
    return outcome


@contextlib.contextmanager
def in_time() -> Iterator[None]:
    """Fail where something hangs; Windows has no such alarm."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: Any) -> None:
        raise AssertionError(f"no answer within {SECONDS} s")

    previous = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def is_own(error: Exception, own: Callable[[], Any]) -> bool:
    """Say whether the same comes of the caller's own functions without ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            own()
        except Exception as other:
            return type(other) is type(error) and str(other) == str(error)
    return False


def hold_to_promise(error: Exception, function: Any, came: str) -> None:
    """Fail unless the error is documented, and one sentence.

    A TypeError needs no line in a docstring where Python itself says what came.
    """
    said = str(error)
    promised = documented(function)
    if not isinstance(error, (*promised, TypeError)):
        raise AssertionError(f"undocumented {type(error).__name__}: {said}") from error
    if not said or "\n" in said:
        raise AssertionError(f"no sentence: {said!r}") from error
    if not isinstance(error, TypeError) and not re.search(came, said):
        raise AssertionError(f"it does not say what came: {said!r}") from error


def documented(function: Any) -> tuple[type[Exception], ...]:
    """The errors of which a docstring says that they are raised, there or where it points to."""
    function = getattr(function, "func", function)  # of a partial
    paragraphs = re.split(r"\n\s*\n", inspect.getdoc(function) or "")
    text = " ".join(it[it.index("aise") :] for it in paragraphs if re.search("[Rr]aise", it))
    known = {**vars(builtins), **OURS, **names_around(function)}
    found = [known[name] for name in ERROR.findall(text)]
    for name in NAME.findall(text):
        other = known.get(name)
        if callable(other) and other is not function and name not in vars(builtins):
            found += documented(other)
    return tuple(found)


def names_around(function: Any) -> dict[str, Any]:
    """The global names of the file in which a function or a class stands."""
    return vars(inspect.getmodule(function))
