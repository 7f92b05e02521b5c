"""What a file may hold without running code: tensors, numbers, strings and containers of them."""

from __future__ import annotations

import io
from collections import Counter, OrderedDict
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn.parameter import Parameter, is_lazy

PLAIN = {type(None), bool, int, float, complex, str, bytes}
PLAIN |= {torch.Size, torch.dtype, torch.device, Tensor}
ARRAY = "course_utils array"  # marks a tensor that was, and will be again, an array of NumPy


class CheckpointError(ValueError):
    """Raised for a file that is damaged, foreign or refused, or that belongs to another run."""


def to_plain(value: Any, name: str = "") -> Any:
    """Return the value as a file may hold it; numbers of NumPy become Python's.

    `name` says where it stands, such as optimizer.param_groups[0].lr. Tensors are not copied.
    Raises CheckpointError, with that name, for what could not be loaded safely.
    """
    if isinstance(value, np.generic):
        value = value.item()
    if type(value) in PLAIN:
        return value
    if is_lazy(value):
        raise CheckpointError(
            f"{name} has no shape yet, as in a lazy layer before its first batch: run the model "
            "once, such as model(X[:2]), before you save it."
        )
    if isinstance(value, Parameter):
        return value.detach()
    if isinstance(value, np.ndarray) and value.dtype.kind in "biufc":
        native = value.astype(value.dtype.newbyteorder("="))  # a copy, in this machine's order
        return {ARRAY: torch.from_numpy(np.ascontiguousarray(native))}
    if isinstance(value, dict):
        kind = type(value) if type(value) in (dict, OrderedDict, Counter) else dict
        items = ((to_plain(key, name), to_plain(of, _at(name, key))) for key, of in value.items())
        return kind(dict(items))
    if isinstance(value, list | tuple):
        inside = [to_plain(of, f"{name}[{number}]") for number, of in enumerate(value)]
        return inside if isinstance(value, list) else tuple(inside)
    if isinstance(value, set):
        return {to_plain(of, name) for of in value}
    if not _loads_safely(value):
        raise CheckpointError(
            "a checkpoint may hold only tensors, numbers and strings, got "
            f"{type(value).__name__} in {name.replace('.state.', '.', 1) or 'it'}: convert it, "
            "say with float(…), .tolist() or str(…), or leave it out."
        )
    return value


def from_plain(value: Any, met: set[int] | None = None) -> Any:
    """Return what `to_plain` was given: arrays of NumPy are arrays again.

    `met` holds the containers met so far, by their identity. `to_plain` makes each one anew, so one
    that comes twice is foreign; such a file of a few bytes can stand for a billion lists.

    Raises CheckpointError for a container that comes twice.
    """
    met = set() if met is None else met
    is_container = isinstance(value, dict) or type(value) in (list, tuple)
    if is_container and value:  # there is only one empty tuple
        if id(value) in met:
            raise CheckpointError("each container must come once, got one twice: save it anew.")
        met.add(id(value))
    if isinstance(value, dict):
        if set(value) == {ARRAY}:
            return value[ARRAY].numpy()
        return type(value)({key: from_plain(of, met) for key, of in value.items()})
    if type(value) in (list, tuple):
        return type(value)([from_plain(of, met) for of in value])
    return value


def _at(name: str, key: Any) -> str:
    if isinstance(key, str) and key.isidentifier():
        return f"{name}.{key}".removeprefix(".")
    return f"{name}[{key!r}]"


def _loads_safely(value: Any) -> bool:
    """Say whether PyTorch reads a thing of some other kind back without running its code."""
    file = io.BytesIO()
    try:
        torch.save(value, file)
        file.seek(0)
        torch.load(file, weights_only=True)
    except Exception:  # pickling fails in as many ways as there are kinds
        return False
    return True
