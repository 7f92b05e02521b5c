"""What a data set may be asked for: one sentence for anything else, before a number is drawn."""

import math
import operator
from numbers import Real
from typing import Any


def count(name: str, value: Any) -> int:
    """Return a number of examples or features as an integer of Python's.

    Raises ValueError if it is no integer, Python's or NumPy's, from 1 up.
    """
    try:
        number = 0 if "bool" in type(value).__name__ else operator.index(value)
    except TypeError:
        number = 0
    if number < 1:
        raise ValueError(
            f"{name} must be an integer from 1 up, got {value!r}: ask for one or more."
        )
    return number


def is_finite(value: Any, kind: type = Real) -> bool:
    """Say whether the value is a finite number of this kind; True and False are none."""
    return isinstance(value, kind) and not isinstance(value, bool) and math.isfinite(value)  # type: ignore[arg-type]


def amount(name: str, value: Any) -> float:
    """Return a number, with 0.0 for -0.0, of which NumPy says that it lies below 0.

    Raises ValueError unless it is finite and from 0 up.
    """
    if not is_finite(value) or value < 0:
        raise ValueError(
            f"{name} must be a finite number from 0 up, got {value!r}: 0 means none of it."
        )
    return float(value) + 0.0
