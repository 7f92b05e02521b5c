"""Comparing answers: what counts as equal, and in words how two differ."""

from __future__ import annotations

import math
import re
from typing import Any

import torch
from torch import Tensor

from course_utils.checks.phrases import describe, digits, off_entries, outline
from course_utils.checks.values import ROWS, kind_of, numbers_in, plain


def fits(wanted: Any, got: Any) -> bool:
    """Say whether an answer is of the wanted kind.

    A model may stand in for a function, a list for a tuple or the other way round, and a tensor of
    numbers for a row of numbers. A word is a word in any type of text.
    """
    kinds = kind_of(wanted), kind_of(got)
    if kinds[0] == kinds[1] or kinds == ("function", "model") or set(kinds) == ROWS:
        return True
    return kinds[0] in ROWS and kinds[1] == "tensor" and _numbers_only(wanted)


def remedy(wanted: Any, got: Any) -> str:
    """Return ": " and how to turn `got` into the wanted kind, or "" where no remedy is known."""
    if kind_of(wanted) == "function" and kind_of(got) != "class":
        return ": give the function itself, without calling it"
    if kind_of(wanted) == "number" and kind_of(got) == "word" and re.match(r"[\d(.+-]", str(got)):
        pure = re.fullmatch(r"[\d\s().+*/e-]+", str(got))
        return f": without quotes {'' if pure else 'and without words '}it is a number"
    if kind_of(wanted) in ("number", "tensor") and kind_of(got) in ROWS:
        like = [entry for entry in got if _is_like(wanted, entry)]
        equal = [entry for entry in like if same_numbers(wanted, entry, 1e-4, 1e-6)]
        if len(got) > 1 and (len(like) == 1 or (len(equal) == 1 and kind_of(got) == "tuple")):
            return f": one entry alone is asked for, not all {len(got)}"
    if kind_of(wanted) != "tensor" or kind_of(got) not in ROWS or not len(got):
        return ""
    rows, kinds = numbers_in(got), {kind_of(entry) for entry in got}
    if rows is None or rows.shape != plain(wanted).shape:
        return ""
    if all(isinstance(entry, Tensor) for entry in got):
        return ": join its entries with torch.stack"
    return ": wrap it in torch.tensor" if kinds <= {"number", *ROWS} else ""


def difference(wanted: Any, got: Any, rtol: float, atol: float, *, value: bool = False) -> str:
    """Return in words how `got` differs from `wanted`, or "" when they are the same.

    Numbers agree when |got − wanted| ≤ atol + rtol·|wanted|, whole numbers exactly, whichever type
    they have: 3 and 3.0 are the same. Words agree whatever their case and spaces, shapes exactly.
    Tensors have to be of one sort, floating-point or whole numbers or truth values; where a `value`
    and no function is asked for, only their numbers count. Device and gradient tracking make no
    difference.
    """
    if got is None and wanted is not None:
        return (
            f"Wanted {describe(wanted)}, got None: a function that ends without `return` gives "
            "None. Is the `return` there?"
        )
    if value and kind_of(wanted) == "number" and kind_of(got) == "tensor":
        got = plain(got).reshape(()) if plain(got).numel() == 1 else got
    if not fits(wanted, got):
        return _wanted_and_got(wanted, got)
    wanted_plain, got_plain = plain(wanted), plain(got)
    if isinstance(wanted_plain, Tensor):
        return _tensor_difference(wanted_plain, got_plain, rtol, atol, value=value)
    if isinstance(wanted_plain, tuple | list):
        return _row_difference(wanted, got, rtol, atol, value=value)
    alike = _alike(wanted_plain, got_plain, rtol, atol)
    return "" if alike else _wanted_and_got(wanted, got)


def same_numbers(one: Any, other: Any, rtol: float, atol: float) -> bool:
    """Say whether two values hold the same numbers or words, whatever their type and shape."""
    mine, its = numbers_in(one), numbers_in(other)
    if mine is None or its is None:
        return kind_of(one) == kind_of(other) == "word" and _word(one) == _word(other)
    return mine.numel() == its.numel() and _close(mine.flatten(), its.flatten(), rtol, atol)


def _alike(wanted: Any, got: Any, rtol: float, atol: float) -> bool:
    if isinstance(wanted, str):
        return _word(wanted) == _word(got)
    if isinstance(wanted, bool) or isinstance(got, bool):
        return wanted is got
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        if isinstance(wanted, int) and isinstance(got, int):
            return wanted == got
        tolerance = 0 if isinstance(wanted, int) else rtol
        return _close(_double(wanted), _double(got), tolerance, atol)
    if isinstance(wanted, complex) or isinstance(got, complex):
        return bool(abs(got - wanted) <= atol + rtol * abs(wanted))
    if wanted is got:
        return True
    try:
        return bool(wanted == got)
    except Exception:  # things that cannot be compared are not the same
        return False


def _double(value: Any) -> Tensor:
    numbers = numbers_in(value)
    return torch.tensor(math.nan) if numbers is None else numbers


def _word(text: Any) -> str:
    return " ".join(str(text).casefold().replace("_", " ").split())


def _is_like(wanted: Any, entry: Any) -> bool:
    """Say whether an entry could be what is wanted: of its kind and, for a tensor, of its shape."""
    if kind_of(entry) != kind_of(wanted):
        return False
    shapes = (getattr(plain(it), "shape", None) for it in (wanted, entry))
    return len(set(shapes)) == 1


def _numbers_only(row: Any) -> bool:
    return all(kind_of(entry) == "number" for entry in row)


def _row_difference(wanted: Any, got: Any, rtol: float, atol: float, *, value: bool) -> str:
    if isinstance(got, Tensor):
        got = plain(got).tolist()
    if not isinstance(got, tuple | list):
        got = list(got)
    both = f"Wanted: {describe(wanted)}\nGot:    {describe(got)}"
    if len(wanted) != len(got):
        return f"{both}\nThat is {len(got)} in place of {len(wanted)} entries."
    off = [
        (place, said)
        for place, (one, other) in enumerate(zip(wanted, got, strict=True))
        if (said := difference(one, other, rtol, atol, value=value))
    ]
    if not off:
        return ""
    place, said = off[0]
    if len(wanted) > 1:
        both += f"\n{off_entries([place for place, _ in off], len(wanted))}"
    if not fits(wanted[place], got[place]):
        both += (
            f"\nEntry {place + 1}: wanted {outline(wanted[place])}, got {outline(got[place])}"
            f"{remedy(wanted[place], got[place])}."
        )
    elif kind_of(wanted[place]) == "tensor" and said.startswith("Wanted "):
        both += f"\nEntry {place + 1}: {said[0].lower()}{said[1:]}"
    return both


def _tensor_difference(
    wanted: Tensor, got: Tensor, rtol: float, atol: float, *, value: bool
) -> str:
    if wanted.shape != got.shape:
        return f"Wanted shape {tuple(wanted.shape)}, got shape {tuple(got.shape)}."
    if _sort(wanted) != _sort(got) and not (value and "complex" not in _sort(got)):
        return (
            f"Wanted a tensor of {_sort(wanted)}, got one of {_sort(got)} "
            f"(dtype {str(got.dtype).removeprefix('torch.')})."
        )
    if _close(wanted, got, rtol, atol):
        return ""
    if wanted.numel() <= 8:
        return _wanted_and_got(wanted, got)
    # A long tensor shows nothing at a glance, so name the first entry that is off.
    off = ~torch.isclose(_wide(got), _wide(wanted), rtol=rtol, atol=atol, equal_nan=True)
    place = tuple(int(i) for i in off.nonzero()[0])
    entries = digits(wanted[place].item()), digits(got[place].item())
    return (
        f"The shape {tuple(wanted.shape)} is right, {int(off.sum())} of {off.numel()} entries "
        f"differ; the first at {list(place)}: wanted {entries[0]}, got {entries[1]}."
    )


def _wanted_and_got(wanted: Any, got: Any) -> str:
    return f"Wanted: {describe(wanted)}\nGot:    {describe(got)}{remedy(wanted, got)}"


def _close(wanted: Tensor, got: Tensor, rtol: float, atol: float) -> bool:
    return torch.allclose(_wide(got), _wide(wanted), rtol=rtol, atol=atol, equal_nan=True)


def _wide(tensor: Tensor) -> Tensor:
    return tensor.to(torch.complex128 if tensor.is_complex() else torch.float64)


def _sort(tensor: Tensor) -> str:
    if tensor.is_complex():
        return "complex numbers"
    if tensor.is_floating_point():
        return "floating-point numbers"
    return "truth values" if tensor.dtype == torch.bool else "whole numbers"
