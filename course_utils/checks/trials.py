"""Trying an answer that nobody has read: on copies, on a clock, with everything put back."""

from __future__ import annotations

import dis
import functools
import traceback
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from torch import nn

from course_utils.checks.clock import Clock, TimeUpError, is_the_learners
from course_utils.checks.endless import heard_in
from course_utils.checks.inputs import changes, copied, holders
from course_utils.checks.keeping import kept
from course_utils.checks.prints import FewLines, captured

_MOST_CALLS_WATCHED = 20  # a copy of the arguments is made for each


@dataclass(frozen=True)
class Outcome:
    """What came of a trial: the value that came back, or an exception's type and message.

    `line` is the learner's own line that led to the exception, where one can be found. `returned`
    is what the answer itself handed back last, where a question was put to it. `changed` holds
    which inputs are no longer as they were, pairs of place and kind, and `left` what the answer
    would have changed for the whole notebook.
    """

    kind: Literal["value", "raised", "unreadable", "time up", "not attempted", "wrong kind"]
    value: Any = None
    error: str = ""
    line: str = ""
    returned: Any = None
    changed: frozenset[tuple[int, str]] = frozenset()
    left: tuple[str, ...] = ()


@dataclass
class _Calls:
    """What is noted of the calls of an answer while a question is put to it."""

    returned: list[Any] = field(default_factory=list)  # by the last call, if it came back
    number: int = 0
    changed: set[tuple[int, str]] = field(default_factory=set)


def try_answer(
    answer: Any,
    inputs: tuple[Any, ...] = (),
    ask: Callable[..., Any] | None = None,
    *,
    clock: Clock | None = None,
    out: FewLines | None = None,
) -> Outcome:
    """Run `ask(answer, *inputs)` on copies of the inputs, and return what came of it.

    Without `ask`, a callable answer is called with the inputs and any other stands for itself.
    Without a `clock` there is no limit; without `out` prints go where they always go. Random
    numbers are drawn alike in each trial; they, and the settings of the notebook, are left as they
    were. KeyboardInterrupt, the stop button, passes through.
    """
    if is_untouched(answer):
        return Outcome("not attempted")
    copies = copied(inputs)
    given = inputs if copies is None else copies
    held = holders(given)
    calls = _Calls()
    with kept() as left, captured(out or FewLines()), heard_in(answer):
        try:
            with (clock or Clock(None)).running():
                value = (ask or _call)(_watched(answer, calls), *given)
            outcome = Outcome("value", value)
        except TimeUpError as error:
            outcome = Outcome("time up", error=error.why)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # also a SystemExit: whatever it is, it came from the answer
            outcome = _stumbled(error, calls, ask)
    if outcome.kind == "value" and outcome.value is ...:
        return Outcome("not attempted")
    changed = calls.changed if ask else set()
    changed |= set() if copies is None else changes(inputs, given, held)
    return Outcome(
        outcome.kind,
        outcome.value,
        outcome.error,
        outcome.line,
        calls.returned[0] if calls.returned else None,
        frozenset(changed),
        tuple(left),
    )


def is_untouched(answer: Any) -> bool:
    """Say whether an answer is still a stub: `...`, or a function or class with nothing in it."""
    if answer is ...:
        return True
    if isinstance(answer, types.FunctionType):
        return _does_nothing(answer.__code__)
    if isinstance(answer, nn.Module):
        return any(map(is_untouched, (type(answer), type(answer).forward)))
    if isinstance(answer, type):
        own = [value for name, value in vars(answer).items() if not name.startswith("__")]
        own += [value for value in vars(answer).values() if isinstance(value, types.FunctionType)]
        return answer.__base__ in (object, nn.Module) and all(map(is_untouched, own))
    return False


@functools.lru_cache(maxsize=512)
def _does_nothing(code: types.CodeType) -> bool:
    no_work = ("RESUME", "NOP", "RETURN_VALUE")
    steps = [step for step in dis.get_instructions(code) if step.opname not in no_work]
    results = [step.argval for step in steps if step.opname in ("LOAD_CONST", "RETURN_CONST")]
    others = [step for step in steps if "CONST" not in step.opname]
    return not others and len(results) == 1 and results[0] in (None, ...)


def _call(answer: Any, *inputs: Any) -> Any:
    return answer(*inputs) if callable(answer) else answer


def _watched(answer: Any, calls: _Calls) -> Any:
    """Return a function that notes in `calls` what the answer gave back and what it changed."""
    if not callable(answer) or isinstance(answer, type | nn.Module):
        return answer

    @functools.wraps(answer)
    def watched(*args: Any, **kwargs: Any) -> Any:
        calls.returned.clear()
        calls.number += 1
        before = copied(args) if calls.number <= _MOST_CALLS_WATCHED else None
        held = holders(args)
        result = answer(*args, **kwargs)
        calls.returned.append(result)
        if before is not None:
            calls.changed |= changes(before, args, held)
        return result

    return watched


def _stumbled(error: BaseException, calls: _Calls, ask: Callable[..., Any] | None) -> Outcome:
    """Return what an exception says of the answer: its own error, or nothing fit to be asked."""
    message = " ".join(str(error).split())
    text = f"{type(error).__name__}: {message[:200]}".removesuffix(": ")
    asking = getattr(ask, "__code__", None)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if asking and (frame.filename, frame.name) == (asking.co_filename, asking.co_name):
            break
        if is_the_learners(frame.filename):
            return Outcome("raised", error=text, line=f"line {frame.lineno}: {frame.line}")
    if ask and calls.returned:
        # The question tripped over what came back. Nothing at all, or `...`, is for others to say.
        if calls.returned[0] is None or calls.returned[0] is ...:
            return Outcome("value", calls.returned[0])
        return Outcome("unreadable", error=text)
    return Outcome("raised", error=text)
