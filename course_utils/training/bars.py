"""The progress bar of a training, where somebody sees it, and a hook's answer."""

from __future__ import annotations

import io
import sys
import warnings
from typing import Any

import numpy as np
from torch import Tensor


def bar(done: int, epochs: int, progress: bool) -> Any:
    """Return a bar over the epochs; one that shows nothing where nobody would see it move."""
    from tqdm import tqdm

    hidden = not (progress and _is_seen(sys.stdout))
    file = io.StringIO() if hidden else sys.stdout
    # On stdout, since notebooks paint stderr red; of one width, so that what clears it is alike.
    return tqdm(total=epochs, initial=done, file=file, leave=False, ncols=80, disable=hidden)


def _is_seen(stdout: Any) -> bool:
    """Say whether a stream is a terminal or a notebook; it can be None, closed or anything."""
    if type(stdout).__module__.startswith("ipykernel"):
        return True
    try:
        return bool(stdout.isatty())
    except (AttributeError, ValueError):
        return False


def asks_to_stop(answer: Any, is_new: bool) -> bool:
    """Say whether a hook returned True, its own or that of NumPy or PyTorch.

    Anything else goes on; what looks as if it might be meant is told, if it is new.
    """
    if isinstance(answer, bool | np.bool_):
        return bool(answer)
    if isinstance(answer, Tensor) and answer.numel() == 1 and "bool" in str(answer.dtype):
        return bool(answer.item())
    if answer is not None and is_new:
        warnings.warn(
            f"on_epoch returned {str(answer)[:60]!r}, which is not True, so the training goes on: "
            "return True to end it, and None otherwise.",
            stacklevel=3,
        )
    return False
