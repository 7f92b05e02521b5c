"""Four losses of two parameters, each hard in its own way, on which optimizers can be watched."""

import math
from collections.abc import Callable
from functools import cache
from numbers import Real
from typing import Any, NamedTuple

import torch
from torch import Tensor

from course_utils.data import thermometer

Range = tuple[float, float]


class Landscape(NamedTuple):
    """A loss of two parameters and what is needed to draw it and to start on it.

    `loss_fn` maps parameters (..., 2) to losses (...). `start` is where a run begins, `lowest` a
    place where the loss is smallest, both (2,) and float64, so that rounding decides nothing; the
    ranges are the edges of a map that shows both.
    """

    loss_fn: Callable[[Tensor], Tensor]
    start: Tensor
    lowest: Tensor
    x_range: Range
    y_range: Range
    x_label: str = "x"
    y_label: str = "y"

    def on_grid(self, x: Tensor, y: Tensor) -> Tensor:
        """Return the losses at all pairs of x and y, of the shape to which the two broadcast.

        Raises ValueError for shapes that do not broadcast.
        """
        try:
            torch.broadcast_shapes(x.shape, y.shape)
        except RuntimeError:
            raise ValueError(
                "x and y must have shapes that broadcast, such as (1, num) and (num, 1), got "
                f"{tuple(x.shape)} and {tuple(y.shape)}: reshape one of them."
            ) from None
        return self.loss_fn(torch.stack(torch.broadcast_tensors(x, y), dim=-1))


def _check(params: Any) -> None:
    """Raise TypeError for what is no tensor, and ValueError unless it holds two numbers a place."""
    if not isinstance(params, Tensor):
        raise TypeError(
            f"params must be a tensor, got {type(params).__name__}: torch.tensor makes one."
        )
    if params.shape[-1:] != (2,) or not params.is_floating_point():
        raise ValueError(
            "params must be floating-point numbers of the shape (..., 2), "
            f"got {tuple(params.shape)} of {params.dtype}: put two parameters in the last axis."
        )


@cache  # an optimizer asks thousands of times
def _readings(scale: float, dtype: torch.dtype, device: torch.device) -> tuple[Tensor, Tensor]:
    """Return what w and b are multiplied by, (2, 11), and the temperatures, (11,)."""
    t_u, t_c = (readings.to(device, dtype) for readings in thermometer())
    return torch.stack([scale * t_u, torch.ones_like(t_u)]), t_c


def thermometer_loss(params: Tensor, scale: float = 1.0) -> Tensor:
    """Return the mean squared errors (°C²), shape (...), of lines `params` (..., 2), each (w, b).

    The readings are multiplied by `scale` before the line w · reading + b is drawn through them.

    Raises TypeError for what is no tensor, and ValueError for params of another shape or of whole
    numbers, and for a scale that is no finite number.
    """
    _check(params)
    if isinstance(scale, bool) or not isinstance(scale, Real) or not math.isfinite(scale):
        raise ValueError(
            f"scale must be a finite number, got {scale!r}: 1 leaves the readings alone."
        )
    inputs, t_c = _readings(scale, params.dtype, params.device)
    return ((params @ inputs - t_c) ** 2).mean(dim=-1)


def rosenbrock(params: Tensor) -> Tensor:
    """Return (1 − x)² + 100 (y − x²)², shape (...), for `params` (..., 2): a narrow bent valley.

    Its minimum is 0, at (1, 1). Source: Rosenbrock, The Computer Journal 3 (1960), page 175.
    Raises TypeError for what is no tensor, and ValueError for params of another shape or of whole
    numbers.

    >>> rosenbrock(torch.tensor([[1.0, 1.0], [0.0, 0.0]])).tolist()
    [0.0, 1.0]
    """
    _check(params)
    x, y = params.unbind(dim=-1)
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def saddle(params: Tensor) -> Tensor:
    """Return x² + (1 − y²)², shape (...), for `params` (..., 2): a pass between two hollows.

    At (0, 0) the loss is 1: lowest along x, highest along y. Its minimum is 0, at (0, ±1).
    Raises what `rosenbrock` raises.

    >>> saddle(torch.tensor([[0.0, 0.0], [0.0, -1.0]])).tolist()
    [1.0, 0.0]
    """
    _check(params)
    x, y = params.unbind(dim=-1)
    return x**2 + (1 - y**2) ** 2


def scaled_thermometer_loss(params: Tensor) -> Tensor:
    """Return `thermometer_loss` for readings × 0.1; raises what `thermometer_loss` raises."""
    return thermometer_loss(params, scale=0.1)


def _place(x: float, y: float) -> Tensor:
    return torch.tensor([x, y], dtype=torch.float64)


LANDSCAPES: dict[str, Landscape] = {
    "thermometer": Landscape(
        thermometer_loss,
        start=_place(1.0, 0.0),
        lowest=_place(0.536772, -17.304785),  # least squares, as notebook 02 finds them
        x_range=(-0.2, 1.2),
        y_range=(-25.0, 5.0),
        x_label="w (°C per unit of the reading)",
        y_label="b (°C)",
    ),
    "thermometer × 0.1": Landscape(
        scaled_thermometer_loss,
        start=_place(1.0, 0.0),
        lowest=_place(5.367719, -17.304785),
        x_range=(-1.0, 9.0),
        y_range=(-25.0, 5.0),
        x_label="w (°C per ten units)",
        y_label="b (°C)",
    ),
    "Rosenbrock": Landscape(
        rosenbrock,
        start=_place(-1.2, 1.0),
        lowest=_place(1.0, 1.0),
        x_range=(-1.8, 1.8),
        y_range=(-0.6, 2.4),
    ),
    "saddle": Landscape(
        saddle,
        start=_place(-1.5, 0.01),
        lowest=_place(0.0, 1.0),
        x_range=(-1.8, 1.8),
        y_range=(-1.5, 1.5),
    ),
}
