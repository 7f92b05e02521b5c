"""What an answer is: its kind in a word, its plain form, and its numbers."""

from __future__ import annotations

import decimal
import fractions
import math
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

ROWS = {"tuple", "list"}


class Opaque:
    """Stands for a value that shows nothing of itself: all that is known is its type."""

    def __init__(self, value: Any) -> None:
        self.kind = type(value).__name__


def plain(value: Any) -> Any:
    """Return a value without device, gradient and NumPy: what holds one number as a Python number.

    Arrays of numbers become tensors, other arrays lists; tuples and lists are gone through. What
    cannot be read, such as a tensor without storage, becomes an Opaque.
    """
    try:
        return _plain(value)
    except Exception:  # whatever an answer may be, it must not break the check
        return Opaque(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Tensor):
        value = value.detach()
        if value.is_nested or value.device.type == "meta":
            return Opaque(value)
        value = value.dequantize() if value.is_quantized else value
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
    if answer is None:
        return "None"
    if isinstance(answer, Tensor):
        return "tensor"
    if isinstance(answer, Opaque):
        return answer.kind
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
        return None if value.is_complex() else value.double()
    if isinstance(value, bool | int | float):
        try:
            return torch.tensor(float(value), dtype=torch.float64)
        except OverflowError:
            return torch.tensor(math.inf if value > 0 else -math.inf, dtype=torch.float64)
    if isinstance(value, tuple | list) and value:
        parts = [numbers_in(entry) for entry in value]
        found = [part for part in parts if part is not None]
        if len(found) == len(parts) and len({part.shape for part in found}) == 1:
            return torch.stack(found)
    return None
