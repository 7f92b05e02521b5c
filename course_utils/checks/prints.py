"""The prints of an answer: the first lines of them, and how many more there were."""

import builtins
import contextlib
import io
import sys
from collections.abc import Iterator
from typing import Any

MOST_LINES = 20


class FewLines(io.TextIOBase):
    """A stdout that lets the first lines through to the one that was there, and counts the rest.

    Without `shown` nothing is let through, as for answers that are not the learner's.
    """

    def __init__(self, *, shown: bool = True) -> None:
        self._left = MOST_LINES if shown else 0
        self._out: Any = sys.stdout
        self._begun = False  # whether the last line that was let through lacks its end
        self.num_hidden = 0

    def write(self, text: str) -> int:
        """Write as much of a text as may be shown, and return its length."""
        for line in text.splitlines(keepends=True):
            if self._left > 0:
                self._out.write(line)
                self._begun = not line.endswith("\n")
                self._left -= not self._begun
            else:
                self.num_hidden += line.endswith("\n")
        return len(text)

    def flush(self) -> None:
        """Pass on what the other stdout may have kept back."""
        self._out.flush()

    def close_line(self) -> None:
        """End a line that the answer has begun, so that what follows stands on its own."""
        if self._begun:
            self._out.write("\n")
            self._begun = False


class NobodyAnswersError(RuntimeError):
    """Raised by `input()` in an answer."""


def _no_input(*_: Any, **__: Any) -> str:
    raise NobodyAnswersError(
        "input() waits for somebody to type, and a check has nobody: take what you need from the "
        "arguments"
    )


@contextlib.contextmanager
def captured(out: FewLines) -> Iterator[None]:
    """Send prints to `out`, and refuse to wait for a line from the keyboard."""
    asking = builtins.input
    builtins.input = _no_input
    try:
        with contextlib.redirect_stdout(out):
            yield
    finally:
        builtins.input = asking
