"""Comparing answers and putting them into words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

_ROWS = {"tuple", "list"}


def kind_of(answer: Any) -> str:
    """Return the word for what an answer is: "function", "number", "tensor", "word" and so on.

    A tensor of shape () is a number, torch.Size is a tuple.
    """
    if isinstance(answer, type):
        return "class"
    if isinstance(answer, nn.Module):
        return "model"
    if callable(answer):
        return "function"
    answer = _plain(answer)
    words = {bool: "truth value", int: "number", float: "number", str: "word"}
    if isinstance(answer, Tensor):
        return "tensor"
    return words.get(type(answer), type(answer).__name__)


def fits(wanted: Any, got: Any) -> bool:
    """Say whether an answer is of the wanted kind.

    A model may stand in for a function, and a list for a tuple or the other way round.
    """
    kinds = kind_of(wanted), kind_of(got)
    return kinds[0] == kinds[1] or kinds == ("function", "model") or set(kinds) == _ROWS


def remedy(wanted: Any, got: Any) -> str:
    """Return ": " and how to turn `got` into the wanted kind, or "" where no remedy is known."""
    if kind_of(wanted) == "function" and kind_of(got) != "class":
        return ": give the function itself, without calling it"
    if kind_of(wanted) != "tensor" or kind_of(got) not in _ROWS:
        return ""
    parts = {kind_of(entry) for entry in got}
    joins = {"number": "wrap it in torch.tensor", "tensor": "join its entries with torch.stack"}
    return ": " + joins[parts.pop()] if len(parts) == 1 and parts <= set(joins) else ""


def difference(wanted: Any, got: Any, rtol: float, atol: float) -> str:
    """Return in words how `got` differs from `wanted`, or "" when they are the same.

    Floats agree when |got − wanted| ≤ atol + rtol·|wanted|; whole numbers, truth values, words
    and shapes agree exactly. Device and gradient tracking make no difference.
    """
    wanted, got = _plain(wanted), _plain(got)
    if got is None:
        return (
            f"Wanted {describe(wanted)}, got None: a function that ends without `return` gives "
            "None. Is the `return` there?"
        )
    if not fits(wanted, got):
        return _wanted_and_got(wanted, got)
    if isinstance(wanted, Tensor):
        return _tensor_difference(wanted, got, rtol, atol)
    if isinstance(wanted, tuple | list):
        alike = len(wanted) == len(got) and not any(
            difference(w, g, rtol, atol) for w, g in zip(wanted, got, strict=True)
        )
    elif isinstance(wanted, float):
        alike = _close(torch.tensor(wanted), torch.tensor(got), rtol, atol)
    else:
        # A whole number is wanted: 11 and 11.0 are not the same shape.
        alike = type(wanted) is type(got) and bool(wanted == got)
    return "" if alike else _wanted_and_got(wanted, got)


def describe(value: Any) -> str:
    """Return a short, readable text for a value: "the number 3.0", "the tuple (11, 1)"."""
    value, kind = _plain(value), kind_of(value)
    if value is None or value is ...:
        return "None" if value is None else "the three dots"
    if kind in ("function", "class"):
        return f"the {kind} {getattr(value, '__name__', type(value).__name__)}"
    if kind == "model":
        return f"the model {type(value).__name__}"
    if kind == "word":
        return f'"{value}"'
    if kind == "tensor":
        if value.numel() > 8:
            start = _start(value.flatten().tolist())
            return f"a tensor of shape {tuple(value.shape)} that starts {start}"
        return f"the tensor {_digits(value.tolist())} of shape {tuple(value.shape)}"
    if kind in _ROWS and len(value) > 8:
        return f"a {kind} of {len(value)} entries that starts {_start(value)}"
    if kind in ("number", "truth value", *_ROWS):
        return f"the {kind} {_digits(value)}"
    return f"a value of type {kind}"


def _plain(value: Any) -> Any:
    """Return a value without device, gradient, numpy: tensors of shape () as Python numbers."""
    if isinstance(value, Tensor):
        value = value.detach().cpu()
        return value.item() if value.ndim == 0 else value
    if isinstance(value, np.ndarray | np.number | np.bool_):
        return _plain(torch.as_tensor(value))
    if isinstance(value, tuple):
        return tuple(_plain(entry) for entry in value)
    if isinstance(value, list):
        return [_plain(entry) for entry in value]
    return value


def _tensor_difference(wanted: Tensor, got: Tensor, rtol: float, atol: float) -> str:
    if wanted.shape != got.shape:
        return f"Wanted shape {tuple(wanted.shape)}, got shape {tuple(got.shape)}."
    if _sort(wanted) != _sort(got):
        return (
            f"Wanted a tensor of {_sort(wanted)}, got one of {_sort(got)} "
            f"(dtype {str(got.dtype).removeprefix('torch.')})."
        )
    if _close(wanted, got, rtol, atol):
        return ""
    if wanted.numel() <= 8:
        return _wanted_and_got(wanted, got)
    # A long tensor shows nothing at a glance, so name the first entry that is off.
    off = ~torch.isclose(got.double(), wanted.double(), rtol=rtol, atol=atol, equal_nan=True)
    place = tuple(int(i) for i in off.nonzero()[0])
    entries = _digits(wanted[place].item()), _digits(got[place].item())
    return (
        f"The shape {tuple(wanted.shape)} is right, {int(off.sum())} of {off.numel()} entries "
        f"differ; the first at {list(place)}: wanted {entries[0]}, got {entries[1]}."
    )


def _wanted_and_got(wanted: Any, got: Any) -> str:
    return f"Wanted: {describe(wanted)}\nGot:    {describe(got)}{remedy(wanted, got)}"


def _close(wanted: Tensor, got: Tensor, rtol: float, atol: float) -> bool:
    return torch.allclose(got.double(), wanted.double(), rtol=rtol, atol=atol, equal_nan=True)


def _sort(tensor: Tensor) -> str:
    if tensor.is_floating_point():
        return "floating-point numbers"
    return "truth values" if tensor.dtype == torch.bool else "whole numbers"


def _start(entries: Sequence[Any]) -> str:
    return ", ".join(_digits(entry) for entry in entries[:4]) + ", …"


def _digits(value: Any) -> str:
    """Return numbers with six significant digits; a float always keeps a decimal point."""
    if isinstance(value, Tensor):
        return _digits(value.tolist())
    if isinstance(value, list):
        return "[" + ", ".join(_digits(entry) for entry in value) + "]"
    if isinstance(value, tuple):
        inner = ", ".join(_digits(entry) for entry in value)
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if not isinstance(value, float):
        return repr(value)
    text = f"{value:.6g}"
    return text if any(sign in text for sign in ".en") else f"{text}.0"
