"""Values in words: a short text for a value, what it is made of, which entries are off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from torch import Tensor

from course_utils.checks.values import ROWS, Opaque, kind_of, plain

_MOST_ENTRIES = 8


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
        if value.numel() > _MOST_ENTRIES:
            start = _start(value.flatten()[:4].tolist())
            return f"{_a(word)} of shape {tuple(value.shape)} that starts {start}"
        return f"the {word} {digits(value.tolist())} of shape {tuple(value.shape)}"
    if kind in ROWS and len(value) > _MOST_ENTRIES:
        return f"a {kind} of {len(value)} entries that starts {_start(value)}"
    if kind in ("number", "truth value", *ROWS):
        text = digits(value)
        return text if text.startswith("a number") else f"the {kind} {text}"
    return f"a value of type {kind}"


def outline(value: Any) -> str:
    """Return what a value is made of: "a list of 5 tuples, each of 2 tensors of shape (3,)"."""
    kind, value = kind_of(value), plain(value)
    if kind not in ROWS:
        if kind == "tensor":
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
        if value.numel() > _MOST_ENTRIES:
            return f"<tensor of shape {tuple(value.shape)}>"
        return f"tensor({digits(value.tolist())})"
    if isinstance(value, list | tuple):
        inner = [digits(entry) for entry in value[:_MOST_ENTRIES]]
        inner += ["…"] if len(value) > _MOST_ENTRIES else []
        if isinstance(value, list):
            return f"[{', '.join(inner)}]"
        return f"({inner[0]},)" if len(inner) == 1 else f"({', '.join(inner)})"
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 200:
        return f"a number of {int(value.bit_length() * 0.30103)} digits"
    if isinstance(value, Opaque):
        return f"<{value.kind}>"
    if not isinstance(value, float):
        try:
            text = repr(value)
        except Exception:  # a class of the learner's may have a __repr__ that fails
            text = ""
        return text if 0 < len(text) <= 60 else f"<{type(value).__name__}>"
    text = f"{value:.6g}"
    return text if any(sign in text for sign in ".en") else f"{text}.0"


def _start(entries: Sequence[Any]) -> str:
    return ", ".join(digits(plain(entry)) for entry in entries[:4]) + ", …"


def _a(word: str) -> str:
    if word == "None":
        return word
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
