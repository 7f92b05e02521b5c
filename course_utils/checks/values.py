"""What an answer is: its kind in a word, its plain form, and a short text for it."""

from __future__ import annotations

import decimal
import fractions
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

ROWS = {"tuple", "list"}
_MOST_ENTRIES = 8


def plain(value: Any) -> Any:
    """Return a value without device, gradient and NumPy: what holds one number as a Python number.

    Arrays of numbers become tensors, other arrays lists; tuples and lists are gone through.
    """
    if isinstance(value, Tensor):
        value = value.detach()
        if value.is_nested or value.device.type == "meta":
            return value
        value = value.to_dense() if value.layout != torch.strided else value
        value = value.cpu()
        return value.item() if value.ndim == 0 else value
    if isinstance(value, np.longdouble):
        return float(value)
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        if value.dtype == np.longdouble:
            value = value.astype(np.float64)
        if value.ndim == 0:
            return plain(value.item())
        return plain(torch.as_tensor(value)) if value.dtype.kind in "bifc" else plain(list(value))
    if isinstance(value, fractions.Fraction | decimal.Decimal):
        return float(value)
    if isinstance(value, tuple):
        return tuple(plain(entry) for entry in value)
    return [plain(entry) for entry in value] if isinstance(value, list) else value


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
    if isinstance(answer, np.ndarray) and answer.ndim:
        return "tensor" if answer.dtype.kind in "bifc" else "list"
    answer = plain(answer)
    if isinstance(answer, Tensor):
        return "tensor"
    words = {bool: "truth value", int: "number", float: "number", complex: "number", str: "word"}
    for kind, word in words.items():
        if isinstance(answer, kind):
            return word
    rows = (word for kind, word in ((tuple, "tuple"), (list, "list")) if isinstance(answer, kind))
    return next(rows, type(answer).__name__)


def numbers_in(value: Any) -> Tensor | None:
    """Return all numbers of a value as one float64 tensor of its shape, or None where it has none.

    Rows of equal length become axes; truth values count as 0 and 1; words, models and the like
    have no numbers.
    """
    value = plain(value)
    if isinstance(value, Tensor):
        if value.is_nested or value.device.type == "meta" or value.is_complex():
            return None
        return value.double()
    if isinstance(value, bool | int | float):
        try:
            return torch.tensor(float(value), dtype=torch.float64)
        except OverflowError:
            return torch.tensor(math.inf, dtype=torch.float64)
    if isinstance(value, tuple | list) and value:
        parts = [numbers_in(entry) for entry in value]
        found = [part for part in parts if part is not None]
        if len(found) == len(parts) and len({part.shape for part in found}) == 1:
            return torch.stack(found)
    return None


def describe(value: Any) -> str:
    """Return a short, readable text for a value: "the number 3.0", "the tuple (11, 1)"."""
    is_array = isinstance(value, np.ndarray) and value.ndim > 0
    kind, value = kind_of(value), plain(value)
    if value is None or value is ...:
        return "None" if value is None else "the three dots"
    if kind in ("function", "class"):
        return f"the {kind} {getattr(value, '__name__', type(value).__name__)}"
    if kind == "model":
        return f"the model {type(value).__name__}"
    if kind == "word":
        return f'"{value}"' if len(value) <= 80 else f'a text that starts "{value[:60]}…"'
    if kind == "tensor":
        word = "array" if is_array else "tensor"
        if value.is_nested or value.device.type == "meta":
            return f"a {word} without numbers"
        if value.numel() > _MOST_ENTRIES:
            start = _start(value.flatten()[:4].tolist())
            return f"{_a(word)} of shape {tuple(value.shape)} that starts {start}"
        return f"the {word} {digits(value.tolist())} of shape {tuple(value.shape)}"
    if kind in ROWS and len(value) > _MOST_ENTRIES:
        return f"a {kind} of {len(value)} entries that starts {_start(value)}"
    if kind in ("number", "truth value", *ROWS):
        return f"the {kind} {digits(value)}"
    return f"a value of type {kind}"


def outline(value: Any) -> str:
    """Return what a value is made of: "a list of 5 tuples, each of 2 tensors of shape (3,)"."""
    kind, value = kind_of(value), plain(value)
    if kind not in ROWS:
        if kind == "tensor" and not value.is_nested:
            return f"{_a('tensor')} of shape {tuple(value.shape)}"
        return describe(value) if kind in ("function", "class", "model") else _a(kind)
    if not value:
        return f"an empty {kind}"
    inner = [outline(entry) for entry in value]
    if len(set(inner)) > 1:  # they differ in more than their kind
        kinds = [kind_of(entry) for entry in value]
        if len(set(kinds)) == 1:
            return f"{_a(kind)} of {len(value)} {kinds[0]}{'s' if len(value) > 1 else ''}"
        parts = ", ".join(inner) if len(value) <= 4 else f"{len(value)} entries of several kinds"
        return f"{_a(kind)} of {parts}"
    return (
        f"{_a(kind)} with {len(value)} times {inner[0]}"
        if len(value) > 1
        else f"{_a(kind)} with {inner[0]}"
    )


def digits(value: Any) -> str:
    """Return numbers with six significant digits; a float always keeps a decimal point."""
    if isinstance(value, Tensor):
        if value.is_nested or value.device.type == "meta" or value.numel() > _MOST_ENTRIES:
            return f"<tensor of shape {tuple(value.shape)}>" if not value.is_nested else "<tensor>"
        return f"tensor({digits(value.tolist())})"
    if isinstance(value, list | tuple):
        inner = [digits(entry) for entry in value[:_MOST_ENTRIES]]
        inner += ["…"] if len(value) > _MOST_ENTRIES else []
        if isinstance(value, list):
            return f"[{', '.join(inner)}]"
        return f"({inner[0]},)" if len(inner) == 1 else f"({', '.join(inner)})"
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 200:
        return f"a number of {int(value.bit_length() * 0.30103)} digits"
    if not isinstance(value, float):
        text = repr(value)
        return text if len(text) <= 60 else f"<{type(value).__name__}>"
    text = f"{value:.6g}"
    return text if any(sign in text for sign in ".en") else f"{text}.0"


def _start(entries: Sequence[Any]) -> str:
    return ", ".join(digits(plain(entry)) for entry in entries[:4]) + ", …"


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def off_entries(off: list[int], count: int) -> str:
    """Return which of the entries are right and which are not; `off` holds places from 0."""
    right = [place for place in range(count) if place not in off]
    if not right or count > 8:
        return f"{len(off)} of {count} entries differ." if count > 1 else ""
    return f"Right: {_places(right)}. Not right: {_places(off)}."


def _places(places: list[int]) -> str:
    names = [str(place + 1) for place in places]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{'entries' if len(names) > 1 else 'entry'} {listed}"
