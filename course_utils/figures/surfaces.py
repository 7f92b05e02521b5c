"""What a classifier of two features says everywhere: probabilities on a grid, and their map."""

from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from torch import Tensor

LEVELS = [level / 10 for level in range(1, 10)]  # the contour lines: 0.1 to 0.9
# Told apart by shape and by filling as well as by colour.
LOOKS: Any = (
    {"marker": "o", "facecolor": "white", "edgecolor": "#D55E00", "linewidth": 1.1, "s": 22},
    {"marker": "^", "facecolor": "black", "edgecolor": "white", "linewidth": 0.5, "s": 30},
)


def probabilities_on_grid(model: Callable[[Tensor], Tensor], x: Tensor, y: Tensor) -> Tensor:
    """Return the probability of class 1 at each pair of `x` (columns,) and `y` (rows,).

    `model` is called once, with all points of the grid, (rows · columns, 2), of the type and on
    the device of `x`, and returns logits of two classes, (rows · columns, 2). The result is
    (rows, columns). Raises ValueError for other x and y, and if the logits have another shape. What
    the model raises comes through.
    """
    if not all(isinstance(it, Tensor) and it.dim() == 1 for it in (x, y)) or x.dtype != y.dtype:
        raise ValueError(
            "x and y must be tensors of one dtype, (columns,) and (rows,), got "
            f"{_kind(x)} and {_kind(y)}: take torch.linspace for each."
        )
    rows, columns = torch.meshgrid(y, x, indexing="ij")
    points = torch.stack([columns.flatten(), rows.flatten()], dim=1)
    with torch.no_grad():
        logits = model(points)
    if not isinstance(logits, Tensor) or logits.shape != (len(points), 2):
        raise ValueError(
            f"model must return two logits for each point, ({len(points)}, 2), "
            f"got {_shape(logits)}: give it two outputs and no softmax."
        )
    return logits.softmax(dim=1)[:, 1].reshape(len(y), len(x))


def _shape(thing: Any) -> Any:
    return tuple(thing.shape) if isinstance(thing, Tensor) else type(thing).__name__


def _kind(thing: Any) -> str:
    return f"{_shape(thing)} of {getattr(thing, 'dtype', 'another kind')}"


def plot_decision_surface(
    model: Callable[[Tensor], Tensor],
    X: Tensor,
    y: Tensor,
    *,
    ax: Axes | None = None,
    class_names: tuple[str, str] = ("class 0", "class 1"),
    margin: float = 0.4,
    num: int = 81,
    labels: bool = True,
) -> Axes:
    """Draw what a classifier of two features says around its examples, and return the Axes.

    The darker, the more probable is class 1; contour lines stand at 0.1 to 0.9, `labels` writes
    the probability on them, and the decision boundary at 0.5 is thick. `model` takes (batch, 2)
    and returns logits (batch, 2); it is called once, for a grid of num · num points which reaches
    `margin` beyond the examples `X`, (N, 2), with classes `y`, (N,), 0 or 1.

    Raises ValueError for no examples or for others than that, and what `probabilities_on_grid`
    raises.
    """
    are_tensors = isinstance(X, Tensor) and isinstance(y, Tensor) and X.is_floating_point()
    if not are_tensors or X.shape[1:] != (2,) or y.shape != X.shape[:1] or not len(X):
        raise ValueError(
            f"X must be (N, 2) and y (N,), got {_shape(X)} and {_shape(y)}: choose two features, "
            "as floats, of one example or more."
        )
    if not X.isfinite().all():
        raise ValueError(f"X must be finite, got {int((~X.isfinite()).sum())} that are not.")
    X = X.detach()
    ends = [(low - margin, high + margin) for low, high in zip(X.amin(0), X.amax(0), strict=True)]
    across, up = (
        torch.linspace(float(low), float(high), num, dtype=X.dtype, device=X.device)
        for low, high in ends
    )
    surface = probabilities_on_grid(model, across, up)
    ax = ax or plt.subplots()[1]
    drawn = (across.cpu(), up.cpu(), surface.cpu())
    ax.contourf(*drawn, levels=[0.0, *LEVELS, 1.0], cmap="Blues", alpha=0.75)
    lines = ax.contour(
        *drawn,
        levels=LEVELS,
        colors="#333333",
        linewidths=[2.4 if level == 0.5 else 0.7 for level in LEVELS],
    )
    if labels:
        words = ax.clabel(
            lines, fontsize=8, fmt="%.1f", manual=_free_places(lines, X), inline=False
        )
        for text in words:
            text.set(rotation=0, bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6})
    for label, (name, look) in enumerate(zip(class_names, LOOKS, strict=True)):
        places = X[y == label].cpu()
        ax.scatter(places[:, 0], places[:, 1], label=name, zorder=3, **look)
    ax.set(xlabel="first feature (no unit)", ylabel="second feature (no unit)")
    ax.grid(visible=False)
    return ax


def _free_places(lines: Any, X: Tensor) -> list[tuple[float, float]]:
    """Return for each contour line a place on it, far from examples, edges and other labels."""
    taken = X.detach().cpu().double().numpy()
    low, high = lines.axes.viewLim.min, lines.axes.viewLim.max
    inner = (high - low) * 0.06
    places = []
    for path in lines.get_paths():
        corners = path.vertices
        inside = corners[((corners > low + inner) & (corners < high - inner)).all(axis=1)]
        if len(inside):
            room = np.linalg.norm((inside[:, None] - taken) / (high - low), axis=2).min(axis=1)
            places.append(tuple(inside[room.argmax()]))
            taken = np.concatenate([taken, inside[[room.argmax()]]])
    return places
