"""The history of a training: rows of Python's numbers, and the DataFrame made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from torch import Tensor

if TYPE_CHECKING:
    import pandas

Row = dict[str, Any]


def plain_row(row: Row) -> Row:
    """Return a row with numbers and lists of Python's in place of others' arrays.

    >>> plain_row({"epoch": 1, "rates": np.array([0.5, 0.25]), "norm": np.float32(2)})
    {'epoch': 1, 'rates': [0.5, 0.25], 'norm': 2.0}
    """
    return {name: _listed(value) for name, value in row.items()}


def _listed(value: Any) -> Any:
    if isinstance(value, Tensor | np.ndarray | np.generic):
        return value.tolist()  # a number where there are no axes
    if type(value) in (list, tuple):
        return type(value)(_listed(of) for of in value)
    if type(value) is dict:
        return {key: _listed(of) for key, of in value.items()}
    return value


def frame(rows: Sequence[Row], columns: Sequence[str]) -> pandas.DataFrame:
    """Return the rows as a DataFrame; without rows an empty one with these columns of numbers."""
    import pandas

    if rows:
        return pandas.DataFrame(list(rows))
    # Without a row pandas cannot see that the columns are of numbers.
    dtypes = {"epoch": "int64"} | dict.fromkeys(["seconds", *columns], "float64")
    return pandas.DataFrame(columns=list(dtypes)).astype(dtypes)
