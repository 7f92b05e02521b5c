"""Scalers: numbers taken from the training data that bring each feature to a common size.

Both are used as scikit-learn's are: `scaler = StandardScaler().fit(X_train)`, then
`scaler.transform(X_val)`, and `scaler.inverse_transform(...)` leads back to the old units.
"""

from typing import Any, Self

import torch
from torch import Tensor

WHOLE = (torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64)


class _Scaler:
    """What both scalers share: a shift and a scale for each feature, (X - shift) / scale."""

    shift: Tensor | None = None  # unit of the feature, shape X.shape[1:]
    scale: Tensor | None = None  # unit of the feature, shape X.shape[1:], above zero

    def fit(self, X: Tensor) -> Self:
        """Take shift and scale of each feature from `X` and return the scaler.

        `X`: (examples,) or (examples, features), floating point; pass training data only.

        Raises TypeError for what is no tensor, and ValueError if X has another shape or type, holds
        fewer than two examples, a number that is not finite, or a feature that never changes, or
        by more than its type can hold: dividing by a scale of zero or inf gives nan.
        """
        _check_tensor(X)
        X = X.detach()  # shift and scale are numbers: no gradient flows into them
        if X.ndim not in (1, 2) or not X.is_floating_point():
            raise ValueError(
                "X must be (examples,) or (examples, features) of floating-point numbers, got "
                f"{tuple(X.shape)} of {X.dtype}: reshape it, or convert it with X.float()."
            )
        if len(X) < 2 or not X.numel():
            raise ValueError(
                f"X must hold two examples or more and a feature, got {tuple(X.shape)}: "
                "a scale is a distance between examples."
            )
        if not X.isfinite().all():
            count = int((~X.isfinite()).sum())
            raise ValueError(
                f"X must be finite, got {count} nan or inf: fill them in or leave them out first."
            )
        # Ends and not the standard deviation: rounding can leave that a little above zero.
        constant = (X.amax(dim=0) == X.amin(dim=0)).reshape(-1)
        if constant.any():
            place = int(constant.nonzero()[0])
            raise ValueError(
                f"X must vary in each feature, got {X[0].reshape(-1)[place]:g} in every example of "
                f"feature {place}: leave it out, for it tells no two examples apart."
            )
        shift, scale = self._statistics(X)
        if not ((scale > 0) & scale.isfinite()).all():
            raise ValueError(
                f"X must have features whose scale {X.dtype} can hold, got {scale.min():g} to "
                f"{scale.max():g}: bring X to another unit first, or convert it with X.double()."
            )
        self.shift, self.scale = shift, scale
        return self

    def transform(self, X: Tensor) -> Tensor:
        """Return (X - shift) / scale, of the shape of `X`: (examples,) or (examples, features).

        Raises RuntimeError before `fit`, TypeError for what is no tensor, and ValueError for
        another number of features.
        """
        shift, scale = self._fitted_for(X)
        return (X - shift) / scale

    def inverse_transform(self, X: Tensor) -> Tensor:
        """Return X · scale + shift, in the old units; `X`: (examples,) or (examples, features).

        Raises RuntimeError before `fit`, TypeError for what is no tensor, and ValueError for
        another number of features.
        """
        shift, scale = self._fitted_for(X)
        return X * scale + shift

    def _statistics(self, X: Tensor) -> tuple[Tensor, Tensor]:
        raise NotImplementedError

    def _fitted_for(self, X: Tensor) -> tuple[Tensor, Tensor]:
        """Return shift and scale if they fit `X`."""
        if self.shift is None or self.scale is None:
            name = type(self).__name__
            raise RuntimeError(f"{name} knows no scale yet: call fit with the training data first.")
        _check_tensor(X)
        if X.shape[1:] != self.shift.shape:
            wanted = ", ".join(["examples", *map(str, self.shift.shape)])
            raise ValueError(
                f"X must be ({wanted}) as in fit, got {tuple(X.shape)}: pass the same features."
            )
        return self.shift, self.scale


def _check_tensor(X: Any) -> None:
    """Raise TypeError unless X is a tensor of numbers; truth values are none."""
    if not isinstance(X, Tensor) or not (X.is_floating_point() or X.dtype in WHOLE):
        got = f"a tensor of {X.dtype}" if isinstance(X, Tensor) else type(X).__name__
        raise TypeError(f"X must be a tensor of numbers, got {got}: convert it, say by X.float().")


class MinMaxScaler(_Scaler):
    """Bring each feature to the range from 0 to 1 of the training data (min–max scaling)."""

    def _statistics(self, X: Tensor) -> tuple[Tensor, Tensor]:
        low = X.amin(dim=0)
        return low, X.amax(dim=0) - low


class StandardScaler(_Scaler):
    """Bring each feature to mean 0 and standard deviation 1 on the training data (z-score).

    The standard deviation divides by the number of examples N, as scikit-learn's does;
    `torch.std` divides by N - 1 unless it is called with `correction=0`.
    """

    def _statistics(self, X: Tensor) -> tuple[Tensor, Tensor]:
        return X.mean(dim=0), X.std(dim=0, correction=0)
