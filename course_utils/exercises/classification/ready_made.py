"""Which of PyTorch's ready-made functions an answer calls, where a task asks to do without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch.overrides import TorchFunctionMode


class _Heard(TorchFunctionMode):
    """While active, notes the names of all functions of PyTorch that are called."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def __torch_function__(
        self, func: Any, types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        self.names.add(getattr(func, "__name__", ""))
        return func(*args, **(kwargs or {}))


def without(*names: str, called: str) -> Callable[..., str]:
    """Return a question to an answer: does it do without the functions of these names?

    `called` is the function's name in the sentence that comes back.
    """

    def ask(answer: Callable[..., Any], *inputs: Any) -> str:
        with _Heard() as heard:
            answer(*inputs)
        return f"a result {'from' if heard.names & set(names) else 'without'} {called}"

    return ask
