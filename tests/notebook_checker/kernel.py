"""A kernel that is missed as soon as it dies, and words for how it ended."""

import signal
import time
from queue import Empty
from typing import Any

import nbval.kernel

POLL_SECONDS = 0.25
CRASHES = ("SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGABRT")


class KernelDiedError(Exception):
    """The kernel ended while a message of it was awaited; the message says how and what to do."""


class WatchedKernel(nbval.kernel.RunningKernel):
    """nbval's kernel, but nobody waits for a dead one.

    asked_to_exit: a cell called `exit()` or `quit()`, after which the kernel goes down
    """

    asked_to_exit = False

    def get_message(self, stream: str, timeout: float | None = None) -> dict[str, Any]:
        """Return the next message; raise Empty after the time, KernelDiedError if none can come."""
        end = None if timeout is None else time.monotonic() + timeout
        while True:
            left = POLL_SECONDS if end is None else min(POLL_SECONDS, end - time.monotonic())
            alive = self.is_alive()  # asked first: what a kernel sent before its end still comes
            try:
                message = super().get_message(stream, timeout=max(0.0, left))
            except Empty:
                if not alive:
                    raise KernelDiedError(self.how_it_ended()) from None
                if left < POLL_SECONDS:
                    raise
                continue
            payload = message["content"].get("payload") or []
            self.asked_to_exit |= any(
                part.get("source") == "ask_exit" and not part.get("keepkernel") for part in payload
            )
            return message

    def how_it_ended(self) -> str:
        """Say what ended the kernel's process, and the remedy."""
        if self.asked_to_exit:
            return "exit() or quit() ends it: leave the call out"
        return how_it_ended(getattr(self, "km", None))


def how_it_ended(manager: Any) -> str:
    """Say what ended the process of a kernel, by the manager that started it, and the remedy."""
    process = getattr(getattr(manager, "provisioner", None), "process", None)
    return ending(process.poll() if process else None)


def ending(status: int | None) -> str:
    """Say what an exit status means and what to do; a negative one is the number of a signal.

    >>> ending(1)
    'it ended with exit status 1: look for os._exit() or a library that ends the process'
    """
    if status is None:
        return "nobody knows how: run the cell in JupyterLab to see"
    names = {int(known): known.name for known in signal.Signals}
    name = names.get(-status, f"signal {-status}")
    if status >= 0:
        return (
            f"it ended with exit status {status}: look for os._exit() or a library that ends "
            "the process"
        )
    if name == "SIGKILL":
        return (
            "SIGKILL ended it, which is what a system does when memory runs out: use smaller "
            "tensors or fewer processes"
        )
    if name in CRASHES:
        return (
            f"{name} ended it, a crash in compiled code: run the cell as a script with "
            "`python -X faulthandler` to see where"
        )
    return f"{name} ended it: look for what sends this signal"
