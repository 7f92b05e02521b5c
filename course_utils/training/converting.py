"""Data that are no tensors yet: how to make tensors of them, in a line that works."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np


def as_integer(value: Any) -> int | None:
    """Return an integer of any kind, such as NumPy's, as Python's; None for all else.

    >>> as_integer(np.int64(8)), as_integer(8.0), as_integer(True)
    (8, None, None)
    """
    if isinstance(value, bool | np.bool_) or "bool" in str(getattr(value, "dtype", "")):
        return None
    try:
        return operator.index(value)
    except TypeError:
        return None


def conversion(thing: Any, name: str = "X") -> str:
    """Return how to make a tensor of a thing, to follow a colon; `name` is what it is called."""
    if _is_of_pandas(thing):
        return _of_pandas(thing, name)
    if isinstance(thing, str | bytes):
        return "a text is no numbers: encode it first"
    try:
        array = np.asarray(thing)
    except ValueError:  # rows of unequal lengths
        return "make its rows equally long, then torch.tensor(…)"
    if array.dtype.kind == "f":
        return f"convert it with torch.tensor({_source(thing, name)}, dtype=torch.float32)"
    if array.dtype.kind in "iub" and array.ndim:
        unsigned = array.dtype.kind == "u" and array.dtype.itemsize > 1
        dtype = ", dtype=torch.int64" if unsigned else ""
        return f"convert it with torch.tensor({_source(thing, name)}{dtype})"
    return "convert it to numbers, then with torch.tensor(…)"


def _source(thing: Any, name: str) -> str:
    """Return how to get at the numbers: a list of arrays is slow to convert, and warned of."""
    if isinstance(thing, list | tuple) and any(isinstance(it, np.ndarray) for it in thing):
        return f"numpy.array({name})"
    return name


def _is_of_pandas(thing: Any) -> bool:
    return type(thing).__module__.partition(".")[0] == "pandas" and hasattr(thing, "to_numpy")


def _of_pandas(thing: Any, name: str) -> str:
    from pandas.api.types import is_float_dtype, is_numeric_dtype

    columns = list(thing.items()) if hasattr(thing, "columns") else [(thing.name, thing)]
    texts = [str(column) for column, values in columns if not is_numeric_dtype(values.dtype)]
    is_frame = hasattr(thing, "columns")
    if texts and is_frame:
        return (
            f"{', '.join(texts[:3])}{', …' if len(texts) > 3 else ''} hold no numbers: take "
            f"{name} = pandas.get_dummies({name}), or leave such columns out, and then "
            f"torch.tensor({name}.to_numpy('float32'))"
        )
    if texts:
        return f"number the classes with torch.tensor(pandas.factorize({name}, sort=True)[0])"
    if any(values.isna().any() for _, values in columns):
        return f"fill or drop what is missing, then torch.tensor({name}.to_numpy('float32'))"
    is_float = is_frame or any(is_float_dtype(values.dtype) for _, values in columns)
    return f"convert it with torch.tensor({name}.to_numpy('{'float32' if is_float else 'int64'}'))"
